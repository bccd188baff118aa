#include "core/sync/workspace_sync.h"

#include "core/base/clock.h"
#include "core/base/when_done.h"
#include "core/store/library.h"
#include "core/sync/missing_text.h"
#include "core/sync/round_lock.h"
#include "core/sync/sync_round.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace plotleaf {

namespace {

using namespace std::chrono_literals;

/// Changes made here go out after a pause in typing has made them a revision.
constexpr std::chrono::milliseconds afterEdit = 2s;
constexpr std::chrono::milliseconds betweenRounds = 30s;
constexpr std::chrono::milliseconds betweenExpensiveRounds = 10min;
constexpr std::chrono::milliseconds firstRetry = 5s;
constexpr std::chrono::milliseconds longestRetry = 5min;
/// Another program is in the middle of a round of this workspace.
constexpr std::chrono::milliseconds afterOthersRound = 1s;
/// Every so many rounds everything known is checked, beside what the server says has changed.
constexpr int roundsBetweenChecks = 20;

} // namespace

class WorkspaceSync::Private
{
public:
    Private(WorkspaceSync *owner,
            Library &store,
            Remote server,
            Workspace place,
            const Clock &timeSource)
        : q(owner)
        , library(store)
        , folder(store.folder())
        , remote(std::move(server))
        , workspace(std::move(place))
        , clock(timeSource)
    {
    }

    void start();
    static QCoro::Task<> run(QPointer<WorkspaceSync> self,
                             std::shared_ptr<SyncRound> round,
                             std::shared_ptr<RoundLock> lock);
    void ended(const Result<SyncRound::Outcome> &outcome);
    void endedWell(const SyncRound::Outcome &outcome);
    void endedEarly(const Error &error);
    void scheduleNext(bool isOk);
    void sendWhatIsNew(int left);
    void schedule(std::chrono::milliseconds delay);
    void recount();
    void counted(const SyncCounts &counts);
    std::chrono::milliseconds pauseAfterFailure() const;
    SyncRound::Listeners listeners();
    void changed() { emit q->stateChanged(); }

    WorkspaceSync *q;
    LibrarySync library;
    const QString folder;
    Remote remote;
    Workspace workspace;
    const Clock &clock;
    WorkspaceState state;
    QTimer timer;
    std::shared_ptr<SyncRound> round; ///< under way
    SyncRound::Wishes wishes;         ///< of the round under way
    bool isWantedAgain = false;
    bool isCheckWanted = false; ///< SyncRound::Wishes::checkAll
    bool isFollowUp = false;    ///< the round goes for changes made during the one before
    bool isCounting = false;
    bool isCountOld = false;
    int rounds = 0;
    int failures = 0;
    QSet<RemoteId> vanished;
    QSet<RemoteId> mayVanish;
};

void WorkspaceSync::Private::start()
{
    if (round) {
        isWantedAgain = true;
        return;
    }
    // Before anything can fail: a failure schedules the next start, and would do so at once.
    isWantedAgain = false;
    const auto lock = std::make_shared<RoundLock>(folder, workspace.id);
    const Result<bool> locked = lock->tryLock();
    if (!locked)
        return ended(locked.error());
    if (!*locked)
        return schedule(afterOthersRound);
    timer.stop();
    state.activity = WorkspaceState::Activity::Syncing;
    state.textsDone = 0;
    state.textsToRead = 0;
    state.nextRound = {};
    changed();
    wishes = {state.policy != NetworkPolicy::Expensive,
              std::exchange(isCheckWanted, false) || rounds % roundsBetweenChecks == 0,
              std::exchange(mayVanish, {})};
    round = std::make_shared<SyncRound>(
        SyncRound::Tools{library, remote.reports, workspace.id, remote.assets}, wishes,
        listeners());
    run(q, round, lock);
}

// Static and with values only: the round may outlive this object by the time that its last answer
// needs, and holds the lock until then.
QCoro::Task<> WorkspaceSync::Private::run(QPointer<WorkspaceSync> self,
                                          std::shared_ptr<SyncRound> round,
                                          std::shared_ptr<RoundLock> lock)
{
    auto running = SyncRound::run(round);
    const Result<SyncRound::Outcome> outcome = co_await running;
    lock.reset();
    if (self)
        self->d->ended(outcome);
}

SyncRound::Listeners WorkspaceSync::Private::listeners()
{
    const QPointer<WorkspaceSync> self = q;
    return {[self](const SyncNotice &notice) {
                if (self)
                    emit self->noticed(notice);
            },
            [self](int done, int total) {
                if (!self)
                    return;
                self->d->state.textsDone = done;
                self->d->state.textsToRead = total;
                self->d->changed();
            }};
}

void WorkspaceSync::Private::ended(const Result<SyncRound::Outcome> &outcome)
{
    round.reset();
    if (outcome)
        endedWell(*outcome);
    else
        endedEarly(outcome.error());
    if (state.policy == NetworkPolicy::Offline)
        state.activity = WorkspaceState::Activity::Offline;
    scheduleNext(outcome.isOk());
    recount();
    emit q->roundEnded();
}

void WorkspaceSync::Private::endedWell(const SyncRound::Outcome &outcome)
{
    ++rounds;
    failures = 0;
    wishes = {};
    // Most rounds do not look; what a person was told of goes on waiting for them.
    if (outcome.hasChecked)
        vanished = QSet<RemoteId>(outcome.vanished.cbegin(), outcome.vanished.cend());
    state.vanished = static_cast<int>(vanished.size());
    state.lastSynced = clock.now();
    state.problem.clear();
    state.activity = WorkspaceState::Activity::Resting;
    sendWhatIsNew(outcome.left);
}

