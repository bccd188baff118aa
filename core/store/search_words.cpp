#include "core/store/search_words.h"

#include "core/store/search_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plotleaf {

namespace {

// FTS5 refuses an expression deeper than 256; nobody searches for so many words.
constexpr qsizetype mostSearchWords = 32;
constexpr qsizetype longestSearchWord = 64;

/// The characters that Unicode has moved into the categories of words since SQLite's tables were
/// made.
bool hasChangedCategory(char32_t character)
{
    return character == 0x166d || (character >= 0x19b0 && character <= 0x19c0) ||
           (character >= 0x19c8 && character <= 0x19c9) ||
           (character >= 0x1cf2 && character <= 0x1cf3);
}

bool isSearchWordCategory(char32_t character)
{
    if (hasChangedCategory(character))
        return false;
    switch (QChar::category(character)) {
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Symbol_Other:
        return QChar::unicodeVersion(character) <= QChar::Unicode_6_1;
    default:
        return false;
    }
}

char32_t baseCharacter(char32_t character)
{
    // Hangul syllables and symbols decompose into parts that are no accents.
    if (QChar::decompositionTag(character) != QChar::Canonical ||
        QChar::script(character) == QChar::Script_Hangul)
        return character;
    const QString parts = QChar::decomposition(character);
    const char32_t base = parts.toUcs4().value(0, character);
    return base == character ? character : baseCharacter(base);
}

char32_t computedSearchLetter(char32_t character)
{
    if (!isSearchWordCategory(character))
        return 0;
    return QChar::toCaseFolded(baseCharacter(character));
}

/// Nearly all text of our users lies below this; looked up instead of computed.
constexpr char32_t tableSize = 0x250;

std::array<char32_t, tableSize> searchLetterTable()
{
    std::array<char32_t, tableSize> table{};
    for (char32_t character = 0; character < tableSize; ++character)
        table[character] = computedSearchLetter(character);
    return table;
}

bool isQuote(char32_t character)
{
    constexpr std::array quotes{U'"', U'\u201c', U'\u201d', U'\u201e', U'\u00ab', U'\u00bb'};
    return std::find(quotes.begin(), quotes.end(), character) != quotes.end();
}

/// Takes what was typed apart, character by character.
class PhraseReader
{
public:
    void read(char32_t character)
    {
        const bool continues =
            searchLetter(character) != 0 || (isSearchMark(character) && !m_word.isEmpty());
        if (continues && m_word.size() < longestSearchWord)
            m_word += QString::fromUcs4(&character, 1);
        if (continues)
            return;
        finishWord();
        if (!isQuote(character))
            return;
        if (m_isQuoted)
            finishPhrase(false);
        m_isQuoted = !m_isQuoted;
    }

    QVector<SearchPhrase> phrases() &&
    {
        finishWord();
        finishPhrase(true);
        return std::move(m_phrases);
    }

private:
    void finishWord()
    {
        if (!m_word.isEmpty() && m_count < mostSearchWords) {
            m_phrase.append(m_word);
            ++m_count;
        }
        m_word.clear();
        if (!m_isQuoted)
            finishPhrase(true);
    }
    void finishPhrase(bool isOpen)
    {
        if (!m_phrase.isEmpty())
            m_phrases.append({std::exchange(m_phrase, {}), isOpen});
    }

    QVector<SearchPhrase> m_phrases;
    QStringList m_phrase;
    QString m_word;
    bool m_isQuoted = false;
    int m_count = 0;
};

} // namespace

char32_t searchLetter(char32_t character)
{
    static const std::array<char32_t, tableSize> table = searchLetterTable();
    return character < tableSize ? table[character] : computedSearchLetter(character);
}

bool isSearchMark(char32_t character)
{
    // The marks that FTS5 leaves out of words, one bit each from U+0300:
    // sqlite3Fts5UnicodeIsdiacritic().
    constexpr quint64 marks = 0x000361f8'08029fdf;
    constexpr char32_t first = 0x300;
    return character >= first && character < first + 64 && (marks >> (character - first) & 1) != 0;
}

QVector<SearchPhrase> searchPhrases(const QString &typed)
{
    PhraseReader reader;
    for (const char32_t character : typed.toUcs4())
        reader.read(character);
    return std::move(reader).phrases();
}

QStringList searchWords(const QString &typed)
{
    QStringList words;
    const QVector<SearchPhrase> phrases = searchPhrases(typed);
    for (const SearchPhrase &phrase : phrases) {
        for (const QString &word : phrase.words) {
            for (const ScriptPiece &piece : scriptPieces(word))
                words << piece.text;
        }
    }
    words.removeDuplicates();
    return words;
}

QVector<char32_t> foldedSearchWord(const QString &word)
{
    QVector<char32_t> folded;
    for (const char32_t character : word.toUcs4()) {
        if (const char32_t letter = searchLetter(character); letter != 0)
            folded.append(letter);
    }
    return folded;
}

} // namespace plotleaf
