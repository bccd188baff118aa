#pragma once

#include "core/services/clearml/widgets/clearml_widget.h"

#include <QUrl>

namespace plotleaf {

/// Where ClearML's web app shows what a widget shows ("View original resource", clearml.md 4.10).
/// `ids`: of the objects that were found; at most 100 of them are named.
QUrl clearmlResourceLink(const ClearmlWidget &widget, const QUrl &web, const QStringList &ids);

} // namespace plotleaf
