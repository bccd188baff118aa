#include "core/services/folders/folder_index.h"

#include "core/runs/natural_sort.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentMap>

#include <algorithm>
#include <utility>

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

    failed.sort(); // the pool reads in any order
    QStringList warnings = found->warnings + failed;
    for (const Entry &entry : std::as_const(entries))
        warnings += entry.run->warnings();
    entries = withParts(entries);
    quint64 seen = 0;
    for (const Entry &entry : std::as_const(entries)) {
        const bool running = entry.run->description(now).state == RunState::Running;
        seen = qHashMulti(seen, entry.found.place.id, entry.run->revision(), running);
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

QVector<FolderIndex::Entry> FolderIndex::withParts(const QVector<Entry> &entries)
{
    QVector<Entry> all;
    for (const Entry &entry : entries) {
        if (!entry.found.place.holdsMany) {
            all.append(entry);
            continue;
        }
        const QVector<RunPart> parts = entry.run->parts();
        for (const RunPart &part : parts) {
            Entry one{entry.found, part.run};
            one.found.place.id = partId(entry.found.place.id, part.key);
            all.append(one);
        }
    }
    return all;
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

Error FolderIndex::noSuchRun(const RunId &id) const
{
    const QString message =
        QFileInfo::exists(m_root)
            ? QCoreApplication::translate("plotleaf::FolderIndex", "There is no run “%1” in “%2”.")
                  .arg(id.toString(), m_root)
            : QCoreApplication::translate("plotleaf::FolderIndex", "There is no folder “%1”.")
                  .arg(m_root);
    return {ErrorCode::NotFound, message, {}};
}

Result<FolderIndex::RunPtr> FolderIndex::updated(const RunId &id)
{
    const std::optional<FoundRun> found = findRun(m_root, id.toString(), m_formats);
    if (!found)
        return noSuchRun(id);
    QMutexLocker lock(&m_mutex);
    RunPtr &known = m_runs[found->place.id];
    if (!known)
        known = found->format->open(found->place);
    const RunPtr run = known;
    lock.unlock();
    auto read = run->update(found->place.files, m_cancelled);
    if (m_cancelled)
        return folderReadingCancelled();
    // What was read before stays to be seen; that it cannot be read any more is among the warnings.
    if (!read && run->revision() == 0)
        return read.error();
    if (!found->place.holdsMany)
        return run;
    const QVector<RunPart> parts = run->parts();
    for (const RunPart &part : parts) {
        if (partId(found->place.id, part.key) == id.toString())
            return part.run;
    }
    return noSuchRun(id);
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
