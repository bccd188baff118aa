#include "core/sync/sync_failures.h"
#include "core/sync/sync_round.h"

#include <QCoreApplication>
#include <QCoroFuture>

// The part of SyncRound that writes what was changed here to the server.

namespace plotleaf {

namespace {

constexpr int mostAssetAttempts = 3;

template <typename T>
std::optional<T> ifChanged(const T &from, const T &to)
{
    return from == to ? std::nullopt : std::optional(to);
}

RemoteChange changeBetween(const ReportState &from, const ReportState &to)
{
    return {ifChanged(from.fields.name, to.fields.name),
            ifChanged(from.fields.description, to.fields.description),
            ifChanged(from.fields.tags, to.fields.tags), ifChanged(from.text, to.text)};
}

Error notWritableError()
{
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("plotleaf::SyncRound",
                                        "The server lets you read this report, not change it."),
            {}};
}

} // namespace

SyncRound::Step SyncRound::pushAll(Which which)
{
    auto asking = m_tools.library.edited(m_tools.workspace);
    const Result<QVector<ReportId>> edited = co_await asking;
    if (!edited)
        co_return edited.error();
    for (const ReportId &id : *edited) {
        if (m_isStopped)
            co_return stoppedError();
        if (m_held.contains(id))
            continue;
        auto beginning = m_tools.library.beginPush(id);
        const Result<std::optional<PushJob>> job = co_await beginning;
        // Deleted meanwhile: its tombstone speaks for it.
        if (!job && job.error().code == ErrorCode::NotFound)
            continue;
        if (!job)
            co_return job.error();
        if (!*job || (which == Which::New && (*job)->remote))
            continue;
        m_left.remove(id);
        Step pushing = (*job)->remote ? mergeAndWrite(**job) : create(**job);
        const Result<void> pushed = co_await pushing;
        if (!pushed)
            co_return pushed;
    }
    co_return Result<void>();
}

SyncRound::Step SyncRound::create(PushJob job)
{
    auto creating = m_tools.remote->create(job.createKey, job.base);
    const Result<RemoteId> remote = co_await creating;
    if (!remote) {
        Step settling = settleFailure(std::move(job), remote.error());
        co_return co_await settling;
    }
    auto noting = m_tools.library.created(m_tools.workspace, job, *remote);
    const Result<SyncTaken> noted = co_await noting;
    // Deleted meanwhile: its tombstone speaks for it.
    if (!noted && noted.error().code == ErrorCode::NotFound)
        co_return Result<void>();
    if (!noted)
        co_return noted.error();
    tell(*noted);
    m_created.insert(job.report);
    tellDeed(SyncDeed::Kind::Created, job.report);
    // It may have been there since an answer that was lost, and others may have written to it.
    job.remote = *remote;
    Step writing = mergeAndWrite(std::move(job));
    co_return co_await writing;
}

/// Sending pictures takes minutes, in which others may write: what is written is what was merged
/// with a state read after the last picture.
SyncRound::Step SyncRound::mergeAndWrite(PushJob job)
{
    // Somebody may go on adding pictures meanwhile; then the next round goes on too.
    for (int attempt = 0; attempt < mostAssetAttempts; ++attempt) {
        auto merging = merged(job);
        const Result<std::optional<PushJob>> ready = co_await merging;
        if (!ready)
            co_return ready.error();
        if (!*ready)
            co_return Result<void>();
        if (!(*ready)->hasOwnAssets || !m_tools.assets) {
            Step writing = write(**ready);
            co_return co_await writing;
        }
        auto sending = sendAssets(**ready);
        const Result<bool> sent = co_await sending;
        if (!sent)
            co_return sent.error();
        if (!*sent)
            co_return Result<void>();
    }
    m_left.insert(job.report);
    co_return Result<void>();
}

