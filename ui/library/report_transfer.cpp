// The commands that bring reports in from files and out to them.
#include "ui/library/report_commands.h"

#include "core/base/when_done.h"
#include "ui/library/report_files.h"
#include "ui/widgets/notifier.h"
#include "ui/widgets/preferences.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace plotleaf {

using namespace Qt::StringLiterals;

void ReportCommands::importFiles(const QString &project)
{
    auto *dialog = new QFileDialog(m_window, tr("Import Markdown"),
                                   m_preferences.value(Preference::ImportFolder).toString(),
                                   tr("Markdown (*.md *.markdown *.mdown *.txt);;All files (*)"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, project](const QStringList &paths) {
        for (const QString &path : paths)
            importFile(path, project);
        if (!paths.isEmpty())
            m_preferences.setValue(Preference::ImportFolder,
                                   QFileInfo(paths.first()).absolutePath());
    });
    dialog->open();
}

void ReportCommands::importFile(const QString &path, const QString &project)
{
    Result<NewReport> read = importedReport(path);
    if (!read) {
        m_notifier.error(read.error().message);
        return;
    }
    if (read->project.isEmpty())
        read->project = project;
    whenDone(m_library.create(*read), this, [this](const Result<ReportId> &created) {
        if (created)
            emit openRequested(*created);
        else
            m_notifier.error(created.error().message);
    });
}

void ReportCommands::exportMarkdown(const ReportSummary &report)
{
    const QDir folder(m_preferences.value(Preference::ExportFolder).toString());
    auto *dialog =
        new QFileDialog(m_window, tr("Export Markdown"),
                        folder.filePath(fileNameFor(report.name, u"md"_s)), tr("Markdown (*.md)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = report.id](const QString &path) {
        m_preferences.setValue(Preference::ExportFolder, QFileInfo(path).absolutePath());
        flushed(id, [this, id, path] { writeMarkdown(id, path); });
    });
    dialog->open();
}

void ReportCommands::writeMarkdown(const ReportId &id, const QString &path)
{
    afterwards(m_library.report(id), [this, path](const Report &report) {
        const Result<void> written = writeMarkdownFile(path, report.text);
        if (written)
            m_notifier.info(tr("Written to %1").arg(QDir::toNativeSeparators(path)));
        else
            m_notifier.error(written.error().message);
    });
}

} // namespace plotleaf
