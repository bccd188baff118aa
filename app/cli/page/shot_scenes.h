#pragma once

#include "core/base/result.h"
#include "ui/theme/theme.h"

#include <QString>

namespace plotleaf {

/// Pictures of a library with nothing in it. Pictures are written to `folder` as
/// NAME-THEME followed by `ending` and ".png". Blocks, as does the next.
Result<void> shootFirstStart(const QString &workspace,
                             ThemeMode theme,
                             const QString &folder,
                             const QString &ending);

/// Pictures of everything else, of the workspace of makeShotWorkspace().
Result<void> shootScenes(const QString &workspace,
                         ThemeMode theme,
                         const QString &folder,
                         const QString &ending);

/// Pictures of adding a server, of how servers are doing and of a merge, of a workspace with
/// addShotServer().
Result<void> shootServerScenes(const QString &workspace,
                               ThemeMode theme,
                               const QString &folder,
                               const QString &ending);

} // namespace plotleaf
