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

CachedSource::CachedSource(RunCache &cache, QString source)
    : m_cache(cache), m_source(std::move(source))
{
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
    return m_cache.load(m_source, runsCacheKey())
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
    return m_cache.load(m_source, cacheKey(request))
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
