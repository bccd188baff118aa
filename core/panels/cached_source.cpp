#include "core/panels/cached_source.h"

#include "core/panels/run_data_codec.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

/// Never seen by people: a panel whose data is not kept waits for the source.
Error notKept()
{
    return {ErrorCode::NotFound, {}, QStringLiteral("not in the cache")};
}

RunDataAnswer noAnswer()
{
    RunDataAnswer answer;
    answer.error = notKept();
    return answer;
}

} // namespace

CachedSource::CachedSource(RunCacheDoorPtr door, QString source)
    : m_door(std::move(door)), m_source(std::move(source))
{
}

QFuture<std::optional<RunCache::Entry>> CachedSource::load(const QString &key)
{
    if (m_door->cache)
        return m_door->cache->load(m_source, key);
    return QtFuture::makeReadyFuture<std::optional<RunCache::Entry>>(std::nullopt);
}

void CachedSource::Oldest::meet(const QDateTime &fetched)
{
    const qint64 time = fetched.toMSecsSinceEpoch();
    qint64 known = milliseconds.load();
    while (time < known && !milliseconds.compare_exchange_weak(known, time)) {
    }
}

QFuture<Result<QVector<Run>>> CachedSource::runs()
{
    using Runs = Result<QVector<Run>>;
    return load(runsCacheKey())
        .then([oldest = m_oldest](const std::optional<RunCache::Entry> &entry) {
            const auto runs = entry ? decodeRuns(entry->bytes) : std::nullopt;
            if (!runs)
                return Runs(notKept());
            oldest->meet(entry->fetched);
            return Runs(*runs);
        })
        .onCanceled([] { return Runs(notKept()); });
}

QFuture<RunDataAnswer> CachedSource::ask(const RunDataRequest &request)
{
    return load(cacheKey(request))
        .then([oldest = m_oldest](const std::optional<RunCache::Entry> &entry) {
            auto answer = entry ? decodeAnswer(entry->bytes) : std::nullopt;
            if (!answer)
                return noAnswer();
            oldest->meet(entry->fetched);
            return *answer;
        })
        .onCanceled([] { return noAnswer(); });
}

QDateTime CachedSource::asOf() const
{
    const qint64 time = m_oldest->milliseconds.load();
    return time == std::numeric_limits<qint64>::max()
               ? QDateTime()
               : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

} // namespace plotleaf
