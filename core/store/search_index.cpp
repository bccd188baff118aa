#include "core/store/search_index.h"

#include "core/store/transaction.h"

#include <QStringList>

#include <algorithm>

namespace plotleaf {

namespace {

// FTS5 refuses an expression deeper than 256; nobody searches for so many words.
constexpr int mostSearchWords = 32;
constexpr int longestSearchWord = 200;

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character.isSurrogate() ||
           character.category() == QChar::Symbol_Other;
}

} // namespace

void SearchIndex::remove(Transaction &transaction, qint64 report)
{
    transaction.run(
        QStringLiteral("INSERT INTO search(search, rowid, name, description, text, tags) "
                       "SELECT 'delete', position, name, description, text, tags FROM "
                       "search_content WHERE position = "
                       "(SELECT position FROM reports WHERE num = ?)"),
        {report});
}

void SearchIndex::add(Transaction &transaction, qint64 report)
{
    transaction.run(
        QStringLiteral("INSERT INTO search(rowid, name, description, text, tags) "
                       "SELECT position, name, description, text, tags FROM search_content "
                       "WHERE position = (SELECT position FROM reports WHERE num = ?)"),
        {report});
}

QString SearchIndex::queryFor(const QString &typed)
{
    QStringList words;
    // The tokenizer splits what stands between quotes; a word such as "val/loss" becomes a phrase.
    for (const QString &part : typed.simplified().split(u' ')) {
        QString word = part.left(longestSearchWord);
        word.remove(QChar(u'\0'));
        if (!std::any_of(word.cbegin(), word.cend(), isWordCharacter))
            continue;
        words.append(u'"' + word.replace(u'"', QStringLiteral("\"\"")) + u"\"*");
    }
    return words.mid(0, mostSearchWords).join(u' ');
}

} // namespace plotleaf
