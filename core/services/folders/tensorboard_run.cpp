#include "core/services/folders/tensorboard_run.h"

#include "core/services/folders/run_finder.h"
#include "core/services/folders/sample_choice.h"
#include "core/services/folders/tensorboard_format.h"
#include "core/services/folders/tensorboard_samples.h"
#include "services/folders/proto/tensorboard_event.pb.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

using Kind = TensorboardData::Kind;

constexpr qint64 runningMs = 5LL * 60 * 1000;
constexpr double lastWallOfYear9999 = 253402300799.0;

QDateTime timeOf(std::optional<double> wall)
{
    if (!wall || *wall > lastWallOfYear9999)
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(*wall * 1000.0), Qt::UTC);
}

} // namespace

Result<void> TensorboardRun::update(const std::atomic_bool &cancelled)
{
    return update(filesOf(TensorboardFormat(), m_folder), cancelled);
}

Result<void> TensorboardRun::update(const QVector<RunFile> &files,
                                    const std::atomic_bool &cancelled)
{
    const QMutexLocker lock(&m_mutex);
    // Another thread may have read what was written after `files` was listed.
    const QVector<RunFile> present =
        startsAs(files) ? files : filesOf(TensorboardFormat(), m_folder);
    if (!startsAs(present))
        startOver();
    Result<void> read = readFiles(present, cancelled);
    if (!m_isOutOfOrder && (read || read.error().code != ErrorCode::Damaged))
        return read;
    startOver();
    return readFiles(present, cancelled);
}

Result<void> TensorboardRun::readFiles(const QVector<RunFile> &files,
                                       const std::atomic_bool &cancelled)
{
    Result<void> all;
    for (size_t i = 0; i < static_cast<size_t>(files.size()); ++i) {
        const RunFile &file = files[static_cast<qsizetype>(i)];
        if (i == m_files.size())
            m_files.push_back({EventFileReader(m_folder + u'/' + file.name), -1, 0, false});
        if (m_files[i].sizeRead == file.size)
            continue;
        const auto read = readFile(i, file.size, cancelled);
        if (read) {
            m_isOutOfOrder |= m_files[i].wasPassedOver && i + 1 < m_files.size();
            m_files[i].wasPassedOver = false;
        } else if (read.error().code == ErrorCode::Damaged) {
            return read; // everything is read anew
        } else {
            m_files[i].wasPassedOver = true;
            if (all)
                all = read;
        }
    }
    return all;
}

bool TensorboardRun::startsAs(const QVector<RunFile> &files) const
{
    if (m_files.size() > static_cast<size_t>(files.size()))
        return false;
    for (size_t i = 0; i < m_files.size(); ++i) {
        const RunFile &file = files[static_cast<qsizetype>(i)];
        if (!m_files[i].reader.path().endsWith(u'/' + file.name) || file.size < m_files[i].sizeRead)
            return false;
    }
    return true;
}

void TensorboardRun::startOver()
{
    m_files.clear();
    m_data = {};
    m_isOutOfOrder = false;
    ++m_revision;
}

Result<void> TensorboardRun::readFile(size_t index, qint64 size, const std::atomic_bool &cancelled)
{
    File &file = m_files[index];
    tensorboard::Event event;
    const auto visit = [&](QByteArrayView payload, qint64 offset) {
        if (event.ParseFromArray(payload.data(), static_cast<int>(payload.size())))
            m_data.add(event, {index, offset, payload.size()});
        else
            ++file.unreadable;
    };
    const Result<int> records = file.reader.readNew(visit, cancelled);
    if (!records)
        return records.error();
    if (*records > 0)
        ++m_revision;
    if (!cancelled)
        file.sizeRead = size;
    return {};
}

quint64 TensorboardRun::revision() const
{
    const QMutexLocker lock(&m_mutex);
    return m_revision;
}

