#pragma once

#include <QString>

namespace plotleaf {

class PanelKinds;

/// The reference of all panel types and their keys as Markdown, made from what the kinds declare.
/// In the program's language; it closes resources/help/panels.md and its translations, such as
/// help/de/panels.md, where a test keeps them equal.
QString panelReference(const PanelKinds &kinds);

} // namespace plotleaf
