#pragma once

#include "core/runs/run_contents.h"

namespace plotleaf {

/// Something on the screen of a run browser that is to be put into a report.
struct RunEmbed
{
    enum class What { Curves, Plot, Sample, SingleValues, Parallel };
    enum class Value { Last, Min, Max };

    /// An axis of parallel coordinates.
    struct ParallelMetric
    {
        MetricName name;
        Value value = Value::Last;
    };

    What what = What::Curves;
    RunPick runs;
    /// Taken from where runs are compared, even if there is but one.
    bool isCompared = false;
    QString metric;       ///< Curves, Plot, Sample
    QStringList variants; ///< of the metric; empty: all (SingleValues too)
    /// Plots of several runs that are drawn apart by the names of their curves: which of these.
    QString series;
    XAxis xAxis = XAxis::Step;
    /// A heading and each of `variants` by itself.
    bool isGroup = false;
    QVector<ParallelMetric> parallelMetrics;
    QVector<RunParameter> parallelParameters; ///< their sections and names count only
};

} // namespace plotleaf
