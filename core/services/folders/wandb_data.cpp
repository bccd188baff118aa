#include "core/services/folders/wandb_data.h"

#include "core/runs/natural_sort.h"
#include "core/services/folders/wandb_json.h"
#include "core/services/folders/wandb_media.h"
#include "services/folders/proto/wandb_record.pb.h"

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

constexpr std::string_view mediaTypeSuffix = "._type";

double secondsOf(const wandb::Timestamp &time)
{
    return static_cast<double>(time.seconds()) + static_cast<double>(time.nanos()) * 1e-9;
}

void setIfAny(QString &text, const std::string &value)
{
    if (!value.empty())
        text = QString::fromStdString(value);
}

void change(WandbValues &values, const wandb::Changes &changes)
{
    std::string name;
    for (const wandb::Item &item : changes.update()) {
        nameOfWandbItem(item, name);
        if (!name.empty() && !name.starts_with('_'))
            values.set(name, item.value_json());
    }
    for (const wandb::Item &item : changes.remove()) {
        nameOfWandbItem(item, name);
        values.remove(name);
    }
}

/// Of a value within a JSON object.
std::optional<double> numberIn(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? 1 : 0;
    const QVariant variant = wandbVariant(value);
    const bool isNumber =
        variant.typeId() == QMetaType::Double || variant.typeId() == QMetaType::LongLong;
    return isNumber ? std::optional(variant.toDouble()) : std::nullopt;
}

/// Drops what lies at or behind `step`.
void dropFrom(Series &points, double step)
{
    if (points.step.empty() || points.step.back() < step)
        return;
    const auto keep =
        static_cast<size_t>(std::ranges::lower_bound(points.step, step) - points.step.begin());
    points.step.resize(keep);
    points.wall.resize(keep);
    points.value.resize(keep);
}

/// The names of the media among the items, each with its kind: those that have a `_type` below.
template <typename Items>
std::vector<std::pair<std::string, WandbData::Kind>> mediaAmong(const Items &items)
{
    std::vector<std::pair<std::string, WandbData::Kind>> media;
    std::string name;
    for (const wandb::Item &item : items) {
        const int parts = item.nested_key_size();
        if (parts < 2 || item.nested_key(parts - 1) != "_type")
            continue;
        nameOfWandbItem(item, name);
        name.resize(name.size() - mediaTypeSuffix.size());
        media.emplace_back(name, wandbKindOf(wandbJson(item.value_json()).toString()));
    }
    std::ranges::sort(media);
    return media;
}

bool isBelow(const std::vector<std::pair<std::string, WandbData::Kind>> &media,
             std::string_view name)
{
    for (size_t dot = name.find('.'); dot != std::string_view::npos;
         dot = name.find('.', dot + 1)) {
        const auto prefix = name.substr(0, dot);
        const auto found = std::ranges::lower_bound(
            media, prefix, {}, [](const auto &each) { return std::string_view(each.first); });
        if (found != media.end() && found->first == prefix)
            return true;
    }
    return false;
}

} // namespace

void nameOfWandbItem(const wandb::Item &item, std::string &name)
{
    if (item.nested_key_size() == 0) {
        name = item.key();
        return;
    }
    name = item.nested_key(0);
    for (int i = 1; i < item.nested_key_size(); ++i)
        name.append(1, '.').append(item.nested_key(i));
}

void WandbData::beginSession()
{
    flushPartial();
    m_end = End::None;
}

void WandbData::add(const wandb::Record &record, size_t file, qint64 offset)
{
    m_shownSummary.reset();
    switch (record.record_type_case()) {
    case wandb::Record::kHistory:
        return addHistory(record.history(), file, offset);
    case wandb::Record::kSummary:
        return change(m_summary, record.summary());
    case wandb::Record::kConfig:
        return change(m_config, record.config());
    case wandb::Record::kOutput:
        return addOutput(record.output());
    case wandb::Record::kOutputRaw:
        return addOutput(record.output_raw());
    case wandb::Record::kOutputLogger:
        m_console.add(WandbConsole::Stream::Logger, record.output_logger().line() + '\n', 0);
        return;
    case wandb::Record::kStats:
        return addStats(record.stats());
    case wandb::Record::kMetric:
        return m_definitions.add(record.metric());
    case wandb::Record::kRun:
        return addRun(record.run());
    case wandb::Record::kExit:
        return addExit(record.exit());
    case wandb::Record::kEnvironment:
        return addEnvironment(record.environment());
    case wandb::Record::kRequest:
        return addPartial(record.request().partial_history(), file, offset);
    case wandb::Record::RECORD_TYPE_NOT_SET:
        break;
    }
}

