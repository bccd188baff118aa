#pragma once

#include "core/runs/run_cache.h"
#include "core/store/cache.h"

#include <memory>

namespace plotleaf {

/// The RunCache of panels, kept in cache.db.
class StoredRunCache final : public RunCache
{
public:
    explicit StoredRunCache(std::shared_ptr<Cache> cache);

    QFuture<std::optional<Entry>> load(const QString &source, const QString &key) override;
    void save(const QString &source, const QString &key, const Entry &entry) override;

private:
    std::shared_ptr<Cache> m_cache;
};

} // namespace plotleaf
