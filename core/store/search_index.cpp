#include "core/store/search_index.h"

#include "core/store/transaction.h"

#include <algorithm>
#include <array>

namespace plotleaf {

namespace {

constexpr std::array searchTableNames{"search", "phrases"};

} // namespace

void SearchIndex::remove(Transaction &transaction, qint64 report)
{
    for (const char *table : searchTableNames)
        transaction.run(
            QStringLiteral("INSERT INTO %1(%1, rowid, name, description, text, tags, filing) "
                           "SELECT 'delete', position, name, description, text, tags, filing "
                           "FROM search_content WHERE position = "
                           "(SELECT position FROM reports WHERE num = ?)")
                .arg(QLatin1String(table)),
            {report});
}

void SearchIndex::add(Transaction &transaction, qint64 report)
{
    for (const char *table : searchTableNames)
        transaction.run(
            QStringLiteral("INSERT INTO %1(rowid, name, description, text, tags, filing) "
                           "SELECT position, name, description, text, tags, filing "
                           "FROM search_content WHERE position = "
                           "(SELECT position FROM reports WHERE num = ?)")
                .arg(QLatin1String(table)),
            {report});
}

QString SearchIndex::table(const QVector<SearchPhrase> &phrases)
{
    const bool needsPositions =
        std::any_of(phrases.cbegin(), phrases.cend(),
                    [](const SearchPhrase &phrase) { return phrase.words.size() > 1; });
    return needsPositions ? QStringLiteral("phrases") : QStringLiteral("search");
}

QString SearchIndex::query(const QVector<SearchPhrase> &phrases, bool archived)
{
    QStringList terms;
    for (const SearchPhrase &phrase : phrases)
        terms.append(u'"' + phrase.words.join(u' ') + (phrase.isOpen ? u"\" *" : u"\""));
    return u'(' + terms.join(QStringLiteral(" AND ")) + (archived ? u") AND " : u") NOT ") +
           u"\"\ue000plotleafarchived\"";
}

} // namespace plotleaf
