#include "ui/runs/chart_curve.h"

#include "core/runs/smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plotleaf {

namespace {

void toLogarithms(std::vector<double> &column)
{
    for (double &value : column)
        value = value > 0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN();
}

/// A logarithmic axis has no place for numbers that are not positive.
Points withoutNegativeX(const Points &points)
{
    Points kept;
    for (size_t i = 0; i < points.size(); ++i) {
        if (points.x[i] > 0)
            kept.append(points.x[i], points.y[i]);
    }
    return kept;
}

qsizetype notPositive(const std::vector<double> &column)
{
    return std::ranges::count_if(column, [](double value) { return value <= 0; });
}

} // namespace

ChartScale ChartOptions::xScale() const
{
    if (xAxis == XAxis::Wall)
        return ChartScale::Time;
    if (isXLog)
        return ChartScale::Log;
    return xAxis == XAxis::Relative ? ChartScale::Duration : ChartScale::Linear;
}

PreparedCurvePtr prepareCurve(const Series &series, const ChartOptions &options)
{
    Points points = pointsOf(series, options.xAxis);
    qsizetype leftOut = 0;
    if (options.xScale() == ChartScale::Log) {
        const size_t all = points.size();
        points = withoutNegativeX(points);
        leftOut += qsizetype(all - points.size());
    }
    // The mean is of the values, not of their logarithms.
    std::optional<Points> mean;
    if (options.smoothing > 0) {
        mean = points;
        mean->y = smoothed(points, {Smoothing::Type::Exponential, options.smoothing});
    }
    if (options.isYLog)
        leftOut += notPositive(points.y);
    for (Points *one : {&points, mean ? &*mean : nullptr}) {
        if (!one)
            continue;
        if (options.xScale() == ChartScale::Log)
            toLogarithms(one->x);
        if (options.isYLog)
            toLogarithms(one->y);
    }
    auto prepared = std::make_shared<PreparedCurve>(Curve(mean ? std::move(*mean) : points));
    if (options.smoothing > 0)
        prepared->original.emplace(std::move(points));
    prepared->hasValues =
        std::ranges::any_of(prepared->drawn.points().y, [](double y) { return std::isfinite(y); });
    prepared->leftOut = leftOut;
    return prepared;
}

std::optional<ChartRange> extentOf(const QVector<PreparedCurvePtr> &curves)
{
    std::optional<ChartRange> extent;
    for (const PreparedCurvePtr &curve : curves) {
        const std::vector<double> &x = curve->drawn.points().x;
        if (x.empty())
            continue;
        if (!extent)
            extent = ChartRange{x.front(), x.back()};
        extent->from = std::min(extent->from, x.front());
        extent->to = std::max(extent->to, x.back());
    }
    return extent;
}

std::optional<double> valueNear(const Curve &curve, double x, double reach)
{
    const Points &points = curve.points();
    if (points.x.empty() || x < points.x.front() - reach || x > points.x.back() + reach)
        return {};
    const auto above = std::ranges::lower_bound(points.x, x);
    auto at = size_t(above - points.x.begin());
    if (at == points.size() || (at > 0 && x - points.x[at - 1] < points.x[at] - x))
        --at;
    return std::isfinite(points.y[at]) ? std::optional(points.y[at]) : std::nullopt;
}

} // namespace plotleaf
