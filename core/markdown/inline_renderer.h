#pragma once

#include "core/markdown/render_context.h"

namespace plotleaf {

/// HTML of what stands inside paragraphs, headings and cells.
class InlineRenderer
{
public:
    InlineRenderer(RenderContext &context, HtmlWriter &html) : m_context(context), m_html(html) {}

    /// Whether the children of `node` are to be visited.
    bool enter(cmark_node *node);
    void leave(cmark_node *node);

private:
    void writeLiteral(cmark_node *node);
    void writeCode(cmark_node *node);
    void writeLink(cmark_node *node);
    void writeImage(cmark_node *node);
    void writeFootnoteReference(cmark_node *node);
    void writeTitle(cmark_node *node);

    RenderContext &m_context;
    HtmlWriter &m_html;
};

} // namespace plotleaf
