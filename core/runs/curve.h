#pragma once

#include "core/runs/points.h"
#include "core/runs/reduce.h"

namespace plotleaf {

/// The points of one line with an index over them, so that any part of it is reduced to the pixels
/// on screen without a look at every point: zooming into a million takes a fraction of a
/// millisecond. Made once per change of the data; immutable, so any thread may ask.
class Curve
{
public:
    explicit Curve(Points points);

    const Points &points() const { return m_points; }

    /// First, last, smallest and largest value of each of `columns` equal parts of the range: at
    /// most five points (one for a gap) in a column, and one point outside on either side.
    Points reduceMinMax(size_t columns, const XRange &range = {}) const;

    /// What to draw on `pixels` columns: min-max to twice as many columns, then
    /// Largest-Triangle-Three-Buckets to two points a pixel (Van Der Donckt et al., "MinMaxLTTB",
    /// 2023), smallest and largest value of the range kept.
    Points reduce(size_t pixels, const XRange &range = {}) const;

private:
    static constexpr size_t fanOut = 32;

    Extremes extremes(size_t first, size_t last) const;
    /// Takes in the blocks [first, last) of a level, one by one (level 0: points).
    void addBlocks(Extremes &sum, size_t level, size_t first, size_t last) const;
    /// The same in as large blocks as there are.
    void addRange(Extremes &sum, size_t level, size_t first, size_t last) const;

    Points m_points;
    /// m_levels[k][i]: the extremes of the points [i * 32^(k+1), (i + 1) * 32^(k+1)). Whole blocks
    /// only.
    std::vector<std::vector<Extremes>> m_levels;
};

} // namespace plotleaf
