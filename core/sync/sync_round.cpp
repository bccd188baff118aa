#include "core/sync/sync_round.h"

#include "core/sync/removal_guard.h"
#include "core/sync/sync_failures.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace plotleaf {

namespace {

/// Changes are asked for from a little before the last one that was seen: a server may show a
/// change later than one with a later time.
constexpr qint64 overlapMs = 10'000;
/// A list that does not end is no list.
constexpr int mostPieces = 10'000;
constexpr qsizetype textsAtOnce = 50;

Error endlessListError()
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::SyncRound",
                                        "The server's list of reports does not end."),
            {}};
}

} // namespace

SyncRound::SyncRound(Tools tools, Wishes wishes, Listeners listeners)
    : m_tools(std::move(tools)), m_wishes(std::move(wishes)), m_listeners(std::move(listeners))
{
}

// The parameter keeps the round alive for as long as the coroutine runs; so do the tasks of the
// steps, which all end before it.
QCoro::Task<Result<SyncRound::Outcome>> SyncRound::run(std::shared_ptr<SyncRound> round)
{
    SyncRound &self = *round;
    QVector<Step (SyncRound::*)()> steps{&SyncRound::createNew, &SyncRound::pullCards,
                                         &SyncRound::pushEdits, &SyncRound::pushDeletions};
    if (self.m_wishes.fillTexts)
        steps.append(&SyncRound::fillTexts);
    steps.append(&SyncRound::checkAll);
    for (const auto step : steps) {
        if (self.m_isStopped)
            co_return stoppedError();
        Step task = (self.*step)();
        const Result<void> done = co_await task;
        if (!done)
            co_return done.error();
    }
    self.m_outcome.left = static_cast<int>(self.m_left.size()) + self.m_leftDeletions;
    co_return self.m_outcome;
}

void SyncRound::tell(const SyncTaken &taken) const
{
    for (const SyncNotice &notice : taken.notices)
        m_listeners.noticed(notice);
}

void SyncRound::tellDeed(SyncDeed::Kind kind, const ReportId &report, const QString &name) const
{
    if (m_listeners.did)
        m_listeners.did({kind, report, name});
}

void SyncRound::tellRemoved(const SyncTaken &taken) const
{
    for (qsizetype i = 0; i < taken.removed.size(); ++i)
        tellDeed(SyncDeed::Kind::Removed, taken.removed[i], taken.removedNames.value(i));
}

void SyncRound::tellPulled(const SyncTaken &taken) const
{
    for (const ReportId &report : taken.changed) {
        const bool isMerged = taken.merged.contains(report);
        tellDeed(isMerged ? SyncDeed::Kind::Merged : SyncDeed::Kind::Pulled, report);
    }
}

// --- Pulling ---------------------------------------------------------------------------------

SyncRound::Step SyncRound::pullCards()
{
    auto asking = m_tools.library.mark(m_tools.workspace);
    const Result<QDateTime> mark = co_await asking;
    if (!mark)
        co_return mark.error();
    const QDateTime since = mark->isValid() ? mark->addMSecs(-overlapMs) : QDateTime();
    QDateTime newest = *mark;
    QString next;
    for (int piece = 0; piece == 0 || !next.isEmpty(); ++piece) {
        if (piece == mostPieces)
            co_return endlessListError();
        if (m_isStopped)
            co_return stoppedError();
        auto listing = m_tools.remote->changes(since, next);
        const Result<RemoteCards> cards = co_await listing;
        if (!cards)
            co_return cards.error();
        auto taking = m_tools.library.takeCards(m_tools.workspace, cards->cards);
        const Result<SyncTaken> taken = co_await taking;
        if (!taken)
            co_return taken.error();
        for (const RemoteCard &card : cards->cards) {
            if (!newest.isValid() || newest < card.changed)
                newest = card.changed;
        }
        next = cards->next;
    }
    // Not before the whole list is there: the next pull starts behind the mark.
    if (newest == *mark)
        co_return Result<void>();
    auto marking = m_tools.library.setMark(m_tools.workspace, newest);
    co_return co_await marking;
}

