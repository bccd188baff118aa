#pragma once

#include "core/runs/filter_node.h"

#include <QVariant>

namespace plotleaf {

/// A filter as text that is read as the same filter: texts in double quotes, no more parentheses
/// than are needed.
QString filterText(const FilterNode &node);

/// A value as it is written behind an operator: 0.1, "text", true, null, now-7d.
QString filterText(const FilterValue &value);

/// A value that a run holds, so written that `field = VALUE` holds for the run; in double quotes
/// only where it needs them. Empty where nothing that can be written equals it (a list).
QString filterLiteral(const QVariant &value);

} // namespace plotleaf
