#pragma once

#include "core/markdown/render_context.h"

namespace plotleaf {

/// HTML of code blocks, and of the fences that are more than code: panels, run sets, formulas,
/// diagrams.
class FenceRenderer
{
public:
    FenceRenderer(RenderContext &context, HtmlWriter &html) : m_context(context), m_html(html) {}

    void write(cmark_node *codeBlock);

private:
    void writeFormula(QByteArrayView tex);
    void writePanel(cmark_node *fence, const QByteArray &info);
    void writeCode(cmark_node *codeBlock, QByteArrayView language);

    RenderContext &m_context;
    HtmlWriter &m_html;
};

} // namespace plotleaf
