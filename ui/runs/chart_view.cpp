#include "ui/runs/chart_view.h"

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

constexpr double closestLook = 1e-6; // of all there is

} // namespace

ChartRange zoomed(const ChartRange &range, double at, double factor)
{
    return {at - (at - range.from) * factor, at + (range.to - at) * factor};
}

ChartRange moved(const ChartRange &range, double share)
{
    const double by = range.size() * share;
    return {range.from + by, range.to + by};
}

ChartRange widened(const ChartRange &range, double share)
{
    const double size = range.size();
    const double least = std::max(std::abs(range.from), std::abs(range.to)) * 1e-9;
    if (size > least)
        return {range.from - size * share, range.to + size * share};
    const double half = range.from == 0 ? 0.5 : std::abs(range.from) * 0.1;
    return {range.from - half, range.from + half};
}

void ChartView::setExtent(const ChartRange &extent)
{
    m_extent = extent;
    if (m_x)
        setX(*m_x);
}

void ChartView::reset()
{
    m_x.reset();
    m_y.reset();
}

void ChartView::setX(const ChartRange &range)
{
    const double size = std::clamp(range.size(), m_extent.size() * closestLook, m_extent.size());
    const double middle = (range.from + range.to) / 2;
    const double from = std::clamp(middle - size / 2, m_extent.from, m_extent.to - size);
    if (size >= m_extent.size())
        m_x.reset();
    else
        m_x = ChartRange{from, from + size};
}

} // namespace plotleaf
