#include "core/markdown/block_renderer.h"

#include "core/markdown/contents_renderer.h"
#include "core/markdown/frame_renderer.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace plotleaf {

namespace {

bool isInTightList(cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    cmark_node *list = item ? cmark_node_parent(item) : nullptr;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}

bool isLoneFormula(const RenderContext &context, cmark_node *paragraph)
{
    cmark_node *child = cmark_node_first_child(paragraph);
    if (!child || cmark_node_next(child) || cmark_node_get_type(child) != CMARK_NODE_CODE)
        return false;
    const auto formula = context.tree.math().formula(child);
    return formula && formula->display;
}

} // namespace

BlockRenderer::BlockRenderer(RenderContext &context) : m_context(context)
{
}

RenderedBlock BlockRenderer::render(cmark_node *block, qsizetype limit)
{
    const bool complete = walk(block, limit);
    RenderedBlock rendered = take();
    rendered.tooLarge = !complete;
    return rendered;
}

RenderedBlock BlockRenderer::renderFootnotes(const std::vector<cmark_node *> &definitions,
                                             qsizetype limit)
{
    m_html.raw("<section class=\"footnotes\">\n<ol>\n");
    bool complete = true;
    for (size_t i = 0; i < definitions.size() && complete; ++i) {
        const QByteArray number = QByteArray::number(qulonglong(i) + 1);
        m_backReference =
            " <a href=\"#fnref:" + number + "\" class=\"footnote-backref\" aria-label=\"" +
            m_context.options.texts.backToText.toHtmlEscaped().toUtf8() + "\">\xe2\x86\xa9</a>";
        m_footnoteEnd = cmark_node_last_child(definitions[i]);
        m_html.raw("<li id=\"fn:", number, "\">\n");
        complete = walk(definitions[i], limit);
        // A footnote that does not end in a paragraph has its way back on a line of its own.
        m_html.raw(m_backReference);
        m_html.freshLine();
        m_html.raw("</li>\n");
        m_backReference.clear();
    }
    m_html.raw("</ol>\n</section>\n");
    RenderedBlock rendered = take();
    rendered.tooLarge = !complete;
    return rendered;
}

RenderedBlock BlockRenderer::take()
{
    m_context.words.endWord();
    const int words =
        m_context.words.count() - std::exchange(m_wordsBefore, m_context.words.count());
    return {.html = m_html.take(), .tasks = std::exchange(m_tasks, {}), .words = words};
}

bool BlockRenderer::walk(cmark_node *block, qsizetype limit)
{
    cmark_iter *iterator = cmark_iter_new(block);
    cmark_event_type event = cmark_iter_next(iterator);
    for (; event != CMARK_EVENT_DONE && m_html.size() <= limit; event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event == CMARK_EVENT_EXIT)
            leave(node);
        else if (!enter(node) && cmark_node_first_child(node))
            cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
    }
    cmark_iter_free(iterator);
    return event == CMARK_EVENT_DONE;
}

/// Whether the children are to be visited. cmark-gfm's types say themselves whether they are
/// inline.
bool BlockRenderer::enter(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH)
        return beginParagraph(node);
    if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE)
        return m_inlines.enter(node);
    if (!m_tables.enter(node))
        beginBlock(node);
    return true;
}

void BlockRenderer::leave(cmark_node *node)
{
    if ((cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE)
        return m_inlines.leave(node);
    m_context.words.endWord();
    if (!m_tables.leave(node))
        endBlock(node);
}

void BlockRenderer::beginBlock(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        return beginQuote(node);
    case CMARK_NODE_LIST:
        return beginList(node);
    case CMARK_NODE_ITEM:
        return beginItem(node);
    case CMARK_NODE_HEADING:
        return beginHeading(node);
    case CMARK_NODE_CODE_BLOCK:
        return m_fences.write(node);
    case CMARK_NODE_HTML_BLOCK:
        return writeHtml(node);
    case CMARK_NODE_THEMATIC_BREAK:
        m_html.freshLine();
        return m_html.raw("<hr />\n");
    default:
        return;
    }
}

