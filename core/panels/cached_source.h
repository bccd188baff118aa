#pragma once

#include "core/panels/answer_source.h"
#include "core/runs/run_cache.h"

#include <atomic>

namespace plotleaf {

/// What the cache has of a source, for one query: made anew for each, so that asOf() speaks of it.
class CachedSource final : public AnswerSource
{
public:
    /// `cache` must outlive this and its futures.
    CachedSource(RunCache &cache, QString source);

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

    RunCache &m_cache;
    const QString m_source;
    std::shared_ptr<Oldest> m_oldest = std::make_shared<Oldest>();
};

} // namespace plotleaf
