#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QVector>

namespace plotleaf {

/// A link inside a PDF. Pages count from 0.
struct PdfLink
{
    int page = 0;
    QRectF place; ///< points, from the page's top left corner
    QString destination;
    int targetPage = 0;
};

/// Every link of `pdf` to a named place that exists, in the order of the pages and, on a page, of
/// the text. Errors: Damaged.
Result<QVector<PdfLink>> pdfInnerLinks(const QByteArray &pdf);

} // namespace plotleaf
