#pragma once

#include "ui/editor/syntax_token.h"

#include <QStringView>

namespace plotleaf {

/// Colours the inline markup in [start, end) of a line of Markdown: emphasis, code, links, math,
/// HTML, annotations. Looks at this line only, so markup that goes on over a line's end is left
/// plain.
void lexInline(QStringView line, int start, int end, SyntaxSpans &spans);

} // namespace plotleaf
