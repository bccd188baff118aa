#include "core/store/cache.h"

#include "core/base/clock.h"
#include "core/store/cache_file.h"
#include "core/store/database_thread.h"

#include <QFile>
#include <QLoggingCategory>
#include <QPromise>

#include <atomic>

namespace plotleaf {

namespace {

Q_LOGGING_CATEGORY(cacheLog, "plotleaf.cache")

void removeCacheFiles(const QString &path)
{
    for (const auto *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

Result<std::unique_ptr<Database>> openCache(const QString &path, FaultInjector *faults)
{
    auto database = Database::open(path, Database::Access::ReadWrite, faults);
    if (!database)
        return database.error();
    // What a power cut takes is fetched again; the file stays sound, since the log is synced before
    // it is moved into it.
    if (const auto relaxed = (*database)->run(QStringLiteral("PRAGMA synchronous = NORMAL"));
        !relaxed)
        return relaxed.error();
    if (const auto prepared = CacheFile::prepare(**database); !prepared)
        return prepared.error();
    return database;
}

Result<std::unique_ptr<Database>> openOrRemake(const QString &path, FaultInjector *faults)
{
    auto database = openCache(path, faults);
    if (database || database.error().code != ErrorCode::Damaged)
        return database;
    qCInfo(cacheLog, "cache.db is begun anew: %s", qPrintable(database.error().detail));
    removeCacheFiles(path);
    return openCache(path, faults);
}

QFuture<std::optional<CachedData>> nothingKept()
{
    QPromise<std::optional<CachedData>> promise;
    promise.start();
    promise.addResult(std::optional<CachedData>());
    promise.finish();
    return promise.future();
}

} // namespace

class Cache::Private
{
public:
    Private(QString file, const Clock &timeSource, qint64 largestSum, FaultInjector *injector)
        : path(std::move(file)), clock(timeSource), largest(largestSum), faults(injector)
    {
    }

    void start();
    void note(const Result<void> &done);
    qint64 now() const { return clock.now().toMSecsSinceEpoch(); }
    /// Where answers come from: a memory's only connection is the writer's.
    DatabaseThread &source() const { return reader ? *reader : *writer; }

    QString path;
    const Clock &clock;
    qint64 largest;
    FaultInjector *faults;
    std::atomic<bool> isDamaged = false;
    std::unique_ptr<DatabaseThread> writer; ///< null: nothing is kept
    std::unique_ptr<DatabaseThread> reader;
};

void Cache::Private::start()
{
    auto write = DatabaseThread::start([this] { return openOrRemake(path, faults); });
    if (write) {
        auto read = DatabaseThread::start(
            [this] { return Database::open(path, Database::Access::ReadOnly, faults); });
        if (read)
            reader = std::move(read).value();
    } else {
        qCWarning(cacheLog, "cache.db cannot be used: %s", qPrintable(write.error().detail));
        write =
            DatabaseThread::start([&] { return openCache(QStringLiteral(":memory:"), faults); });
    }
    // A database in memory is refused only where there is no memory left.
    if (write)
        writer = std::move(write).value();
    else
        qCWarning(cacheLog, "nothing is kept: %s", qPrintable(write.error().detail));
}

/// A cache that turns out to be damaged goes when it is closed.
void Cache::Private::note(const Result<void> &done)
{
    if (done)
        return;
    qCWarning(cacheLog, "%s", qPrintable(done.error().detail));
    if (done.error().code == ErrorCode::Damaged)
        isDamaged = true;
}

std::unique_ptr<Cache>
Cache::open(const QString &path, const Clock &clock, qint64 largest, FaultInjector *faults)
{
    auto parts = std::make_unique<Private>(path, clock, largest, faults);
    parts->start();
    return std::unique_ptr<Cache>(new Cache(std::move(parts)));
}

Cache::Cache(std::unique_ptr<Private> p) : d(std::move(p))
{
}

Cache::~Cache()
{
    d->reader.reset();
    d->writer.reset();
    if (d->isDamaged)
        removeCacheFiles(d->path);
}

QFuture<std::optional<CachedData>> Cache::find(const QString &key)
{
    if (!d->writer)
        return nothingKept();
    // Whether there is a reader is asked here: jobs still run while the cache is being closed.
    return d->source().post(
        [p = d.get(), key, isReader = d->reader != nullptr](Database &database) {
            const auto found = CacheFile::find(database, key);
            if (!found)
                p->note(found.error());
            if (found && *found && !isReader)
                p->note(CacheFile::touch(database, key, p->now()));
            else if (found && *found)
                p->writer->post([p, key, now = p->now()](Database &writable) {
                    p->note(CacheFile::touch(writable, key, now));
                    return Result<void>();
                });
            return found ? *found : std::nullopt;
        });
}

void Cache::keep(const QString &key, const CachedData &data)
{
    if (data.bytes.size() > d->largest / 8)
        return forget(key);
    if (!d->writer)
        return;
    d->writer->post([p = d.get(), key, data, now = d->now()](Database &database) {
        p->note(CacheFile::keep(database, key, data, now, p->largest));
        return Result<void>();
    });
}

void Cache::forget(const QString &key)
{
    if (!d->writer)
        return;
    d->writer->post([p = d.get(), key](Database &database) {
        p->note(CacheFile::forget(database, key));
        return Result<void>();
    });
}

} // namespace plotleaf
