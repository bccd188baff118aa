#pragma once

#include "core/runs/run.h"

#include <QVector>

#include <vector>

namespace plotleaf {

/// Histograms of several steps brought onto the same bins.
struct HistogramGrid
{
    std::vector<double> steps;
    std::vector<double> centers;             ///< of the bins, ascending, equally wide
    std::vector<std::vector<double>> counts; ///< counts[bin][step]
};

/// `bins` equal bins over the values of all samples; where buckets and bins overlap, a bucket's
/// count is shared by width, as TensorBoard does. More than `maxSteps` samples are thinned evenly,
/// the first and the last kept. Buckets that are damaged (not ascending, not finite, negative)
/// count for nothing. Any thread.
HistogramGrid histogramGrid(const QVector<HistogramSample> &samples, int bins, qsizetype maxSteps);

} // namespace plotleaf
