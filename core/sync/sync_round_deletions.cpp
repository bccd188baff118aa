#include "core/sync/sync_failures.h"
#include "core/sync/sync_round.h"

#include <QCoroFuture>

// The part of SyncRound that deletes on the server what was deleted here.

namespace plotleaf {

SyncRound::Step SyncRound::pushDeletions()
{
    auto asking = m_tools.library.tombstones(m_tools.workspace);
    const Result<QVector<Tombstone>> tombstones = co_await asking;
    if (!tombstones)
        co_return tombstones.error();
    for (const Tombstone &tombstone : *tombstones) {
        if (m_isStopped)
            co_return stoppedError();
        Step pushing = pushDeletion(tombstone);
        const Result<void> pushed = co_await pushing;
        if (!pushed)
            co_return pushed;
    }
    co_return Result<void>();
}

SyncRound::Step SyncRound::pushDeletion(Tombstone tombstone)
{
    auto reading = readOne(tombstone.remote);
    Result<std::optional<RemoteReport>> now = co_await reading;
    if (!now) {
        Step leaving = leaveDeletion(tombstone.remote, now.error());
        co_return co_await leaving;
    }
    Result<bool> removed = !*now;
    const bool isTheSame =
        *now && (!tombstone.changed.isValid() || (*now)->card.changed == tombstone.changed);
    if (isTheSame) {
        auto removing = removeThere(**now);
        removed = co_await removing;
    }
    if (!removed && !concernsTheReport(removed.error())) {
        Step leaving = leaveDeletion(tombstone.remote, removed.error());
        co_return co_await leaving;
    }
    if (removed && *removed) {
        auto dropping = m_tools.library.dropTombstone(m_tools.workspace, tombstone.remote);
        const Result<void> dropped = co_await dropping;
        if (dropped)
            tellDeed(SyncDeed::Kind::Deleted, {}, tombstone.name);
        co_return dropped;
    }
    // Somebody wrote after the deletion, or the server does not allow it.
    auto restoring = m_tools.library.restore(m_tools.workspace, **now,
                                             removed ? QString() : removed.error().message);
    const Result<SyncTaken> restored = co_await restoring;
    if (!restored)
        co_return restored.error();
    tell(*restored);
    co_return Result<void>();
}

/// A deletion that failed waits for the next round, if it failed alone; else it ends this one.
SyncRound::Step SyncRound::leaveDeletion(RemoteId id, Error error)
{
    if (!concernsTheReport(error)) {
        auto asking = answersOtherwise(id, error);
        const bool isOnlyThis = co_await asking;
        if (!isOnlyThis)
            co_return error;
    }
    ++m_leftDeletions;
    co_return Result<void>();
}

/// Whether it is gone; not where somebody has written since `now`, which then is what they wrote.
QCoro::Task<Result<bool>> SyncRound::removeThere(RemoteReport &now)
{
    if (!now.card.fields.archived) {
        auto archiving = archiveThere(now);
        const Result<bool> archived = co_await archiving;
        if (!archived && archived.error().code == ErrorCode::NotFound)
            co_return true;
        if (!archived || !*archived)
            co_return archived;
    }
    auto removing = m_tools.remote->remove(now.card.id);
    const Result<void> removed = co_await removing;
    if (!removed && removed.error().code != ErrorCode::NotFound)
        co_return removed.error();
    co_return true;
}

/// Archived and deleted here before the server heard of either. The version that this makes there
/// is ours: should the deletion that follows be cut off, it is not taken for somebody's change.
QCoro::Task<Result<bool>> SyncRound::archiveThere(RemoteReport &now)
{
    const RemoteId id = now.card.id;
    auto archiving = m_tools.remote->setArchived(id, true);
    const Result<void> archived = co_await archiving;
    if (!archived)
        co_return archived.error();
    auto reading = readOne(id);
    const Result<std::optional<RemoteReport>> then = co_await reading;
    if (!then)
        co_return then.error();
    if (!*then)
        co_return Error{ErrorCode::NotFound, {}, {}};
    ReportFields expected = now.card.fields;
    expected.archived = true;
    const bool isOurs = (*then)->text == now.text && (*then)->card.fields == expected;
    now = **then;
    if (!isOurs)
        co_return false;
    auto noting = m_tools.library.moveTombstone(m_tools.workspace, id, now.card.changed);
    const Result<void> noted = co_await noting;
    if (!noted)
        co_return noted.error();
    co_return true;
}

} // namespace plotleaf
