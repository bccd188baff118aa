#pragma once

#include "core/markdown/markdown_options.h"

#include <QByteArrayView>

namespace plotleaf {

/// Finds what is known to blow up before it is parsed (anchors: cmark-gfm 0.29.0.gfm.6 fills short
/// table rows up to the head's columns, and copies a link definition's address for each use). One
/// pass over the lines; where it is in doubt it lets the text through: the wall is the helper
/// process.
QVector<RefusedLines> findHostileLines(QByteArrayView text);

} // namespace plotleaf
