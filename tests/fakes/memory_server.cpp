#include "fakes/memory_server.h"

#include <QCoroTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

Error networkError()
{
    return {ErrorCode::Network, u"The server did not answer."_s, {}};
}

Error tooLongError()
{
    return {ErrorCode::LimitExceeded, u"The text is too long."_s, {}};
}

Error goneError(const RemoteId &id)
{
    return {ErrorCode::NotFound, u"There is no such report."_s, id.toString()};
}

} // namespace

void MemoryServer::touch(RemoteReport &report, const QString &author)
{
    report.card.changed = QDateTime::fromMSecsSinceEpoch(m_time += msBetweenChanges, Qt::UTC);
    report.card.updated = report.card.changed;
    report.card.changedBy = author;
}

RemoteId MemoryServer::create(const QString &key, const ReportState &state, const QString &author)
{
    if (m_created.contains(key))
        return m_created.value(key);
    RemoteId id(u"r%1"_s.arg(++m_last, 4, 10, QLatin1Char('0')));
    m_created.insert(key, id);
    RemoteReport report;
    report.card.id = id;
    ReportState kept = state;
    if (custom)
        custom(kept);
    report.card.fields = kept.fields;
    report.card.fields.archived = false;
    report.card.fields.status = ReportStatus::Draft;
    report.text = kept.text;
    report.card.author = author;
    touch(report, author);
    report.card.created = report.card.changed;
    m_reports.insert(id, report);
    m_unread.insert(id);
    return id;
}

ReportState MemoryServer::state(const RemoteId &id) const
{
    const RemoteReport report = m_reports.value(id);
    return {report.card.fields, report.text};
}

Result<void> MemoryServer::change(const RemoteId &id,
                                  const QString &author,
                                  const std::function<void(ReportState &)> &change)
{
    if (!has(id))
        return goneError(id);
    ReportState changed = state(id);
    change(changed);
    if (custom)
        custom(changed);
    RemoteReport &report = m_reports[id];
    const bool isPublished = report.card.fields.status == ReportStatus::Published;
    if (isPublished && changed.text != report.text)
        return Error{ErrorCode::NotAllowed, u"The report is published."_s, {}};
    if (changed == state(id))
        return {};
    if (changed.text != report.text) {
        if (m_unread.contains(id))
            m_overwrittenUnread.append(report.text);
        m_unread.insert(id);
    }
    report.card.fields = changed.fields;
    report.text = changed.text;
    touch(report, author);
    return {};
}

Result<void> MemoryServer::publish(const RemoteId &id, const QString &author)
{
    return change(id, author,
                  [](ReportState &state) { state.fields.status = ReportStatus::Published; });
}

Result<void> MemoryServer::remove(const RemoteId &id)
{
    if (m_reports.remove(id) == 0)
        return goneError(id);
    return {};
}

/// Goes on behind the last card by its time, not by its place in the list: nothing is missed when
/// reports come or go between two pieces.
RemoteCards MemoryServer::cards(const QDateTime &since, const QString &next) const
{
    QVector<RemoteCard> all;
    for (const RemoteReport &report : m_reports) {
        const qint64 changed = report.card.changed.toMSecsSinceEpoch();
        if ((!since.isValid() || report.card.changed >= since) &&
            (next.isEmpty() || changed < next.toLongLong()))
            all.append(report.card);
    }
    std::sort(all.begin(), all.end(),
              [](const RemoteCard &a, const RemoteCard &b) { return a.changed > b.changed; });
    RemoteCards cards{all.mid(0, cardsAtOnce), {}};
    if (all.size() > cardsAtOnce)
        cards.next = QString::number(cards.cards.last().changed.toMSecsSinceEpoch());
    return cards;
}

// --- MemoryReports ---------------------------------------------------------------------------

template <typename T>
QCoro::Task<Result<T>> MemoryReports::ask(QString name, std::function<Result<T>()> work)
{
    using namespace std::chrono_literals;
    const Error cancelled{ErrorCode::Cancelled, {}, {}};
    if (m_isStopped)
        co_return cancelled;
    ++calls[name];
    const Fault fault = faults ? faults() : Fault::None;
    for (int turn = 0; turn < (fault == Fault::Delayed ? 5 : 1); ++turn) {
        auto waiting = QCoro::sleepFor(0ms);
        co_await waiting;
    }
    if (fault == Fault::KillBefore)
        m_isStopped = true;
    if (m_isStopped)
        co_return cancelled;
    if (const auto refused = refusal ? refusal(name) : std::nullopt)
        co_return *refused;
    if (fault == Fault::Lost)
        co_return networkError();
    const Result<T> answer = work();
    if (fault == Fault::Doubled)
        (void)work();
    auto returning = QCoro::sleepFor(0ms);
    co_await returning;
    if (fault == Fault::Kill)
        m_isStopped = true;
    if (m_isStopped)
        co_return cancelled;
    if (fault == Fault::CutAfter)
        co_return networkError();
    co_return answer;
}

