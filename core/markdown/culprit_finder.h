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

    /// The bad lines of a text that as a whole could not be parsed; they are remembered. Empty:
    /// everything can be parsed, so the helper must have died for another reason.
    QVector<RefusedLines> find(const QByteArray &text);

private:
    std::vector<TextPiece> narrow(const QByteArray &text, const TextPiece &coarse) const;
    std::vector<TextPiece> shortestBadBeginning(const QByteArray &text,
                                                const std::vector<TextPiece> &pieces) const;
    QVector<RefusedLines> remember(const QByteArray &text, std::vector<TextPiece> bad);

    Probe m_probe;
    Fits m_fits;
    QSet<quint64> m_bad; ///< hashes of pieces
};

} // namespace plotleaf
