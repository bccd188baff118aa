#pragma once

#include "core/services/clearml/widgets/clearml_colours.h"

#include <QHash>
#include <QJsonObject>

namespace plotleaf {

/// Colours that a person chose for labels in ClearML's web app, which keeps them in the person's
/// preferences and does not bring them into widgets itself (clearml.md 3.3, 4.7).
using ClearmlPickedColours = QHash<QString, ClearmlColour>;

/// From the answer of `users.get_preferences`.
ClearmlPickedColours readClearmlPickedColours(const QJsonObject &data);

/// A plot's content in which the traces whose labels (see setClearmlLabel()) have such a colour
/// have it, also those with a colour of their own. Colours of single points are data, and stay.
QJsonObject withPickedColours(const QJsonObject &content, const ClearmlPickedColours &picked);

} // namespace plotleaf
