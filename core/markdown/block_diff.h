#pragma once

#include "core/markdown/markdown_document.h"

#include <optional>

namespace plotleaf {

/// How one list of blocks becomes another: take `remove` blocks out at `start`, put there the new
/// list's `insert` blocks from `start` on. What is before and behind stays, with the same hashes.
struct BlockPatch
{
    qsizetype start = 0;
    qsizetype remove = 0;
    qsizetype insert = 0;
    /// Source lines by which every block behind moved. Nothing when they moved unevenly: then all
    /// lines are news.
    std::optional<int> shift = 0;

    bool isEmpty() const { return remove == 0 && insert == 0 && shift == 0; }
};

/// The common head and tail of both lists stay; that is all an edit in one place needs, and it is
/// linear.
BlockPatch diffBlocks(const QVector<MarkdownBlock> &before, const QVector<MarkdownBlock> &after);

/// `before` with `inserted` in its place; the blocks behind are moved when the patch says by how
/// much.
QVector<MarkdownBlock> applyPatch(const QVector<MarkdownBlock> &before,
                                  const BlockPatch &patch,
                                  const QVector<MarkdownBlock> &inserted);

} // namespace plotleaf
