#pragma once

class QKeyEvent;

namespace plotleaf {

class SourceEditor;

/// The keys that do more than in any text field: Enter, Tab, Backspace and brackets. Returns
/// true when the key was used.
bool handleSourceKey(SourceEditor &editor, const QKeyEvent &event);

} // namespace plotleaf