template <typename Items>
void WandbData::fill(Row &row, const Items &items, size_t file, qint64 offset)
{
    const auto media = mediaAmong(items);
    for (const auto &[key, kind] : media)
        row.samples.push_back({key, kind, file, offset});
    for (const wandb::Item &item : items) {
        nameOfWandbItem(item, m_name);
        if (m_name.empty() || m_name.front() == '_')
            fillInternal(row, m_name, item);
        else if (media.empty() || !isBelow(media, m_name))
            fillValue(row, m_name, item.value_json(), {m_name, Kind::Other, file, offset});
    }
}

void WandbData::fillInternal(Row &row, const std::string &name, const wandb::Item &item)
{
    std::optional<double> *const place = name == "_step"        ? &row.step
                                         : name == "_timestamp" ? &row.wall
                                         : name == "_runtime"   ? &row.runtime
                                                                : nullptr;
    const std::optional<double> number =
        place ? wandbNumber(item.value_json()) : std::optional<double>();
    if (number && std::isfinite(*number))
        *place = number;
}

void WandbData::fillValue(Row &row,
                          const std::string &name,
                          const std::string &json,
                          Sample &&place)
{
    if (const std::optional<double> number = wandbNumber(json)) {
        if (Metric *metric = metricOf(name))
            row.numbers.emplace_back(metric, *number);
    } else if (json.starts_with('"')) {
        place.kind = Kind::Media;
        row.samples.push_back(std::move(place));
    } else if (json.starts_with('{')) {
        fillObject(row, wandbJson(json).toObject(), std::move(place));
    }
}

void WandbData::fillObject(Row &row, const QJsonObject &object, Sample &&place)
{
    int left = WandbValues::maxValues;
    const auto add = [&](const QString &name, const QJsonValue &value) {
        std::string key = name.toStdString();
        const std::optional<double> number = numberIn(value);
        if (number) {
            if (Metric *metric = metricOf(key))
                row.numbers.emplace_back(metric, *number);
        } else if (value.isString() || value.isObject()) {
            const Kind kind = value.isString()
                                  ? Kind::Media
                                  : wandbKindOf(value[QLatin1String("_type")].toString());
            row.samples.push_back({std::move(key), kind, place.file, place.offset});
        }
    };
    m_isFull |= !eachWandbLeaf(QString::fromStdString(place.key), object, left, add);
}

void WandbData::commit(Row &row, double step)
{
    const double wall = row.wall      ? *row.wall
                        : row.runtime ? m_sessionStart + *row.runtime
                                      : m_lastWall.value_or(m_sessionStart);
    noteWall(wall);
    for (const auto &[metric, number] : row.numbers)
        append(*metric, step, wall, number);
    for (const Sample &sample : row.samples) {
        if (sample.kind == Kind::Other)
            continue;
        Samples &samples = m_samples[static_cast<size_t>(sample.kind)];
        auto found = samples.find(sample.key);
        if (found == samples.end()) {
            if (m_keys >= maxMetrics) {
                m_isFull = true;
                continue;
            }
            ++m_keys;
            found = samples.try_emplace(sample.key).first;
        }
        while (!found->second.empty() && found->second.back().step >= step)
            found->second.pop_back();
        found->second.push_back({step, wall, sample.file, sample.offset});
    }
    m_nextStep = step + 1;
    row.step = row.wall = row.runtime = {};
    row.numbers.clear();
    row.samples.clear();
}

void WandbData::append(Metric &metric, double step, double wall, double value)
{
    dropFrom(metric.points, step);
    metric.points.step.push_back(step);
    metric.points.wall.push_back(wall);
    metric.points.value.push_back(value);
    metric.handedOut.reset();
}

void WandbData::addHistory(const wandb::History &history, size_t file, qint64 offset)
{
    fill(m_row, history.item(), file, offset);
    const double step = history.has_step() ? static_cast<double>(history.step().num()) : m_nextStep;
    commit(m_row, m_row.step.value_or(step));
}

// As wandb-core puts steps together (core/internal/stream/handler.go, handlePartialHistory).
void WandbData::addPartial(const wandb::PartialHistory &partial, size_t file, qint64 offset)
{
    if (partial.has_step()) {
        const auto step = static_cast<double>(partial.step().num());
        if (step < m_nextStep)
            return;
        if (step > m_nextStep) {
            flushPartial();
            m_nextStep = step;
        }
    }
    fill(m_partial, partial.item(), file, offset);
    if (partial.has_action() ? partial.action().flush() : !partial.has_step())
        flushPartial();
}

void WandbData::flushPartial()
{
    if (!m_partial.numbers.empty() || !m_partial.samples.empty())
        commit(m_partial, m_partial.step.value_or(m_nextStep));
}

