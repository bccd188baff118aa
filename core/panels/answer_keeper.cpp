#include "core/panels/answer_keeper.h"

#include "core/base/clock.h"
#include "core/base/when_done.h"
#include "core/panels/run_data_codec.h"

#include <utility>

namespace plotleaf {

namespace {

constexpr qint64 keepPauseMs = 30'000;

// What is larger would push everything else out of the cache.
constexpr qsizetype largestKept = 32 << 20;

} // namespace

AnswerKeeper::AnswerKeeper(RunCacheDoorPtr door,
                           QString source,
                           const Clock &clock,
                           QObject *parent)
    : QObject(parent), m_door(std::move(door)), m_source(std::move(source)), m_clock(clock)
{
}

void AnswerKeeper::keepRuns(const QFuture<Result<QVector<Run>>> &runs)
{
    whenDone(runs, this, [this](const Result<QVector<Run>> &result) {
        if (result)
            offer(runsCacheKey(), [list = *result] { return encodeRuns(list); });
    });
}

void AnswerKeeper::keep(const RunDataRequest &request, const QFuture<RunDataAnswer> &answer)
{
    whenDone(answer, this, [this, key = cacheKey(request)](const RunDataAnswer &result) {
        if (!result.error)
            offer(key, [result] { return encodeAnswer(result); });
    });
}

void AnswerKeeper::setFollowed(bool followed)
{
    m_followed = followed;
    if (followed)
        return;
    const QHash<QString, Encode> waiting = std::exchange(m_waiting, {});
    for (const auto &[key, encode] : waiting.asKeyValueRange())
        save(key, encode);
}

void AnswerKeeper::offer(const QString &key, const Encode &encode)
{
    if (!m_door->cache)
        return;
    const QDateTime last = m_saved.value(key);
    if (m_followed && last.isValid() && last.msecsTo(m_clock.now()) < keepPauseMs)
        m_waiting.insert(key, encode);
    else
        save(key, encode);
}

void AnswerKeeper::save(const QString &key, const Encode &encode)
{
    if (!m_door->cache)
        return;
    const QDateTime now = m_clock.now();
    m_saved.insert(key, now);
    m_waiting.remove(key);
    const auto encodeFew = [encode] {
        const QByteArray bytes = encode();
        return bytes.size() <= largestKept ? bytes : QByteArray();
    };
    m_door->cache->save(m_source, key, encodeFew, now);
}

} // namespace plotleaf
