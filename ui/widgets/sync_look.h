#pragma once

#include "core/report/sync_status.h"
#include "ui/theme/color_role.h"

#include <QString>

#include <optional>

namespace plotleaf {

/// What a report's SyncStatus looks like wherever it is shown.
struct SyncLook
{
    QString icon;
    ColorRole color = ColorRole::Muted;
    ColorRole background = ColorRole::Hover; ///< where it stands on one of its own
    QString text;                            ///< a word or two
    QString explanation; ///< a sentence, with the server's reason if there is one
};

/// Nothing for a report that has no server.
std::optional<SyncLook> syncLook(const SyncStatus &status);

} // namespace plotleaf
