#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QString>

#include <memory>
#include <optional>

namespace plotleaf {

class Clock;
class FaultInjector;

/// Bytes that were kept, and as of when they are.
struct CachedData
{
    QByteArray bytes;
    QDateTime asOf; ///< UTC
};

/// `cache.db`: what can be had again, beside `library.db` and never mixed with it. May be deleted
/// at any time, also while Plotleaf runs. Written by another version or damaged: begun anew. Where
/// the folder takes no file: kept in memory for this run. So there is always a cache and opening it
/// cannot fail.
///
/// Bounded: what was not used for longest goes first. A write is safe from a crash of the program
/// but not worth a sync of the disk; several processes may share the file. Nothing in here fails
/// for whoever asks: what cannot be read is not there, what cannot be written is not kept. Callable
/// from any thread; never blocks.
///
/// The bytes are immutable to the cache: who changes the form of what it keeps, changes its keys.
class Cache
{
public:
    static constexpr qint64 defaultLargest = 512LL * 1024 * 1024;

    /// `largest`: bytes of all that is kept, as kept (compressed). `clock` must outlive the cache;
    /// `faults` is for tests. Blocks for as long as it takes to open a file.
    static std::unique_ptr<Cache> open(const QString &path,
                                       const Clock &clock,
                                       qint64 largest = defaultLargest,
                                       FaultInjector *faults = nullptr);
    /// Writes what was asked to be kept.
    ~Cache();
    Cache(const Cache &) = delete;
    Cache &operator=(const Cache &) = delete;

    /// What was kept last under `key`.
    QFuture<std::optional<CachedData>> find(const QString &key);
    /// In place of what was there. Larger than an eighth of the whole cache: only the old goes.
    void keep(const QString &key, const CachedData &data);
    void forget(const QString &key);

private:
    class Private;
    explicit Cache(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
