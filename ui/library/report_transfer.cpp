// The commands that bring reports in from files and out to them.
#include "ui/library/report_commands.h"

#include "ui/library/import_batch.h"
#include "ui/library/report_files.h"
#include "ui/widgets/names_in_words.h"
#include "ui/widgets/notifier.h"
#include "ui/widgets/preferences.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrent>

namespace plotleaf {

using namespace Qt::StringLiterals;

void ReportCommands::importFiles(const ReportPlace &place)
{
    auto *dialog = new QFileDialog(
        m_window, tr("Import Markdown"), m_preferences.value(Preference::ImportFolder).toString(),
        tr("Markdown (*.md *.markdown *.mdown *.mkd *.txt);;All files (*)"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, place](const QStringList &paths) {
        importFiles(paths, place);
        if (!paths.isEmpty())
            m_preferences.setValue(Preference::ImportFolder,
                                   QFileInfo(paths.first()).absolutePath());
    });
    dialog->open();
}

void ReportCommands::importFiles(const QStringList &paths, const ReportPlace &place)
{
    auto *batch = new ImportBatch(m_library, place, this);
    connect(batch, &ImportBatch::failed, &m_notifier, &Notifier::error);
    connect(batch, &ImportBatch::finished, this, [this, batch] {
        batch->deleteLater();
        tellImported(batch->imported());
    });
    batch->start(paths);
}

void ReportCommands::tellImported(const QVector<MarkdownImport::Imported> &imported)
{
    if (imported.isEmpty())
        return;
    QStringList missing;
    for (const MarkdownImport::Imported &report : imported) {
        for (const MissingPicture &picture : report.missing)
            missing.append(tr("%1 (%2)", "a picture, and why it is not in the report")
                               .arg(picture.address, picture.reason));
    }
    const int count = int(imported.size());
    Notice notice;
    if (!missing.isEmpty()) {
        notice.severity = Notice::Severity::Warning;
        notice.text = count == 1 ? tr("“%1” is imported. Pictures that are not in it: %2")
                                       .arg(imported.first().name, namesInWords(missing))
                                 : tr("%n report(s) imported. Pictures that are not in them: %1",
                                      nullptr, count)
                                       .arg(namesInWords(missing));
    } else if (count > 1) {
        notice.text = tr("%n report(s) imported.", nullptr, count);
    }
    if (!notice.text.isEmpty())
        m_notifier.post(notice);
    // Whoever brings in a whole folder wants it in the library, not in as many tabs.
    if (imported.size() == 1)
        emit openRequested(imported.first().id);
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
        afterwards(m_library.assets(report.summary.id), [this, path,
                                                         report](const QVector<Asset> &assets) {
            QHash<QString, QString> files;
            for (const Asset &asset : assets)
                files.insert(asset.name, m_library.assetPath(asset.sha256));
            afterwards(QtConcurrent::run(writeMarkdownBundle, path, report, files),
                       [this, path](const WrittenBundle &written) { tellWritten(path, written); });
        });
    });
}

void ReportCommands::tellWritten(const QString &path, const WrittenBundle &written)
{
    const QString shown = QDir::toNativeSeparators(path);
    Notice notice;
    notice.text =
        written.files == 0
            ? tr("Written to %1").arg(shown)
            : tr("Written to %1, with %n file(s) beside it", nullptr, written.files).arg(shown);
    if (!written.missing.isEmpty()) {
        notice.severity = Notice::Severity::Warning;
        notice.text = tr("Written to %1. Pictures that were not found: %2")
                          .arg(shown, namesInWords(written.missing));
    }
    m_notifier.post(notice);
}

} // namespace plotleaf
