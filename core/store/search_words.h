#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// How the search sees text: words are runs of letters, digits and symbols (emoji); neither case
/// nor diacritics count. The same rules as FTS5's tokenizer in the schema (unicode61, Unicode 6.1);
/// characters that are younger than its tables stand between words.

/// What a character of a word is compared by; 0 when it stands between words.
char32_t searchLetter(char32_t character);
/// Whether it belongs to a word but is not compared: an accent of its own.
bool isSearchMark(char32_t character);

/// Words that must stand behind one another.
struct SearchPhrase
{
    QStringList words;
    bool isOpen = true; ///< the last word is a beginning
};

/// What a person typed: words, each a phrase of its own whose end is open, and phrases between
/// quotes (of any style), whose last word is whole once the quote is closed. At most 32 words. As
/// typed: FTS5 folds them itself.
QVector<SearchPhrase> searchPhrases(const QString &typed);

/// The words of all phrases, each once, taken apart where the kind of script changes
/// (search_parts.h).
QStringList searchWords(const QString &typed);

/// A word as it is compared.
QVector<char32_t> foldedSearchWord(const QString &word);

} // namespace plotleaf
