#include "core/markdown/culprit_finder.h"

#include "core/markdown/content_hash.h"

#include <algorithm>

namespace plotleaf {

namespace {

/// Parsing something by itself costs about 50 µs before it starts, so the first round takes large
/// parts.
constexpr qsizetype coarseBytes = 64 * 1024;

QByteArrayView textOf(const QByteArray &text, const TextPiece &piece)
{
    return QByteArrayView(text).sliced(piece.offset, piece.size);
}

void append(std::vector<TextPiece> &to, const std::vector<TextPiece> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

QVector<RefusedLines> refusals(std::vector<TextPiece> pieces)
{
    std::sort(pieces.begin(), pieces.end(),
              [](const TextPiece &a, const TextPiece &b) { return a.offset < b.offset; });
    QVector<RefusedLines> lines;
    for (const TextPiece &piece : pieces)
        lines.append({piece.firstLine, piece.lastLine, RefusalReason::Unparsable});
    return lines;
}

} // namespace

CulpritFinder::CulpritFinder(Probe probe, Fits fits)
    : m_probe(std::move(probe)), m_fits(std::move(fits))
{
}

QVector<RefusedLines> CulpritFinder::known(const QByteArray &text) const
{
    if (m_bad.isEmpty())
        return {};
    const auto isBad = [&](const TextPiece &piece) {
        return m_bad.contains(contentHash(textOf(text, piece)));
    };
    std::vector<TextPiece> bad;
    for (const TextPiece &piece : cutIntoPieces(text)) {
        if (isBad(piece)) {
            bad.push_back(piece);
        } else {
            for (const TextPiece &part : cutAtBlankLines(text, piece)) {
                if (isBad(part))
                    bad.push_back(part);
            }
        }
    }
    return refusals(std::move(bad));
}

QVector<RefusedLines> CulpritFinder::find(const QByteArray &text)
{
    const std::vector<TextPiece> pieces = cutIntoPieces(text);
    Found found = search(text, joinPieces(pieces, coarseBytes),
                         [&](const TextPiece &coarse) { return narrowed(text, coarse); });
    remember(text, found.bad);
    append(found.bad, found.untested);
    return refusals(std::move(found.bad));
}

QVector<RefusedLines> CulpritFinder::findTogether(const QByteArray &text)
{
    std::vector<TextPiece> bad = shortestBadBeginning(text, cutIntoPieces(text));
    remember(text, bad);
    return refusals(std::move(bad));
}

void CulpritFinder::remember(const QByteArray &text, const std::vector<TextPiece> &bad)
{
    for (const TextPiece &piece : bad)
        m_bad.insert(contentHash(textOf(text, piece)));
}

/// What `narrow` makes of each bad piece, and what there was no time to test.
CulpritFinder::Found CulpritFinder::search(const QByteArray &text,
                                           const std::vector<TextPiece> &pieces,
                                           const Narrow &narrow) const
{
    Found found;
    size_t next = 0;
    while (next < pieces.size()) {
        const Probed probed = m_probe(text, pieces, next);
        next = probed.next;
        if (!probed.died)
            break;
        const Found inside = narrow(pieces[next++]);
        append(found.bad, inside.bad);
        append(found.untested, inside.untested);
    }
    found.untested.insert(found.untested.end(), pieces.begin() + std::ptrdiff_t(next),
                          pieces.end());
    return found;
}

/// The bad ones among the pieces that a coarse one was joined from, and among their paragraphs.
CulpritFinder::Found CulpritFinder::narrowed(const QByteArray &text, const TextPiece &coarse) const
{
    std::vector<TextPiece> inside;
    for (TextPiece piece : cutIntoPieces(textOf(text, coarse))) {
        piece.offset += coarse.offset;
        piece.firstLine += coarse.firstLine;
        piece.lastLine += coarse.firstLine;
        inside.push_back(piece);
    }
    if (inside.size() == 1)
        return narrowedToParagraphs(text, inside.front());
    Found found = search(text, inside,
                         [&](const TextPiece &piece) { return narrowedToParagraphs(text, piece); });
    if (found.bad.empty() && found.untested.empty())
        found.bad = shortestBadBeginning(text, inside);
    return found;
}

CulpritFinder::Found CulpritFinder::narrowedToParagraphs(const QByteArray &text,
                                                         const TextPiece &piece) const
{
    const std::vector<TextPiece> paragraphs = cutAtBlankLines(text, piece);
    Found found;
    if (paragraphs.size() > 1)
        found = search(text, paragraphs, [](const TextPiece &bad) { return Found{{bad}, {}}; });
    if (found.bad.empty())
        found = {{piece}, {}};
    return found;
}

/// Bisects over how many of the pieces, from the first, can be parsed together; the one behind them
/// is refused.
std::vector<TextPiece>
CulpritFinder::shortestBadBeginning(const QByteArray &text,
                                    const std::vector<TextPiece> &pieces) const
{
    if (pieces.empty())
        return {};
    size_t good = 0;
    size_t bad = pieces.size();
    const qsizetype start = pieces.front().offset;
    while (bad - good > 1) {
        const size_t middle = good + (bad - good) / 2;
        const TextPiece &last = pieces[middle - 1];
        if (m_fits(text.sliced(start, last.offset + last.size - start)))
            good = middle;
        else
            bad = middle;
    }
    return {pieces[bad - 1]};
}

} // namespace plotleaf
