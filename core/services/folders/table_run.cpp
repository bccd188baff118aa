#include "core/services/folders/table_run.h"

#include "core/services/folders/config_values.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plotleaf {

namespace {

constexpr qint64 freshMs = 5LL * 60 * 1000;
constexpr double endOfYear9999 = 253402300799.0;

QDateTime dateOf(std::optional<double> wall)
{
    if (!wall || *wall > endOfYear9999)
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(*wall * 1000.0), Qt::UTC);
}

bool isSame(const RunFile &a, const RunFile &b)
{
    return a.name == b.name && a.size == b.size && a.modified == b.modified;
}

} // namespace

/// What the runs of a file share.
class TableRun::File
{
public:
    explicit File(QString path) : m_path(std::move(path)), m_reader(std::in_place, m_path) {}

    Result<void> update(const QVector<RunFile> &files, const std::atomic_bool &cancelled)
    {
        const QMutexLocker lock(&m_mutex);
        readConfig(files);
        const RunFile &file = files.first();
        if (m_seen && isSame(*m_seen, file) && !m_reader->isWaiting())
            return {};
        Result<void> read = readOn(cancelled);
        if (!cancelled && read)
            m_seen = file;
        if (read)
            m_reader->data().setNewest(static_cast<double>(file.modified.toMSecsSinceEpoch()) /
                                       1000.0);
        m_modified = file.modified;
        return read;
    }

    quint64 revision() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_revision;
    }

    Run description(const QString &key, const QDateTime &now) const
    {
        const QMutexLocker lock(&m_mutex);
        const TableData &data = m_reader->data();
        Run run;
        run.name = key;
        run.created = dateOf(data.firstWall(key));
        run.updated = dateOf(data.lastWall(key));
        if (!run.updated.isValid())
            run.updated = m_modified;
        run.config = data.config(key);
        run.config.insert(m_config);
        run.metrics = data.metrics(key);
        const bool isFresh = m_modified.isValid() && std::abs(m_modified.msecsTo(now)) < freshMs;
        run.state = isFresh ? RunState::Running : RunState::Finished;
        return run;
    }

    QStringList warnings() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_reader->warnings();
    }

    SeriesPtr series(const QString &key, const QString &metric) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_reader->data().series(key, metric);
    }

    QStringList runs() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_reader->data().runs();
    }

private:
    Result<void> readOn(const std::atomic_bool &cancelled)
    {
        const quint64 before = m_reader->progress();
        Result<void> read = m_reader->readNew(cancelled);
        if (m_reader->progress() != before)
            ++m_revision;
        if (read || read.error().code != ErrorCode::Damaged)
            return read;
        m_reader.emplace(m_path);
        m_reader->isAnother();
        ++m_revision;
        return m_reader->readNew(cancelled);
    }

    void readConfig(const QVector<RunFile> &files)
    {
        const QVector<RunFile> beside = files.mid(1);
        if (std::ranges::equal(beside, m_configFiles, isSame))
            return;
        m_configFiles = beside;
        m_config = configBeside(m_path.section(u'/', 0, -2), beside);
        ++m_revision;
    }

    const QString m_path;
    mutable QMutex m_mutex;
    std::optional<TableReader> m_reader; ///< always there
    std::optional<RunFile> m_seen;       ///< the file as it was when read to its end
    QDateTime m_modified;
    QVector<RunFile> m_configFiles;
    QVariantMap m_config;
    quint64 m_revision = 0;
};

/// One run of a table that holds several.
class TableRun::Part final : public FileRun
{
public:
    Part(std::shared_ptr<File> file, QString key) : m_file(std::move(file)), m_key(std::move(key))
    {
    }

    Result<void> update(const QVector<RunFile> &files, const std::atomic_bool &cancelled) override
    {
        return m_file->update(files, cancelled);
    }
    quint64 revision() const override { return m_file->revision(); }
    Run description(const QDateTime &now) const override { return m_file->description(m_key, now); }
    QStringList warnings() const override { return {}; }
    Result<SeriesPtr> series(const QString &metric) const override
    {
        if (SeriesPtr series = m_file->series(m_key, metric))
            return series;
        return lacks(QCoreApplication::translate("plotleaf::TableRun", "metric"), metric);
    }

private:
    std::shared_ptr<File> m_file;
    const QString m_key;
};

TableRun::TableRun(QString path) : m_file(std::make_shared<File>(std::move(path)))
{
}

Result<void> TableRun::update(const QVector<RunFile> &files, const std::atomic_bool &cancelled)
{
    return m_file->update(files, cancelled);
}

quint64 TableRun::revision() const
{
    return m_file->revision();
}

Run TableRun::description(const QDateTime &now) const
{
    return m_file->description({}, now);
}

QStringList TableRun::warnings() const
{
    return m_file->warnings();
}

Result<SeriesPtr> TableRun::series(const QString &metric) const
{
    return Part(m_file, {}).series(metric);
}

QVector<RunPart> TableRun::parts()
{
    QVector<RunPart> parts;
    const QStringList keys = m_file->runs();
    for (const QString &key : keys)
        parts.append({key, std::make_shared<Part>(m_file, key)});
    return parts;
}

} // namespace plotleaf
