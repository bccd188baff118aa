#include "core/runs/series_statistics.h"

#include <array>
#include <cmath>
#include <limits>

namespace plotleaf {

namespace {

constexpr std::array allStatistics{SeriesStatistic::Last, SeriesStatistic::Min,
                                   SeriesStatistic::Max, SeriesStatistic::Mean};

SeriesValue meanOf(const Series &series)
{
    // Welford's update: a plain sum of a million large values would overflow or lose digits.
    double mean = 0;
    double count = 0;
    for (const double value : series.value) {
        if (std::isfinite(value))
            mean += (value - mean) / ++count;
    }
    return {count > 0 ? mean : std::numeric_limits<double>::quiet_NaN(), {}};
}

template <typename Better>
SeriesValue bestOf(const Series &series, Better better)
{
    SeriesValue best{std::numeric_limits<double>::quiet_NaN(), {}};
    for (size_t i = 0; i < series.size(); ++i) {
        const double value = series.value[i];
        if (std::isfinite(value) && (!best.step || better(value, best.value)))
            best = {value, series.step[i]};
    }
    return best;
}

} // namespace

std::optional<SeriesValue> statisticOf(const Series &series, SeriesStatistic statistic)
{
    if (series.value.empty())
        return {};
    switch (statistic) {
    case SeriesStatistic::Min:
        return bestOf(series, std::less<>());
    case SeriesStatistic::Max:
        return bestOf(series, std::greater<>());
    case SeriesStatistic::Mean:
        return meanOf(series);
    case SeriesStatistic::Last:
        break;
    }
    return SeriesValue{series.value.back(), series.step.back()};
}

QString statisticName(SeriesStatistic statistic)
{
    switch (statistic) {
    case SeriesStatistic::Min:
        return QStringLiteral("min");
    case SeriesStatistic::Max:
        return QStringLiteral("max");
    case SeriesStatistic::Mean:
        return QStringLiteral("mean");
    case SeriesStatistic::Last:
        break;
    }
    return QStringLiteral("last");
}

std::optional<SeriesStatistic> statisticFromName(QStringView name)
{
    for (const SeriesStatistic statistic : allStatistics) {
        if (name == statisticName(statistic))
            return statistic;
    }
    return {};
}

} // namespace plotleaf