void WandbData::addRun(const wandb::Run &run)
{
    setIfAny(m_identity.id, run.run_id());
    setIfAny(m_identity.name, run.display_name());
    setIfAny(m_identity.project, run.project());
    setIfAny(m_identity.entity, run.entity());
    setIfAny(m_identity.group, run.run_group());
    setIfAny(m_identity.jobType, run.job_type());
    setIfAny(m_identity.notes, run.notes());
    if (run.tags_size() > 0)
        m_identity.tags.clear();
    for (const std::string &tag : run.tags())
        m_identity.tags.append(QString::fromStdString(tag));
    if (run.has_start_time()) {
        m_sessionStart = secondsOf(run.start_time());
        m_identity.started = std::min(m_identity.started.value_or(m_sessionStart), m_sessionStart);
        noteWall(m_sessionStart);
    }
    if (run.starting_step() > 0)
        m_nextStep = static_cast<double>(run.starting_step());
    change(m_config, run.config());
    change(m_summary, run.summary());
}

void WandbData::addEnvironment(const wandb::Environment &environment)
{
    setIfAny(m_identity.user, environment.username());
}

void WandbData::addStats(const wandb::Stats &stats)
{
    const double wall = secondsOf(stats.timestamp());
    noteWall(wall);
    for (const wandb::Item &item : stats.item()) {
        m_name.assign("system/").append(item.key());
        fillValue(m_row, m_name, item.value_json(), {m_name, Kind::Other, 0, 0});
    }
    for (const auto &[metric, number] : m_row.numbers) {
        metric->isSystem = true;
        append(*metric, m_systemStep, wall, number);
    }
    m_row.numbers.clear();
    m_row.samples.clear();
    ++m_systemStep;
}

void WandbData::addOutput(const wandb::Output &output)
{
    const double wall = secondsOf(output.timestamp());
    noteWall(wall);
    m_console.add(output.output_type() == 0 ? WandbConsole::Stream::Error
                                            : WandbConsole::Stream::Output,
                  output.line(), wall);
}

void WandbData::addExit(const wandb::Exit &exit)
{
    flushPartial();
    // One of several writers of a run may end before the others.
    if (!exit.not_complete())
        m_end = exit.exit_code() == 0 ? End::Success : End::Failure;
}

WandbData::Metric *WandbData::metricOf(const std::string &name)
{
    const auto found = m_metrics.find(name);
    if (found != m_metrics.end())
        return &found->second;
    if (m_metrics.size() >= maxMetrics) {
        m_isFull = true;
        return nullptr;
    }
    return &m_metrics[name];
}

void WandbData::noteWall(double wall)
{
    if (std::isfinite(wall) && wall > 0)
        m_lastWall = std::max(m_lastWall.value_or(wall), wall);
}

QStringList WandbData::metrics() const
{
    QStringList names;
    for (const auto &[name, metric] : m_metrics) {
        if (metric.points.size() > 0)
            names.append(QString::fromStdString(name));
    }
    naturalSort(names);
    return names;
}

QStringList WandbData::keys(Kind kind) const
{
    QStringList names;
    for (const auto &[name, samples] : m_samples[static_cast<size_t>(kind)]) {
        if (!samples.empty())
            names.append(QString::fromStdString(name));
    }
    naturalSort(names);
    return names;
}

SeriesPtr WandbData::series(const QString &name) const
{
    const auto found = m_metrics.find(name.toStdString());
    if (found == m_metrics.end() || found->second.points.size() == 0)
        return {};
    const Metric &metric = found->second;
    if (!metric.handedOut)
        metric.handedOut = std::make_shared<const Series>(metric.points);
    return metric.handedOut;
}

std::vector<WandbData::SamplePlace> WandbData::samples(Kind kind, const QString &key) const
{
    const Samples &samples = m_samples[static_cast<size_t>(kind)];
    const auto found = samples.find(key.toStdString());
    return found == samples.end() ? std::vector<SamplePlace>() : found->second;
}

const QVariantMap &WandbData::summary() const
{
    if (m_shownSummary)
        return *m_shownSummary;
    QVariantMap shown = m_summary.leaves();
    // A run that ended has written its whole summary.
    const bool isWhole = m_end != End::None && !shown.isEmpty();
    for (const auto &[name, metric] : m_metrics) {
        if (isWhole || metric.isSystem || m_summary.contains(name))
            continue;
        for (const WandbMetrics::Summary &each : m_definitions.summariesOf(name, metric.points))
            shown.insert(QString::fromStdString(each.name), each.value);
    }
    m_shownSummary = std::move(shown);
    return *m_shownSummary;
}

} // namespace plotleaf