void BlockRenderer::endBlock(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        m_html.freshLine();
        return m_html.raw(m_context.alerts.contains(node) ? "</div>\n" : "</blockquote>\n");
    case CMARK_NODE_LIST:
        return m_html.raw(cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n"
                                                                              : "</ol>\n");
    case CMARK_NODE_ITEM:
        return m_html.raw("</li>\n");
    case CMARK_NODE_HEADING:
        return endHeading(node);
    case CMARK_NODE_PARAGRAPH:
        return endParagraph(node);
    default:
        return;
    }
}

void BlockRenderer::beginQuote(cmark_node *quote)
{
    m_html.freshLine();
    const auto alert = m_context.alerts.constFind(quote);
    if (alert == m_context.alerts.constEnd())
        return m_html.raw("<blockquote>\n");
    m_html.raw("<div class=\"pl-alert pl-alert-", alert->name, "\">\n<p class=\"pl-alert-title\">");
    m_html.text(alert->title.toUtf8());
    m_html.raw("</p>\n");
}

void BlockRenderer::beginList(cmark_node *list)
{
    m_html.freshLine();
    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST)
        return m_html.raw("<ul>\n");
    const int start = cmark_node_get_list_start(list);
    m_html.raw(start == 1 ? QByteArray("<ol>\n")
                          : "<ol start=\"" + QByteArray::number(start) + "\">\n");
}

void BlockRenderer::beginItem(cmark_node *item)
{
    m_html.freshLine();
    if (!CmarkDocument::isTaskItem(item))
        return m_html.raw("<li>");
    m_html.raw("<li class=\"pl-task\"><input type=\"checkbox\" data-line=\"");
    m_tasks.push_back({m_html.size(), CmarkDocument::firstLine(item)});
    m_html.raw(cmark_gfm_extensions_get_tasklist_item_checked(item) ? "\" checked=\"\" /> "
                                                                    : "\" /> ");
}

void BlockRenderer::beginHeading(cmark_node *heading)
{
    m_html.freshLine();
    m_html.raw("<h", QByteArray::number(cmark_node_get_heading_level(heading)));
    const int index = m_context.headingIndex.value(heading, -1);
    if (index >= 0 && m_context.has(MarkdownFeature::HeadingIds)) {
        m_html.raw(" id=\"");
        m_html.text(m_context.outline[index].id.toUtf8());
        m_html.raw("\"");
    }
    m_html.raw(">");
}

void BlockRenderer::endHeading(cmark_node *heading)
{
    m_html.raw("</h", QByteArray::number(cmark_node_get_heading_level(heading)), ">\n");
}

bool BlockRenderer::beginParagraph(cmark_node *paragraph)
{
    if (paragraph == m_context.contents) {
        m_html.freshLine();
        m_html.raw(contentsHtml(m_context.outline));
        return false;
    }
    if (isLoneFormula(m_context, paragraph)) {
        m_fences.write(cmark_node_first_child(paragraph));
        return false;
    }
    if (!isInTightList(paragraph)) {
        m_html.freshLine();
        m_html.raw("<p>");
    }
    return true;
}

void BlockRenderer::endParagraph(cmark_node *paragraph)
{
    if (paragraph == m_footnoteEnd)
        m_html.raw(std::exchange(m_backReference, {}));
    if (!isInTightList(paragraph))
        m_html.raw("</p>\n");
}

void BlockRenderer::writeHtml(cmark_node *html)
{
    m_html.freshLine();
    const QByteArrayView literal = CmarkDocument::literal(html);
    if (m_context.has(MarkdownFeature::Frames))
        FrameRenderer(m_context, m_html).write(literal, CmarkDocument::firstLine(html));
    else
        m_html.raw(literal);
    m_html.freshLine();
    m_context.tagPairs.add(m_context.block, literal);
}

} // namespace plotleaf
