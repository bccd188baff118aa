#include "core/store/workspace_store.h"

#include "core/store/search_index.h"
#include "core/store/transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace plotleaf {

namespace {

QString trWorkspaceStore(const char *text)
{
    return QCoreApplication::translate("plotleaf::WorkspaceStore", text);
}

QString settingsText(const Workspace &workspace)
{
    return QString::fromUtf8(QJsonDocument(workspace.settings).toJson(QJsonDocument::Compact));
}

bool isWorkspaceId(const QString &id)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._/-]{1,100}$"));
    return allowed.match(id).hasMatch();
}

void failUnlessSent(Transaction &transaction, qint64 workspace)
{
    const auto unsent = transaction.number(
        QStringLiteral("SELECT (SELECT count(*) FROM synced WHERE workspace = ? AND edited > 0) + "
                       "(SELECT count(*) FROM tombstones WHERE workspace = ?) + "
                       "(SELECT count(*) FROM journal j JOIN reports r ON r.num = j.report "
                       "JOIN projects p ON p.num = r.project WHERE p.workspace = ?)"),
        {workspace, workspace, workspace});
    if (unsent.value_or(0) > 0)
        transaction.fail({ErrorCode::NotAllowed,
                          trWorkspaceStore(QT_TRANSLATE_NOOP(
                              "plotleaf::WorkspaceStore",
                              "There are changes that the server does not have yet.")),
                          {}});
}

} // namespace

Result<QVector<Workspace>> WorkspaceStore::list(Database &database)
{
    QVector<Workspace> workspaces;
    const auto read = database.each(
        QStringLiteral("SELECT id, kind, name, address, settings FROM workspaces "
                       "WHERE num <> ? ORDER BY num"),
        {local}, [&](const Row &row) {
            workspaces.append({row.string(0), row.string(1), row.string(2), row.string(3),
                               QJsonDocument::fromJson(row.bytes(4)).object()});
        });
    if (!read)
        return read.error();
    return workspaces;
}

Result<void> WorkspaceStore::add(Database &database, const Workspace &workspace)
{
    if (!isWorkspaceId(workspace.id))
        return Error{
            ErrorCode::InvalidInput,
            trWorkspaceStore(QT_TRANSLATE_NOOP(
                "plotleaf::WorkspaceStore",
                "A workspace's id is made of letters, digits, and the characters . _ - /")),
            workspace.id};
    Transaction transaction(database);
    if (transaction.number(QStringLiteral("SELECT 1 FROM workspaces WHERE id = ?"), {workspace.id}))
        transaction.fail({ErrorCode::AlreadyExists,
                          trWorkspaceStore(QT_TRANSLATE_NOOP("plotleaf::WorkspaceStore",
                                                             "There is such a workspace already.")),
                          workspace.id});
    transaction.run(
        QStringLiteral("INSERT INTO workspaces(id, kind, name, address, settings, mark) "
                       "VALUES (?, ?, ?, ?, ?, 0)"),
        {workspace.id, workspace.kind, workspace.name, workspace.address, settingsText(workspace)});
    return transaction.commit();
}

Result<RemovedWorkspace> WorkspaceStore::remove(Database &database, const QString &id)
{
    RemovedWorkspace removed;
    Transaction transaction(database);
    const qint64 workspace = number(transaction, id);
    failUnlessSent(transaction, workspace);
    transaction.each(QStringLiteral("SELECT DISTINCT a.sha256 FROM assets a "
                                    "JOIN reports r ON r.num = a.report "
                                    "JOIN projects p ON p.num = r.project WHERE p.workspace = ?"),
                     {workspace}, [&](const Row &row) { removed.files.append(row.string(0)); });
    QVector<qint64> reports;
    transaction.each(QStringLiteral("SELECT r.num, r.id FROM reports r JOIN projects p "
                                    "ON p.num = r.project WHERE p.workspace = ?"),
                     {workspace}, [&](const Row &row) {
                         reports.append(row.integer(0));
                         removed.reports.append(ReportId(row.string(1)));
                     });
    for (const qint64 report : reports) {
        SearchIndex::remove(transaction, report);
        transaction.run(QStringLiteral("DELETE FROM reports WHERE num = ?"), {report});
    }
    transaction.run(QStringLiteral("DELETE FROM projects WHERE workspace = ?"), {workspace});
    transaction.run(QStringLiteral("DELETE FROM workspaces WHERE num = ?"), {workspace});
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return removed;
}

qint64 WorkspaceStore::number(Transaction &transaction, const QString &id)
{
    const auto found =
        transaction.number(QStringLiteral("SELECT num FROM workspaces WHERE id = ?"), {id});
    if (!found)
        transaction.fail({ErrorCode::NotFound,
                          trWorkspaceStore(QT_TRANSLATE_NOOP("plotleaf::WorkspaceStore",
                                                             "There is no such workspace.")),
                          id});
    return found.value_or(0);
}

QString WorkspaceStore::id(Transaction &transaction, qint64 workspace)
{
    QString found;
    transaction.each(QStringLiteral("SELECT id FROM workspaces WHERE num = ?"), {workspace},
                     [&](const Row &row) { found = row.string(0); });
    return found;
}

} // namespace plotleaf