/// What a person or an answer of the server has asked for is asked for again.
void WorkspaceSync::Private::endedEarly(const Error &error)
{
    const SyncRound::Wishes asked = std::exchange(wishes, {});
    mayVanish.unite(asked.mayVanish);
    isCheckWanted |= asked.checkAll;
    isFollowUp = false;
    state.activity = WorkspaceState::Activity::Resting;
    if (error.code == ErrorCode::Cancelled)
        return;
    ++rounds;
    ++failures;
    state.problem = error.message;
    state.activity = WorkspaceState::Activity::Failing;
}

void WorkspaceSync::Private::scheduleNext(bool isOk)
{
    if (isWantedAgain)
        schedule({});
    else if (state.policy == NetworkPolicy::Offline)
        state.nextRound = {};
    else if (!isOk)
        schedule(pauseAfterFailure());
    else
        schedule(state.policy == NetworkPolicy::Expensive ? betweenExpensiveRounds : betweenRounds);
}

/// What was changed during a round is not in it. `left`: how many changes it left on purpose. One
/// round follows at once; should that not be enough, the next ones take their time.
void WorkspaceSync::Private::sendWhatIsNew(int left)
{
    whenDone(library.counts(workspace.id), q, [this, left](const Result<SyncCounts> &counts) {
        if (!counts || round || state.policy == NetworkPolicy::Offline)
            return;
        const bool isSomethingNew = counts->edited + counts->deleted > left;
        if (isSomethingNew && !isWantedAgain)
            schedule(isFollowUp ? afterEdit : std::chrono::milliseconds());
        isFollowUp = isSomethingNew;
        changed();
    });
}

std::chrono::milliseconds WorkspaceSync::Private::pauseAfterFailure() const
{
    const auto grown = firstRetry * (1 << std::clamp(failures - 1, 0, 10));
    const QDateTime asked = remote.reports->retryAfter();
    const std::chrono::milliseconds wanted(asked.isValid() ? clock.now().msecsTo(asked) : 0);
    return std::max(std::min(grown, longestRetry), wanted);
}

void WorkspaceSync::Private::schedule(std::chrono::milliseconds delay)
{
    timer.start(delay);
    state.nextRound = clock.now().addMSecs(delay.count());
}

/// What waits to be sent is counted anew, and sent soon.
void WorkspaceSync::Private::recount()
{
    // A pull announces hundreds of changes at once.
    isCountOld = true;
    if (std::exchange(isCounting, true))
        return;
    isCountOld = false;
    whenDone(library.counts(workspace.id), q, [this](const Result<SyncCounts> &counts) {
        isCounting = false;
        if (counts)
            counted(*counts);
        if (isCountOld)
            recount();
    });
}

void WorkspaceSync::Private::counted(const SyncCounts &counts)
{
    const int before = state.waiting();
    state.counts = counts;
    const bool isNew = state.waiting() > before;
    const bool isSooner = timer.isActive() && timer.remainingTimeAsDuration() < afterEdit;
    // A round under way looks after itself, see sendWhatIsNew().
    if (isNew && !round && !isSooner && state.policy != NetworkPolicy::Offline && failures == 0)
        schedule(afterEdit);
    changed();
}

WorkspaceSync::WorkspaceSync(
    Library &library, Remote remote, Workspace workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, library, std::move(remote), std::move(workspace), clock))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->start(); });
    const auto recount = [this] { d->recount(); };
    connect(&library, &Library::reportChanged, this, recount);
    connect(&library, &Library::reportRemoved, this, recount);
    d->state.activity = WorkspaceState::Activity::Offline;
    d->state.policy = NetworkPolicy::Offline;
    d->recount();
}

WorkspaceSync::~WorkspaceSync()
{
    d->remote.reports->stop();
}

const Workspace &WorkspaceSync::workspace() const
{
    return d->workspace;
}

const WorkspaceState &WorkspaceSync::state() const
{
    return d->state;
}

void WorkspaceSync::setPolicy(NetworkPolicy policy)
{
    if (policy == d->state.policy)
        return;
    d->state.policy = policy;
    if (policy != NetworkPolicy::Offline)
        return d->start();
    d->timer.stop();
    d->isWantedAgain = false;
    d->state.nextRound = {};
    if (d->round)
        d->round->stop();
    else
        d->state.activity = WorkspaceState::Activity::Offline;
    d->changed();
}

void WorkspaceSync::syncNow()
{
    d->start();
}

QCoro::Task<Result<void>> WorkspaceSync::readText(ReportId id)
{
    const QPointer<WorkspaceSync> self(this);
    auto reading = readMissingText(d->library, d->remote.reports, d->workspace.id, id);
    const Result<void> read = co_await reading;
    if (self && !read && read.error().code == ErrorCode::NotFound) {
        self->d->isCheckWanted = true;
        self->d->start();
    }
    co_return read;
}

QVector<RemoteId> WorkspaceSync::vanished() const
{
    return {d->vanished.cbegin(), d->vanished.cend()};
}

void WorkspaceSync::believeRemovals(const QVector<RemoteId> &shown)
{
    d->mayVanish = QSet<RemoteId>(shown.cbegin(), shown.cend());
    d->start();
}

} // namespace plotleaf
