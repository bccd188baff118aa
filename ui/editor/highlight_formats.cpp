#include "ui/editor/highlight_formats.h"

#include "ui/theme/theme.h"

namespace plotleaf {

namespace {

struct TokenLook
{
    SyntaxToken token;
    ColorRole color;
    bool bold = false;
    bool italic = false;
};

constexpr TokenLook tokenLooks[] = {
    {SyntaxToken::Marker, ColorRole::SyntaxMarker},
    {SyntaxToken::Heading, ColorRole::SyntaxHeading, true},
    {SyntaxToken::Strong, ColorRole::SyntaxStrong, true},
    {SyntaxToken::Emphasis, ColorRole::SyntaxEmphasis, false, true},
    {SyntaxToken::StrongEmphasis, ColorRole::SyntaxStrong, true, true},
    {SyntaxToken::Strikethrough, ColorRole::SyntaxMarker},
    {SyntaxToken::Code, ColorRole::SyntaxCode},
    {SyntaxToken::CodeFence, ColorRole::SyntaxMarker},
    {SyntaxToken::Link, ColorRole::SyntaxLink},
    {SyntaxToken::Url, ColorRole::SyntaxLink},
    {SyntaxToken::Quote, ColorRole::SyntaxQuote},
    {SyntaxToken::ListMarker, ColorRole::SyntaxList, true},
    {SyntaxToken::Html, ColorRole::SyntaxHtml},
    {SyntaxToken::Math, ColorRole::SyntaxMath},
    {SyntaxToken::PanelFence, ColorRole::SyntaxPanel, true},
    {SyntaxToken::Annotation, ColorRole::SyntaxComment, false, true},
    {SyntaxToken::Keyword, ColorRole::SyntaxKeyword},
    {SyntaxToken::Type, ColorRole::SyntaxType},
    {SyntaxToken::Function, ColorRole::SyntaxFunction},
    {SyntaxToken::String, ColorRole::SyntaxString},
    {SyntaxToken::Number, ColorRole::SyntaxNumber},
    {SyntaxToken::Comment, ColorRole::SyntaxComment, false, true},
    {SyntaxToken::Key, ColorRole::SyntaxKey},
};
static_assert(std::size(tokenLooks) == size_t(SyntaxToken::Count));

} // namespace

HighlightFormats::HighlightFormats(const Theme &theme)
{
    for (const TokenLook &look : tokenLooks) {
        QTextCharFormat &format = m_formats[size_t(look.token)];
        format.setForeground(theme.color(look.color));
        if (look.bold)
            format.setFontWeight(QFont::Bold);
        if (look.italic)
            format.setFontItalic(true);
    }
    m_formats[size_t(SyntaxToken::Strikethrough)].setFontStrikeOut(true);
    m_formats[size_t(SyntaxToken::Code)].setBackground(
        theme.color(ColorRole::SyntaxCodeBackground));
}

} // namespace plotleaf
