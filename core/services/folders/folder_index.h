#pragma once

#include "core/services/folders/run_finder.h"

#include <QHash>
#include <QMutex>
#include <QThreadPool>

#include <memory>

namespace plotleaf {

/// What is known of the runs below a folder. Thread-safe; calls block on the disk, so they are not
/// for the GUI thread.
class FolderIndex
{
public:
    /// Reading is spread over `pool`, which must outlive the index.
    FolderIndex(QString root, QThreadPool &pool) : m_root(std::move(root)), m_pool(pool) {}

    /// Finds runs and reads what they gained. A run that cannot be read becomes a warning, not an
    /// error. Returns a number that differs when anything that could be seen differs. Errors: those
    /// of findRuns(); what was known before stays then.
    Result<quint64> refresh(const QDateTime &now) { return refresh(now, m_cancelled); }
    /// `cancelled` ends it soon, as cancel() would.
    Result<quint64> refresh(const QDateTime &now, const std::atomic_bool &cancelled);

    /// As of the last refresh, in natural order of their names.
    QVector<Run> runs(const QDateTime &now) const;
    QStringList warnings() const;
    /// What a watcher should look at: the folders of runs, and the newest file of each, newest run
    /// first.
    QStringList watchPaths(qsizetype limit) const;

    /// These bring the one run up to date first, so that they do not wait for a refresh of all.
    /// Errors: NotFound, Io, Cancelled.
    Result<SeriesPtr> series(const RunId &id, const QString &metric);
    Result<QVector<MediaSample>>
    media(const RunId &id, const QString &key, const SampleSteps &steps = {});
    Result<QVector<HistogramSample>>
    histograms(const RunId &id, const QString &key, const SampleSteps &steps = {});

    /// Makes everything that runs now and later end soon, but a refresh that has a flag of its own.
    void cancel() { m_cancelled = true; }

private:
    using RunPtr = std::shared_ptr<FileRun>;
    struct Entry
    {
        FoundRun found;
        RunPtr run;
    };

    QVector<Entry> entriesOf(const FoundRuns &found);
    static QVector<Entry> withParts(const QVector<Entry> &entries);
    Result<RunPtr> updated(const RunId &id);
    Error noSuchRun(const RunId &id) const;
    Run describe(const Entry &entry, const QDateTime &now) const;

    const RunFormats m_formats;
    const QString m_root;
    QThreadPool &m_pool;
    std::atomic_bool m_cancelled = false;

    mutable QMutex m_mutex; ///< of what follows; never held while reading
    QVector<Entry> m_entries;
    QHash<QString, RunPtr> m_runs; ///< by id
    QStringList m_warnings;
};

} // namespace plotleaf
