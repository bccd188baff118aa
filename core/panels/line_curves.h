#pragma once

#include "core/panels/line_axis.h"
#include "core/panels/panel_input.h"
#include "core/runs/curve.h"

namespace plotleaf {

/// The area around a line: what it may have been.
struct LineBand
{
    Curve low;
    Curve high;
};

/// One line of a plot, ready to be cut to what is looked at: a metric of a run, or of a group of
/// runs.
struct LineCurve
{
    explicit LineCurve(Curve curve) : shown(std::move(curve)) {}

    RunId run;       ///< of a group: what its runs have in common
    QString runName; ///< as above
    QString metric;
    QString label; ///< only what tells it from the others
    int colorIndex = 0;
    QString color; ///< chosen by the author; empty: colorIndex holds
    QString dash;
    Curve shown;                   ///< smoothed where the fence asks for it
    std::optional<Curve> original; ///< behind it
    std::optional<LineBand> band;  ///< smoothed as the line
    std::vector<Curve> others;     ///< further statistics of a group
};

/// All lines of a line panel, made once per change of the data.
class LineCurves final : public PanelPreparation
{
public:
    std::vector<LineCurve> lines;
    LineAxis axis;
    double lastX = 0; ///< the greatest of all lines, as curves hold it
    QStringList notes;
    std::optional<Figure> message; ///< instead of a plot
};

/// Metrics that the panel's data has to hold: those asked for and the one on the x axis.
QVector<RunDataRequest> lineRequests(const PanelSpec &spec, const QVector<Run> &runs);
std::shared_ptr<const LineCurves> makeLineCurves(const PanelInput &input);

} // namespace plotleaf
