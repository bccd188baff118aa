#pragma once

#include <QByteArray>
#include <QPageLayout>
#include <QRectF>
#include <QString>
#include <QVector>

namespace plotleaf {

/// A page number at the right edge of the text, with dots leading to it from `line`.
struct PageNumberNote
{
    int page = 0; ///< on which it is printed, from 0
    QRectF line;  ///< points, from the paper's top left corner
    QString number;
};

/// What is printed in the margins of every page.
struct PageStamps
{
    QPageLayout
        layout; ///< paper and margins; headers and footers stand in the middle of the margins
    int pages = 0;
    QString headerStart; ///< at the left; empty header texts print no header
    QString headerEnd;   ///< at the right
    bool headerOnFirst = true;
    QVector<PageNumberNote> numbers;
    QString footer; ///< with %1 for the page and %2 for their number; empty: none
};

/// A PDF of `pages` pages with nothing but headers and footers, to be laid over the report's. GUI
/// thread.
QByteArray makePageStamps(const PageStamps &stamps);

} // namespace plotleaf
