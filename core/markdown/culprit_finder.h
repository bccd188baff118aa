#pragma once

#include "core/markdown/markdown_options.h"
#include "core/markdown/text_pieces.h"

#include <QByteArray>
#include <QSet>

#include <functional>
#include <vector>

namespace plotleaf {

/// Finds the parts of a text at which the parser dies, so that the rest can be shown, and remembers
/// them by what they say, so that the next key press elsewhere costs nothing.
///
/// The text is parsed in large parts, each by itself; a bad one in smaller ones before the search
/// goes on, so that when time runs out it is the end of the text that is not shown. When each part
/// is fine by itself (they are harmful together), the shortest bad beginning of the text is looked
/// for.
class CulpritFinder
{
public:
    /// How far parts were parsed, one after the other.
    struct Probed
    {
        size_t next = 0;   ///< the first that was not
        bool died = false; ///< of that one; otherwise no time was left, or no part
    };
    /// Parses parts of the text from the one with the index `from` on, until the parser dies.
    using Probe = std::function<Probed(
        const QByteArray &text, const std::vector<TextPiece> &pieces, size_t from)>;
    /// Whether this text can be parsed as a whole; false also when no time is left.
    using Fits = std::function<bool(const QByteArray &text)>;

    CulpritFinder(Probe probe, Fits fits);

    /// The lines of `text` that are known to be bad. Cheap.
    QVector<RefusedLines> known(const QByteArray &text) const;

    /// The lines of a text that are bad by themselves; they are remembered. With them, for this
    /// time, what there was no time to test.
    QVector<RefusedLines> find(const QByteArray &text);

    /// A part without which the beginning of the text can be parsed, for texts whose parts are
    /// harmless by themselves.
    QVector<RefusedLines> findTogether(const QByteArray &text);

private:
    struct Found
    {
        std::vector<TextPiece> bad;
        std::vector<TextPiece> untested;
    };
    using Narrow = std::function<Found(const TextPiece &bad)>;

    Found search(const QByteArray &text,
                 const std::vector<TextPiece> &pieces,
                 const Narrow &narrow) const;
    Found narrowed(const QByteArray &text, const TextPiece &coarse) const;
    Found narrowedToParagraphs(const QByteArray &text, const TextPiece &piece) const;
    std::vector<TextPiece> shortestBadBeginning(const QByteArray &text,
                                                const std::vector<TextPiece> &pieces) const;

    void remember(const QByteArray &text, const std::vector<TextPiece> &bad);

    Probe m_probe;
    Fits m_fits;
    QSet<quint64> m_bad; ///< hashes of pieces
};

} // namespace plotleaf
