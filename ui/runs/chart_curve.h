#pragma once

#include "core/runs/curve.h"
#include "core/runs/run_source.h"
#include "ui/runs/chart_ticks.h"
#include "ui/runs/chart_view.h"

#include <QColor>
#include <QString>

#include <memory>
#include <optional>

namespace plotleaf {

/// One curve as it is handed to a chart.
struct ChartCurve
{
    QString key;  ///< tells curves of a chart apart: what is hidden stays hidden
    QString name; ///< for the legend
    QColor light; ///< on light paper
    QColor dark;  ///< on dark paper
    SeriesPtr series;
};

/// How curves are looked at.
struct ChartOptions
{
    XAxis xAxis = XAxis::Step;
    bool isXLog = false; ///< not of times of day
    bool isYLog = false;
    double smoothing = 0; ///< weight of an exponential mean, 0 to below 1; see Smoothing

    ChartScale xScale() const;
    ChartScale yScale() const { return isYLog ? ChartScale::Log : ChartScale::Linear; }

    friend bool operator==(const ChartOptions &, const ChartOptions &) = default;
};

/// A curve in the numbers of the axes, ready to be reduced to any part of it.
struct PreparedCurve
{
    explicit PreparedCurve(Curve all) : drawn(std::move(all)) {}

    Curve drawn;                   ///< smoothed, where that is wished
    std::optional<Curve> original; ///< what was smoothed
    bool hasValues = false;        ///< there is something to draw
    qsizetype leftOut = 0;         ///< points that a logarithmic axis has no place for
};

using PreparedCurvePtr = std::shared_ptr<const PreparedCurve>;

/// Takes time linear in the number of points. Any thread.
PreparedCurvePtr prepareCurve(const Series &series, const ChartOptions &options);

/// From the first to the last x of all of them; nothing where there is no point.
std::optional<ChartRange> extentOf(const QVector<PreparedCurvePtr> &curves);

/// The value drawn nearest to `x`; nothing where the curve is not that far, or has a gap.
std::optional<double> valueNear(const Curve &curve, double x, double reach);

} // namespace plotleaf
