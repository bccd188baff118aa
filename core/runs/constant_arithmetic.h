#pragma once

#include <QString>

#include <optional>

namespace plotleaf {

/// What arithmetic on constants in Python's spelling comes to, as W&B's filter expressions take it:
/// "2**5", "-1", "10 / 4", "7 // 2", "7 % 4". Nothing where the text is none, or comes to no finite
/// number.
std::optional<double> constantArithmetic(const QString &text);

} // namespace plotleaf
