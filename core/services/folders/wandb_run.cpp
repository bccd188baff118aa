#include "core/services/folders/wandb_run.h"

#include "core/services/folders/sample_choice.h"
#include "core/services/folders/tensorboard_samples.h"
#include "core/services/folders/wandb_format.h"
#include "core/services/folders/wandb_media.h"
#include "core/services/folders/wandb_samples.h"
#include "services/folders/proto/wandb_record.pb.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

using Place = WandbData::SamplePlace;

constexpr qint64 wandbRunningMs = 5LL * 60 * 1000; // after which W&B calls a silent run crashed
constexpr double lastSecondOfYear9999 = 253402300799.0;
constexpr qint64 outputEndBytes = 256 * 1024;

struct WandbText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::WandbRun)
};

QDateTime timeOfSeconds(std::optional<double> seconds)
{
    if (!seconds || *seconds > lastSecondOfYear9999 || *seconds < 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(*seconds * 1000.0), Qt::UTC);
}

bool isLog(const RunFile &file)
{
    return file.name.endsWith(QLatin1String(".wandb"));
}

/// The part of a file's name that is its run directory; empty where that is the run's folder.
QString directoryOf(const QString &fileName)
{
    QString folder = fileName.section(u'/', 0, -2);
    if (folder == QLatin1String("files") || folder.endsWith(QLatin1String("/files")))
        folder = folder.section(u'/', 0, -2);
    return folder;
}

/// `own` over `other`.
QVariantMap merged(QVariantMap other, const QVariantMap &own)
{
    other.insert(own);
    return other;
}

/// A file, or a text, that is to become a sample.
struct PlannedSample
{
    MediaSample sample; ///< without the bytes of a file
    std::optional<WandbSampleFile> file;
};

MediaSample textSample(const QString &text)
{
    MediaSample sample;
    sample.kind = MediaKind::Text;
    sample.mimeType = QStringLiteral("text/plain");
    sample.bytes = text.toUtf8();
    if (sample.bytes.size() <= WandbRun::maxTextBytes)
        return sample;
    qsizetype end = WandbRun::maxTextBytes;
    while (end > 0 && (static_cast<uchar>(sample.bytes[end]) & 0xC0U) == 0x80U)
        --end; // within a character
    sample.bytes.truncate(end);
    return sample;
}

/// The samples that a value of the log stands for. What is not there goes into `missing`.
std::vector<PlannedSample>
plannedOf(const QJsonValue &value, const QString &filesFolder, std::optional<Error> &missing)
{
    std::vector<PlannedSample> planned;
    if (value.isString()) {
        planned.push_back({textSample(value.toString()), {}});
        return planned;
    }
    for (const WandbMediaFile &named : wandbMediaFiles(value.toObject())) {
        const auto file = wandbSampleFile(filesFolder, named.path);
        if (!file) {
            missing = file.error();
            continue;
        }
        MediaSample sample;
        sample.kind = named.kind;
        sample.index = named.index;
        sample.caption = named.caption;
        planned.push_back({sample, *file});
    }
    return planned;
}

QString usualMimeType(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return QStringLiteral("image/png");
    case MediaKind::Audio:
        return QStringLiteral("audio/wav");
    case MediaKind::Video:
        return QStringLiteral("video/mp4");
    case MediaKind::Text:
    case MediaKind::Html:
        break;
    }
    return QStringLiteral("text/plain");
}

/// Reads its file, if it has one.
Result<MediaSample> withBytes(const PlannedSample &planned)
{
    MediaSample sample = planned.sample;
    if (!planned.file)
        return sample;
    const auto bytes = wandbSampleBytes(*planned.file, maxSampleBytesRead);
    if (!bytes)
        return bytes.error();
    sample.bytes = *bytes;
    if (sample.kind == MediaKind::Html) {
        sample.mimeType = QStringLiteral("text/html");
        return sample;
    }
    sample.mimeType = sniffedMimeType(sample.bytes, usualMimeType(sample.kind));
    // What W&B calls a film may be an animated picture.
    if (sample.kind == MediaKind::Video && sample.mimeType.startsWith(QLatin1String("image/")))
        sample.kind = MediaKind::Image;
    return sample;
}

} // namespace