QCoro::Task<Result<RemoteCards>> MemoryReports::changes(const QDateTime &since, const QString &next)
{
    return ask<RemoteCards>(u"changes"_s,
                            [this, since, next] { return Result(m_server.cards(since, next)); });
}

QCoro::Task<Result<QHash<RemoteId, QDateTime>>>
MemoryReports::versions(const QVector<RemoteId> &ids)
{
    return ask<QHash<RemoteId, QDateTime>>(u"versions"_s, [this, ids] {
        QHash<RemoteId, QDateTime> versions;
        for (const RemoteId &id : ids) {
            if (m_server.has(id))
                versions.insert(id, m_server.report(id).card.changed);
        }
        return Result(versions);
    });
}

QCoro::Task<Result<QVector<RemoteReport>>> MemoryReports::read(const QVector<RemoteId> &ids)
{
    auto asking =
        ask<QVector<RemoteReport>>(u"read"_s, [this, ids]() -> Result<QVector<RemoteReport>> {
            QVector<RemoteReport> reports;
            qsizetype size = 0;
            for (const RemoteId &id : ids) {
                if (unreadable.contains(id))
                    return Error{ErrorCode::Damaged, u"That is no answer."_s, {}};
                if (!m_server.has(id))
                    continue;
                reports.append(m_server.report(id));
                size += reports.last().text.size();
            }
            return size > largestAnswer ? Result<QVector<RemoteReport>>(tooLongError()) : reports;
        });
    const Result<QVector<RemoteReport>> answer = co_await asking;
    if (answer) {
        for (const RemoteReport &report : *answer)
            m_server.noteRead(report);
    }
    co_return answer;
}

QCoro::Task<Result<RemoteId>> MemoryReports::create(const QString &key, const ReportState &state)
{
    return ask<RemoteId>(u"create"_s, [this, key, state]() -> Result<RemoteId> {
        if (!isTooLong(state.text))
            return m_server.create(key, state, m_author);
        m_server.create(key, {state.fields, {}}, m_author);
        return tooLongError();
    });
}

QCoro::Task<Result<void>> MemoryReports::update(const RemoteId &id, const RemoteChange &change)
{
    return ask<void>(u"update"_s, [this, id, change]() -> Result<void> {
        if (isTooLong(change.text.value_or(QString())))
            return tooLongError();
        return m_server.change(id, m_author, [&](ReportState &state) {
            state.fields.name = change.name.value_or(state.fields.name);
            state.fields.description = change.description.value_or(state.fields.description);
            state.fields.tags = change.tags.value_or(state.fields.tags);
            state.text = change.text.value_or(state.text);
        });
    });
}

QCoro::Task<Result<void>> MemoryReports::move(const RemoteId &id, const QString &project)
{
    return ask<void>(u"move"_s, [this, id, project] {
        return m_server.change(id, m_author,
                               [&](ReportState &state) { state.fields.project = project; });
    });
}

QCoro::Task<Result<void>> MemoryReports::setArchived(const RemoteId &id, bool archived)
{
    return ask<void>(u"setArchived"_s, [this, id, archived] {
        return m_server.change(id, m_author,
                               [&](ReportState &state) { state.fields.archived = archived; });
    });
}

QCoro::Task<Result<void>> MemoryReports::publish(const RemoteId &id)
{
    return ask<void>(u"publish"_s, [this, id] { return m_server.publish(id, m_author); });
}

QCoro::Task<Result<void>> MemoryReports::remove(const RemoteId &id)
{
    return ask<void>(u"remove"_s, [this, id]() -> Result<void> {
        if (m_server.has(id) && !m_server.state(id).fields.archived)
            return Error{ErrorCode::NotAllowed, u"Only from the archive."_s, {}};
        return m_server.remove(id);
    });
}

} // namespace plotleaf::test
