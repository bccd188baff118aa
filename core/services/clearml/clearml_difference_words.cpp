#include "core/services/clearml/clearml_differences.h"

#include <QCoreApplication>

// What people read of the differences.

namespace plotleaf {

namespace {

struct ClearmlDifferences
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ClearmlDifferences)
};

} // namespace

QString clearmlDifferenceName(ClearmlDifference::Kind kind)
{
    using Difference = ClearmlDifference::Kind;
    switch (kind) {
    case Difference::Formula:
        return ClearmlDifferences::tr("Formula");
    case Difference::Diagram:
        return ClearmlDifferences::tr("Diagram");
    case Difference::Chart:
        return ClearmlDifferences::tr("Chart");
    case Difference::Panel:
        return ClearmlDifferences::tr("Panel");
    case Difference::Footnote:
        return ClearmlDifferences::tr("Footnote");
    case Difference::Contents:
        return ClearmlDifferences::tr("Table of contents");
    case Difference::Alert:
        return ClearmlDifferences::tr("Alert");
    case Difference::Anchor:
        return ClearmlDifferences::tr("Link to a heading");
    case Difference::ReportLink:
        return ClearmlDifferences::tr("Link to a report");
    case Difference::OwnImage:
        return ClearmlDifferences::tr("Image");
    case Difference::CodeLanguage:
        return ClearmlDifferences::tr("Code");
    case Difference::ForeignFrame:
    case Difference::OldFrame:
    case Difference::FrameOption:
    case Difference::FrameName:
        return ClearmlDifferences::tr("Frame");
    case Difference::TextBehindFrame:
        break;
    }
    return ClearmlDifferences::tr("Text behind a frame");
}

QString clearmlDifferenceReason(ClearmlDifference::Kind kind)
{
    using Difference = ClearmlDifference::Kind;
    switch (kind) {
    case Difference::Formula:
        return ClearmlDifferences::tr("Its source is shown: the web app draws no formulas.");
    case Difference::Diagram:
    case Difference::Chart:
        return ClearmlDifferences::tr("Its source is shown as code.");
    case Difference::Panel:
        return ClearmlDifferences::tr("Its description is shown as code. ClearML's own widgets are "
                                      "frames.");
    case Difference::Footnote:
        return ClearmlDifferences::tr(
            "There are no footnotes: it becomes a link that leads nowhere.");
    case Difference::Contents:
        return ClearmlDifferences::tr("The word itself is shown.");
    case Difference::Alert:
        return ClearmlDifferences::tr("It is a plain quotation that begins with its mark.");
    case Difference::Anchor:
        return ClearmlDifferences::tr("Headings have no anchors there: the link leads nowhere.");
    case Difference::ReportLink:
        return ClearmlDifferences::tr(
            "It leads to a report on this computer, which others do not have.");
    case Difference::OwnImage:
        return ClearmlDifferences::tr("It is on this computer only.");
    case Difference::CodeLanguage:
        return ClearmlDifferences::tr(
            "It is not highlighted: behind the fence stands more than the "
            "language.");
    case Difference::ForeignFrame:
        return ClearmlDifferences::tr("It stays empty: only widgets of the report's own server are "
                                      "shown.");
    case Difference::OldFrame:
        return ClearmlDifferences::tr("It stays empty: an address of old, without the slash behind "
                                      "“widgets”.");
    case Difference::FrameOption:
        return ClearmlDifferences::tr("Options for Plotleaf have no effect there.");
    case Difference::FrameName:
        return ClearmlDifferences::tr(
            "Another frame has the same name: the web app's editor does not "
            "save the report.");
    case Difference::TextBehindFrame:
        break;
    }
    return ClearmlDifferences::tr(
        "It is shown as it is written, since no blank line comes before it.");
}

} // namespace plotleaf
