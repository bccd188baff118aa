#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QString>

#include <functional>
#include <optional>

namespace plotleaf {

/// Keeps what sources of runs answered, so that panels have something to show at once and where
/// there is no network. Panels know it by this class only; the store implements it over cache.db,
/// which may be deleted at any time.
///
/// The bytes are the caller's (core/panels/run_data_codec.h); `source` is the place as a person's
/// absolute spelling names it ("folder:/home/ana/runs", "clearml/prod"), `key` what was asked of it
/// ("runs", "series\nRUN\nMETRIC"). Both are any text.
///
/// Called on the GUI thread and never blocks it. Nothing here fails: what cannot be read is not
/// there, and what cannot be written is not kept. Which entries make room for new ones is the
/// cache's affair (the least recently used).
class RunCache
{
public:
    struct Entry
    {
        QByteArray bytes;
        QDateTime fetched; ///< UTC, when the source answered
    };

    using Encode = std::function<QByteArray()>;

    RunCache() = default;
    virtual ~RunCache() = default;
    Q_DISABLE_COPY_MOVE(RunCache)

    /// Nothing where it is not kept.
    virtual QFuture<std::optional<Entry>> load(const QString &source, const QString &key) = 0;
    /// Replaces what was kept under the key. `encode` makes the bytes, once, on a thread of the
    /// cache's; where they are empty, nothing changes. What was asked to be saved is saved when the
    /// cache goes, whatever became of who asked.
    virtual void save(const QString &source,
                      const QString &key,
                      const Encode &encode,
                      const QDateTime &fetched) = 0;
};

} // namespace plotleaf
