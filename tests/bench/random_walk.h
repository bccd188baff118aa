#pragma once

#include "core/runs/series.h"

#include <random>

namespace plotleaf::bench {

/// A series that looks like a loss: each value a little away from the one before.
inline Series randomWalk(int points, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 1);
    Series series;
    double y = 0;
    for (int i = 0; i < points; ++i) {
        series.step.push_back(i);
        series.wall.push_back(1.79e9 + i);
        series.value.push_back(y += step(random));
    }
    return series;
}

} // namespace plotleaf::bench