QString WandbRun::filesFolderOf(const QString &log) const
{
    const QString directory = directoryOf(log);
    return m_folder + (directory.isEmpty() ? QString() : u'/' + directory) +
           QStringLiteral("/files");
}

Result<void> WandbRun::update(const QVector<RunFile> &files, const std::atomic_bool &cancelled)
{
    const QMutexLocker lock(&m_mutex);
    QVector<RunFile> logs;
    std::ranges::copy_if(files, std::back_inserter(logs), isLog);
    if (!startsAs(logs))
        startOver();
    if (!files.isEmpty()) {
        m_directory = directoryOf(files.first().name);
        m_filesFolder = filesFolderOf(files.last().name);
    }
    readSideFiles(files);
    Result<void> read = readLogs(logs, cancelled);
    if (!m_isOutOfOrder && (read || read.error().code != ErrorCode::Damaged))
        return read;
    startOver();
    return readLogs(logs, cancelled);
}

bool WandbRun::startsAs(const QVector<RunFile> &logs) const
{
    for (size_t i = 0; i < m_logs.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        if (place < logs.size() && logs[place].name != m_logs[i].name)
            return false;
        // An old listing lacks what another thread was told of; what is gone is lacking on disk.
        if (place >= logs.size() && !QFileInfo::exists(m_logs[i].reader.path()))
            return false;
    }
    return true;
}

void WandbRun::startOver()
{
    m_logs.clear();
    m_data = {};
    m_isOutOfOrder = false;
    ++m_revision;
}

Result<void> WandbRun::readLogs(const QVector<RunFile> &logs, const std::atomic_bool &cancelled)
{
    Result<void> all;
    for (size_t i = 0; i < static_cast<size_t>(logs.size()); ++i) {
        const RunFile &file = logs[static_cast<qsizetype>(i)];
        if (i == m_logs.size())
            m_logs.push_back({file.name, WandbLogReader(m_folder + u'/' + file.name)});
        if (m_logs[i].sizeRead == file.size)
            continue;
        const auto read = readLog(i, file.size, cancelled);
        if (read) {
            m_isOutOfOrder |= m_logs[i].wasPassedOver && i + 1 < m_logs.size();
            m_logs[i].wasPassedOver = false;
        } else if (read.error().code == ErrorCode::Damaged) {
            return read; // everything is read anew
        } else {
            m_logs[i].wasPassedOver = true;
            if (all)
                all = read;
        }
    }
    return all;
}

Result<void> WandbRun::readLog(size_t index, qint64 size, const std::atomic_bool &cancelled)
{
    Log &log = m_logs[index];
    if (log.sizeRead < 0 && index > 0)
        m_data.beginSession();
    wandb::Record record;
    const auto visit = [&](QByteArrayView payload, qint64 offset) {
        if (record.ParseFromArray(payload.data(), static_cast<int>(payload.size())))
            m_data.add(record, index, offset);
        else
            ++log.unreadable;
    };
    const Result<int> records = log.reader.readNew(visit, cancelled);
    if (!records)
        return records.error();
    if (*records > 0)
        ++m_revision;
    if (!cancelled)
        log.sizeRead = size;
    return {};
}

void WandbRun::readSideFiles(const QVector<RunFile> &files)
{
    size_t seen = 0;
    for (const RunFile &file : files) {
        if (!isLog(file))
            seen = qHashMulti(seen, file.name, file.size, file.modified);
    }
    if (seen == m_sideFilesSeen)
        return;
    m_sideFilesSeen = seen;
    m_side = {};
    for (const RunFile &file : files) {
        if (!isLog(file))
            m_side.read(m_folder + u'/' + file.name);
    }
    ++m_revision;
}

quint64 WandbRun::revision() const
{
    const QMutexLocker lock(&m_mutex);
    return m_revision;
}

