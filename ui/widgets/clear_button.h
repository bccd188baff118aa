#pragma once

class QLineEdit;

namespace plotleaf {

class Theme;

/// Gives a field the button that empties it, with an icon that is seen in both themes; Qt's own is
/// a dark picture.
void addClearButton(QLineEdit &field, const Theme &theme);

} // namespace plotleaf
