#pragma once

#include <QByteArrayView>

#include <vector>

namespace plotleaf {

/// A stretch of whole lines.
struct TextPiece
{
    qsizetype offset = 0; ///< bytes
    qsizetype size = 0;
    int firstLine = 0; ///< from 0
    int lastLine = 0;  ///< inclusive
};

/// Cuts a text where one block may end and the next begin: at blank lines, but not inside fences.
/// What a piece is depends on no other piece, save for an open fence, so edits elsewhere leave it
/// as it is.
std::vector<TextPiece> cutIntoPieces(QByteArrayView text);

/// Cuts a piece at every blank line, fence or not.
std::vector<TextPiece> cutAtBlankLines(QByteArrayView text, const TextPiece &piece);

/// Joins neighbours to pieces of at least `minimum` bytes.
std::vector<TextPiece> joinPieces(const std::vector<TextPiece> &pieces, qsizetype minimum);

} // namespace plotleaf
