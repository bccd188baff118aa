#pragma once

#include "core/markdown/fence_renderer.h"
#include "core/markdown/inline_renderer.h"
#include "core/markdown/render_context.h"
#include "core/markdown/table_renderer.h"

#include <QByteArray>

#include <vector>

namespace plotleaf {

/// A top-level block before lines are settled.
struct RenderedBlock
{
    QByteArray html;
    std::vector<TaskMark> tasks;
    int words = 0;
    bool tooLarge = false; ///< cut off: the HTML passed the limit
};

/// HTML of one top-level block with all that is in it. The output is cmark-gfm's, byte for byte,
/// plus what resources/web/PROTOCOL.md lists. Walks the tree without recursion: its depth is the
/// author's choice.
class BlockRenderer
{
public:
    explicit BlockRenderer(RenderContext &context);

    /// Stops when the HTML grows beyond `limit` bytes.
    RenderedBlock render(cmark_node *block, qsizetype limit);

    /// `<section class="footnotes">` around the definitions, which are the last nodes of a
    /// document.
    RenderedBlock renderFootnotes(const std::vector<cmark_node *> &definitions, qsizetype limit);

private:
    bool walk(cmark_node *block, qsizetype limit);
    bool enter(cmark_node *node);
    void leave(cmark_node *node);
    void beginBlock(cmark_node *node);
    void endBlock(cmark_node *node);
    void beginQuote(cmark_node *quote);
    void beginList(cmark_node *list);
    void beginItem(cmark_node *item);
    void beginHeading(cmark_node *heading);
    void endHeading(cmark_node *heading);
    bool beginParagraph(cmark_node *paragraph);
    void endParagraph(cmark_node *paragraph);
    void writeHtml(cmark_node *html);
    RenderedBlock take();

    RenderContext &m_context;
    HtmlWriter m_html;
    InlineRenderer m_inlines{m_context, m_html};
    FenceRenderer m_fences{m_context, m_html};
    TableRenderer m_tables{m_html};
    std::vector<TaskMark> m_tasks;
    int m_wordsBefore = 0;
    QByteArray m_backReference; ///< to be put at the end of the footnote's last paragraph
    cmark_node *m_footnoteEnd = nullptr;
};

} // namespace plotleaf
