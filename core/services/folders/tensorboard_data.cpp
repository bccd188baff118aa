#include "core/services/folders/tensorboard_data.h"

#include "core/runs/natural_sort.h"
#include "core/services/folders/tensor_values.h"
#include "services/folders/proto/tensorboard_event.pb.h"
#include "services/folders/proto/tensorboard_hparams.pb.h"

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

// tensorflow/core/util/event.proto, SessionLog.SessionStatus
constexpr int sessionStart = 1;
constexpr int sessionStop = 2;
// tensorboard/plugins/hparams/api.proto, Status
constexpr int hparamsFailure = 2;
constexpr int hparamsRunning = 3;

QVariant variantOf(const tensorboard::HparamValue &value)
{
    switch (value.kind_case()) {
    case tensorboard::HparamValue::kNumberValue:
        return value.number_value();
    case tensorboard::HparamValue::kStringValue:
        return QString::fromStdString(value.string_value());
    case tensorboard::HparamValue::kBoolValue:
        return value.bool_value();
    default:
        return {};
    }
}

} // namespace

TensorboardData::Kind TensorboardData::kindOf(const tensorboard::Summary_Value &value)
{
    const std::string &plugin = value.metadata().plugin_data().plugin_name();
    if (plugin == "scalars")
        return Kind::Scalar;
    if (plugin == "images")
        return Kind::Image;
    if (plugin == "audio")
        return Kind::Audio;
    if (plugin == "text")
        return Kind::Text;
    if (plugin == "histograms")
        return Kind::Histogram;
    if (!plugin.empty())
        return Kind::Other;
    switch (value.value_case()) {
    case tensorboard::Summary_Value::kSimpleValue:
        return Kind::Scalar;
    case tensorboard::Summary_Value::kImage:
        return Kind::Image;
    case tensorboard::Summary_Value::kHisto:
        return Kind::Histogram;
    case tensorboard::Summary_Value::kAudio:
        return Kind::Audio;
    case tensorboard::Summary_Value::kTensor:
        if (holdsStrings(value.tensor()))
            return Kind::Text;
        return tensorScalar(value.tensor()) ? Kind::Scalar : Kind::Other;
    default:
        return Kind::Other;
    }
}

void TensorboardData::add(const tensorboard::Event &event, const Place &place)
{
    const double wall = event.wall_time();
    if (std::isfinite(wall) && wall > 0) {
        m_firstWall = std::min(m_firstWall.value_or(wall), wall);
        m_lastWall = std::max(m_lastWall.value_or(wall), wall);
    }
    const auto step = static_cast<double>(event.step());
    if (event.has_session_log()) {
        if (event.session_log().status() == sessionStart) {
            for (auto &[name, tag] : m_tags)
                dropFrom(tag, step);
        }
        m_end = event.session_log().status() == sessionStop ? End::Success : End::None;
    }
    SamplePlace where{step, wall, place, 0};
    for (const auto &value : event.summary().value()) {
        addValue(value, where);
        ++where.value;
    }
}

void TensorboardData::addValue(const tensorboard::Summary_Value &value, const SamplePlace &where)
{
    if (value.metadata().plugin_data().plugin_name() == "hparams") {
        addHparams(value.metadata());
        return;
    }
    // The kind is told by the first value of a tag only; later ones may come without metadata.
    auto found = m_tags.find(value.tag());
    if (found == m_tags.end()) {
        found = m_tags.try_emplace(value.tag()).first;
        found->second.kind = kindOf(value);
    }
    m_end = End::None;
    Tag &tag = found->second;
    if (tag.kind == Kind::Other)
        return;
    if (tag.kind != Kind::Scalar) {
        dropFrom(tag, where.step);
        tag.samples.push_back(where);
        return;
    }
    const std::optional<double> number =
        value.has_tensor() ? tensorScalar(value.tensor())
        : value.value_case() == tensorboard::Summary_Value::kSimpleValue
            ? std::optional<double>(value.simple_value())
            : std::nullopt;
    if (!number)
        return;
    dropFrom(tag, where.step);
    tag.points.step.push_back(where.step);
    tag.points.wall.push_back(where.wall);
    tag.points.value.push_back(*number);
    tag.handedOut.reset();
}

void TensorboardData::dropFrom(Tag &tag, double step)
{
    Series &points = tag.points;
    if (!points.step.empty() && points.step.back() >= step) {
        const auto keep = static_cast<size_t>(
            std::lower_bound(points.step.begin(), points.step.end(), step) - points.step.begin());
        points.step.resize(keep);
        points.wall.resize(keep);
        points.value.resize(keep);
        tag.handedOut.reset();
    }
    while (!tag.samples.empty() && tag.samples.back().step >= step)
        tag.samples.pop_back();
}

void TensorboardData::addHparams(const tensorboard::Metadata &metadata)
{
    tensorboard::HparamsContent content;
    if (!content.ParseFromString(metadata.plugin_data().content()))
        return;
    if (content.has_session_start_info()) {
        for (const auto &[name, value] : content.session_start_info().hparams())
            m_config.insert(QString::fromStdString(name), variantOf(value));
        m_end = End::None;
    } else if (content.has_session_end_info()) {
        const int status = content.session_end_info().status();
        m_end = status == hparamsFailure   ? End::Failure
                : status == hparamsRunning ? End::None
                                           : End::Success;
    }
}

QStringList TensorboardData::tags(std::initializer_list<Kind> kinds) const
{
    QStringList names;
    for (const auto &[name, tag] : m_tags) {
        if (std::find(kinds.begin(), kinds.end(), tag.kind) != kinds.end())
            names.append(QString::fromStdString(name));
    }
    naturalSort(names);
    return names;
}

std::optional<TensorboardData::Kind> TensorboardData::kindOf(const QString &tag) const
{
    const auto found = m_tags.find(tag.toStdString());
    return found == m_tags.end() ? std::nullopt : std::optional(found->second.kind);
}

SeriesPtr TensorboardData::series(const QString &name) const
{
    const auto found = m_tags.find(name.toStdString());
    if (found == m_tags.end() || found->second.kind != Kind::Scalar)
        return {};
    const Tag &tag = found->second;
    if (!tag.handedOut)
        tag.handedOut = std::make_shared<const Series>(tag.points);
    return tag.handedOut;
}

std::vector<TensorboardData::SamplePlace> TensorboardData::samples(const QString &name) const
{
    const auto found = m_tags.find(name.toStdString());
    return found == m_tags.end() ? std::vector<SamplePlace>() : found->second.samples;
}

} // namespace plotleaf
