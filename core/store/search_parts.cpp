#include "core/store/search_parts.h"

#include "core/store/search_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plotleaf {

namespace {

struct LetterRange
{
    char32_t first;
    char32_t last;
};

/// Blocks of Unicode and, of those with signs in them, their letters. Not QChar::script(): the
/// lengthening mark of kana belongs to none.
constexpr std::array unspacedRanges{
    LetterRange{0x1100, 0x11ff},   // Hangul jamo
    LetterRange{0x3005, 0x3007},   // 々 〆 〇
    LetterRange{0x3031, 0x3035},   // kana repetition
    LetterRange{0x3041, 0x309f},   // hiragana
    LetterRange{0x30a1, 0x30fa},   // katakana
    LetterRange{0x30fc, 0x30ff},   // ー and repetition
    LetterRange{0x3105, 0x318e},   // bopomofo, Hangul jamo
    LetterRange{0x31a0, 0x31ff},   // bopomofo, katakana
    LetterRange{0x3400, 0x4dbf},   // Han
    LetterRange{0x4e00, 0x9fff},   // Han
    LetterRange{0xa960, 0xa97f},   // Hangul jamo
    LetterRange{0xac00, 0xd7ff},   // Hangul
    LetterRange{0xf900, 0xfaff},   // Han
    LetterRange{0xff66, 0xffdc},   // half width
    LetterRange{0x1b000, 0x1b16f}, // kana
    LetterRange{0x20000, 0x3ffff}, // Han
};

/// Takes words apart, letter by letter.
class PieceReader
{
public:
    void read(char32_t character)
    {
        const bool isUnspaced = isUnspacedLetter(character);
        const bool isMark = searchLetter(character) == 0;
        if (m_pieces.isEmpty() || (!isMark && m_pieces.last().isUnspaced != isUnspaced))
            m_pieces.append({{}, isUnspaced, 0});
        m_pieces.last().text += QString::fromUcs4(&character, 1);
        m_pieces.last().letters += isMark ? 0 : 1;
    }

    QVector<ScriptPiece> take() { return std::exchange(m_pieces, {}); }

private:
    QVector<ScriptPiece> m_pieces;
};

QVector<char32_t> lettersOf(const QString &word)
{
    QVector<char32_t> letters;
    for (const char32_t character : word.toUcs4()) {
        if (searchLetter(character) != 0)
            letters << character;
    }
    return letters;
}

void appendParts(QString &parts, const QVector<ScriptPiece> &pieces)
{
    if (!std::ranges::any_of(pieces, &ScriptPiece::isUnspaced))
        return;
    for (const ScriptPiece &piece : pieces) {
        if (!piece.isUnspaced) {
            parts += piece.text + u' ';
            continue;
        }
        parts += letterPairs(piece.text).join(u' ') + u' ';
        if (piece.letters > 1)
            parts += QString::fromUcs4(&lettersOf(piece.text).constLast(), 1) + u' ';
    }
}

} // namespace

bool isUnspacedLetter(char32_t character)
{
    if (character < unspacedRanges.front().first)
        return false;
    const auto *const range =
        std::ranges::lower_bound(unspacedRanges, character, {}, &LetterRange::last);
    return range != unspacedRanges.end() && range->first <= character &&
           searchLetter(character) != 0;
}

QVector<ScriptPiece> scriptPieces(const QString &word)
{
    PieceReader reader;
    for (const char32_t character : word.toUcs4())
        reader.read(character);
    return reader.take();
}

QStringList letterPairs(const QString &unspaced)
{
    const QVector<char32_t> letters = lettersOf(unspaced);
    if (letters.size() == 1)
        return {QString::fromUcs4(letters.constData(), 1)};
    QStringList pairs;
    for (qsizetype i = 0; i + 1 < letters.size(); ++i)
        pairs << QString::fromUcs4(letters.constData() + i, 2);
    return pairs;
}

QString searchParts(const QString &text)
{
    // Most texts have none: they are looked at once, without being taken apart.
    const bool mayHaveSome = std::ranges::any_of(
        text, [](QChar unit) { return unit.isSurrogate() || isUnspacedLetter(unit.unicode()); });
    if (!mayHaveSome)
        return {};
    QString parts;
    PieceReader reader;
    bool isInWord = false;
    for (const char32_t character : text.toUcs4()) {
        const bool isLetter = searchLetter(character) != 0;
        if (isLetter || (isInWord && isSearchMark(character)))
            reader.read(character);
        else if (isInWord)
            appendParts(parts, reader.take());
        isInWord = isLetter || (isInWord && isSearchMark(character));
    }
    appendParts(parts, reader.take());
    return parts.trimmed();
}

} // namespace plotleaf
