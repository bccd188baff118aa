#pragma once

#include "core/runs/points.h"

namespace plotleaf {

/// Fewer points that draw the same picture. All keep the order, the first and the last point, and
/// the values as they were logged; where there is a gap (a y that is not finite) there stays one.
/// Input that is small enough comes back unchanged. Any thread.

/// Largest-Triangle-Three-Buckets to about `count` points (Sveinn Steinarsson, "Downsampling Time
/// Series for Visual Representation", University of Iceland 2013, 4.2). Also keeps the smallest and
/// the largest value of all, which the published form may lose. `count` is at least 3.
Points reduceLttb(const Points &points, size_t count);

/// What of a stretch of points must be drawn so that a column of pixels looks as if all were.
struct Extremes
{
    static constexpr size_t none = static_cast<size_t>(-1);

    size_t first = none; ///< finite
    size_t last = none;  ///< finite
    size_t lowest = none;
    size_t highest = none;
    size_t gap = none; ///< the first that is not finite

    /// Of the points [first, last).
    static Extremes of(const std::vector<double> &y, size_t first, size_t last);
    /// Takes in a stretch that lies behind this one.
    void add(const std::vector<double> &y, const Extremes &behind);
    /// Appends these points in their order, each once.
    void appendTo(Points &reduced, const Points &from) const;
};

} // namespace plotleaf
