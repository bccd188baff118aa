#include "core/services/clearml/clearml_run_fields.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int allSamples = 6000; // that a series may have (clearml.md 4.2)
constexpr double noIteration = std::numeric_limits<qint32>::min();
constexpr double unknownNumber = std::numeric_limits<double>::quiet_NaN();

struct KnownStatus
{
    QLatin1String word;
    RunState state;
};

constexpr std::array knownStatuses = {KnownStatus{"in_progress"_L1, RunState::Running},
                                      KnownStatus{"queued"_L1, RunState::Running},
                                      KnownStatus{"completed"_L1, RunState::Finished},
                                      KnownStatus{"published"_L1, RunState::Finished},
                                      KnownStatus{"closed"_L1, RunState::Finished},
                                      KnownStatus{"stopped"_L1, RunState::Finished},
                                      KnownStatus{"failed"_L1, RunState::Failed},
                                      KnownStatus{"created"_L1, RunState::Unknown},
                                      KnownStatus{"publishing"_L1, RunState::Unknown},
                                      KnownStatus{"unknown"_L1, RunState::Unknown}};

std::vector<double> numberColumn(const QJsonValue &list)
{
    std::vector<double> numbers;
    const QJsonArray array = list.toArray();
    for (const QJsonValue number : array)
        numbers.push_back(number.toDouble(unknownNumber));
    return numbers;
}

std::vector<double> wallTimes(const std::vector<double> &times, size_t count)
{
    std::vector<double> wall(count, unknownNumber);
    for (size_t i = 0; i < count && !times.empty(); ++i) {
        const double share = count > 1 ? double(i) / double(count - 1) : 0;
        wall[i] = times.size() == count
                      ? times[i] / 1000
                      : (times.front() + (times.back() - times.front()) * share) / 1000;
    }
    return wall;
}

ClearmlLastMetric readLastMetric(const QJsonValue &last)
{
    const auto number = [&last](QLatin1String key) { return last[key].toDouble(unknownNumber); };
    ClearmlLastMetric metric;
    metric.name = {last["metric"_L1].toString(), last["variant"_L1].toString()};
    metric.summary = {number("value"_L1),
                      number("min_value"_L1),
                      number("max_value"_L1),
                      number("mean_value"_L1),
                      number("min_value_iteration"_L1),
                      number("max_value_iteration"_L1)};
    // Servers of old do not keep the first one.
    metric.hasSteps =
        number("first_value_iteration"_L1) != noIteration && metric.summary.minStep != noIteration;
    return metric;
}

} // namespace

RunState clearmlRunState(const QString &status)
{
    const auto *found = std::ranges::find_if(
        knownStatuses, [&status](const KnownStatus &known) { return known.word == status; });
    return found == knownStatuses.end() ? RunState::Unknown : found->state;
}

QStringList clearmlStatuses(RunState state)
{
    QStringList words;
    for (const KnownStatus &known : knownStatuses) {
        if (known.state == state)
            words << known.word;
    }
    return words;
}

QVector<ClearmlLastMetric> readClearmlLastMetrics(const QJsonObject &task)
{
    QVector<ClearmlLastMetric> result;
    const QJsonObject metrics = task["last_metrics"_L1].toObject();
    for (const QJsonValue variants : metrics) {
        const QJsonObject list = variants.toObject();
        for (const QJsonValue last : list)
            result.append(readLastMetric(last));
    }
    return result;
}

Series readClearmlSeries(const QJsonValue &byIteration, const QJsonValue &byTime)
{
    Series series;
    series.step = numberColumn(byIteration["x"_L1]);
    series.value = numberColumn(byIteration["y"_L1]);
    if (series.step.size() != series.value.size())
        return {};
    series.wall = wallTimes(numberColumn(byTime["x"_L1]), series.step.size());
    return series;
}

QJsonObject clearmlScalarWish(const QJsonArray &metrics, const QString &key)
{
    return {{u"metrics"_s, metrics}, {u"key"_s, key}, {u"samples"_s, allSamples}};
}

} // namespace plotleaf
