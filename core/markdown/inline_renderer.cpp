#include "core/markdown/inline_renderer.h"

#include <cmark-gfm.h>

#include <cstring>

namespace plotleaf {

namespace {

bool isStrikethrough(cmark_node *node)
{
    return std::strcmp(cmark_node_get_type_string(node), "strikethrough") == 0;
}

} // namespace

bool InlineRenderer::enter(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
        writeLiteral(node);
        return true;
    case CMARK_NODE_CODE:
        writeCode(node);
        return true;
    case CMARK_NODE_SOFTBREAK:
        m_html.raw("\n");
        m_context.words.endWord();
        return true;
    case CMARK_NODE_LINEBREAK:
        m_html.raw("<br />\n");
        m_context.words.endWord();
        return true;
    case CMARK_NODE_EMPH:
        m_html.raw("<em>");
        return true;
    case CMARK_NODE_STRONG:
        m_html.raw("<strong>");
        return true;
    case CMARK_NODE_LINK:
        writeLink(node);
        return true;
    case CMARK_NODE_IMAGE:
        writeImage(node);
        return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        writeFootnoteReference(node);
        return true;
    default:
        if (isStrikethrough(node))
            m_html.raw("<del>");
        return true;
    }
}

void InlineRenderer::leave(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
        return m_html.raw("</em>");
    case CMARK_NODE_STRONG:
        return m_html.raw("</strong>");
    case CMARK_NODE_LINK:
        return m_html.raw("</a>");
    default:
        if (isStrikethrough(node))
            m_html.raw("</del>");
    }
}

void InlineRenderer::writeLiteral(cmark_node *node)
{
    const QByteArrayView literal = CmarkDocument::literal(node);
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT) {
        m_html.text(literal);
        m_context.words.add(literal);
    } else {
        m_html.raw(literal);
        m_context.tagPairs.add(m_context.block, literal);
    }
}

void InlineRenderer::writeCode(cmark_node *node)
{
    if (const auto formula = m_context.tree.math().formula(node)) {
        m_html.raw(formula->display ? QByteArrayView(R"(<span class="pl-math pl-display">)")
                                    : QByteArrayView(R"(<span class="pl-math">)"));
        m_html.text(formula->tex);
        m_html.raw("</span>");
        return;
    }
    m_html.raw("<code>");
    m_html.text(CmarkDocument::literal(node));
    m_html.raw("</code>");
    m_context.words.add(CmarkDocument::literal(node));
}

void InlineRenderer::writeTitle(cmark_node *node)
{
    const QByteArrayView title(cmark_node_get_title(node));
    if (title.isEmpty())
        return;
    m_html.raw("\" title=\"");
    m_html.text(title);
}

void InlineRenderer::writeLink(cmark_node *node)
{
    m_html.raw("<a href=\"");
    m_html.address(cmark_node_get_url(node));
    writeTitle(node);
    m_html.raw("\">");
}

void InlineRenderer::writeImage(cmark_node *node)
{
    QByteArrayView address(cmark_node_get_url(node));
    m_html.raw("<img src=\"");
    if (address.startsWith("asset:")) {
        m_html.raw("plotleaf://asset/");
        address = address.sliced(6);
    }
    m_html.address(address);
    m_html.raw("\" alt=\"");
    m_html.text(CmarkDocument::alternativeText(node));
    writeTitle(node);
    m_html.raw("\" />");
}

/// A colon is in no heading's anchor, so footnotes and headings never share one. After reading,
/// cmark-gfm keeps the footnote's number as the reference's literal.
void InlineRenderer::writeFootnoteReference(cmark_node *node)
{
    const QByteArray number = CmarkDocument::literal(node).toByteArray();
    const int use = ++m_context.footnoteUses[number];
    m_html.raw("<sup class=\"footnote-ref\"><a href=\"#fn:", number, "\" id=\"fnref:", number);
    if (use > 1)
        m_html.raw("-", QByteArray::number(use));
    m_html.raw("\">", number, "</a></sup>");
}

} // namespace plotleaf
