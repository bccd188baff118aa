#pragma once

#include "core/markdown/render_context.h"

namespace plotleaf {

/// Raw HTML, with the iframes of ClearML's widgets as places for panels: what the fence `panel` is
/// to us, these frames are to ClearML. Their address is the panel's source, their kind "iframe".
class FrameRenderer
{
public:
    FrameRenderer(RenderContext &context, HtmlWriter &html) : m_context(context), m_html(html) {}

    /// `firstLine`: of the HTML in the text.
    void write(QByteArrayView html, int firstLine);

private:
    void writePlace(QByteArrayView address, int firstLine, int lastLine);

    RenderContext &m_context;
    HtmlWriter &m_html;
};

} // namespace plotleaf
