#pragma once

#include "core/runs/points.h"

namespace plotleaf {

/// How a line is smoothed, by the names and formulas of the tools people come from (W&B "Smooth
/// line plots", docs.wandb.ai/guides/app/features/panels/line-plot/smoothing; TensorBoard's
/// vz_line_chart).
struct Smoothing
{
    enum class Type {
        None,
        /// TensorBoard's: L = w·L + (1−w)·y, divided by 1 − wⁿ so that the start is not drawn to
        /// zero. weight: w in 0…1.
        Exponential,
        /// W&B's default: as Exponential, but a value fades with the distance in x, of which 1000
        /// units span the whole line; so unevenly logged points count by where they are. weight:
        /// 0…1; the decay is min(√weight, 0.999).
        TimeWeighted,
        /// Mean weighted by a normal density around each x. weight: its standard deviation, in
        /// units of x.
        Gaussian,
        /// Mean of a window around each point, smaller at the ends. weight: its length in points.
        Average,
    };

    Type type = Type::None;
    double weight = 0;
};

/// The smoothed y of every point, as many as there are points. What is not finite stays as it is (a
/// gap) and counts for nothing: the points around it are smoothed as if it were not there. A weight
/// out of its bounds is taken as the nearest bound. Takes time linear in the number of points. Any
/// thread.
std::vector<double> smoothed(const Points &points, const Smoothing &smoothing);

} // namespace plotleaf
