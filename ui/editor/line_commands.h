#pragma once

#include "ui/editor/line_structure.h"
#include "ui/editor/passage.h"

#include <optional>

namespace plotleaf::line_commands {

/// Markup at the start of lines, for every line that the selection touches. Each is a toggle: when
/// all lines have it already it is taken away. Empty lines between marked ones are left alone
/// (quotes keep going through them).

enum class ListKind { Bullet, Numbered, Task };

/// Level 1 to 6; 0 makes plain paragraphs. The level that all lines have already is taken away.
Passage setHeading(const Passage &passage, int level);
/// None, 1, 2, … 6, none.
Passage cycleHeading(const Passage &passage);
Passage toggleQuote(const Passage &passage);
/// Turns one kind of list into another; numbers count up from 1.
Passage toggleList(const Passage &passage, ListKind kind);

/// Tab: list items go one level deeper, several lines move right, else the cursor moves to the next
/// tab stop.
Passage indent(const Passage &passage);
/// Shift+Tab: the other way.
Passage outdent(const Passage &passage);

/// What Enter does inside a list, task list or quote: continues it, or ends it when the item is
/// empty. Nothing where Enter is only a new line.
std::optional<Passage> continueLine(const Passage &passage);

/// Nothing to do at the first or last line: the passage comes back unchanged.
Passage moveUp(const Passage &passage);
Passage moveDown(const Passage &passage);
/// Of the lines touched; the cursor goes to the copy.
Passage duplicate(const Passage &passage);

/// Ticks or clears the task box in the passage's cursor line; unchanged where there is none.
Passage setTaskDone(const Passage &passage, bool done);

} // namespace plotleaf::line_commands
