#pragma once

#include "core/runs/run_cache.h"
#include "core/store/cache.h"

#include <QThreadPool>

#include <memory>

namespace plotleaf {

/// The RunCache of panels, kept in cache.db.
class StoredRunCache final : public RunCache
{
public:
    explicit StoredRunCache(std::shared_ptr<Cache> cache);

    QFuture<std::optional<Entry>> load(const QString &source, const QString &key) override;
    void save(const QString &source,
              const QString &key,
              const Encode &encode,
              const QDateTime &fetched) override;

private:
    std::shared_ptr<Cache> m_cache;
    QThreadPool m_encoding; ///< one thread, so that of several saves the last wins; ends first
};

} // namespace plotleaf
