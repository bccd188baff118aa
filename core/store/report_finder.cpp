#include "core/store/report_finder.h"

#include "core/store/report_rows.h"
#include "core/store/search_index.h"
#include "core/store/transaction.h"

#include <QHash>

#include <algorithm>

namespace plotleaf {

namespace {

/// A piece of SQL with the values bound in it, in order.
struct Sql
{
    QString text;
    Database::Values values;

    void add(const QString &piece, const Database::Values &bound = {})
    {
        text += piece;
        values += bound;
    }
};

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

Database::Values boundStrings(const QStringList &strings)
{
    return Database::Values(strings.cbegin(), strings.cend());
}

void addTagConditions(Sql &sql, const ReportQuery &query)
{
    if (!query.includeTags.isEmpty()) {
        const qsizetype count = query.includeTags.size();
        sql.add(u" AND r.num IN (SELECT report FROM report_tags WHERE tag IN (" +
                    placeholders(count) + u") ",
                boundStrings(query.includeTags));
        if (query.tagMatch == TagMatch::All)
            sql.add(QStringLiteral("GROUP BY report HAVING count(*) = ?"), {count});
        sql.add(QStringLiteral(")"));
    }
    if (!query.excludeTags.isEmpty())
        sql.add(u" AND r.num NOT IN (SELECT report FROM report_tags WHERE tag IN (" +
                    placeholders(query.excludeTags.size()) + u"))",
                boundStrings(query.excludeTags));
}

/// FROM and WHERE of all that match.
Sql matching(const ReportQuery &query, const QString &words)
{
    Sql sql;
    if (words.isEmpty())
        sql.add(QStringLiteral("FROM reports r WHERE r.archived = ?"));
    else
        // CROSS JOIN: SQLite keeps this order and walks the hits, newest first, without sorting.
        sql.add(QStringLiteral("FROM search s CROSS JOIN reports r ON r.position = s.rowid "
                               "WHERE search MATCH ? AND r.archived = ?"),
                {words});
    sql.values.append(query.archived ? 1 : 0);
    if (query.project && !query.project->isEmpty())
        // U+0030 follows the slash: the range holds what lies below the project.
        sql.add(QStringLiteral(" AND r.project IN (SELECT num FROM projects "
                               "WHERE path = ? OR (path > ? AND path < ?))"),
                {*query.project, QString(*query.project + u'/'), QString(*query.project + u'0')});
    if (query.status)
        sql.add(QStringLiteral(" AND r.published = ?"),
                {*query.status == ReportStatus::Published ? 1 : 0});
    if (!query.author.isEmpty())
        sql.add(QStringLiteral(" AND r.author = ?"), {query.author});
    addTagConditions(sql, query);
    return sql;
}

QString orderOf(ReportOrder order, bool isSearch)
{
    const QString position = isSearch ? QStringLiteral("s.rowid") : QStringLiteral("r.position");
    switch (order) {
    case ReportOrder::NewestFirst:
        return u" ORDER BY " + position + u" DESC";
    case ReportOrder::OldestFirst:
        return u" ORDER BY " + position + u" ASC";
    case ReportOrder::NameAscending:
        return QStringLiteral(" ORDER BY r.name_key ASC, r.position DESC");
    case ReportOrder::NameDescending:
        return QStringLiteral(" ORDER BY r.name_key DESC, r.position DESC");
    }
    return {};
}

Result<QVector<qint64>>
positionsOfPage(Database &database, const ReportQuery &query, const QString &words)
{
    Sql sql = matching(query, words);
    sql.text.prepend(QStringLiteral("SELECT r.position "));
    sql.add(orderOf(query.order, !words.isEmpty()) + u" LIMIT ? OFFSET ?",
            {query.limit, query.offset});
    QVector<qint64> positions;
    const auto read = database.each(sql.text, sql.values,
                                    [&](const Row &row) { positions.append(row.integer(0)); });
    if (!read)
        return read.error();
    return positions;
}

/// The places of the hits. Only rows of the page are looked at: making a snippet reads the whole
/// text.
Result<QHash<qint64, QString>>
snippets(Database &database, const QString &words, const QVector<qint64> &positions)
{
    QHash<qint64, QString> found;
    const auto [first, last] = std::minmax_element(positions.cbegin(), positions.cend());
    Sql sql;
    // The unary plus keeps FTS5 from starting the query anew for each position.
    sql.add(u"SELECT rowid, snippet(search, -1, char(2), char(3), '…', 16) FROM search "
            u"WHERE search MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (" +
                placeholders(positions.size()) + u")",
            {words, *first, *last});
    for (const qint64 position : positions)
        sql.values.append(position);
    const auto read = database.each(
        sql.text, sql.values, [&](const Row &row) { found.insert(row.integer(0), row.string(1)); });
    if (!read)
        return read.error();
    return found;
}

Result<QVector<ReportHit>> hitsAt(Database &database, const QVector<qint64> &positions)
{
    QVector<ReportHit> hits;
    hits.reserve(positions.size());
    const QString sql = u"SELECT " + summaryColumns() +
                        u" FROM reports r JOIN projects p ON p.num = r.project "
                        u"WHERE r.position = ?";
    for (const qint64 position : positions) {
        const auto read = database.each(sql, {position}, [&](const Row &row) {
            hits.append({summaryFromRow(row), {}});
        });
        if (!read)
            return read.error();
    }
    return hits;
}

} // namespace

Result<ReportHits> ReportFinder::find(Database &database, const ReportQuery &query)
{
    // One snapshot: a save between the steps would move a report to another position.
    const ReadSnapshot snapshot(database);
    if (!snapshot.result())
        return snapshot.result().error();
    const QString words = SearchIndex::queryFor(query.search);
    const auto positions = positionsOfPage(database, query, words);
    if (!positions)
        return positions.error();
    auto hits = hitsAt(database, *positions);
    if (!hits)
        return hits.error();
    const Sql all = matching(query, words);
    const auto total = database.number(u"SELECT count(*) " + all.text, all.values);
    if (!total)
        return total.error();
    if (!words.isEmpty() && !positions->isEmpty()) {
        const auto places = snippets(database, words, *positions);
        if (!places)
            return places.error();
        for (qsizetype i = 0; i < hits->size(); ++i)
            (*hits)[i].snippet = places->value(positions->at(i));
    }
    return ReportHits{std::move(hits).value(), static_cast<int>(*total)};
}

namespace {

/// Distinct values of an indexed column by jumping from one to the next, instead of reading all its
/// rows.
Result<QStringList> distinctValues(Database &database, const QString &column, const QString &table)
{
    QStringList values;
    const QString sql =
        QStringLiteral("WITH RECURSIVE v(x) AS (SELECT min(%1) FROM %2 UNION ALL "
                       "SELECT (SELECT min(%1) FROM %2 WHERE %1 > v.x) FROM v WHERE v.x IS NOT "
                       "NULL) SELECT x FROM v WHERE x IS NOT NULL")
            .arg(column, table);
    const auto read = database.each(sql, {}, [&](const Row &row) { values.append(row.string(0)); });
    if (!read)
        return read.error();
    return values;
}

} // namespace

Result<QStringList> ReportFinder::tags(Database &database)
{
    return distinctValues(database, QStringLiteral("tag"), QStringLiteral("report_tags"));
}

Result<QStringList> ReportFinder::authors(Database &database)
{
    return distinctValues(database, QStringLiteral("author"), QStringLiteral("reports"));
}

} // namespace plotleaf
