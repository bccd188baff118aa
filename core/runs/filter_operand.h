#pragma once

#include "core/runs/filter_cursor.h"
#include "core/runs/filter_node.h"

namespace plotleaf {

/// Reads what stands behind an operator into `made`, whose field and operator are known: a value, a
/// list or a regular expression. `text`: the whole filter, that the cursor's tokens are of. False:
/// the cursor has the mistake.
bool readFilterOperand(FilterCursor &cursor,
                       const QString &text,
                       FilterDialect dialect,
                       FilterComparison &made);

} // namespace plotleaf
