#pragma once

#include "core/report/workspace.h"
#include "core/sync/workspace_state.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace plotleaf {

class Clock;
class Library;
class RemoteAssets;
class RemoteReports;

/// Keeps the library and one workspace's server in step: runs rounds (SyncRound) when something was
/// changed here, when it is time, after failures with growing pauses, and as the network policy
/// allows. Lives on the GUI thread.
class WorkspaceSync : public QObject
{
    Q_OBJECT

public:
    struct Remote
    {
        std::shared_ptr<RemoteReports> reports;
        std::shared_ptr<RemoteAssets> assets = {}; ///< null: the server keeps no files
    };

    /// Asks nothing of the server before setPolicy() or syncNow().
    WorkspaceSync(Library &library,
                  Remote remote,
                  Workspace workspace,
                  const Clock &clock,
                  QObject *parent = nullptr);
    /// Ends what is under way; the next start goes on from there.
    ~WorkspaceSync() override;

    const Workspace &workspace() const;
    const WorkspaceState &state() const;

    /// Offline ends the round under way at its next safe place; the next goes on from there.
    void setPolicy(NetworkPolicy policy);
    /// A round now, or right after the one under way; also offline, since a person asked for it.
    void syncNow();
    /// Reads the text of a report whose card only has been read, before all others and beside the
    /// round under way; also offline, since a person waits for it. Errors: see readMissingText().
    QCoro::Task<Result<void>> readText(ReportId id);
    /// The reports of WorkspaceState::vanished.
    QVector<RemoteId> vanished() const;
    /// The answer to WorkspaceState::vanished: those that the person was `shown` are deleted
    /// indeed. Others that vanished since are asked about anew.
    void believeRemovals(const QVector<RemoteId> &shown);

signals:
    void stateChanged();
    /// For people: a merge is needed, a report was published or deleted on the server, …
    void noticed(const plotleaf::SyncNotice &notice);
    /// A round has ended, well or not; see state().
    void roundEnded();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::SyncNotice)
