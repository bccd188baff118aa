#pragma once

#include <QString>
#include <QVector>

namespace plotleaf {

/// Whole lines of a text that others took the place of.
struct TextChange
{
    qsizetype position = 0; ///< in the text before, in characters
    qsizetype removed = 0;  ///< characters
    QString inserted;

    bool operator==(const TextChange &) const = default;
};

/// What makes `after` of `before`, by line (libgit2, git's diff), in the order of the text; none
/// where they are equal. One change of everything for texts beyond 64 MiB. Thread-safe.
QVector<TextChange> textChanges(const QString &before, const QString &after);

/// A line of a difference as people read it.
struct DiffLine
{
    enum class Kind {
        Same, ///< in both texts
        Removed,
        Added,
        Gap, ///< stands for lines of both texts that are left out; has no text
    };

    Kind kind = Kind::Same;
    QString text; ///< without its line end

    bool operator==(const DiffLine &) const = default;
};

/// What became of `before`, with up to `context` lines of both texts around each change. Empty when
/// they are equal.
QVector<DiffLine> diffLines(const QString &before, const QString &after, int context = 3);

} // namespace plotleaf
