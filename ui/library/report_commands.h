#pragma once

#include "core/base/when_done.h"
#include "core/exports/markdown_import.h"
#include "core/report/report.h"
#include "core/store/library.h"
#include "ui/widgets/notifier.h"

#include <QObject>

#include <functional>

class QWidget;

namespace plotleaf {

class Preferences;
class Theme;

/// What can be done with a report as a whole: asks what has to be asked, does it, says what came of
/// it and offers to take it back. Nothing here blocks; dialogs are opened over `window`. GUI
/// thread.
class ReportCommands : public QObject
{
    Q_OBJECT

public:
    ReportCommands(Library &library,
                   Notifier &notifier,
                   Theme &theme,
                   Preferences &preferences,
                   QWidget *window,
                   QObject *parent = nullptr);

    Library &library() { return m_library; }
    /// Writes what was typed into a report but is not on disk yet; done before a report is
    /// published, copied or written to a file. Without it there is nothing to write.
    using Flush = std::function<QFuture<Result<void>>(const ReportId &)>;
    void setFlush(const Flush &flush) { m_flush = flush; }

    /// Opens the dialog; the new report is opened when it has been created.
    void newReport(const QString &project);
    void rename(const ReportId &id, const QString &name);
    void askName(const ReportSummary &report);
    void share(const ReportSummary &report);
    void editTags(const ReportSummary &report);
    void move(const ReportSummary &report);
    void setArchived(const ReportSummary &report, bool archived);
    void remove(const ReportSummary &report);
    void duplicate(const ReportSummary &report);
    void publish(const ReportSummary &report);
    /// Asks for Markdown files and makes a report of each.
    void importFiles(const QString &project);
    /// Makes a report of each file, with its pictures, and says what came of it. One alone is
    /// opened.
    void importFiles(const QStringList &paths, const QString &project);
    /// Asks where to; pictures go beside the file.
    void exportMarkdown(const ReportSummary &report);
    void writeMarkdown(const ReportId &id, const QString &path);

signals:
    void openRequested(const plotleaf::ReportId &id);

private:
    /// Runs `done` with the value, or says what went wrong.
    template <typename T, typename Done>
    void afterwards(const QFuture<Result<T>> &future, Done done)
    {
        whenDone(future, this, [this, done](const Result<T> &result) {
            if (!result)
                m_notifier.error(result.error().message);
            else if constexpr (std::is_void_v<T>)
                done();
            else
                done(*result);
        });
    }
    void tellImported(const QVector<MarkdownImport::Imported> &imported);
    void tellWritten(const QString &path, const WrittenBundle &written);
    void flushed(const ReportId &id, const std::function<void()> &then);
    void moveTo(const ReportSummary &report, const QString &project, bool offerUndo);
    void archive(const ReportSummary &report, bool archived, bool offerUndo);
    void confirm(const QString &objectName,
                 const QString &title,
                 const QString &text,
                 const QString &button,
                 const std::function<void()> &confirmed);

    Library &m_library;
    Notifier &m_notifier;
    Theme &m_theme;
    Preferences &m_preferences;
    QWidget *m_window;
    Flush m_flush;
};

} // namespace plotleaf
