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
    using Kind = ClearmlDifference::Kind;
    switch (kind) {
    case Kind::Formula:
        return ClearmlDifferences::tr("Formula");
    case Kind::Diagram:
        return ClearmlDifferences::tr("Diagram");
    case Kind::Chart:
        return ClearmlDifferences::tr("Chart");
    case Kind::Panel:
        return ClearmlDifferences::tr("Panel");
    case Kind::Footnote:
        return ClearmlDifferences::tr("Footnote");
    case Kind::Contents:
        return ClearmlDifferences::tr("Table of contents");
    case Kind::Alert:
        return ClearmlDifferences::tr("Alert");
    case Kind::Anchor:
        return ClearmlDifferences::tr("Link to a heading");
    case Kind::ReportLink:
        return ClearmlDifferences::tr("Link to a report");
    case Kind::OwnImage:
        return ClearmlDifferences::tr("Image");
    case Kind::CodeLanguage:
        return ClearmlDifferences::tr("Code");
    case Kind::ForeignFrame:
    case Kind::OldFrame:
    case Kind::FrameOption:
    case Kind::FrameName:
        return ClearmlDifferences::tr("Frame");
    case Kind::TextBehindFrame:
        break;
    }
    return ClearmlDifferences::tr("Text behind a frame");
}

QString clearmlDifferenceReason(ClearmlDifference::Kind kind)
{
    using Kind = ClearmlDifference::Kind;
    switch (kind) {
    case Kind::Formula:
        return ClearmlDifferences::tr("Its source is shown: the web app draws no formulas.");
    case Kind::Diagram:
    case Kind::Chart:
        return ClearmlDifferences::tr("Its source is shown as code.");
    case Kind::Panel:
        return ClearmlDifferences::tr("Its description is shown as code. ClearML's own widgets are "
                                      "frames.");
    case Kind::Footnote:
        return ClearmlDifferences::tr(
            "There are no footnotes: it becomes a link that leads nowhere.");
    case Kind::Contents:
        return ClearmlDifferences::tr("The word itself is shown.");
    case Kind::Alert:
        return ClearmlDifferences::tr("It is a plain quotation that begins with its mark.");
    case Kind::Anchor:
        return ClearmlDifferences::tr("Headings have no anchors there: the link leads nowhere.");
    case Kind::ReportLink:
        return ClearmlDifferences::tr(
            "It leads to a report on this computer, which others do not have.");
    case Kind::OwnImage:
        return ClearmlDifferences::tr("It is on this computer only.");
    case Kind::CodeLanguage:
        return ClearmlDifferences::tr(
            "It is not highlighted: behind the fence stands more than the "
            "language.");
    case Kind::ForeignFrame:
        return ClearmlDifferences::tr("It stays empty: only widgets of the report's own server are "
                                      "shown.");
    case Kind::OldFrame:
        return ClearmlDifferences::tr("It stays empty: an address of old, without the slash behind "
                                      "“widgets”.");
    case Kind::FrameOption:
        return ClearmlDifferences::tr("Options for Plotleaf have no effect there.");
    case Kind::FrameName:
        return ClearmlDifferences::tr(
            "Another frame has the same name: the web app's editor does not "
            "save the report.");
    case Kind::TextBehindFrame:
        break;
    }
    return ClearmlDifferences::tr(
        "It is shown as it is written, since no blank line comes before it.");
}

} // namespace plotleaf
