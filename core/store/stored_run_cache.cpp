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
    m_encoding.setMaxThreadCount(1);
}

QFuture<std::optional<RunCache::Entry>> StoredRunCache::load(const QString &source,
                                                             const QString &key)
{
    return m_cache->find(runCacheKey(source, key))
        .then([](const std::optional<CachedData> &found) -> std::optional<Entry> {
            if (!found)
                return std::nullopt;
            return Entry{found->bytes, found->asOf};
        });
}

void StoredRunCache::save(const QString &source,
                          const QString &key,
                          const Encode &encode,
                          const QDateTime &fetched)
{
    m_encoding.start([cache = m_cache, place = runCacheKey(source, key), encode, fetched] {
        if (const QByteArray bytes = encode(); !bytes.isEmpty())
            cache->keep(place, {bytes, fetched});
    });
}

} // namespace plotleaf
