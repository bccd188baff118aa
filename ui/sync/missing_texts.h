#pragma once

#include "core/report/report.h"
#include "core/sync/workspace_state.h"

#include <QCoroTask>
#include <QFuture>
#include <QHash>
#include <QObject>

namespace plotleaf {

class Library;
class WorkspaceSync;
class Workspaces;

/// Texts of reports that a person looks at while only the card has been read from the server
/// (SyncStatus::isTextMissing): has them read before all others and says why one is not here yet.
/// Asks again by itself when the server is there, or there again. GUI thread.
class MissingTexts : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    MissingTexts(Library &library, Workspaces &workspaces, QObject *parent = nullptr);

    /// The report is open without its text.
    void want(const ReportId &id) { ask(id, false); }
    /// A person asks once more; then also while Plotleaf works offline.
    void wantNow(const ReportId &id) { ask(id, true); }

    /// Finished when the text of the report is in the library; at once where it is. Errors: what
    /// keeps it away.
    QFuture<Result<void>> fetch(const ReportId &id);

signals:
    /// Why the text is not here; empty: it is on its way.
    void explained(const plotleaf::ReportId &id, const QString &why);

private:
    void ask(const ReportId &id, bool isAskedByPerson);
    void askOf(const ReportSummary &report, bool isAskedByPerson);
    void settle(const ReportId &id, const Result<void> &read);
    void askAgain(const QString &workspace);
    QCoro::Task<Result<void>> read(ReportSummary report);
    Error absence(const QString &workspace) const;

    struct Wanted
    {
        QString workspace;
        bool isBeingRead = false;
    };
    Library &m_library;
    Workspaces &m_workspaces;
    QHash<ReportId, Wanted> m_wanted;
    QHash<QString, WorkspaceState::Activity> m_activities; ///< last seen, by workspace
};

} // namespace plotleaf
