#pragma once

#include "core/markdown/markdown_document.h"

#include <QUrl>

namespace plotleaf {

/// Something in a text that the web app does not show as Plotleaf does.
struct ClearmlDifference
{
    enum class Kind {
        Formula,
        Diagram,
        Chart,
        Panel,
        Footnote,
        Contents,
        Alert,
        Anchor,       ///< a link to a heading
        ReportLink,   ///< to another report of this computer
        OwnImage,     ///< `asset:…`
        CodeLanguage, ///< not highlighted: the fence says more than the language
        ForeignFrame, ///< not a widget of this server
        OldFrame,     ///< "/widgets?…", as it was written once
        FrameOption,  ///< plotleaf.* in a widget's address
        FrameName,    ///< a name that another frame has; the web app's editor does not save then
        TextBehindFrame,
    };

    Kind kind = Kind::Formula;
    int line = 0; ///< from 0

    friend bool operator==(const ClearmlDifference &, const ClearmlDifference &) = default;
};

/// What it is, and what the web app does with it, for people.
QString clearmlDifferenceName(ClearmlDifference::Kind kind);
QString clearmlDifferenceReason(ClearmlDifference::Kind kind);

/// The differences in the order of the text, at most one of a kind in a block, and each frame's.
/// `document`: of `text`, with every feature. `web`: of the server that the text is for; empty:
/// any, frames are not judged by their server then. `sendsImages`: the report's own images go to
/// the server with its text.
QVector<ClearmlDifference> clearmlDifferences(const MarkdownDocument &document,
                                              const QString &text,
                                              const QUrl &web,
                                              bool sendsImages);

} // namespace plotleaf
