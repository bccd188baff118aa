#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// A bookmark. `destination` is the name of a place in the PDF, which is what Chromium makes of a
/// heading's id when a link of the page leads there (reference/qt.md 2).
struct PdfBookmark
{
    QString title;
    int level = 1; ///< 1 to 6; levels may be skipped
    QString destination;
};

/// What a printed page lacks as it comes out of the web engine.
struct PdfFinish
{
    QString title;
    QString author;
    QString subject;
    QStringList keywords;
    QString language; ///< BCP 47, "en-GB"
    QString creator = QStringLiteral("Plotleaf " PLOTLEAF_VERSION);
    QDateTime created; ///< UTC; left out when invalid
    QVector<PdfBookmark> outline;
    /// A PDF of as many pages, each laid over the page of the same number (headers and footers);
    /// may be empty.
    QByteArray stamps;
};

/// Gives `pdf` its outline, title, author, language, page labels and stamps, and removes links that
/// lead nowhere outside the application. Bookmarks without a place are left out. Any thread; takes
/// about 2 ms a page. Errors: Damaged (not a PDF, or not one that can be read), InvalidInput
/// (stamps of another page count).
Result<QByteArray> finishPdf(const QByteArray &pdf, const PdfFinish &finish);

/// Errors: Damaged.
Result<int> pdfPageCount(const QByteArray &pdf);

} // namespace plotleaf