SyncRound::Step SyncRound::fillTexts()
{
    QSet<RemoteId> tried; // one that stays wanted (text from a crash is in its way) waits
    qsizetype atOnce = textsAtOnce;
    for (;;) {
        if (m_isStopped)
            co_return stoppedError();
        auto asking =
            m_tools.library.wanted(m_tools.workspace, static_cast<int>(textsAtOnce + tried.size()));
        const Result<QVector<RemoteId>> wanted = co_await asking;
        if (!wanted)
            co_return wanted.error();
        QVector<RemoteId> ids;
        for (const RemoteId &id : *wanted) {
            if (!tried.contains(id))
                ids.append(id);
        }
        if (ids.isEmpty())
            co_return Result<void>();
        ids.resize(std::min(ids.size(), atOnce));
        auto reading = readTexts(ids);
        const Result<std::optional<QVector<RemoteReport>>> reports = co_await reading;
        if (!reports)
            co_return reports.error();
        if (!*reports && ids.size() > 1) {
            atOnce = ids.size() / 2;
            continue;
        }
        tried += QSet<RemoteId>(ids.cbegin(), ids.cend());
        // It fails by itself: whoever opens it is told.
        if (!*reports)
            continue;
        atOnce = std::min(2 * atOnce, textsAtOnce);
        m_isSomethingMissing |= (*reports)->size() < ids.size();
        auto taking = m_tools.library.takeReports(m_tools.workspace, **reports);
        const Result<SyncTaken> taken = co_await taking;
        if (!taken)
            co_return taken.error();
        tell(*taken);
        tellPulled(*taken);
        auto counting = m_tools.library.counts(m_tools.workspace);
        const Result<SyncCounts> counts = co_await counting;
        if (!counts)
            co_return counts.error();
        m_listeners.progressed(static_cast<int>(tried.size()),
                               static_cast<int>(tried.size()) + counts->wanted);
    }
}

/// Nothing where the failure lies in these texts, so that fewer at once may go better: too much in
/// one answer, or one that the server breaks over.
QCoro::Task<Result<std::optional<QVector<RemoteReport>>>>
SyncRound::readTexts(QVector<RemoteId> ids)
{
    auto reading = m_tools.remote->read(ids);
    const Result<QVector<RemoteReport>> reports = co_await reading;
    if (reports)
        co_return std::optional(*reports);
    const Error &error = reports.error();
    bool liesInThem = error.code == ErrorCode::LimitExceeded;
    if (!liesInThem) {
        auto asking = answersOtherwise(ids.first(), error);
        liesInThem = co_await asking;
    }
    if (!liesInThem)
        co_return error;
    co_return std::optional<QVector<RemoteReport>>();
}

// --- Checking --------------------------------------------------------------------------------

SyncRound::Step SyncRound::checkAll()
{
    if (!m_wishes.checkAll && !m_isSomethingMissing && m_wishes.mayVanish.isEmpty())
        co_return Result<void>();
    auto asking = m_tools.library.known(m_tools.workspace);
    const Result<QVector<RemoteId>> known = co_await asking;
    if (!known)
        co_return known.error();
    m_outcome.hasChecked = true;
    if (known->isEmpty())
        co_return Result<void>();
    auto listing = m_tools.remote->versions(*known);
    const Result<QHash<RemoteId, QDateTime>> versions = co_await listing;
    if (!versions)
        co_return versions.error();
    auto wanting = m_tools.library.wantChanged(m_tools.workspace, *versions);
    const Result<void> noted = co_await wanting;
    if (!noted)
        co_return noted;
    Step losing = loseAbsent(*known, *versions);
    co_return co_await losing;
}

SyncRound::Step SyncRound::loseAbsent(QVector<RemoteId> known, QHash<RemoteId, QDateTime> versions)
{
    const RemovalVerdict verdict = judgeRemovals(known, versions, m_wishes.mayVanish);
    m_outcome.vanished = verdict.doubtful;
    if (verdict.believed.isEmpty())
        co_return Result<void>();
    auto losing = m_tools.library.gone(m_tools.workspace, verdict.believed);
    const Result<SyncTaken> lost = co_await losing;
    if (!lost)
        co_return lost.error();
    tell(*lost);
    tellRemoved(*lost);
    co_return Result<void>();
}

} // namespace plotleaf
