#pragma once

#include "core/exports/pdf_finisher.h"

class QPDF;

namespace plotleaf {

/// Writes the bookmarks into the document's catalogue, nested by level. Returns how many there are
/// in the end: those whose destination the document does not know are left out. Throws what qpdf
/// throws.
int writePdfOutline(QPDF &document, const QVector<PdfBookmark> &bookmarks);

} // namespace plotleaf
