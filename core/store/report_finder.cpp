#include "core/store/report_finder.h"

#include "core/store/find_sql.h"
#include "core/store/report_rows.h"
#include "core/store/search_snippet.h"
#include "core/store/search_words.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

namespace plotleaf {

namespace {

Result<QVector<qint64>> positionsOf(Database &database, const Sql &sql)
{
    QVector<qint64> positions;
    const auto read = database.each(sql.text, sql.values,
                                    [&](const Row &row) { positions.append(row.integer(0)); });
    if (!read)
        return read.error();
    return positions;
}

/// A page that is not full tells the total itself; only a full one has to be counted.
Result<qint64> totalOf(Database &database,
                       const ReportQuery &query,
                       const QVector<qint64> &positions,
                       const FindSql &sql)
{
    const bool isLastPage = positions.size() < query.limit;
    if (isLastPage && (!positions.isEmpty() || query.offset == 0))
        return query.offset + positions.size();
    const Sql count = sql.count();
    return database.number(count.text, count.values);
}

/// The text says most about a hit; a report found by its other fields shows those.
QString snippetOf(const ReportSummary &summary, const QString &text, const QStringList &words)
{
    for (const QString &place :
         {text, summary.description, summary.tags.join(u' '), summary.name}) {
        if (QString snippet = searchSnippet(place, words); !snippet.isEmpty())
            return snippet;
    }
    return {};
}

QString hitStatement(bool isSearch)
{
    QString sql = u"SELECT " + summaryColumns();
    if (isSearch)
        sql += u", CAST(t.text AS BLOB)";
    sql += u" FROM " + summaryTables() + u' ';
    if (isSearch)
        sql += u"JOIN report_texts t ON t.report = r.num ";
    return sql + u"WHERE r.position = ?";
}

Result<QVector<ReportHit>>
hitsAt(Database &database, const QVector<qint64> &positions, const QStringList &words)
{
    QVector<ReportHit> hits;
    hits.reserve(positions.size());
    const bool isSearch = !words.isEmpty();
    const QString sql = hitStatement(isSearch);
    for (const qint64 position : positions) {
        const auto read = database.each(sql, {position}, [&](const Row &row) {
            ReportHit hit{summaryFromRow(row), {}};
            if (isSearch)
                hit.snippet =
                    snippetOf(hit.summary, textFromUtf8(row.bytes(summaryColumnCount)), words);
            hits.append(std::move(hit));
        });
        if (!read)
            return read.error();
    }
    return hits;
}

/// Distinct values of an indexed column, by jumping from one to the next instead of reading all
/// rows.
Result<QStringList> distinctValues(Database &database, const QString &column, const QString &table)
{
    QStringList values;
    const QString sql = QStringLiteral("WITH RECURSIVE v(x) AS (SELECT min(%1) FROM %2 UNION ALL "
                                       "SELECT (SELECT min(%1) FROM %2 WHERE %1 > v.x) FROM v "
                                       "WHERE v.x IS NOT NULL) SELECT x FROM v WHERE x IS NOT NULL")
                            .arg(column, table);
    const auto read = database.each(sql, {}, [&](const Row &row) { values.append(row.string(0)); });
    if (!read)
        return read.error();
    return values;
}

} // namespace

Result<ReportHits> ReportFinder::find(Database &database, const ReportQuery &query)
{
    // One snapshot: a save between the steps would move a report to another position.
    const ReadSnapshot snapshot(database);
    if (!snapshot.result())
        return snapshot.result().error();
    const QStringList words = searchWords(query.search);
    const FindSql sql(query);
    const auto positions = positionsOf(database, sql.page());
    if (!positions)
        return positions.error();
    auto hits = hitsAt(database, *positions, words);
    if (!hits)
        return hits.error();
    const auto total = totalOf(database, query, *positions, sql);
    if (!total)
        return total.error();
    return ReportHits{std::move(hits).value(), static_cast<int>(*total)};
}

Result<QStringList> ReportFinder::tags(Database &database)
{
    return distinctValues(database, QStringLiteral("tag"), QStringLiteral("report_tags"));
}

Result<QStringList> ReportFinder::authors(Database &database)
{
    return distinctValues(database, QStringLiteral("author"), QStringLiteral("reports"));
}

} // namespace plotleaf
