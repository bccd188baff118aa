#pragma once

#include "core/panels/panel_feed.h"
#include "core/panels/panel_spec.h"
#include "core/panels/run_data.h"

namespace plotleaf {

/// What a kind works out once per change of the data, so that zooming need not: the kind's own
/// class.
class PanelPreparation
{
public:
    PanelPreparation() = default;
    virtual ~PanelPreparation() = default;
    Q_DISABLE_COPY_MOVE(PanelPreparation)
};

/// All that a figure is made of, however it is looked at.
struct PanelInput
{
    const PanelSpec &spec;
    const QVector<Run> &runs; ///< the chosen ones, in order; never empty
    const RunData &data;
};

/// How a figure is looked at.
struct PanelView
{
    PlotRange range;      ///< what the reader zoomed to, in units of the figure's axes
    int pixelWidth = 800; ///< of the drawing area, in CSS pixels
};

} // namespace plotleaf
