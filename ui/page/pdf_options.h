#pragma once

#include <QMarginsF>
#include <QPageSize>

namespace plotleaf {

/// How a report is put on paper.
struct PdfOptions
{
    QPageSize::PageSizeId pageSize = QPageSize::A4;
    QMarginsF margins{15, 20, 15,
                      20};  ///< millimetres; headers and footers stand inside top and bottom
    bool titleBlock = true; ///< name, author, date, project, description, tags above the text
    /// A list of the headings with their pages; left out where there are fewer than three or the
    /// text has its own.
    bool contents = true;
    bool header = true; ///< the report's name and project
    bool footer = true; ///< "page n of m"
    /// After this long without everything drawn the print fails and says what is missing.
    /// Milliseconds.
    int deadline = 60'000;
};

} // namespace plotleaf
