#include "core/store/library_sync.h"

#include "core/store/library_private.h"
#include "core/store/sync_store.h"
#include "core/store/workspace_store.h"

namespace plotleaf {

namespace {

template <typename Answer>
QFuture<Answer> cancelledAnswer()
{
    QPromise<Answer> promise;
    promise.start();
    promise.addResult(Answer(Error{ErrorCode::Cancelled, {}, {}}));
    promise.finish();
    return promise.future();
}

} // namespace

LibrarySync::LibrarySync(Library &library) : m_library(&library)
{
}

/// Runs `job(Database &)` on the writer's thread, so that what has been written before is seen.
template <typename Job>
auto LibrarySync::onDatabase(Job job)
{
    using Answer = std::invoke_result_t<Job &, Database &>;
    return m_library ? m_library->d->writer->post(std::move(job)) : cancelledAnswer<Answer>();
}

/// Runs `job(SyncStore &)` there.
template <typename Job>
auto LibrarySync::onStore(Job job)
{
    using Answer = std::invoke_result_t<Job &, SyncStore &>;
    if (!m_library)
        return cancelledAnswer<Answer>();
    return m_library->d->writer->post(
        [&context = m_library->d->context, job = std::move(job)](Database &database) mutable {
            SyncStore store(database, context);
            return job(store);
        });
}

/// The same, and announces what was changed.
template <typename Job>
QFuture<Result<SyncTaken>> LibrarySync::take(Job job)
{
    return onStore([library = m_library.data(), job = std::move(job)](SyncStore &store) mutable {
        Result<SyncTaken> taken = job(store);
        if (!taken)
            return taken;
        for (const ReportId &id : taken->changed)
            Library::Private::announceChange(library, id);
        for (const ReportId &id : taken->removed)
            Library::Private::announceRemoval(library, id);
        return taken;
    });
}

// --- Workspaces ------------------------------------------------------------------------------

QFuture<Result<QVector<Workspace>>> LibrarySync::workspaces()
{
    return onDatabase([](Database &database) { return WorkspaceStore::list(database); });
}

QFuture<Result<void>> LibrarySync::addWorkspace(const Workspace &workspace)
{
    return onDatabase(
        [workspace](Database &database) { return WorkspaceStore::add(database, workspace); });
}

QFuture<Result<void>> LibrarySync::removeWorkspace(const QString &id)
{
    return onDatabase([id](Database &database) { return WorkspaceStore::remove(database, id); });
}

// --- What the server says --------------------------------------------------------------------

QFuture<Result<SyncTaken>> LibrarySync::takeCards(const QString &workspace,
                                                  const QVector<RemoteCard> &cards)
{
    return take([=](SyncStore &store) { return store.takeCards(workspace, cards); });
}

QFuture<Result<SyncTaken>> LibrarySync::takeReports(const QString &workspace,
                                                    const QVector<RemoteReport> &reports)
{
    return take([=](SyncStore &store) { return store.takeReports(workspace, reports); });
}

QFuture<Result<SyncTaken>> LibrarySync::gone(const QString &workspace,
                                             const QVector<RemoteId> &remotes)
{
    return take([=](SyncStore &store) { return store.gone(workspace, remotes); });
}

QFuture<Result<SyncTaken>>
LibrarySync::restore(const QString &workspace, const RemoteReport &report, const QString &reason)
{
    return take([=](SyncStore &store) { return store.restore(workspace, report, reason); });
}

QFuture<Result<void>> LibrarySync::wantChanged(const QString &workspace,
                                               const QHash<RemoteId, QDateTime> &versions)
{
    return onStore([=](SyncStore &store) { return store.wantChanged(workspace, versions); });
}

QFuture<Result<void>> LibrarySync::setMark(const QString &workspace, const QDateTime &mark)
{
    return onStore([=](SyncStore &store) { return store.setMark(workspace, mark); });
}

// --- What the server is told -----------------------------------------------------------------

QFuture<Result<std::optional<PushJob>>> LibrarySync::beginPush(const ReportId &id)
{
    return onStore([=](SyncStore &store) { return store.beginPush(id); });
}

QFuture<Result<SyncTaken>>
LibrarySync::created(const QString &workspace, const PushJob &job, const RemoteId &remote)
{
    return take([=](SyncStore &store) { return store.created(workspace, job, remote); });
}

QFuture<Result<SyncTaken>>
LibrarySync::finishPush(const ReportId &id, const ReportState &written, const RemoteReport &now)
{
    return take([=](SyncStore &store) { return store.finishPush(id, written, now); });
}

QFuture<Result<SyncTaken>> LibrarySync::refused(const ReportId &id, const QString &reason)
{
    return take([=](SyncStore &store) { return store.refused(id, reason); });
}

QFuture<Result<void>> LibrarySync::dropTombstone(const QString &workspace, const RemoteId &remote)
{
    return onStore([=](SyncStore &store) { return store.dropTombstone(workspace, remote); });
}

QFuture<Result<SyncTaken>>
LibrarySync::resolveMerge(const ReportId &id, const PendingMerge &seen, const QString &text)
{
    return take([=](SyncStore &store) { return store.resolveMerge(id, seen, text); });
}

QFuture<Result<void>> LibrarySync::keepMergeDraft(const ReportId &id, const QString &text)
{
    return onStore([=](SyncStore &store) { return store.keepMergeDraft(id, text); });
}

// --- Reading ---------------------------------------------------------------------------------

QFuture<Result<QDateTime>> LibrarySync::mark(const QString &workspace)
{
    return onDatabase([=](Database &database) { return SyncStore::mark(database, workspace); });
}

QFuture<Result<QVector<RemoteId>>> LibrarySync::wanted(const QString &workspace, int limit)
{
    return onDatabase(
        [=](Database &database) { return SyncStore::wanted(database, workspace, limit); });
}

QFuture<Result<QVector<ReportId>>> LibrarySync::edited(const QString &workspace)
{
    return onDatabase([=](Database &database) { return SyncStore::edited(database, workspace); });
}

QFuture<Result<QVector<ReportId>>> LibrarySync::mergesNeeded(const QString &workspace)
{
    return onDatabase(
        [=](Database &database) { return SyncStore::mergesNeeded(database, workspace); });
}

QFuture<Result<QVector<Tombstone>>> LibrarySync::tombstones(const QString &workspace)
{
    return onDatabase(
        [=](Database &database) { return SyncStore::tombstones(database, workspace); });
}

QFuture<Result<QVector<RemoteId>>> LibrarySync::known(const QString &workspace)
{
    return onDatabase([=](Database &database) { return SyncStore::known(database, workspace); });
}

QFuture<Result<SyncCounts>> LibrarySync::counts(const QString &workspace)
{
    return onDatabase([=](Database &database) { return SyncStore::counts(database, workspace); });
}

QFuture<Result<SyncStatus>> LibrarySync::status(const ReportId &id)
{
    return onDatabase([=](Database &database) { return SyncStore::status(database, id); });
}

QFuture<Result<PendingMerge>> LibrarySync::pendingMerge(const ReportId &id)
{
    return onDatabase([=](Database &database) { return SyncStore::pendingMerge(database, id); });
}

} // namespace plotleaf
