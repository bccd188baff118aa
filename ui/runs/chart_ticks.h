#pragma once

#include <QString>
#include <QVector>

namespace plotleaf {

/// How the numbers of an axis are spread over it and read.
enum class ChartScale {
    Linear,
    Log,     ///< numbers are decimal logarithms
    Time,    ///< milliseconds since 1970 UTC, read as local time
    Duration ///< seconds
};

/// A mark on an axis.
struct ChartTick
{
    double at = 0;
    QString text;
};

/// Marks at round places in [from, to], about `most` of them (one more may fit, few are still three
/// wished for) and at least one; from < to. Any thread.
QVector<ChartTick> chartTicks(ChartScale scale, double from, double to, int most);

/// What durations up to so many seconds are counted in: "s", "min", "h" or "d".
QString durationUnit(double seconds);

/// A place on the axis in words, in full.
QString chartPlaceText(ChartScale scale, double place);

} // namespace plotleaf