RunState WandbRun::stateAt(const QDateTime &now) const
{
    if (m_data.end() == WandbData::End::Success)
        return RunState::Finished;
    if (m_data.end() == WandbData::End::Failure)
        return RunState::Failed;
    const QDateTime updated = timeOfSeconds(m_data.lastWall());
    if (!updated.isValid())
        return RunState::Unknown;
    // A clock a little ahead of ours is usual on a cluster.
    return std::abs(updated.msecsTo(now)) < wandbRunningMs ? RunState::Running : RunState::Failed;
}

Run WandbRun::description(const QDateTime &now) const
{
    const QMutexLocker lock(&m_mutex);
    const WandbData::Identity &identity = m_data.identity();
    const auto directory = wandbDirectoryOf(m_directory.section(u'/', -1));
    const auto firstOf = [](std::initializer_list<QString> texts) {
        const auto found =
            std::ranges::find_if(texts, [](const QString &t) { return !t.isEmpty(); });
        return found == texts.end() ? QString() : *found;
    };
    Run run;
    run.name = firstOf({identity.name, identity.id, directory ? directory->id : QString()});
    run.project = identity.project;
    run.user = firstOf({identity.user, m_side.user, identity.entity});
    run.group = identity.group;
    run.jobType = identity.jobType;
    run.notes = identity.notes;
    run.tags = identity.tags;
    run.state = stateAt(now);
    run.created = timeOfSeconds(identity.started ? identity.started : m_side.started);
    if (!run.created.isValid() && directory)
        run.created =
            QDateTime::fromString(directory->time, QStringLiteral("yyyyMMdd_HHmmss")).toUTC();
    run.updated = timeOfSeconds(m_data.lastWall());
    run.config = merged(m_side.config.leaves(), m_data.config());
    run.summary = merged(m_side.summary.leaves(), m_data.summary());
    run.metrics = m_data.metrics();
    run.media = m_data.keys(WandbData::Kind::Media);
    run.histograms = m_data.keys(WandbData::Kind::Histogram);
    return run;
}

QStringList WandbRun::warnings() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList warnings;
    for (const Log &log : m_logs) {
        const int damaged = log.reader.damagedRecords() + log.unreadable;
        if (damaged > 0)
            warnings.append(
                WandbText::tr("%1: %n damaged record(s) skipped", nullptr, damaged).arg(log.name));
    }
    if (m_data.isFull() || m_side.config.isFull() || m_side.summary.isFull())
        warnings.append(WandbText::tr("%1: some values were left out because there are too many.")
                            .arg(m_logs.empty() ? m_directory : m_logs.front().name));
    return warnings;
}

Result<SeriesPtr> WandbRun::series(const QString &metric) const
{
    const QMutexLocker lock(&m_mutex);
    if (SeriesPtr series = m_data.series(metric))
        return series;
    return lacks(WandbText::tr("metric"), metric);
}

Result<std::vector<WandbRun::Source>> WandbRun::sources(WandbData::Kind kind,
                                                        const QString &key,
                                                        const SampleSteps &steps,
                                                        const QString &what) const
{
    const QMutexLocker lock(&m_mutex);
    const std::vector<Place> all = m_data.samples(kind, key);
    if (all.empty())
        return lacks(what, key);
    const std::vector<Place> wanted = samplesAt(all, steps);
    std::vector<Source> chosen;
    for (const size_t i : spreadSamples(wanted.size(), 0)) {
        const Log &log = m_logs[wanted[i].file];
        chosen.push_back({log.reader.path(), filesFolderOf(log.name), wanted[i]});
    }
    return chosen;
}

namespace {

Result<QJsonValue> valueAtPlace(const QString &log, qint64 offset, const QString &key)
{
    const auto record = WandbLogReader::recordAt(log, offset);
    if (!record)
        return record.error();
    return wandbValueOf(*record, key);
}

} // namespace

