#include "core/services/folders/folder_index.h"

#include "core/runs/natural_sort.h"

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
    const auto found = findRuns(m_root, m_formats, cancelled);
    if (!found)
        return found.error();
    QVector<Entry> entries = entriesOf(*found);
    QMutex failedMutex;
    QStringList failed;
    QtConcurrent::blockingMap(&m_pool, entries, [&](const Entry &entry) {
        if (const auto read = entry.run->update(entry.found.place.files, cancelled); !read) {
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
        seen = qHashMulti(seen, entry.found.place.id, entry.run->revision(), running);
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
    for (const FoundRun &each : found.runs) {
        RunPtr run = m_runs.value(each.place.id);
        if (!run)
            run = each.format->open(each.place);
        runs.insert(each.place.id, run);
        entries.append({each, run});
    }
    m_runs = std::move(runs);
    return entries;
}

Run FolderIndex::describe(const Entry &entry, const QDateTime &now) const
{
    Run run = entry.run->description(now);
    const QString &id = entry.found.place.id;
    run.id = RunId(id);
    if (run.name.isEmpty())
        run.name = id == QLatin1String(".") ? QDir(m_root).dirName() : id;
    return run;
}

QVector<Run> FolderIndex::runs(const QDateTime &now) const
{
    QMutexLocker lock(&m_mutex);
    const QVector<Entry> entries = m_entries;
    lock.unlock();
    QVector<Run> all;
    for (const auto &format : m_formats.all()) {
        QVector<Run> runs;
        for (const Entry &entry : entries) {
            if (entry.found.format == format.get())
                runs.append(describe(entry, now));
        }
        format->complete(runs);
        all += runs;
    }
    std::ranges::stable_sort(all, naturalLess, &Run::name);
    return all;
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
    const auto newestOf = [](const Entry &entry) -> const RunFile & {
        return *std::ranges::max_element(entry.found.place.files, {}, &RunFile::modified);
    };
    entries.removeIf([](const Entry &entry) { return entry.found.place.files.isEmpty(); });
    std::ranges::stable_sort(entries, std::ranges::greater(), [&](const Entry &entry) {
        const RunFile &file = newestOf(entry);
        return std::pair(file.modified, file.name);
    });
    QStringList paths{m_root};
    for (const Entry &entry : entries) {
        if (paths.size() + 2 > limit)
            break;
        const QString &folder = entry.found.place.path;
        paths << folder << QString(folder + u'/' + newestOf(entry).name);
    }
    return paths;
}

Result<FolderIndex::RunPtr> FolderIndex::updated(const RunId &id)
{
    QMutexLocker lock(&m_mutex);
    RunPtr run = m_runs.value(id.toString());
    lock.unlock();
    const std::optional<FoundRun> found = findRun(m_root, id.toString(), m_formats);
    if (!found) {
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
            known = found->format->open(found->place);
        run = known;
        lock.unlock();
    }
    auto read = run->update(found->place.files, m_cancelled);
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
