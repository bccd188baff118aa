#include "core/store/cache_file.h"

#include "core/store/text_codec.h"
#include "core/store/transaction.h"

namespace plotleaf {

namespace {

/// "PLLC", SQLite's mark for whose file this is.
constexpr qint64 cacheApplicationId = 0x504c4c43;
constexpr qint64 cacheVersion = 2;

/// A bulk of room is made at once, so that not every further entry has to look for some.
constexpr qint64 roomPart = 10;

/// `entries_by_use` answers how much there is and what goes first without touching the data.
QStringList cacheStatements()
{
    return {
        QStringLiteral("DROP TABLE IF EXISTS entries"),
        QStringLiteral(R"(CREATE TABLE entries (
            num INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            as_of INTEGER NOT NULL,
            used INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            data BLOB NOT NULL))"),
        QStringLiteral("CREATE INDEX entries_by_use ON entries(used, num, bytes)"),
        QStringLiteral("PRAGMA application_id = %1").arg(cacheApplicationId),
        QStringLiteral("PRAGMA user_version = %1").arg(cacheVersion),
    };
}

Error damagedCacheError()
{
    return {ErrorCode::Damaged, {}, QStringLiteral("cache.db belongs to another program")};
}

void makeRoom(Transaction &transaction, qint64 largest)
{
    const qint64 all =
        transaction.number(QStringLiteral("SELECT coalesce(sum(bytes), 0) FROM entries"))
            .value_or(0);
    if (all <= largest)
        return;
    transaction.run(
        QStringLiteral("DELETE FROM entries WHERE num IN (SELECT num FROM "
                       "(SELECT num, sum(bytes) OVER (ORDER BY used, num) - bytes AS before "
                       "FROM entries) WHERE before < ?)"),
        {all - largest + largest / roomPart});
}

} // namespace

Result<void> CacheFile::prepare(Database &database)
{
    Transaction transaction(database);
    const auto owner = transaction.number(QStringLiteral("PRAGMA application_id"));
    const auto version = transaction.number(QStringLiteral("PRAGMA user_version"));
    const auto tables = transaction.number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (owner == cacheApplicationId && version == cacheVersion)
        return transaction.commit();
    if (tables > 0 && owner != cacheApplicationId)
        transaction.fail(damagedCacheError());
    for (const QString &statement : cacheStatements())
        transaction.run(statement);
    return transaction.commit();
}

Result<std::optional<CachedData>> CacheFile::find(Database &database, const QString &key)
{
    std::optional<CachedData> found;
    const auto read = database.each(
        QStringLiteral("SELECT as_of, data FROM entries WHERE key = ?"), {key},
        [&](const Row &row) {
            // The checksum in the frame tells damage that SQLite does not notice.
            if (auto bytes = unpackText(row.bytes(1)))
                found = CachedData{std::move(bytes).value(),
                                   QDateTime::fromMSecsSinceEpoch(row.integer(0), Qt::UTC)};
        });
    if (!read)
        return read.error();
    return found;
}

Result<void> CacheFile::touch(Database &database, const QString &key, qint64 now)
{
    return database.run(QStringLiteral("UPDATE entries SET used = ? WHERE key = ? AND used < ?"),
                        {now, key, now});
}

Result<void> CacheFile::keep(
    Database &database, const QString &key, const CachedData &data, qint64 now, qint64 largest)
{
    const auto frame = packText(data.bytes, Compression::Fast);
    if (!frame)
        return frame.error();
    Transaction transaction(database);
    transaction.run(QStringLiteral("INSERT OR REPLACE INTO entries(key, as_of, used, bytes, data) "
                                   "VALUES (?, ?, ?, ?, ?)"),
                    {key, data.asOf.toMSecsSinceEpoch(), now, frame->size(), *frame});
    makeRoom(transaction, largest);
    return transaction.commit();
}

Result<void> CacheFile::forget(Database &database, const QString &key)
{
    return database.run(QStringLiteral("DELETE FROM entries WHERE key = ?"), {key});
}

} // namespace plotleaf
