#pragma once

#include <optional>

namespace plotleaf {

/// A part of an axis, in its numbers; from < to.
struct ChartRange
{
    double from = 0;
    double to = 1;

    double size() const { return to - from; }
    friend bool operator==(const ChartRange &, const ChartRange &) = default;
};

/// `range` with the place `at` where it is and `factor` times as long.
ChartRange zoomed(const ChartRange &range, double at, double factor);
/// `range` moved by a share of its length.
ChartRange moved(const ChartRange &range, double share);
/// A little longer on both sides; of a single number, long enough to be drawn.
ChartRange widened(const ChartRange &range, double share);

/// What of a chart is looked at.
///
/// Along x it is a part of what there is, never more, and never less than a millionth. Along y it
/// follows the curves in that part until someone chooses a range.
class ChartView
{
public:
    /// All that there is along x. What was chosen stays as far as it still lies within, so that a
    /// curve that grows while it is looked at moves nothing; all of it stays all of it.
    void setExtent(const ChartRange &extent);
    const ChartRange &extent() const { return m_extent; }

    /// All of x, y as the curves have it.
    void reset();
    bool isWhole() const { return !m_x && !m_y; }

    ChartRange x() const { return m_x.value_or(m_extent); }
    void setX(const ChartRange &range);
    /// Nothing: as the curves have it.
    const std::optional<ChartRange> &chosenY() const { return m_y; }
    void setY(const std::optional<ChartRange> &range) { m_y = range; }

private:
    ChartRange m_extent;
    std::optional<ChartRange> m_x;
    std::optional<ChartRange> m_y;
};

} // namespace plotleaf
