#include "core/runs/curve.h"

#include <algorithm>

namespace plotleaf {

Curve::Curve(Points points) : m_points(std::move(points))
{
    size_t below = m_points.size();
    while (below >= fanOut * 2) {
        std::vector<Extremes> level(below / fanOut);
        for (size_t block = 0; block < level.size(); ++block)
            addBlocks(level[block], m_levels.size(), block * fanOut, (block + 1) * fanOut);
        below = level.size();
        m_levels.push_back(std::move(level));
    }
}

void Curve::addBlocks(Extremes &sum, size_t level, size_t first, size_t last) const
{
    if (level == 0) {
        sum.add(m_points.y, Extremes::of(m_points.y, first, last));
        return;
    }
    for (size_t i = first; i < last; ++i)
        sum.add(m_points.y, m_levels[level - 1][i]);
}

void Curve::addRange(Extremes &sum, size_t level, size_t first, size_t last) const
{
    const size_t firstWhole = (first + fanOut - 1) / fanOut;
    size_t lastWhole = last / fanOut;
    if (level < m_levels.size())
        lastWhole = std::min(lastWhole, m_levels[level].size());
    if (level >= m_levels.size() || firstWhole >= lastWhole) {
        addBlocks(sum, level, first, last);
        return;
    }
    addBlocks(sum, level, first, firstWhole * fanOut);
    addRange(sum, level + 1, firstWhole, lastWhole);
    addBlocks(sum, level, lastWhole * fanOut, last);
}

Extremes Curve::extremes(size_t first, size_t last) const
{
    Extremes sum;
    addRange(sum, 0, first, last);
    return sum;
}

Points Curve::reduceMinMax(size_t columns, const XRange &range) const
{
    const IndexRange part = indexesIn(m_points, range);
    columns = std::max<size_t>(columns, 1);
    Points reduced;
    if (part.size() <= columns * 4) {
        for (size_t i = part.first; i < part.last; ++i)
            reduced.append(m_points.x[i], m_points.y[i]);
        return reduced;
    }
    const double x0 = m_points.x[part.first];
    const double width = m_points.x[part.last - 1] - x0;
    const auto begin = m_points.x.begin();
    // The very first and last are kept even where they are gaps.
    reduced.append(x0, m_points.y[part.first]);
    size_t first = part.first + 1;
    for (size_t column = 0; column < columns; ++column) {
        const double edge =
            x0 + width * static_cast<double>(column + 1) / static_cast<double>(columns);
        const auto to =
            column + 1 == columns
                ? begin + static_cast<std::ptrdiff_t>(part.last - 1)
                : std::lower_bound(begin + static_cast<std::ptrdiff_t>(first),
                                   begin + static_cast<std::ptrdiff_t>(part.last - 1), edge);
        const auto last = static_cast<size_t>(to - begin);
        extremes(first, last).appendTo(reduced, m_points);
        first = last;
    }
    reduced.append(m_points.x[part.last - 1], m_points.y[part.last - 1]);
    return reduced;
}

Points Curve::reduce(size_t pixels, const XRange &range) const
{
    pixels = std::max<size_t>(pixels, 2);
    return reduceLttb(reduceMinMax(pixels * 2, range), pixels * 2);
}

} // namespace plotleaf
