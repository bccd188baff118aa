#pragma once

#include "core/markdown/block_renderer.h"
#include "core/markdown/cmark_document.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"

#include <vector>

namespace plotleaf {

/// Makes a MarkdownDocument of a tree: renders block after block, joins those that raw HTML ties
/// together, sets the messages into the places of what was refused.
class DocumentBuilder
{
public:
    /// `htmlLimit`: bytes that all blocks together may become. What is beyond is refused.
    DocumentBuilder(const CmarkDocument &tree,
                    const MarkdownOptions &options,
                    qsizetype htmlLimit,
                    TakenNames taken = {});

    MarkdownDocument build(int lineCount);

private:
    struct Block
    {
        RenderedBlock rendered;
        int firstLine = 0;
        int lastLine = 0;
    };

    void renderBlocks(int lineCount);
    void add(RenderedBlock rendered, int firstLine, int lastLine);
    void giveLinesToParagraphBeforeTable(size_t index);
    void settleLines(int lineCount);
    void joinTiedBlocks();
    void join(size_t first, size_t last);
    void insertRefusals(MarkdownDocument &document) const;

    const MarkdownOptions &m_options;
    RenderContext m_context;
    qsizetype m_htmlLeft;
    QVector<RefusedLines> m_refused;
    std::vector<Block> m_blocks;
};

} // namespace plotleaf
