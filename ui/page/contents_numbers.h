#pragma once

#include "core/exports/pdf_links.h"
#include "core/markdown/markdown_document.h"
#include "ui/page/page_stamps.h"

namespace plotleaf {

/// The page numbers that belong behind the lines of the printed contents: only once the pages are
/// printed is it known where the headings are. `links` are all inner links of the PDF, `outline`
/// the headings that the contents list; the contents are the first links of the text.
QVector<PageNumberNote> contentsNumbers(const QVector<PdfLink> &links,
                                        const QVector<MarkdownHeading> &outline);

} // namespace plotleaf
