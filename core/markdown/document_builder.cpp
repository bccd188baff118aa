#include "core/markdown/document_builder.h"

#include "core/markdown/content_hash.h"

#include <cmark-gfm.h>

#include <algorithm>

namespace plotleaf {

namespace {

/// Puts the tasks' lines, relative to the block's first, into the places that the renderer left
/// open.
QByteArray withTaskLines(const RenderedBlock &block, int firstLine)
{
    if (block.tasks.empty())
        return block.html;
    QByteArray html;
    html.reserve(block.html.size() + qsizetype(block.tasks.size()) * 4);
    qsizetype done = 0;
    for (const TaskMark &task : block.tasks) {
        html.append(QByteArrayView(block.html).sliced(done, task.offset - done));
        html.append(QByteArray::number(task.line - firstLine));
        done = task.offset;
    }
    return html.append(QByteArrayView(block.html).sliced(done));
}

MarkdownBlock finished(QByteArray html, int firstLine, int lastLine, int words = 0)
{
    const auto hash = contentHash(html);
    return {.hash = hash,
            .firstLine = firstLine,
            .lastLine = lastLine,
            .html = std::move(html),
            .words = words};
}

} // namespace

DocumentBuilder::DocumentBuilder(const CmarkDocument &tree,
                                 const MarkdownOptions &options,
                                 qsizetype htmlLimit,
                                 TakenNames taken)
    : m_options(options)
    , m_context(tree, options, std::move(taken))
    , m_htmlLeft(htmlLimit)
    , m_refused(options.refused)
{
}

MarkdownDocument DocumentBuilder::build(int lineCount)
{
    surveyTree(m_context);
    renderBlocks(lineCount);
    settleLines(lineCount);
    joinTiedBlocks();

    MarkdownDocument document;
    document.blocks.reserve(qsizetype(m_blocks.size()));
    for (const Block &block : m_blocks)
        document.blocks.append(finished(withTaskLines(block.rendered, block.firstLine),
                                        block.firstLine, block.lastLine, block.rendered.words));
    insertRefusals(document);
    document.outline = std::move(m_context.outline);
    document.panels = std::move(m_context.panels);
    document.words = m_context.words.count();
    return document;
}

void DocumentBuilder::renderBlocks(int lineCount)
{
    BlockRenderer renderer(m_context);
    std::vector<cmark_node *> footnotes;
    cmark_node *node = cmark_node_first_child(m_context.tree.root());
    for (; node && m_htmlLeft > 0; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
            footnotes.push_back(node);
        else
            add(renderer.render(node, m_htmlLeft), CmarkDocument::firstLine(node),
                CmarkDocument::lastLine(node));
    }
    if (node) {
        m_refused.append(
            {CmarkDocument::firstLine(node), lineCount - 1, RefusalReason::OutputTooLarge});
    } else if (!footnotes.empty()) {
        // They stand at the end whatever their place in the text, so they count as the text's end.
        add(renderer.renderFootnotes(footnotes, m_htmlLeft), lineCount - 1, lineCount - 1);
    }
}

void DocumentBuilder::add(RenderedBlock rendered, int firstLine, int lastLine)
{
    if (rendered.tooLarge) {
        m_refused.append({firstLine, lastLine, RefusalReason::OutputTooLarge});
        rendered = {};
    }
    m_htmlLeft -= rendered.html.size();
    ++m_context.block;
    m_blocks.push_back({std::move(rendered), firstLine, lastLine});
}

/// A paragraph that goes over into a table has no lines in cmark-gfm, and the table has its first
/// line.
void DocumentBuilder::giveLinesToParagraphBeforeTable(size_t index)
{
    Block &paragraph = m_blocks[index];
    Block &table = m_blocks[index + 1];
    const int lines = int(paragraph.rendered.html.trimmed().count('\n')) + 1;
    paragraph.firstLine = table.firstLine;
    paragraph.lastLine = table.firstLine + lines - 1;
    table.firstLine += lines;
}

/// cmark-gfm's last lines are off by one here and there (HTML that ends on its first line, lists
/// before a blank line). First lines are right; so a block reaches at most to the next one.
void DocumentBuilder::settleLines(int lineCount)
{
    for (size_t i = 0; i + 1 < m_blocks.size(); ++i) {
        if (m_blocks[i].firstLine < 0)
            giveLinesToParagraphBeforeTable(i);
    }
    int limit = std::max(0, lineCount - 1);
    for (auto block = m_blocks.rbegin(); block != m_blocks.rend(); ++block) {
        block->firstLine = std::clamp(block->firstLine, 0, limit);
        block->lastLine = std::clamp(block->lastLine, block->firstLine, limit);
        limit = std::max(0, block->firstLine - 1);
    }
}

void DocumentBuilder::joinTiedBlocks()
{
    const auto ranges = m_context.tagPairs.ranges();
    if (ranges.empty())
        return;
    for (const auto &[first, last] : ranges)
        join(size_t(first), size_t(last));
    std::erase_if(m_blocks, [](const Block &block) { return block.firstLine < 0; });
}

/// Gathers a range in its first block and marks the others as gone.
void DocumentBuilder::join(size_t first, size_t last)
{
    Block &target = m_blocks[first];
    for (size_t i = first + 1; i <= last; ++i) {
        Block &source = m_blocks[i];
        for (const TaskMark &task : source.rendered.tasks)
            target.rendered.tasks.push_back({task.offset + target.rendered.html.size(), task.line});
        target.rendered.html += source.rendered.html;
        target.rendered.words += source.rendered.words;
        target.lastLine = source.lastLine;
        source.firstLine = -1;
    }
}

void DocumentBuilder::insertRefusals(MarkdownDocument &document) const
{
    for (const RefusedLines &refused : m_refused) {
        const QString &message = m_options.texts.of(refused.reason);
        document.problems.append({refused.firstLine, refused.lastLine, message});
        const auto at = std::find_if(
            document.blocks.begin(), document.blocks.end(),
            [&](const MarkdownBlock &block) { return block.firstLine >= refused.firstLine; });
        const QByteArray html =
            "<div class=\"pl-problem\">" + message.toHtmlEscaped().toUtf8() + "</div>\n";
        if (at != document.blocks.end() && at->html.isEmpty() && at->firstLine == refused.firstLine)
            *at = finished(html, refused.firstLine, refused.lastLine);
        else
            document.blocks.insert(at, finished(html, refused.firstLine, refused.lastLine));
    }
}

} // namespace plotleaf
