#include "core/store/search_index.h"

#include "core/store/transaction.h"

namespace plotleaf {

void SearchIndex::remove(Transaction &transaction, qint64 report)
{
    transaction.run(
        QStringLiteral("INSERT INTO search(search, rowid, name, description, text, tags, filing) "
                       "SELECT 'delete', position, name, description, text, tags, filing "
                       "FROM search_content WHERE position = "
                       "(SELECT position FROM reports WHERE num = ?)"),
        {report});
}

void SearchIndex::add(Transaction &transaction, qint64 report)
{
    transaction.run(
        QStringLiteral("INSERT INTO search(rowid, name, description, text, tags, filing) "
                       "SELECT position, name, description, text, tags, filing "
                       "FROM search_content WHERE position = "
                       "(SELECT position FROM reports WHERE num = ?)"),
        {report});
}

QString SearchIndex::query(const QStringList &words, bool archived)
{
    QStringList terms;
    for (const QString &word : words)
        terms.append(u'"' + word + u"\"*");
    return u'(' + terms.join(QStringLiteral(" AND ")) + (archived ? u") AND " : u") NOT ") +
           u"\"\ue000plotleafarchived\"";
}

} // namespace plotleaf
