#include "core/runs/points.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plotleaf {

namespace {

double xOf(const Series &series, XAxis axis, size_t i, double start)
{
    switch (axis) {
    case XAxis::Step:
        return series.step[i];
    case XAxis::Relative:
        return series.wall[i] - start;
    case XAxis::Wall:
        return series.wall[i] * 1000.0;
    }
    return series.step[i];
}

Points inOrder(const Points &points)
{
    std::vector<size_t> order(points.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return points.x[a] < points.x[b]; });
    Points sorted;
    sorted.x.reserve(points.size());
    sorted.y.reserve(points.size());
    for (const size_t i : order)
        sorted.append(points.x[i], points.y[i]);
    return sorted;
}

} // namespace

Points pointsOf(const Series &series, XAxis axis, std::optional<double> start)
{
    const double from = start.value_or(series.wall.empty() ? 0.0 : series.wall.front());
    Points points;
    points.x.reserve(series.size());
    points.y.reserve(series.size());
    for (size_t i = 0; i < series.size(); ++i) {
        const double x = xOf(series, axis, i, from);
        if (std::isfinite(x))
            points.append(x, series.value[i]);
    }
    if (!std::is_sorted(points.x.begin(), points.x.end()))
        return inOrder(points);
    return points;
}

IndexRange indexesIn(const Points &points, const XRange &range)
{
    const auto begin = points.x.begin();
    const auto end = points.x.end();
    auto first = range.from ? std::lower_bound(begin, end, *range.from) : begin;
    auto last = range.to ? std::upper_bound(begin, end, *range.to) : end;
    if (first != begin)
        --first;
    if (last != end)
        ++last;
    if (last < first)
        last = first;
    return {static_cast<size_t>(first - begin), static_cast<size_t>(last - begin)};
}

} // namespace plotleaf