Run TensorboardRun::description(const QDateTime &now) const
{
    const QMutexLocker lock(&m_mutex);
    Run run;
    run.created = timeOf(m_data.firstWall());
    run.updated = timeOf(m_data.lastWall());
    run.config = m_data.config();
    run.metrics = m_data.tags({Kind::Scalar});
    run.media = m_data.tags({Kind::Image, Kind::Audio, Kind::Text});
    run.histograms = m_data.tags({Kind::Histogram});
    // A clock a little ahead of ours is usual on a cluster; one far ahead is wrong, and the run may
    // be years old.
    const bool fresh = run.updated.isValid() && std::abs(run.updated.msecsTo(now)) < runningMs;
    if (m_data.end() == TensorboardData::End::Failure)
        run.state = RunState::Failed;
    else if (m_data.end() == TensorboardData::End::Success || !fresh)
        run.state = RunState::Finished;
    else
        run.state = RunState::Running;
    return run;
}

QStringList TensorboardRun::warnings() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList warnings;
    for (const File &file : m_files) {
        const int damaged = file.reader.damagedRecords() + file.unreadable;
        if (damaged > 0)
            warnings.append(QCoreApplication::translate("plotleaf::TensorboardRun",
                                                        "%1: %n damaged record(s) skipped", nullptr,
                                                        damaged)
                                .arg(file.reader.path().section(u'/', -1)));
    }
    return warnings;
}

Result<SeriesPtr> TensorboardRun::series(const QString &metric) const
{
    const QMutexLocker lock(&m_mutex);
    if (SeriesPtr series = m_data.series(metric))
        return series;
    return lacks(QCoreApplication::translate("plotleaf::TensorboardRun", "metric"), metric);
}

Result<std::vector<TensorboardRun::Source>>
TensorboardRun::sources(const QString &key,
                        const SampleSteps &steps,
                        std::initializer_list<Kind> kinds,
                        const QString &what) const
{
    const QMutexLocker lock(&m_mutex);
    const std::optional<Kind> kind = m_data.kindOf(key);
    if (!kind || std::find(kinds.begin(), kinds.end(), *kind) == kinds.end())
        return lacks(what, key);
    const std::vector<TensorboardData::SamplePlace> all = samplesAt(m_data.samples(key), steps);
    qint64 bytes = 0;
    for (const auto &sample : all)
        bytes += sample.place.size;
    std::vector<Source> chosen;
    for (const size_t i : spreadSamples(all.size(), bytes))
        chosen.push_back({m_files[all[i].place.file].reader.path(), all[i]});
    return chosen;
}

namespace {

/// Reads a record again and hands the value at the place to `use`.
template <typename Use>
Result<void> withValue(const QString &path, const TensorboardData::SamplePlace &where, Use use)
{
    const auto payload = EventFileReader::payloadAt(path, where.place.offset, where.place.size);
    if (!payload)
        return payload.error();
    tensorboard::Event event;
    if (event.ParseFromArray(payload->constData(), static_cast<int>(payload->size())) &&
        where.value < event.summary().value_size())
        use(event.summary().value(where.value));
    return {};
}

} // namespace

Result<QVector<MediaSample>> TensorboardRun::media(const QString &key,
                                                   const SampleSteps &steps) const
{
    const auto places =
        sources(key, steps, {Kind::Image, Kind::Audio, Kind::Text},
                QCoreApplication::translate("plotleaf::TensorboardRun", "image, audio or text"));
    if (!places)
        return places.error();
    QMutexLocker lock(&m_mutex);
    const Kind kind = m_data.kindOf(key).value_or(Kind::Other);
    lock.unlock();

    QVector<MediaSample> found;
    for (const Source &source : *places) {
        auto read = withValue(source.path, source.where, [&](const auto &value) {
            for (MediaSample &sample : mediaSamples(value, kind)) {
                sample.key = key;
                sample.step = source.where.step;
                sample.wall = source.where.wall;
                found.append(std::move(sample));
            }
        });
        if (!read)
            return read.error();
    }
    return found;
}

Result<QVector<HistogramSample>> TensorboardRun::histograms(const QString &key,
                                                            const SampleSteps &steps) const
{
    const auto places =
        sources(key, steps, {Kind::Histogram},
                QCoreApplication::translate("plotleaf::TensorboardRun", "histogram"));
    if (!places)
        return places.error();
    QVector<HistogramSample> found;
    for (const Source &source : *places) {
        auto read = withValue(source.path, source.where, [&](const auto &value) {
            if (auto sample = histogramSample(value)) {
                sample->step = source.where.step;
                sample->wall = source.where.wall;
                found.append(std::move(*sample));
            }
        });
        if (!read)
            return read.error();
    }
    return found;
}

} // namespace plotleaf
