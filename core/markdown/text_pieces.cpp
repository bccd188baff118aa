#include "core/markdown/text_pieces.h"

#include "core/markdown/line_scanner.h"

#include <string_view>

namespace plotleaf {

namespace {

/// An open fence, found by the look of the line alone: quote and list marks before it are skipped.
struct Fence
{
    char mark = 0;
    qsizetype length = 0;
    bool inQuote = false;
};

Fence fenceIn(QByteArrayView line)
{
    qsizetype begin = 0;
    while (begin < line.size() &&
           std::string_view(" \t>*+-0123456789.)").find(line[begin]) != std::string_view::npos)
        ++begin;
    Fence fence;
    if (begin < line.size() && (line[begin] == '`' || line[begin] == '~')) {
        fence.mark = line[begin];
        while (begin + fence.length < line.size() && line[begin + fence.length] == fence.mark)
            ++fence.length;
    }
    fence.inQuote = line.first(begin).contains('>');
    return fence.length >= 3 ? fence : Fence{};
}

class Cutter
{
public:
    explicit Cutter(bool seesFences) : m_seesFences(seesFences) {}

    std::vector<TextPiece> cut(QByteArrayView text, const TextPiece &whole)
    {
        LineScanner lines(text.sliced(whole.offset, whole.size));
        while (lines.next()) {
            const bool blank = lines.line().trimmed().isEmpty();
            if (m_seesFences)
                follow(lines.line(), blank);
            add(lines, whole, blank);
        }
        return std::move(m_pieces);
    }

private:
    void follow(QByteArrayView line, bool blank)
    {
        if (blank) {
            // A quote ends at a line without its mark, and its fence with it.
            if (m_open.inQuote)
                m_open = {};
            return;
        }
        const Fence fence = fenceIn(line);
        if (m_open.length == 0)
            m_open = fence;
        else if (fence.mark == m_open.mark && fence.length >= m_open.length)
            m_open = {};
    }

    /// Blank lines end a piece and belong to it, as many as there are.
    void add(const LineScanner &lines, const TextPiece &whole, bool blank)
    {
        if (m_pieces.empty() || (m_ended && !blank))
            m_pieces.push_back(
                {whole.offset + lines.start(), 0, whole.firstLine + lines.number(), 0});
        TextPiece &piece = m_pieces.back();
        piece.size = whole.offset + lines.nextStart() - piece.offset;
        piece.lastLine = whole.firstLine + lines.number();
        m_ended = blank && m_open.length == 0;
    }

    bool m_seesFences;
    bool m_ended = false;
    Fence m_open;
    std::vector<TextPiece> m_pieces;
};

} // namespace

std::vector<TextPiece> cutIntoPieces(QByteArrayView text)
{
    return Cutter(true).cut(text, {0, text.size(), 0, 0});
}

std::vector<TextPiece> cutAtBlankLines(QByteArrayView text, const TextPiece &piece)
{
    return Cutter(false).cut(text, piece);
}

std::vector<TextPiece> joinPieces(const std::vector<TextPiece> &pieces, qsizetype minimum)
{
    std::vector<TextPiece> joined;
    for (const TextPiece &piece : pieces) {
        if (joined.empty() || joined.back().size >= minimum) {
            joined.push_back(piece);
        } else {
            joined.back().size += piece.size;
            joined.back().lastLine = piece.lastLine;
        }
    }
    return joined;
}

} // namespace plotleaf
