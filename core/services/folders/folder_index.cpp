#include "core/services/folders/folder_index.h"

#include "core/services/folders/shared_parameters.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentMap>

#include <algorithm>

namespace plotleaf {

namespace {

Error folderReadingCancelled()
{
    return {ErrorCode::Cancelled,
            QCoreApplication::translate("plotleaf::FolderIndex", "Reading the runs was cancelled."),
            {}};
}

} // namespace

Result<quint64> FolderIndex::refresh(const QDateTime &now, const std::atomic_bool &cancelled)
{
    const auto found = findRuns(m_root, cancelled);
    if (!found)
        return found.error();
    QVector<Entry> entries = entriesOf(*found);
    QMutex failedMutex;
    QStringList failed;
    QtConcurrent::blockingMap(&m_pool, entries, [&](const Entry &entry) {
        if (const auto read = entry.run->update(entry.folder.files, cancelled); !read) {
            const QMutexLocker lock(&failedMutex);
            failed.append(read.error().message);
        }
    });

    // What was read in part is no state of the folder.
    if (cancelled)
        return folderReadingCancelled();

    quint64 seen = 0;
    failed.sort(); // the pool reads in any order
    QStringList warnings = found->warnings + failed;
    for (const Entry &entry : entries) {
        const bool running = entry.run->description(now).state == RunState::Running;
        seen = qHashMulti(seen, entry.folder.id, entry.run->revision(), running);
        warnings += entry.run->warnings();
    }
    seen = qHashMulti(seen, warnings);
    const QMutexLocker lock(&m_mutex);
    m_entries = std::move(entries);
    m_warnings = warnings;
    return seen;
}

QVector<FolderIndex::Entry> FolderIndex::entriesOf(const FoundRuns &found)
{
    const QMutexLocker lock(&m_mutex);
    QVector<Entry> entries;
    QHash<QString, RunPtr> runs;
    for (const RunFolder &folder : found.runs) {
        RunPtr run = m_runs.value(folder.id);
        if (!run)
            run = std::make_shared<TensorboardRun>(folder.path);
        runs.insert(folder.id, run);
        entries.append({folder, run});
    }
    m_runs = std::move(runs);
    return entries;
}

Run FolderIndex::describe(const Entry &entry, const QDateTime &now) const
{
    Run run = entry.run->description(now);
    run.id = RunId(entry.folder.id);
    run.name = entry.folder.id == QLatin1String(".") ? QDir(m_root).dirName() : entry.folder.id;
    return run;
}

QVector<Run> FolderIndex::runs(const QDateTime &now) const
{
    QMutexLocker lock(&m_mutex);
    const QVector<Entry> entries = m_entries;
    lock.unlock();
    QVector<Run> runs;
    runs.reserve(entries.size());
    for (const Entry &entry : entries)
        runs.append(describe(entry, now));
    shareParameters(runs);
    return runs;
}

QStringList FolderIndex::warnings() const
{
    const QMutexLocker lock(&m_mutex);
    return m_warnings;
}

QStringList FolderIndex::watchPaths(qsizetype limit) const
{
    QMutexLocker lock(&m_mutex);
    QVector<Entry> entries = m_entries;
    lock.unlock();
    // The files whose names come last are those that were begun last.
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.folder.files.last().name > b.folder.files.last().name;
    });
    QStringList paths{m_root};
    for (const Entry &entry : entries) {
        if (paths.size() + 2 > limit)
            break;
        paths << entry.folder.path
              << QString(entry.folder.path + u'/' + entry.folder.files.last().name);
    }
    return paths;
}

Result<FolderIndex::RunPtr> FolderIndex::updated(const RunId &id)
{
    QMutexLocker lock(&m_mutex);
    RunPtr run = m_runs.value(id.toString());
    lock.unlock();
    const QString folder = QDir::cleanPath(m_root + u'/' + id.toString());
    const QVector<EventFile> files = eventFilesIn(folder);
    const bool inside = folder == m_root || folder.startsWith(m_root + u'/');
    if (files.isEmpty() || !inside) {
        const QString message =
            QFileInfo::exists(m_root)
                ? QCoreApplication::translate("plotleaf::FolderIndex",
                                              "There is no run “%1” in “%2”.")
                      .arg(id.toString(), m_root)
                : QCoreApplication::translate("plotleaf::FolderIndex", "There is no folder “%1”.")
                      .arg(m_root);
        return Error{ErrorCode::NotFound, message, {}};
    }
    if (!run) {
        lock.relock();
        RunPtr &known = m_runs[id.toString()];
        if (!known)
            known = std::make_shared<TensorboardRun>(folder);
        run = known;
        lock.unlock();
    }
    auto read = run->update(files, m_cancelled);
    if (m_cancelled)
        return folderReadingCancelled();
    // What was read before stays to be seen; that it cannot be read any more is among the warnings.
    if (!read && run->revision() == 0)
        return read.error();
    return run;
}

Result<SeriesPtr> FolderIndex::series(const RunId &id, const QString &metric)
{
    const auto run = updated(id);
    return run ? (*run)->series(metric) : run.error();
}

Result<QVector<MediaSample>>
FolderIndex::media(const RunId &id, const QString &key, const SampleSteps &steps)
{
    const auto run = updated(id);
    return run ? (*run)->media(key, steps) : run.error();
}

Result<QVector<HistogramSample>>
FolderIndex::histograms(const RunId &id, const QString &key, const SampleSteps &steps)
{
    const auto run = updated(id);
    return run ? (*run)->histograms(key, steps) : run.error();
}

} // namespace plotleaf
