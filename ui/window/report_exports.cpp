#include "ui/window/report_exports.h"

#include "core/base/durable_file.h"
#include "core/base/when_done.h"
#include "ui/library/report_files.h"
#include "ui/widgets/notifier.h"
#include "ui/widgets/preferences.h"
#include "ui/window/print_preview.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QUrl>
#include <QtConcurrentRun>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

const QString exportNoticeKey = u"export"_s;

} // namespace

ReportExports::ReportExports(const ReportViewServices &services,
                             Notifier &notifier,
                             Preferences &preferences,
                             QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_notifier(notifier)
    , m_preferences(preferences)
    , m_window(window)
{
}

void ReportExports::exportFile(const ReportSummary &report, ExportJob::Format format)
{
    const bool isPdf = format == ExportJob::Format::Pdf;
    const QString suffix = isPdf ? u"pdf"_s : u"html"_s;
    const QDir folder(m_preferences.value(Preference::ExportFolder).toString());
    auto *dialog = new QFileDialog(m_window, isPdf ? tr("Export as PDF") : tr("Export as HTML"),
                                   folder.filePath(fileNameFor(report.name, suffix)),
                                   isPdf ? tr("PDF (*.pdf)") : tr("Web page (*.html)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, report, format](const QString &path) {
        m_preferences.setValue(Preference::ExportFolder, QFileInfo(path).absolutePath());
        writeFile(report, format, path);
    });
    dialog->open();
}

void ReportExports::writeFile(const ReportSummary &report,
                              ExportJob::Format format,
                              const QString &path)
{
    make(report, format, [this, path](const ExportedFile &file) { save(file, path); });
}

void ReportExports::print(const ReportSummary &report)
{
    make(report, ExportJob::Format::Pdf,
         [this, report](const ExportedFile &file) { showPreview(report, file.bytes); });
}

void ReportExports::make(const ReportSummary &report,
                         ExportJob::Format format,
                         const std::function<void(const ExportedFile &)> &done)
{
    m_notifier.post(
        {Notice::Severity::Info, tr("Drawing “%1”…").arg(report.name), {}, {}, exportNoticeKey});
    const auto start = [this, report, format, done](const Result<void> &written) {
        if (!written) {
            m_notifier.post(
                {Notice::Severity::Error, written.error().message, {}, {}, exportNoticeKey});
            return;
        }
        auto *job = new ExportJob(m_services, report.id, format, this);
        connect(
            job, &ExportJob::finished, this, [this, job, done](const Result<ExportedFile> &file) {
                job->deleteLater();
                if (file)
                    done(*file);
                else
                    m_notifier.post(
                        {Notice::Severity::Error, file.error().message, {}, {}, exportNoticeKey});
            });
        job->start();
    };
    if (m_flush)
        whenDone(m_flush(report.id), this, start);
    else
        start(Result<void>());
}

void ReportExports::save(const ExportedFile &file, const QString &path)
{
    // Slow disks are slow: not on the GUI thread.
    whenDone(QtConcurrent::run([path, bytes = file.bytes] { return writeDurably(path, bytes); }),
             this, [this, problems = file.problems, path](const Result<void> &written) {
                 saved(written, problems, path);
             });
}

void ReportExports::saved(const Result<void> &written,
                          const QStringList &problems,
                          const QString &path)
{
    if (!written) {
        m_notifier.post(
            {Notice::Severity::Error, written.error().message, {}, {}, exportNoticeKey});
        return;
    }
    const QString shown = QDir::toNativeSeparators(path);
    Notice notice;
    notice.key = exportNoticeKey;
    notice.text = tr("Written to %1").arg(shown);
    if (!problems.isEmpty()) {
        notice.severity = Notice::Severity::Warning;
        notice.text = tr("Written to %1, but not everything could be drawn: %2")
                          .arg(shown, problems.join(u"; "_s));
    }
    notice.actionText = tr("Open");
    notice.action = [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    m_notifier.post(notice);
}

void ReportExports::showPreview(const ReportSummary &report, const QByteArray &pdf)
{
    m_notifier.withdraw(exportNoticeKey);
    auto *preview = new PrintPreview(pdf, report.name, m_window);
    connect(preview, &PrintPreview::failed, &m_notifier, &Notifier::error);
    preview->open();
}

} // namespace plotleaf
