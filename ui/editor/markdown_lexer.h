#pragma once

#include "ui/editor/code_lexer.h"
#include "ui/editor/syntax_token.h"

namespace plotleaf {

/// What the lines above mean for the next one. Packs into an int, so that it fits
/// QTextBlock::userState.
struct MarkdownState
{
    enum class Block { Text, Fence, Comment, Math };

    Block block = Block::Text;
    bool inList = false;      ///< indentation is a list item's, not code
    bool inParagraph = false; ///< the line above goes on
    // Of a fence:
    bool tilde = false;
    bool quoted = false; ///< inside a block quote; ends with it
    bool panel = false;
    int fenceLength = 0;
    int language = 0; ///< codeLanguageIndex
    CodeState code = CodeState::Plain;

    /// Never negative: -1 is QTextBlock's "not known".
    int pack() const;
    static MarkdownState unpack(int packed);

    friend bool operator==(const MarkdownState &, const MarkdownState &) = default;
};

/// Colours one line and returns the state after it. Appends to `spans` unless it is null: following
/// the states through a text without spans is many times cheaper. Spans come in order of their
/// start; where they overlap the later one lies on top.
MarkdownState lexMarkdown(QStringView line, const MarkdownState &before, SyntaxSpans *spans);

} // namespace plotleaf
