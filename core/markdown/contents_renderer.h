#pragma once

#include "core/markdown/markdown_document.h"

namespace plotleaf {

/// `<nav class="pl-toc">` with nested lists of links to the headings. Levels that are skipped do
/// not nest twice.
QByteArray contentsHtml(const QVector<MarkdownHeading> &outline);

} // namespace plotleaf
