#include "core/store/library_sync.h"

#include "core/store/asset_store.h"
#include "core/store/library_private.h"
#include "core/store/report_rows.h"
#include "core/store/report_store.h"
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
    if (!m_library)
        return cancelledAnswer<Result<void>>();
    return m_library->d->writer->post([library = m_library.data(), &context = m_library->d->context,
                                       id](Database &database) -> Result<void> {
        const auto removed = WorkspaceStore::remove(database, id);
        if (!removed)
            return removed.error();
        // A file that stays only takes space.
        (void)AssetStore(database, context).removeUnused(removed->files);
        for (const ReportId &report : removed->reports)
            Library::Private::announceRemoval(library, report);
        return {};
    });
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

QFuture<Result<SyncTaken>> LibrarySync::takeMissingText(const QString &workspace,
                                                        const RemoteReport &report)
{
    return take([=](SyncStore &store) { return store.takeMissingText(workspace, report); });
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
    return onStore([id, library = m_library.data()](SyncStore &store) {
        auto job = store.beginPush(id);
        // It counts as changed no longer, or a person has to decide.
        if (job && !*job)
            Library::Private::announceChange(library, id);
        return job;
    });
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

QFuture<Result<SyncTaken>> LibrarySync::retryRefused(const ReportId &id)
{
    return take([=](SyncStore &store) { return store.retryRefused(id); });
}

QFuture<Result<SyncTaken>> LibrarySync::waits(const ReportId &id, const QString &reason)
{
    return take([=](SyncStore &store) { return store.waits(id, reason); });
}

QFuture<Result<std::optional<UnsentAsset>>> LibrarySync::unsentAsset(const ReportId &id)
{
    return onStore([=](SyncStore &store) { return store.unsentAsset(id); });
}

QFuture<Result<void>>
LibrarySync::assetSent(const ReportId &id, const QString &name, const QString &address)
{
    return onStore([=](SyncStore &store) { return store.assetSent(id, name, address); });
}

QFuture<Result<SyncTaken>> LibrarySync::showSentAssets(const ReportId &id)
{
    return take([=](SyncStore &store) { return store.showSentAssets(id); });
}

QFuture<Result<void>> LibrarySync::dropTombstone(const QString &workspace, const RemoteId &remote)
{
    return onStore([=](SyncStore &store) { return store.dropTombstone(workspace, remote); });
}

QFuture<Result<void>> LibrarySync::moveTombstone(const QString &workspace,
                                                 const RemoteId &remote,
                                                 const QDateTime &changed)
{
    return onStore(
        [=](SyncStore &store) { return store.moveTombstone(workspace, remote, changed); });
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

QFuture<Result<QVector<ReportSummary>>> LibrarySync::refusals(const QString &workspace, int limit)
{
    return onDatabase(
        [=](Database &database) { return SyncStore::refusals(database, workspace, limit); });
}

QFuture<Result<QVector<ReportSummary>>> LibrarySync::summaries(const QString &workspace,
                                                               const QVector<RemoteId> &remotes)
{
    return onDatabase(
        [=](Database &database) { return SyncStore::summaries(database, workspace, remotes); });
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

QFuture<Result<QHash<ReportId, RemoteId>>> LibrarySync::remoteIds(const QString &workspace)
{
    return onDatabase(
        [=](Database &database) { return SyncStore::remoteIds(database, workspace); });
}

QFuture<Result<SyncCounts>> LibrarySync::counts(const QString &workspace)
{
    return onDatabase([=](Database &database) { return SyncStore::counts(database, workspace); });
}

QFuture<Result<std::optional<RemoteId>>> LibrarySync::missingText(const ReportId &id)
{
    return onDatabase([=](Database &database) { return SyncStore::missingText(database, id); });
}

QFuture<Result<std::optional<RemoteId>>> LibrarySync::remote(const ReportId &id)
{
    return onDatabase([=](Database &database) { return SyncStore::remote(database, id); });
}

QFuture<Result<ReportId>> LibrarySync::copyTo(const ReportId &id, const QString &workspace)
{
    if (!m_library)
        return cancelledAnswer<Result<ReportId>>();
    return m_library->d->make(
        m_library,
        [&context = m_library->d->context, id, workspace](Database &database) -> Result<ReportId> {
            const auto author = Library::Private::authorName(database);
            if (!author)
                return author.error();
            const auto summary = loadSummary(database, id);
            if (!summary)
                return summary.error();
            return ReportStore(database, context).duplicate(id, summary->name, *author, workspace);
        });
}

QFuture<Result<PendingMerge>> LibrarySync::pendingMerge(const ReportId &id)
{
    return onDatabase([=](Database &database) { return SyncStore::pendingMerge(database, id); });
}

} // namespace plotleaf
