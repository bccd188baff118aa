#pragma once

#include "core/report/workspace.h"
#include "core/store/library.h"
#include "core/store/sync_types.h"
#include "core/store/synced_rows.h"

#include <QPointer>

namespace plotleaf {

/// The library as the synchronisation sees it: SyncStore and WorkspaceStore on the library's own
/// threads, answering through futures. What changes is announced by the Library's signals. Lives on
/// the GUI thread, like the Library; every call answers Cancelled once that is gone.
class LibrarySync
{
public:
    explicit LibrarySync(Library &library);

    QFuture<Result<QVector<Workspace>>> workspaces();
    QFuture<Result<void>> addWorkspace(const Workspace &workspace);
    /// With its reports, which stay on the server. Errors: NotAllowed while there are changes that
    /// the server does not have.
    QFuture<Result<void>> removeWorkspace(const QString &id);

    QFuture<Result<SyncTaken>> takeCards(const QString &workspace,
                                         const QVector<RemoteCard> &cards);
    QFuture<Result<SyncTaken>> takeReports(const QString &workspace,
                                           const QVector<RemoteReport> &reports);
    QFuture<Result<SyncTaken>> takeMissingText(const QString &workspace,
                                               const RemoteReport &report);
    QFuture<Result<std::optional<PushJob>>> beginPush(const ReportId &id);
    QFuture<Result<SyncTaken>>
    created(const QString &workspace, const PushJob &job, const RemoteId &remote);
    QFuture<Result<SyncTaken>>
    finishPush(const ReportId &id, const ReportState &written, const RemoteReport &now);
    QFuture<Result<SyncTaken>> refused(const ReportId &id, const QString &reason);
    QFuture<Result<SyncTaken>> retryRefused(const ReportId &id);
    QFuture<Result<SyncTaken>> waits(const ReportId &id, const QString &reason);
    QFuture<Result<std::optional<UnsentAsset>>> unsentAsset(const ReportId &id);
    QFuture<Result<void>>
    assetSent(const ReportId &id, const QString &name, const QString &address);
    QFuture<Result<SyncTaken>> showSentAssets(const ReportId &id);
    QFuture<Result<SyncTaken>> gone(const QString &workspace, const QVector<RemoteId> &remotes);
    QFuture<Result<void>> dropTombstone(const QString &workspace, const RemoteId &remote);
    QFuture<Result<void>>
    moveTombstone(const QString &workspace, const RemoteId &remote, const QDateTime &changed);
    QFuture<Result<SyncTaken>>
    restore(const QString &workspace, const RemoteReport &report, const QString &reason = {});
    QFuture<Result<void>> wantChanged(const QString &workspace,
                                      const QHash<RemoteId, QDateTime> &versions);
    QFuture<Result<void>> setMark(const QString &workspace, const QDateTime &mark);
    QFuture<Result<SyncTaken>>
    resolveMerge(const ReportId &id, const PendingMerge &seen, const QString &text);

    QFuture<Result<void>> keepMergeDraft(const ReportId &id, const QString &text);

    QFuture<Result<QDateTime>> mark(const QString &workspace);
    QFuture<Result<QVector<RemoteId>>> wanted(const QString &workspace, int limit);
    QFuture<Result<QVector<ReportId>>> edited(const QString &workspace);
    QFuture<Result<QVector<ReportId>>> mergesNeeded(const QString &workspace);
    QFuture<Result<QVector<ReportSummary>>> refusals(const QString &workspace, int limit);
    QFuture<Result<QVector<ReportSummary>>> summaries(const QString &workspace,
                                                      const QVector<RemoteId> &remotes);
    QFuture<Result<QVector<Tombstone>>> tombstones(const QString &workspace);
    QFuture<Result<QVector<RemoteId>>> known(const QString &workspace);
    QFuture<Result<QHash<ReportId, RemoteId>>> remoteIds(const QString &workspace);
    QFuture<Result<SyncCounts>> counts(const QString &workspace);
    QFuture<Result<std::optional<RemoteId>>> missingText(const ReportId &id);
    QFuture<Result<std::optional<RemoteId>>> remote(const ReportId &id);

    /// A draft with the same name, text and files in another workspace. Errors: NotFound.
    QFuture<Result<ReportId>> copyTo(const ReportId &id, const QString &workspace);
    QFuture<Result<PendingMerge>> pendingMerge(const ReportId &id);

private:
    template <typename Job>
    auto onDatabase(Job job);
    template <typename Job>
    auto onStore(Job job);
    template <typename Job>
    QFuture<Result<SyncTaken>> take(Job job);

    QPointer<Library> m_library;
};

} // namespace plotleaf
