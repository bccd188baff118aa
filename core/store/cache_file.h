#pragma once

#include "core/base/result.h"
#include "core/store/cache.h"
#include "core/store/database.h"

namespace plotleaf {

/// The statements behind Cache, on one connection. Used on the thread of its Database.
class CacheFile
{
public:
    /// Makes the tables when there are none or those of another version. Errors: Damaged, Io.
    static Result<void> prepare(Database &database);

    static Result<std::optional<CachedData>> find(Database &database, const QString &key);
    /// Remembers that it was used at `now` (ms since 1970).
    static Result<void> touch(Database &database, const QString &key, qint64 now);
    /// Makes room when all together would be larger than `largest` bytes.
    static Result<void> keep(
        Database &database, const QString &key, const CachedData &data, qint64 now, qint64 largest);
    static Result<void> forget(Database &database, const QString &key);
};

} // namespace plotleaf
