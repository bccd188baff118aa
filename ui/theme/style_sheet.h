#pragma once

#include <QString>

namespace plotleaf {

class Theme;

/// The application's style sheet in the theme's colours. Widgets ask for a look by name or by the
/// dynamic property "look": `setProperty("look", "primary" | "flat" | "danger" | "title" | "muted"
/// | "chip" | "bar" | "card")`.
QString styleSheet(const Theme &theme);

} // namespace plotleaf
