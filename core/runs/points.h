#pragma once

#include "core/runs/series.h"

#include <optional>
#include <vector>

namespace plotleaf {

/// What a plot draws: two columns of equal length. x is finite and never decreases; a y that is not
/// finite is a gap.
struct Points
{
    std::vector<double> x;
    std::vector<double> y;

    size_t size() const { return y.size(); }
    void append(double px, double py)
    {
        x.push_back(px);
        y.push_back(py);
    }
};

/// A part of the x axis; an end that is missing is open.
struct XRange
{
    std::optional<double> from;
    std::optional<double> to;
};

/// The points of a series over the x axis that is asked for.
///  Step      the training step
///  Relative  seconds since `start`, or since the first point of the series when `start` is not
///  given Wall      milliseconds since 1970-01-01 UTC, as plotly counts
/// Points whose x is not finite are left out; when a clock was set back while logging, they are put
/// in order. Any thread.
Points pointsOf(const Series &series, XAxis axis, std::optional<double> start = {});

/// The indexes [first, last) of the points in a range, with one more on either side so that a line
/// leaves the picture where it should.
struct IndexRange
{
    size_t first = 0;
    size_t last = 0;

    size_t size() const { return last - first; }
};
IndexRange indexesIn(const Points &points, const XRange &range);

} // namespace plotleaf
