#include "core/store/stored_run_cache.h"

namespace plotleaf {

namespace {

/// Both parts are any text: the length of the first keeps ("a", "bc") and ("ab", "c") apart.
QString runCacheKey(const QString &source, const QString &key)
{
    return QString::number(source.size()) + u'\n' + source + u'\n' + key;
}

} // namespace

StoredRunCache::StoredRunCache(std::shared_ptr<Cache> cache) : m_cache(std::move(cache))
{
}

QFuture<std::optional<RunCache::Entry>> StoredRunCache::load(const QString &source,
                                                             const QString &key)
{
    return m_cache->find(CacheKind::RunData, runCacheKey(source, key))
        .then([](const std::optional<CachedData> &found) -> std::optional<Entry> {
            if (!found)
                return std::nullopt;
            return Entry{found->bytes, found->asOf};
        });
}

void StoredRunCache::save(const QString &source, const QString &key, const Entry &entry)
{
    m_cache->keep(CacheKind::RunData, runCacheKey(source, key), {entry.bytes, entry.fetched});
}

} // namespace plotleaf
