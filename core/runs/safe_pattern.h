#pragma once

#include "core/base/result.h"

#include <QRegularExpression>

namespace plotleaf {

/// A regular expression that somebody typed, compiled so that matching a name with it ends in
/// milliseconds however it was meant: a pattern such as `(a+)+b` would otherwise take exponential
/// time. A match that is given up counts as none. Errors: InvalidInput, with place and reason.
Result<QRegularExpression> compileSafePattern(const QString &pattern);

} // namespace plotleaf