Result<QVector<MediaSample>> WandbRun::media(const QString &key, const SampleSteps &steps) const
{
    const auto places = sources(WandbData::Kind::Media, key, steps,
                                WandbText::tr("image, sound, film, text or page"));
    if (!places)
        return places.error();
    std::optional<Error> missing;
    std::vector<std::vector<PlannedSample>> planned;
    qint64 bytes = 0;
    for (const Source &source : *places) {
        const auto value = valueAtPlace(source.log, source.where.offset, key);
        if (!value)
            return value.error();
        planned.push_back(plannedOf(*value, source.filesFolder, missing));
        for (PlannedSample &each : planned.back()) {
            each.sample.key = key;
            each.sample.step = source.where.step;
            each.sample.wall = source.where.wall;
            bytes += each.file ? each.file->size : each.sample.bytes.size();
        }
    }
    std::erase_if(planned, [](const auto &ofStep) { return ofStep.empty(); });

    QVector<MediaSample> found;
    for (const size_t i : spreadSamples(planned.size(), bytes)) {
        for (const PlannedSample &each : planned[i]) {
            if (auto sample = withBytes(each))
                found.append(std::move(*sample));
            else
                missing = sample.error();
        }
    }
    if (found.isEmpty() && missing)
        return *missing;
    return found;
}

Result<QVector<HistogramSample>> WandbRun::histograms(const QString &key,
                                                      const SampleSteps &steps) const
{
    const auto places = sources(WandbData::Kind::Histogram, key, steps, WandbText::tr("histogram"));
    if (!places)
        return places.error();
    QVector<HistogramSample> found;
    for (const Source &source : *places) {
        const auto value = valueAtPlace(source.log, source.where.offset, key);
        if (!value)
            return value.error();
        if (auto sample = wandbHistogram(value->toObject())) {
            sample->step = source.where.step;
            sample->wall = source.where.wall;
            found.append(std::move(*sample));
        }
    }
    return found;
}

QStringList WandbRun::tableKeys() const
{
    const QMutexLocker lock(&m_mutex);
    return m_data.keys(WandbData::Kind::Table);
}

Result<QVector<TableSample>> WandbRun::tables(const QString &key, const SampleSteps &steps) const
{
    const auto places = sources(WandbData::Kind::Table, key, steps, WandbText::tr("table"));
    if (!places)
        return places.error();
    struct PlannedTable
    {
        Place where;
        WandbSampleFile file;
    };
    std::vector<PlannedTable> planned;
    std::optional<Error> missing;
    qint64 bytes = 0;
    for (const Source &source : *places) {
        const auto value = valueAtPlace(source.log, source.where.offset, key);
        if (!value)
            return value.error();
        const auto file =
            wandbSampleFile(source.filesFolder, (*value)[QLatin1String("path")].toString());
        if (!file) {
            missing = file.error();
            continue;
        }
        planned.push_back({source.where, *file});
        bytes += file->size;
    }
    QVector<TableSample> found;
    constexpr auto mostBytes = static_cast<qint64>(mostTableBytes);
    for (const size_t i : spreadSamples(planned.size(), bytes, maxSamplesRead, mostBytes)) {
        const auto file = wandbSampleBytes(planned[i].file, mostBytes);
        std::optional<TableSample> table;
        if (file)
            table = wandbTable(*file, maxTableRows);
        else
            missing = file.error();
        if (!table)
            continue;
        table->step = planned[i].where.step;
        table->wall = planned[i].where.wall;
        found.append(std::move(*table));
    }
    if (found.isEmpty() && missing)
        return *missing;
    return found;
}

ConsoleText WandbRun::console() const
{
    QMutexLocker lock(&m_mutex);
    if (!m_data.console().isEmpty())
        return m_data.console().text();
    const QString folder = m_filesFolder;
    lock.unlock();
    WandbConsole console;
    console.add(WandbConsole::Stream::Output, wandbOutputEnd(folder, outputEndBytes), 0);
    return console.text();
}

QVector<MetricDefinition> WandbRun::metricDefinitions() const
{
    const QMutexLocker lock(&m_mutex);
    return m_data.definitions();
}

} // namespace plotleaf
