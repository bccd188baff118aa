#pragma once

#include "core/panels/line_curves.h"

#include <QJsonObject>

namespace plotleaf {

/// Prepared curves as plotly's traces and layout (PROTOCOL.md, "Plots"), reduced to what `view`
/// shows. There is at least one line. Any thread.
QJsonObject lineDrawing(const PanelSpec &spec, const LineCurves &curves, const PanelView &view);

} // namespace plotleaf
