#pragma once

#include "core/runs/metric_definition.h"
#include "core/runs/series.h"

#include <QVector>

#include <string>
#include <string_view>
#include <vector>

namespace plotleaf::wandb {
class Metric;
} // namespace plotleaf::wandb

namespace plotleaf {

/// What a run's log says about its metrics (`define_metric`), and the summaries that follow from
/// it. Not thread-safe.
class WandbMetrics
{
public:
    static constexpr size_t maxDefinitions = 10'000;

    void add(const wandb::Metric &record);

    QVector<MetricDefinition> definitions() const;

    /// What a metric's summary is called and which number it is.
    struct Summary
    {
        std::string name; ///< "loss", or "loss.min" where more than the last value is wanted
        double value = 0;
    };
    /// The summaries of a metric that has these points, as W&B computes them
    /// (core/internal/runsummary): the last value where nothing is defined. Only the first and the
    /// last may be other than finite. Nothing for a metric that has no points or wants none.
    std::vector<Summary> summariesOf(const std::string &metric, const Series &points) const;

private:
    struct Rule
    {
        std::string name;
        bool isPattern = false;
        std::string stepMetric;
        bool hidden = false;
        MetricDefinition::Goal goal = MetricDefinition::Goal::None;
        bool min = false, max = false, mean = false, best = false, last = false, first = false;
        bool none = false;
    };

    const Rule *ruleOf(std::string_view metric) const;

    std::vector<Rule> m_rules;
};

} // namespace plotleaf
