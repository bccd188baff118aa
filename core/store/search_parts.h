#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// Chinese, Japanese and Korean put words together without spaces, and FTS5 takes each run of their
/// letters for one word, which is found by its beginning only. So a text's runs are indexed as
/// their pairs of letters too, in the column `parts` (the usual way: Lucene's CJKBigramFilter): a
/// word of two letters is one of them, a longer one a phrase of them, a single letter the beginning
/// of some.

/// A stretch of a word in such a script, or between them.
struct ScriptPiece
{
    QString text;
    bool isUnspaced = false;
    int letters = 0; ///< of searchLetter()
};

/// Whether the letter belongs to such a script.
bool isUnspacedLetter(char32_t character);

/// A word (as searchPhrases() reads it) taken apart where the kind of script changes.
QVector<ScriptPiece> scriptPieces(const QString &word);

/// "損失関数" as "損失", "失関", "関数"; a single letter as itself.
QStringList letterPairs(const QString &unspaced);

/// What the column `parts` says of a text: of each word that has letters of such scripts the pairs
/// in order, the last letter of a run by itself behind them, and the stretches between. Empty for
/// other texts.
QString searchParts(const QString &text);

} // namespace plotleaf
