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
/// First every part is parsed by itself, in large parts, then the bad ones in smaller ones. When
/// each part is fine by itself (they are harmful together), the shortest bad beginning of the text
/// is looked for.
class CulpritFinder
{
public:
    /// What happened to parts parsed one after the other.
    struct Probed
    {
        std::vector<TextPiece> bad;      ///< the parser died there
        std::vector<TextPiece> untested; ///< no time was left
    };
    using Probe =
        std::function<Probed(const QByteArray &text, const std::vector<TextPiece> &pieces)>;
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
    Probed narrow(const QByteArray &text, const TextPiece &coarse) const;
    std::vector<TextPiece> shortestBadBeginning(const QByteArray &text,
                                                const std::vector<TextPiece> &pieces) const;

    void remember(const QByteArray &text, const std::vector<TextPiece> &bad);

    Probe m_probe;
    Fits m_fits;
    QSet<quint64> m_bad; ///< hashes of pieces
};

} // namespace plotleaf
