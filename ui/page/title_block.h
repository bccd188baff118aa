#pragma once

#include "ui/page/pdf_options.h"
#include "ui/page/printed_report.h"

namespace plotleaf {

/// The document as it is printed: title block and contents in front of the text, and links to all
/// headings, which make them named destinations in the PDF (reference/qt.md 2) and so the places
/// that bookmarks lead to.
MarkdownDocumentPtr withFrontMatter(const PrintedReport &report, const PdfOptions &options);

} // namespace plotleaf
