#pragma once

#include <QString>

#include <optional>

namespace plotleaf {

/// What a run says about one of its metrics, or about several by a pattern: W&B's
/// `define_metric`.
struct MetricDefinition
{
    enum class Goal { None, Minimize, Maximize };

    QString name;           ///< may hold `*` where `isPattern`
    bool isPattern = false; ///< W&B's: a `*` stands for any characters
    QString stepMetric;     ///< the metric that is x in plots of this one; empty: the step
    bool hidden = false;    ///< not to be plotted unless asked for
    Goal goal = Goal::None;
};

} // namespace plotleaf