/// The job as it is to be written over what the server has at this moment; nothing where there is
/// nothing to be written, or the report has to wait.
QCoro::Task<Result<std::optional<PushJob>>> SyncRound::merged(PushJob job)
{
    const std::optional<PushJob> nothing;
    auto reading = readOne(*job.remote);
    const Result<std::optional<RemoteReport>> now = co_await reading;
    if (!now) {
        Step settling = settleFailure(std::move(job), now.error());
        const Result<void> settled = co_await settling;
        if (!settled)
            co_return settled.error();
        co_return nothing;
    }
    if (!*now) {
        m_left.insert(job.report);
        co_return nothing; // checkAll() finds out what became of it
    }
    auto taking = m_tools.library.takeReports(m_tools.workspace, {**now});
    const Result<SyncTaken> taken = co_await taking;
    if (!taken)
        co_return taken.error();
    tell(*taken);
    if (taken->merged.contains(job.report))
        tellDeed(SyncDeed::Kind::Merged, job.report);
    auto beginning = m_tools.library.beginPush(job.report);
    const Result<std::optional<PushJob>> ready = co_await beginning;
    // Deleted meanwhile: its tombstone speaks for it.
    if (!ready && ready.error().code == ErrorCode::NotFound)
        co_return nothing;
    if (!ready)
        co_return ready.error();
    // Equal by now, or a person has to merge.
    if (!*ready)
        co_return nothing;
    // The library did not take what was read, because text from a crash is in its way.
    if ((*ready)->baseChanged != (*now)->card.changed) {
        m_left.insert(job.report);
        co_return nothing;
    }
    if ((*now)->card.isWritable)
        co_return *ready;
    Step settling = settleRefusal(job.report, notWritableError());
    const Result<void> settled = co_await settling;
    if (!settled)
        co_return settled.error();
    co_return nothing;
}

/// Whether all are there, and the text says so.
QCoro::Task<Result<bool>> SyncRound::sendAssets(PushJob job)
{
    for (;;) {
        auto asking = m_tools.library.unsentAsset(job.report);
        const Result<std::optional<UnsentAsset>> asset = co_await asking;
        if (!asset) {
            auto settling = settleUnsent(job.report, {}, asset.error());
            co_return co_await settling;
        }
        if (!*asset)
            break;
        auto uploading = m_tools.assets->upload(*job.remote, (*asset)->name, (*asset)->bytes);
        const Result<QUrl> address = co_await uploading;
        if (!address) {
            auto settling = settleUnsent(job.report, (*asset)->name, address.error());
            co_return co_await settling;
        }
        auto noting = m_tools.library.assetSent(job.report, (*asset)->name,
                                                address->toString(QUrl::FullyEncoded));
        const Result<void> noted = co_await noting;
        if (!noted)
            co_return noted.error();
    }
    auto showing = m_tools.library.showSentAssets(job.report);
    const Result<SyncTaken> shown = co_await showing;
    if (!shown)
        co_return shown.error();
    co_return true;
}

/// A files server that does not answer, or refuses us, holds up this one report and says why; all
/// else goes on, and it is tried again in the next round.
QCoro::Task<Result<bool>> SyncRound::settleUnsent(ReportId id, QString name, Error error)
{
    if (error.code == ErrorCode::Cancelled)
        co_return error;
    if (!name.isEmpty())
        error.message =
            QCoreApplication::translate("plotleaf::SyncRound", "The image “%1” cannot be sent: %2")
                .arg(name, error.message);
    if (concernsTheReport(error)) {
        Step settling = settleRefusal(id, error);
        const Result<void> settled = co_await settling;
        if (!settled)
            co_return settled.error();
        co_return false;
    }
    Step holding = hold(id, error.message);
    const Result<void> held = co_await holding;
    if (!held)
        co_return held.error();
    co_return false;
}

SyncRound::Step SyncRound::write(PushJob job)
{
    auto sending = send(*job.remote, job.base, job.mine);
    const Result<void> sent = co_await sending;
    if (!sent && sent.error().code == ErrorCode::NotFound) {
        m_isSomethingMissing = true;
        m_left.insert(job.report);
        co_return Result<void>();
    }
    if (!sent) {
        Step settling = settleFailure(std::move(job), sent.error());
        co_return co_await settling;
    }
    Step reading = readBack(std::move(job));
    co_return co_await reading;
}

