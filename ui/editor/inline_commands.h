#pragma once

#include "ui/editor/passage.h"

namespace plotleaf::inline_commands {

/// Markup inside a line. Each is a toggle: run twice it gives back what was there, selection
/// included.
///
/// With nothing selected the word at the cursor is meant; where there is none, empty markers are
/// put around the cursor (and taken away again). A selection over several lines is marked line by
/// line, because Markdown's emphasis ends with its paragraph; list markers, quote marks and
/// headings' hashes stay outside.

enum class Emphasis { Bold, Italic, Strikethrough };

Passage toggleEmphasis(const Passage &passage, Emphasis emphasis);
/// Picks as many backticks as the selected code needs.
Passage toggleCode(const Passage &passage);
/// Makes `[selection](url)`, or takes the link around the cursor away and leaves its text.
Passage toggleLink(const Passage &passage, const QString &url = {});
/// `![selection](url)`; the cursor goes to what is still missing.
Passage insertImage(const Passage &passage, const QString &url = {});

} // namespace plotleaf::inline_commands
