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

/// The words in what a person typed, as typed, each once, at most 32. FTS5 folds them itself.
QStringList searchWords(const QString &typed);

/// A word as it is compared.
QVector<char32_t> foldedSearchWord(const QString &word);

} // namespace plotleaf
