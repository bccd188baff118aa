#include "core/store/search_snippet.h"

#include "core/store/search_parts.h"
#include "core/store/search_words.h"

#include <QVector>

#include <algorithm>
#include <optional>

namespace plotleaf {

namespace {

constexpr qsizetype mostSearchedCharacters = 256 * 1024;
constexpr qsizetype snippetBefore = 40;
constexpr qsizetype snippetLength = 160;

/// A word of the text that begins with one of the words searched for, or the like of it within a
/// run of letters.
struct SnippetHit
{
    qsizetype start = 0;
    qsizetype end = 0;
    qsizetype word = 0;
};

char32_t characterAt(const QString &text, qsizetype at, qsizetype &next)
{
    const QChar first = text.at(at);
    next = at + 1;
    if (first.isHighSurrogate() && next < text.size() && text.at(next).isLowSurrogate())
        return QChar::surrogateToUcs4(first, text.at(next++));
    return first.unicode();
}

/// Walks the words of a text.
class SnippetScanner
{
public:
    SnippetScanner(const QString &text, const QStringList &words, qsizetype from)
        : m_text(text), m_at(from)
    {
        for (const QString &word : words) {
            m_words.append(foldedSearchWord(word));
            m_longest = std::max(m_longest, m_words.last().size());
        }
        m_end = std::min(text.size(), mostSearchedCharacters);
    }

    std::optional<SnippetHit> next()
    {
        while (m_at < m_end) {
            const qsizetype start = m_at;
            readWord();
            if (m_at == start)
                continue;
            for (qsizetype word = 0; word < m_words.size(); ++word) {
                if (!isPrefix(m_words.at(word)))
                    continue;
                if (m_isUnspaced)
                    m_at = m_ends.at(m_words.at(word).size() - 1);
                return SnippetHit{start, m_at, word};
            }
            // Any letter of a run may begin what is searched for.
            if (m_isUnspaced && !m_word.isEmpty())
                m_at = m_ends.first();
        }
        return std::nullopt;
    }

private:
    /// Reads the folded word at m_at, or steps over one character between words and leaves the word
    /// empty. A word ends where the kind of script changes, and in scripts without spaces when it
    /// is as long as what is searched for.
    void readWord()
    {
        m_word.clear();
        m_ends.clear();
        while (m_at < m_end) {
            qsizetype following = 0;
            const char32_t character = characterAt(m_text, m_at, following);
            const char32_t letter = searchLetter(character);
            if (letter == 0 && !(isSearchMark(character) && !m_word.isEmpty())) {
                if (m_word.isEmpty())
                    m_at = following;
                return;
            }
            if (letter != 0 && !append(letter, isUnspacedLetter(character)))
                return;
            m_at = following;
            m_ends.last() = following;
        }
    }

    /// False where another word begins.
    bool append(char32_t letter, bool isUnspaced)
    {
        if (m_word.isEmpty())
            m_isUnspaced = isUnspaced;
        if (isUnspaced != m_isUnspaced || (isUnspaced && m_word.size() == m_longest))
            return false;
        m_word.append(letter);
        m_ends.append(m_at);
        return true;
    }

    bool isPrefix(const QVector<char32_t> &searched) const
    {
        return !m_word.isEmpty() && searched.size() <= m_word.size() &&
               std::equal(searched.cbegin(), searched.cend(), m_word.cbegin());
    }

    const QString &m_text;
    QVector<QVector<char32_t>> m_words;
    QVector<char32_t> m_word;
    QVector<qsizetype> m_ends; ///< of its letters, with their marks
    bool m_isUnspaced = false; ///< the script of the word
    qsizetype m_longest = 1;   ///< of what is searched for
    qsizetype m_at;
    qsizetype m_end = 0;
};

qsizetype differentWords(const QVector<SnippetHit> &hits)
{
    QVector<qsizetype> found;
    for (const SnippetHit &hit : hits) {
        if (!found.contains(hit.word))
            found.append(hit.word);
    }
    return found.size();
}

/// The first hit of the best place: reads on until a place has all words.
std::optional<SnippetHit> bestHit(const QString &text, const QStringList &words)
{
    SnippetScanner scanner(text, words, 0);
    QVector<SnippetHit> window;
    std::optional<SnippetHit> best;
    qsizetype bestCount = 0;
    while (bestCount < words.size()) {
        const auto hit = scanner.next();
        if (!hit)
            break;
        window.append(*hit);
        while (hit->start > window.first().start + snippetLength - snippetBefore)
            window.removeFirst();
        if (const qsizetype count = differentWords(window); count > bestCount) {
            bestCount = count;
            best = window.first();
        }
    }
    return best;
}

bool isInsideCharacter(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate();
}

/// The start of a word near `at`, so that the snippet does not begin in the middle of one.
qsizetype snippetStart(const QString &text, qsizetype hit)
{
    qsizetype start = std::max<qsizetype>(0, hit - snippetBefore);
    if (start > 0) {
        const qsizetype space = text.indexOf(u' ', start);
        if (space >= 0 && space < hit)
            start = space + 1;
    }
    return isInsideCharacter(text, start) ? start + 1 : start;
}

QString oneLine(QString text)
{
    for (QChar &character : text) {
        // The marks of a hit must come from us only.
        if (character.isSpace() || character == QChar(2) || character == QChar(3))
            character = u' ';
    }
    return text;
}

} // namespace

QString searchSnippet(const QString &text, const QStringList &words)
{
    const auto best = bestHit(text, words);
    if (!best)
        return {};
    const qsizetype start = snippetStart(text, best->start);
    qsizetype end = std::max(std::min(text.size(), start + snippetLength), best->end);
    if (isInsideCharacter(text, end))
        ++end;
    QString snippet = start > 0 ? QStringLiteral("…") : QString();
    qsizetype at = start;
    SnippetScanner scanner(text, words, best->start);
    for (auto hit = scanner.next(); hit && hit->end <= end; hit = scanner.next()) {
        snippet += oneLine(text.mid(at, hit->start - at)) + QChar(2) +
                   text.mid(hit->start, hit->end - hit->start) + QChar(3);
        at = hit->end;
    }
    snippet += oneLine(text.mid(at, end - at));
    return end < text.size() ? snippet + u'…' : snippet;
}

} // namespace plotleaf
