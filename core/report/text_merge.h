#pragma once

#include "core/base/result.h"

#include <QString>
#include <QVector>

namespace plotleaf {

/// A stretch of lines in the result of a merge. Each line ends with "\n", the last one of a text
/// too, whether it does there or not.
struct MergePiece
{
    bool isConflict = false;
    QString text;   ///< when there is no conflict: what stands here
    QString base;   ///< of a conflict: the lines that both sides changed,
    QString mine;   ///< what one side made of them,
    QString theirs; ///< and the other

    bool operator==(const MergePiece &) const = default;
};

enum class MergeChoice { Base, Mine, Theirs, MineThenTheirs };

/// What became of two texts that grew out of one.
class TextMerge
{
public:
    explicit TextMerge(QVector<MergePiece> pieces) : m_pieces(std::move(pieces)) {}

    /// One after the other they are the whole result, and one line end more (see MergePiece).
    const QVector<MergePiece> &pieces() const { return m_pieces; }
    int conflicts() const;
    bool isClean() const { return conflicts() == 0; }

    /// The whole text, with this side's lines in every conflict.
    QString text(MergeChoice choice = MergeChoice::Mine) const;

private:
    QVector<MergePiece> m_pieces;
};

/// Three-way merge by line (libgit2's merge of files, which is git's): a change that only one side
/// made is taken, the same change made by both is taken once, and where both changed the same lines
/// or lines that touch, there is a conflict. Line ends and a missing last one are kept as they are.
/// Thread-safe. Errors: LimitExceeded for a text beyond 64 MiB, Io when memory is short.
Result<TextMerge> mergeTexts(const QString &base, const QString &mine, const QString &theirs);

} // namespace plotleaf
