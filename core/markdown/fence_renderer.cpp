#include "core/markdown/fence_renderer.h"

#include "core/markdown/content_hash.h"
#include "core/markdown/line_scanner.h"
#include "core/markdown/refused_text.h"

#include <cmark-gfm.h>

#include <algorithm>

namespace plotleaf {

namespace {

QByteArray firstWord(const QByteArray &info)
{
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    const auto end = std::find_if(info.begin(), info.end(), isSpace);
    return info.first(end - info.begin());
}

/// The word behind `type:` at the start of a line of the YAML; empty when there is no plain one.
/// The page shows a frame of this kind until the figure is there; what the panel really is, its
/// spec says.
QByteArray panelType(QByteArrayView yaml)
{
    LineScanner lines(yaml);
    while (lines.next()) {
        if (!lines.line().startsWith("type:"))
            continue;
        const QByteArray type = firstWord(lines.line().sliced(5).trimmed().toByteArray());
        const bool plain =
            std::all_of(type.begin(), type.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return plain ? type : QByteArray();
    }
    return {};
}

} // namespace

void FenceRenderer::write(cmark_node *codeBlock)
{
    m_html.freshLine();
    if (const auto formula = m_context.tree.math().formula(codeBlock))
        return writeFormula(formula->tex);
    const QByteArray info = cmark_node_get_fence_info(codeBlock);
    const QByteArray language = firstWord(info);
    const bool special = m_context.has(MarkdownFeature::SpecialFences);
    if (special && language == "math")
        return writeFormula(CmarkDocument::literal(codeBlock).trimmed());
    if (special && (language == "panel" || language == "runset"))
        return writePanel(codeBlock, info);
    if (special && language == "mermaid") {
        m_html.raw("<pre class=\"pl-diagram\" data-language=\"mermaid\">");
        m_html.text(CmarkDocument::literal(codeBlock));
        return m_html.raw("</pre>\n");
    }
    writeCode(codeBlock, language);
}

void FenceRenderer::writeFormula(QByteArrayView tex)
{
    m_html.raw("<div class=\"pl-math pl-display\">");
    m_html.text(tex);
    m_html.raw("</div>\n");
}

void FenceRenderer::writePanel(cmark_node *fence, const QByteArray &info)
{
    const QByteArray source = CmarkDocument::literal(fence).toByteArray();
    const QByteArray hash = QByteArray::number(contentHash(QByteArray(info + '\n' + source)), 16)
                                .rightJustified(16, '0');
    QString key = QString::fromLatin1(hash);
    if (const int count = ++m_context.taken.panelCounts[key]; count > 1)
        key += QStringLiteral("-%1").arg(count);

    const QByteArray type = firstWord(info) == "runset" ? QByteArray("runset") : panelType(source);
    m_html.raw("<div class=\"pl-panel\" data-panel=\"", key.toLatin1(), "\"");
    if (!type.isEmpty())
        m_html.raw(" data-type=\"", type, "\"");
    m_html.raw("><pre>");
    m_html.text(source);
    m_html.raw("</pre></div>\n");
    // cmark-gfm's last line of a fence that is never closed depends on what follows.
    const int firstLine = CmarkDocument::firstLine(fence);
    m_context.panels.append({.key = key,
                             .info = QString::fromUtf8(info),
                             .source = QString::fromUtf8(source),
                             .firstLine = firstLine,
                             .lastLine = firstLine + countLines(source) + 1});
}

void FenceRenderer::writeCode(cmark_node *codeBlock, QByteArrayView language)
{
    if (language.isEmpty()) {
        m_html.raw("<pre><code>");
    } else {
        m_html.raw("<pre><code class=\"language-");
        m_html.text(language);
        m_html.raw("\">");
    }
    m_html.text(CmarkDocument::literal(codeBlock));
    m_html.raw("</code></pre>\n");
}

} // namespace plotleaf
