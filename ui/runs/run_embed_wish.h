#pragma once

#include "core/runs/run_embed.h"

#include <QMetaType>

namespace plotleaf {

/// What someone wants of something on the screen of the run browser.
struct EmbedWish
{
    RunEmbed what;
    bool isCopy = false; ///< onto the clipboard instead of into the report
};

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::EmbedWish)
