#include "core/store/project_store.h"

#include "core/store/transaction.h"

#include <QMap>

#include <algorithm>

namespace plotleaf {

namespace {

/// Adds what a project at or below the card's project counts.
void addToCard(ProjectSummary &card, const Row &row)
{
    card.reports += static_cast<int>(row.integer(1));
    card.published += static_cast<int>(row.integer(2));
    const QDateTime updated = QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC);
    if (row.integer(1) > 0 && (!card.updated.isValid() || card.updated < updated))
        card.updated = updated;
}

} // namespace

qint64 ProjectStore::ensure(Transaction &transaction, qint64 workspace, const QString &path)
{
    // The parents first, so that a path is never there without them.
    const QString insert =
        QStringLiteral("INSERT OR IGNORE INTO projects(workspace, path) VALUES (?, ?)");
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1))
        transaction.run(insert, {workspace, path.left(slash)});
    transaction.run(insert, {workspace, path});
    return transaction
        .number(QStringLiteral("SELECT num FROM projects WHERE workspace = ? AND path = ?"),
                {workspace, path})
        .value_or(0);
}

Result<QVector<ProjectSummary>>
ProjectStore::children(Database &database, const QString &workspace, const QString &parent)
{
    const QString prefix = parent.isEmpty() ? QString() : parent + u'/';
    QMap<QString, ProjectSummary> cards;
    const auto read = database.each(
        // U+0030 follows the slash, so the range holds what lies below the parent.
        QStringLiteral("SELECT p.path, count(r.num), total(r.published), max(r.updated) "
                       "FROM projects p JOIN workspaces w ON w.num = p.workspace "
                       "LEFT JOIN reports r ON r.project = p.num AND r.archived = 0 "
                       "WHERE (? = '' OR w.id = ?) AND p.path > ? AND (? = '' OR p.path < ?) "
                       "GROUP BY p.path"),
        {workspace, workspace, prefix, prefix, QString(parent + u'0')}, [&](const Row &row) {
            const QStringList rest = row.string(0).mid(prefix.size()).split(u'/');
            ProjectSummary &card = cards[rest.first()];
            card.path = prefix + rest.first();
            addToCard(card, row);
            if (rest.size() == 2)
                card.subprojects.append(rest.last());
        });
    if (!read)
        return read.error();
    for (ProjectSummary &card : cards)
        card.subprojects.sort();
    return QVector<ProjectSummary>(cards.cbegin(), cards.cend());
}

Result<QStringList> ProjectStore::paths(Database &database, const QString &workspace)
{
    QStringList paths;
    const auto read =
        database.each(QStringLiteral("SELECT DISTINCT p.path FROM projects p "
                                     "JOIN workspaces w ON w.num = p.workspace "
                                     "WHERE p.path <> '' AND (? = '' OR w.id = ?) ORDER BY p.path"),
                      {workspace, workspace}, [&](const Row &row) { paths.append(row.string(0)); });
    if (!read)
        return read.error();
    return paths;
}

} // namespace plotleaf
