#include "core/store/find_sql.h"

#include "core/store/search_index.h"

namespace plotleaf {

namespace {

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
    const auto reportsWith = [](const QStringList &tags) {
        return QString(u"(SELECT report FROM report_tags WHERE tag IN (" +
                       placeholders(tags.size()) + u')');
    };
    if (!query.includeTags.isEmpty()) {
        sql.add(u" AND +r.num IN " + reportsWith(query.includeTags),
                boundStrings(query.includeTags));
        if (query.tagMatch == TagMatch::All)
            sql.add(QStringLiteral(" GROUP BY report HAVING count(*) = ?"),
                    {query.includeTags.size()});
        sql.add(QStringLiteral(")"));
    }
    if (!query.excludeTags.isEmpty())
        sql.add(u" AND +r.num NOT IN " + reportsWith(query.excludeTags) + u')',
                boundStrings(query.excludeTags));
}

/// Conditions on the rows, other than on words and archive. The unary plus keeps SQLite from
/// looking reports up by project or tag: it would do so anew for every hit of a search, and has to
/// sort a list.
Sql rowConditions(const ReportQuery &query)
{
    Sql sql;
    if (!query.workspace.isEmpty())
        sql.add(QStringLiteral(" AND +r.project IN (SELECT p.num FROM projects p "
                               "JOIN workspaces w ON w.num = p.workspace WHERE w.id = ?)"),
                {query.workspace});
    if (query.project && !query.project->isEmpty())
        // U+0030 follows the slash: the range holds what lies below the project.
        sql.add(QStringLiteral(" AND +r.project IN (SELECT num FROM projects "
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

bool isByTime(ReportOrder order)
{
    return order == ReportOrder::NewestFirst || order == ReportOrder::OldestFirst;
}

QString orderBy(ReportOrder order, const QString &position)
{
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

} // namespace

FindSql::FindSql(const ReportQuery &query)
    : m_order(query.order), m_offset(query.offset), m_limit(query.limit)
{
    const Sql conditions = rowConditions(query);
    const QVector<SearchPhrase> phrases = searchPhrases(query.search);
    if (phrases.isEmpty()) {
        m_matching.add(QStringLiteral(" FROM reports r WHERE r.archived = ?"),
                       {query.archived ? 1 : 0});
    } else {
        m_position = QStringLiteral("s.rowid");
        // Looking at the rows costs more than the search; it is done only when something of them is
        // asked for.
        const bool needsRows = !conditions.text.isEmpty() || !isByTime(query.order);
        // CROSS JOIN: SQLite keeps this order and walks the hits, newest first, without sorting.
        m_matching.add((needsRows ? QStringLiteral(" FROM %1 s CROSS JOIN reports r "
                                                   "ON r.position = s.rowid WHERE %1 MATCH ?")
                                  : QStringLiteral(" FROM %1 s WHERE %1 MATCH ?"))
                           .arg(SearchIndex::table(phrases)),
                       {SearchIndex::query(phrases, query.archived)});
    }
    m_matching.add(conditions.text, conditions.values);
}

Sql FindSql::count() const
{
    return {u"SELECT count(*)" + m_matching.text, m_matching.values};
}

Sql FindSql::page() const
{
    Sql sql{u"SELECT " + m_position + m_matching.text, m_matching.values};
    sql.add(orderBy(m_order, m_position) + u" LIMIT ? OFFSET ?", {m_limit, m_offset});
    return sql;
}

} // namespace plotleaf
