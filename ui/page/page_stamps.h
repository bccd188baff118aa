#pragma once

#include <QByteArray>
#include <QPageLayout>
#include <QString>

namespace plotleaf {

/// What is printed in the margins of every page.
struct PageStamps
{
    QPageLayout
        layout; ///< paper and margins; headers and footers stand in the middle of the margins
    int pages = 0;
    QString headerStart; ///< at the left; empty header texts print no header
    QString headerEnd;   ///< at the right
    bool headerOnFirst = true;
    QString footer; ///< with %1 for the page and %2 for their number; empty: none
};

/// A PDF of `pages` pages with nothing but headers and footers, to be laid over the report's. GUI
/// thread.
QByteArray makePageStamps(const PageStamps &stamps);

} // namespace plotleaf
