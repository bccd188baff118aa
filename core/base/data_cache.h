#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QString>

#include <optional>

namespace plotleaf {

/// Bytes that were kept, and when.
struct CachedData
{
    QByteArray bytes;
    QDateTime kept; ///< UTC; "as of" of what is shown from it
};

/// Remembers what can be fetched or computed again, so that it is there at once and offline.
/// Whatever is kept may be gone the next moment; nothing in here is precious, and a failure is
/// never an error of whoever asks. Callable from any thread; never blocks.
///
/// Values are immutable to the cache: who changes the form of what it keeps, changes its keys.
class DataCache
{
public:
    enum class Kind {
        Figure = 1,     ///< of a panel, ready to be drawn
        RunData = 2,    ///< series, samples and lists of runs
        Thumbnail = 3,  ///< small pictures
        ServerList = 4, ///< what a server lists: projects, tags, users
        Image = 5,      ///< pictures from elsewhere
    };

    DataCache() = default;
    DataCache(const DataCache &) = delete;
    DataCache &operator=(const DataCache &) = delete;
    virtual ~DataCache() = default;

    /// What was kept last under `key`. Takes part in nothing that is precious, so it is always
    /// answered: nothing when there is none, also when the cache is broken.
    virtual QFuture<std::optional<CachedData>> find(Kind kind, const QString &key) = 0;

    /// Keeps `bytes` in place of what was there. Larger than an eighth of the whole cache: not
    /// kept.
    virtual void keep(Kind kind, const QString &key, const QByteArray &bytes) = 0;

    /// Forgets it, if it is there.
    virtual void forget(Kind kind, const QString &key) = 0;
};

} // namespace plotleaf