/// The text before it is locked by publishing; each field on its own way.
QCoro::Task<Result<void>> SyncRound::send(RemoteId id, ReportState from, ReportState to)
{
    Result<void> done;
    const RemoteChange change = changeBetween(from, to);
    if (!change.isEmpty()) {
        auto updating = m_tools.remote->update(id, change);
        done = co_await updating;
    }
    if (done && from.fields.project != to.fields.project) {
        auto moving = m_tools.remote->move(id, to.fields.project);
        done = co_await moving;
    }
    if (done && from.fields.archived != to.fields.archived) {
        auto archiving = m_tools.remote->setArchived(id, to.fields.archived);
        done = co_await archiving;
    }
    if (done && from.fields.status != to.fields.status &&
        to.fields.status == ReportStatus::Published) {
        auto publishing = m_tools.remote->publish(id);
        done = co_await publishing;
    }
    co_return done;
}

SyncRound::Step SyncRound::readBack(PushJob job)
{
    auto reading = readOne(*job.remote);
    const Result<std::optional<RemoteReport>> now = co_await reading;
    if (!now) {
        // The server has taken what was written, so nothing that it says of it is a refusal.
        const bool isJudged = concernsTheReport(now.error());
        Step settling = isJudged ? hold(job.report, now.error().message)
                                 : settleFailure(std::move(job), now.error());
        co_return co_await settling;
    }
    if (!*now) {
        m_left.insert(job.report);
        co_return Result<void>();
    }
    auto finishing = m_tools.library.finishPush(job.report, job.mine, **now);
    const Result<SyncTaken> finished = co_await finishing;
    if (!finished && finished.error().code != ErrorCode::NotFound)
        co_return finished.error();
    if (finished) {
        tell(*finished);
        if (!m_created.contains(job.report))
            tellDeed(SyncDeed::Kind::Pushed, job.report);
    }
    co_return Result<void>();
}

/// A refusal is the report's; any other failure is the round's.
SyncRound::Step SyncRound::settleRefusal(ReportId id, Error error)
{
    if (!concernsTheReport(error))
        co_return error;
    Step noting = note(m_tools.library.refused(id, error.message));
    co_return co_await noting;
}

/// What failed is the server's word about this report, or meets this report alone, or else is the
/// round's.
SyncRound::Step SyncRound::settleFailure(PushJob job, Error error)
{
    if (concernsTheReport(error)) {
        Step settling = settleRefusal(job.report, error);
        co_return co_await settling;
    }
    // Of one that is not there yet any id will do: the answer counts, not what it says.
    auto asking = answersOtherwise(job.remote.value_or(RemoteId(job.createKey)), error);
    const bool isOnlyThis = co_await asking;
    if (!isOnlyThis)
        co_return error;
    Step holding = hold(job.report, error.message);
    co_return co_await holding;
}

/// Whether the server answers a small question after one about a report has failed with `error`.
QCoro::Task<bool> SyncRound::answersOtherwise(RemoteId id, Error error)
{
    // Who asks to be left alone is not asked.
    if (!mayConcernTheReport(error) || m_tools.remote->retryAfter().isValid())
        co_return false;
    auto asking = m_tools.remote->versions({id});
    const Result<QHash<RemoteId, QDateTime>> versions = co_await asking;
    co_return versions.isOk();
}

/// The report waits for the next round and says why; all else goes on.
SyncRound::Step SyncRound::hold(ReportId id, QString reason)
{
    m_held.insert(id);
    m_left.insert(id);
    Step noting = note(m_tools.library.waits(id, reason));
    co_return co_await noting;
}

/// Tells what was noted about a report; of one that was deleted meanwhile there is nothing to tell.
SyncRound::Step SyncRound::note(QFuture<Result<SyncTaken>> noting)
{
    const Result<SyncTaken> noted = co_await noting;
    if (!noted && noted.error().code != ErrorCode::NotFound)
        co_return noted.error();
    if (noted)
        tell(*noted);
    co_return Result<void>();
}

QCoro::Task<Result<std::optional<RemoteReport>>> SyncRound::readOne(RemoteId id)
{
    auto reading = m_tools.remote->read({id});
    const Result<QVector<RemoteReport>> reports = co_await reading;
    if (!reports)
        co_return reports.error();
    for (const RemoteReport &report : *reports) {
        if (report.card.id == id)
            co_return std::optional(report);
    }
    m_isSomethingMissing = true;
    co_return std::optional<RemoteReport>();
}

} // namespace plotleaf
