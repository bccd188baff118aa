#pragma once

#include "core/services/clearml/widgets/clearml_widget.h"

namespace plotleaf {

/// The address of a widget with the parameters of `before` that differ in `after` replaced, and
/// nothing else changed. `address` is what `before` was read from.
///
/// Ampersands stay as they are written ("&" or "&amp;"). New parameters stand where the web app
/// would write them, those of ours and of queries at the end.
QString changedClearmlAddress(const QString &address,
                              const ClearmlWidget &before,
                              const ClearmlWidget &after);

} // namespace plotleaf
