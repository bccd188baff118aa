#pragma once

#include <QString>

namespace plotleaf {

class PanelKinds;

/// The reference of all panel types and their keys as Markdown, made from what the kinds declare.
/// It closes resources/help/panels.md, where a test keeps the two equal.
QString panelReference(const PanelKinds &kinds);

} // namespace plotleaf
