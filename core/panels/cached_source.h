#pragma once

#include "core/panels/answer_source.h"
#include "core/panels/run_cache_door.h"
#include "core/runs/run_cache.h"

#include <atomic>

namespace plotleaf {

/// What the cache has of a source, for one query: made anew for each, so that asOf() speaks of it.
class CachedSource final : public AnswerSource
{
public:
    CachedSource(RunCacheDoorPtr door, QString source);

    /// NotFound where nothing is kept.
    QFuture<Result<QVector<Run>>> runs() override;
    QFuture<RunDataAnswer> ask(const RunDataRequest &request) override;
    QStringList warnings() const override { return {}; }

    /// When the oldest of what was answered so far was fetched; invalid before.
    QDateTime asOf() const;

private:
    /// Outlives this in the futures; written on the cache's threads.
    struct Oldest
    {
        std::atomic<qint64> milliseconds = std::numeric_limits<qint64>::max();

        void meet(const QDateTime &fetched);
    };

    QFuture<std::optional<RunCache::Entry>> load(const QString &key);

    const RunCacheDoorPtr m_door;
    const QString m_source;
    std::shared_ptr<Oldest> m_oldest = std::make_shared<Oldest>();
};

} // namespace plotleaf
