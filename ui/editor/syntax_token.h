#pragma once

#include <QVector>

namespace plotleaf {

/// What a piece of source is; the highlighter turns it into colours.
enum class SyntaxToken {
    Marker, ///< characters that only mark: *, ~~, [ ], |
    Heading,
    Strong,
    Emphasis,
    StrongEmphasis,
    Strikethrough,
    Code, ///< a code span, or the text of a block without a known language
    CodeFence,
    Link,
    Url,
    Quote,
    ListMarker,
    Html,
    Math,
    PanelFence,
    Annotation, ///< comments and suggestions (CriticMarkup)

    Keyword,
    Type,
    Function,
    String,
    Number,
    Comment,
    Key,

    Count ///< not a token: how many there are
};

/// Part of one line, in UTF-16 units.
struct SyntaxSpan
{
    int start = 0;
    int length = 0;
    SyntaxToken token = SyntaxToken::Marker;

    friend bool operator==(const SyntaxSpan &, const SyntaxSpan &) = default;
};

using SyntaxSpans = QVector<SyntaxSpan>;

/// Of a longer line only this much is looked at, so that an embedded image of a megabyte costs
/// nothing.
constexpr int syntaxLineLimit = 4000;

} // namespace plotleaf
