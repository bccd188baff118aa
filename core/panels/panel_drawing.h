#pragma once

#include "core/panels/media_shelf.h"
#include "core/panels/panel_query.h"

namespace plotleaf {

/// A figure with what keeps its media alive.
struct DrawnPanel
{
    Figure figure;
    std::vector<MediaPin> media;
    bool isNew = true; ///< false: equal to the one before
};

/// Makes the figure. `before`: the last one shown, whose revision grows when something differs. Any
/// thread.
DrawnPanel drawPanel(const PanelMaterial &material,
                     const PanelView &view,
                     MediaShelf &shelf,
                     const std::optional<Figure> &before);
/// Puts title and width around a message and compares it with the figure before.
DrawnPanel drawMessage(Figure message, const PanelSpec &spec, const std::optional<Figure> &before);

} // namespace plotleaf
