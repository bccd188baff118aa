#pragma once

#include "core/runs/series.h"

#include <optional>

namespace plotleaf {

/// One number out of a series.
enum class SeriesStatistic { Last, Min, Max, Mean };

/// A statistic of a series with the step where it was reached.
struct SeriesValue
{
    double value = 0;
    std::optional<double> step; ///< not of a mean
};

/// Last: the last value, be it NaN. Min, max and mean pass over values that are not finite; where
/// none is finite they are NaN. Nothing for an empty series.
std::optional<SeriesValue> statisticOf(const Series &series, SeriesStatistic statistic);

/// "last", "min", "max", "mean".
QString statisticName(SeriesStatistic statistic);
std::optional<SeriesStatistic> statisticFromName(QStringView name);

} // namespace plotleaf
