#pragma once

#include "core/markdown/markdown_document.h"
#include "core/report/report.h"
#include "ui/page/page_resources.h"

namespace plotleaf {

/// Everything that a print or an export of a report is made from.
struct PrintedReport
{
    ReportSummary summary;
    MarkdownDocumentPtr document;
    QString language; ///< BCP 47, of the text; empty: the user's
    PageResources resources;
    RemoteConsent consent;       ///< which pictures from elsewhere are printed
    PanelFeeds *feeds = nullptr; ///< must outlive the print; null: panels stay as their text
};

/// A report in another form, and what of it could not be drawn (in words for people).
struct ExportedFile
{
    QByteArray bytes;
    QStringList problems;
};

} // namespace plotleaf
