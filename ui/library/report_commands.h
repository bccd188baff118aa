#pragma once

#include "core/base/when_done.h"
#include "core/exports/markdown_import.h"
#include "core/report/remote_reports.h"
#include "core/report/report.h"
#include "core/report/workspace.h"
#include "core/store/library.h"
#include "ui/widgets/notifier.h"

#include <QObject>

#include <functional>

class QWidget;

namespace plotleaf {

class Preferences;
class Theme;
class Workspaces;

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

    /// What lives on servers is reached through these, which outlive the commands.
    void useServers(Workspaces &servers) { m_servers = &servers; }

    /// Opens the dialog; the new report is opened when it has been created.
    void newReport(const ReportPlace &place);
    void rename(const ReportId &id, const QString &name);
    void askName(const ReportSummary &report);
    /// Copies the link that people send each other: of a server's report the web app's, else the
    /// one that Plotleaf on this computer knows.
    void share(const ReportSummary &report);
    /// In the web app of its server.
    void openOnServer(const ReportSummary &report);
    /// What people call the report's server's kind: "ClearML"; empty: it is on none.
    QString serverKind(const ReportSummary &report) const;
    void showImages(const ReportSummary &report);
    /// The kept states of its text, and a way back to them.
    void showVersions(const ReportSummary &report);
    void editTags(const ReportSummary &report);
    void move(const ReportSummary &report);
    void setArchived(const ReportSummary &report, bool archived);
    void remove(const ReportSummary &report);
    void duplicate(const ReportSummary &report);
    /// Asks for another workspace and makes a copy of the report there.
    void copyTo(const ReportSummary &report);
    bool hasServers() const;
    void publish(const ReportSummary &report);
    /// Asks for Markdown files and makes a report of each.
    void importFiles(const ReportPlace &place);
    /// Makes a report of each file, with its pictures, and says what came of it. One alone is
    /// opened.
    void importFiles(const QStringList &paths, const ReportPlace &place);
    /// Asks where to; pictures go beside the file.
    void exportMarkdown(const ReportSummary &report);
    void writeMarkdown(const ReportId &id, const QString &path);

signals:
    void openRequested(const plotleaf::ReportId &id);

private:
    /// Runs `done` with the value, or says what went wrong.
    template <typename T, typename Done>
    void afterwards(const QFuture<Result<T>> &future, Done &&done)
    {
        whenDone(future, this, [this, done = std::forward<Done>(done)](const Result<T> &result) {
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
    void withRemote(const ReportSummary &report,
                    const std::function<void(const Workspace &, const RemoteId &)> &then,
                    const std::function<void()> &otherwise);
    void restoreText(const ReportSummary &report, const QString &text, const QDateTime &saved);
    void copyLink(const ReportSummary &report, const QString &link);
    void moveTo(const ReportSummary &report, const QString &project, bool offerUndo);
    void archive(const ReportSummary &report, bool archived, bool offerUndo);

    Library &m_library;
    Notifier &m_notifier;
    Theme &m_theme;
    Preferences &m_preferences;
    QWidget *m_window;
    Workspaces *m_servers = nullptr; ///< null: there are none
    Flush m_flush;
};

} // namespace plotleaf
