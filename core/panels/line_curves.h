#pragma once

#include "core/panels/line_axis.h"
#include "core/panels/panel_input.h"
#include "core/runs/curve.h"

namespace plotleaf {

/// One line of a plot, ready to be cut to what is looked at.
struct LineCurve
{
    RunId run;
    QString runName;
    QString metric;
    QString label; ///< only what tells it from the others
    int colorIndex = 0;
    QString color; ///< chosen by the author; empty: colorIndex holds
    QString dash;
    Curve shown;                   ///< smoothed where the fence asks for it
    std::optional<Curve> original; ///< behind it
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
