#pragma once

#include "ui/editor/passage.h"

#include <optional>

namespace plotleaf {

/// What typing `typed` does beyond inserting it: brackets and backticks are closed, a closing one
/// that is already there is stepped over, and a selection is wrapped in what was typed. Nothing
/// where it is only a character.
std::optional<Passage> autoPair(const Passage &passage, QChar typed);

/// What Backspace does inside an empty pair: both go. Nothing elsewhere.
std::optional<Passage> deleteEmptyPair(const Passage &passage);

} // namespace plotleaf
