#pragma once

#include "core/panels/line_axis.h"
#include "core/panels/panel_input.h"
#include "core/runs/points.h"

namespace plotleaf {

/// The metric on the x axis of a line panel; empty when x is step or time.
QString xMetricOf(const PanelSpec &spec);

/// Turns series into points over whatever the panel has on its x axis, in base units: steps,
/// seconds since the run's first value, milliseconds since 1970, or the values of another metric at
/// the same steps.
class LinePoints
{
public:
    /// `metrics`: those that will be asked for; they decide where a run's relative time starts.
    LinePoints(const PanelInput &input, QStringList metrics);

    /// Nothing when the run has no such metric, or lacks the one on the x axis.
    std::optional<Points> of(const Run &run, const QString &metric);
    LineAxis axis() const;
    /// The metric on the x axis is in none of the runs.
    std::optional<Figure> message() const;
    /// Values met so far that are gaps in a line.
    qsizetype notFinite() const { return m_notFinite; }

private:
    std::optional<double> startOf(const Run &run) const;

    const PanelInput &m_input;
    const QStringList m_metrics;
    const QString m_x;
    const QString m_xMetric;
    qsizetype m_notFinite = 0;
};

} // namespace plotleaf
