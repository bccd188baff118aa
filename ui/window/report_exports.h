#pragma once

#include "core/report/report.h"
#include "ui/library/report_commands.h"
#include "ui/window/export_job.h"

#include <QObject>

namespace plotleaf {

class Notifier;
class Preferences;

/// Writes reports to files and prints them: asks where to, keeps the person informed, offers to
/// open what was made.
class ReportExports : public QObject
{
    Q_OBJECT

public:
    ReportExports(const ReportViewServices &services,
                  Notifier &notifier,
                  Preferences &preferences,
                  QWidget *window);

    /// What is typed but not on disk is written first.
    void setFlush(const ReportCommands::Flush &flush) { m_flush = flush; }
    void exportFile(const ReportSummary &report, ExportJob::Format format);
    void writeFile(const ReportSummary &report, ExportJob::Format format, const QString &path);
    /// Shows the pages as they will be printed.
    void print(const ReportSummary &report);

private:
    void make(const ReportSummary &report,
              ExportJob::Format format,
              const std::function<void(const ExportedFile &)> &done);
    void save(const ExportedFile &file, const QString &path);
    void saved(const Result<void> &written, const QStringList &problems, const QString &path);
    void showPreview(const ReportSummary &report, const QByteArray &pdf);

    ReportViewServices m_services;
    Notifier &m_notifier;
    Preferences &m_preferences;
    QWidget *m_window;
    ReportCommands::Flush m_flush;
};

} // namespace plotleaf
