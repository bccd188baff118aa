#pragma once

#include "ui/editor/passage.h"

namespace plotleaf::block_commands {

/// Things that stand on lines of their own. What is inserted is kept apart from its neighbours by
/// empty lines, as Markdown needs it (a rule below text would make that text a heading).

/// Fences around the touched lines, or around an empty line; taken away again when they are there.
Passage toggleCodeBlock(const Passage &passage);
Passage insertRule(const Passage &passage);
/// A table with a head row, `rows` below it and `columns` columns, its first head cell selected.
Passage insertTable(const Passage &passage, int rows, int columns);
/// Any block; afterwards the part of it that [selectStart, selectStart + selectLength) names is
/// selected.
Passage
insertBlock(const Passage &passage, const QString &block, int selectStart, int selectLength);

} // namespace plotleaf::block_commands
