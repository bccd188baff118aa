#pragma once

#include <QString>

class QWidget;

namespace plotleaf {

/// Gives a widget one of the style sheet's looks (see ui/theme/style_sheet.h), also after it has
/// been shown.
void setLook(QWidget *widget, const QString &look);

/// Marks a field as holding something that cannot be accepted.
void setInvalid(QWidget *widget, bool invalid);

} // namespace plotleaf
