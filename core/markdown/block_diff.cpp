#include "core/markdown/block_diff.h"

#include <algorithm>

namespace plotleaf {

namespace {

bool sameInPlace(const MarkdownBlock &a, const MarkdownBlock &b)
{
    return a.hash == b.hash && a.firstLine == b.firstLine && a.lastLine == b.lastLine;
}

/// By how much the last `count` blocks moved, if all by the same.
std::optional<int> commonShift(const QVector<MarkdownBlock> &before,
                               const QVector<MarkdownBlock> &after,
                               qsizetype count)
{
    std::optional<int> shift;
    for (qsizetype i = 1; i <= count; ++i) {
        const MarkdownBlock &old = before[before.size() - i];
        const MarkdownBlock &now = after[after.size() - i];
        const int moved = now.firstLine - old.firstLine;
        if (now.lastLine - old.lastLine != moved || shift.value_or(moved) != moved)
            return std::nullopt;
        shift = moved;
    }
    return shift.value_or(0);
}

} // namespace

BlockPatch diffBlocks(const QVector<MarkdownBlock> &before, const QVector<MarkdownBlock> &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && sameInPlace(before[head], after[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail].hash == after[after.size() - 1 - tail].hash)
        ++tail;
    return {.start = head,
            .remove = before.size() - head - tail,
            .insert = after.size() - head - tail,
            .shift = commonShift(before, after, tail)};
}

QVector<MarkdownBlock> applyPatch(const QVector<MarkdownBlock> &before,
                                  const BlockPatch &patch,
                                  const QVector<MarkdownBlock> &inserted)
{
    QVector<MarkdownBlock> blocks;
    blocks.reserve(before.size() - patch.remove + inserted.size());
    blocks += before.first(patch.start);
    blocks += inserted;
    blocks += before.sliced(patch.start + patch.remove);
    if (const int shift = patch.shift.value_or(0); shift != 0) {
        for (qsizetype i = patch.start + inserted.size(); i < blocks.size(); ++i) {
            blocks[i].firstLine += shift;
            blocks[i].lastLine += shift;
        }
    }
    return blocks;
}

} // namespace plotleaf
