#pragma once

#include "ui/page/printed_report.h"

namespace plotleaf {

/// What stands in front of a report's text when it leaves the editor.
struct FrontParts
{
    bool title = true; ///< name, author, date, project, description, tags
    /// Unless there are fewer than three headings or the text has its own contents.
    bool contents = true;
    /// Invisible links to all headings: they make them named destinations in the PDF
    /// (reference/qt.md 2) and so the places that bookmarks lead to.
    bool places = false;
};

/// The report's document with those parts in front. A first heading that only repeats the report's
/// name becomes the title block's.
MarkdownDocumentPtr withFrontParts(const PrintedReport &report, const FrontParts &parts);

/// The headings that the contents list: all but one that became the title block's.
QVector<MarkdownHeading> listedHeadings(const PrintedReport &report, bool title);

} // namespace plotleaf
