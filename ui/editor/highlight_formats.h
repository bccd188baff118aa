#pragma once

#include "ui/editor/syntax_token.h"

#include <QTextCharFormat>

#include <array>

namespace plotleaf {

class Theme;

/// How each kind of token looks. Nothing changes the height of a line, so that lines can be counted
/// for scrolling.
class HighlightFormats
{
public:
    HighlightFormats() = default;
    explicit HighlightFormats(const Theme &theme);

    const QTextCharFormat &of(SyntaxToken token) const { return m_formats[size_t(token)]; }

private:
    std::array<QTextCharFormat, size_t(SyntaxToken::Count)> m_formats;
};

} // namespace plotleaf
