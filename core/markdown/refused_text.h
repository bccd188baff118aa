#pragma once

#include "core/markdown/markdown_options.h"

#include <QByteArray>

namespace plotleaf {

/// Ascending, and no line twice. Ranges that touch the same lines become one, with the reason of
/// the first.
QVector<RefusedLines> mergedRefusals(QVector<RefusedLines> ranges);

/// The text with these lines turned into spaces, so that all others keep their numbers. `refused`
/// is merged.
QByteArray withoutLines(QByteArray text, const QVector<RefusedLines> &refused);

/// As cmark-gfm counts them; a line end at the end of the text starts no further line.
int countLines(QByteArrayView text);

} // namespace plotleaf
