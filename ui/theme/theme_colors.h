#pragma once

#include "ui/theme/color_role.h"

#include <QColor>

namespace plotleaf {

/// The only place where colours are written down.
QColor themeColor(ColorRole role, bool dark);

/// A colour for lines of a plot, counted from 0 and around: those of theme.css.
QColor themeLineColor(int index, bool dark);

/// What is printed on: the same in both themes.
QColor paperColor();

/// The role's name as style sheets write it, e.g. "AccentSoft".
const char *colorRoleName(ColorRole role);

} // namespace plotleaf
