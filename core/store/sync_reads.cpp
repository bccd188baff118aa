#include "core/store/report_rows.h"
#include "core/store/stored_time.h"
#include "core/store/sync_store.h"
#include "core/store/synced_rows.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

#include <QCoreApplication>

#include <algorithm>

// The reading half of SyncStore.

namespace plotleaf {

namespace {

template <typename T, typename Reader>
Result<QVector<T>>
listed(Database &database, const QString &sql, const Database::Values &values, Reader reader)
{
    QVector<T> list;
    const auto read = database.each(sql, values, [&](const Row &row) { list.append(reader(row)); });
    if (!read)
        return read.error();
    return list;
}

QString ofWorkspace()
{
    return QStringLiteral("workspace = (SELECT num FROM workspaces WHERE id = ?)");
}

} // namespace

Result<QDateTime> SyncStore::mark(Database &database, const QString &workspace)
{
    const auto mark =
        database.number(QStringLiteral("SELECT mark FROM workspaces WHERE id = ?"), {workspace});
    if (!mark)
        return mark.error();
    return storedTime(*mark);
}

Result<QVector<RemoteId>> SyncStore::wanted(Database &database, const QString &workspace, int limit)
{
    return listed<RemoteId>(database,
                            u"SELECT remote FROM synced WHERE " + ofWorkspace() +
                                u" AND wanted > 0 ORDER BY wanted DESC LIMIT ?",
                            {workspace, limit},
                            [](const Row &row) { return RemoteId(row.string(0)); });
}

Result<QVector<ReportId>> SyncStore::edited(Database &database, const QString &workspace)
{
    return listed<ReportId>(
        database,
        u"SELECT r.id FROM synced s JOIN reports r ON r.num = s.report WHERE s." + ofWorkspace() +
            u" AND s.edited > 0 AND s.problem = 0 ORDER BY s.remote IS NOT NULL, r.position",
        {workspace}, [](const Row &row) { return ReportId(row.string(0)); });
}

Result<QVector<ReportId>> SyncStore::mergesNeeded(Database &database, const QString &workspace)
{
    return listed<ReportId>(
        database,
        u"SELECT r.id FROM synced s JOIN reports r ON r.num = s.report WHERE s." + ofWorkspace() +
            u" AND s.problem > 0 AND s.problem = 1 ORDER BY r.position",
        {workspace}, [](const Row &row) { return ReportId(row.string(0)); });
}

Result<QVector<ReportSummary>>
SyncStore::refusals(Database &database, const QString &workspace, int limit)
{
    return listed<ReportSummary>(
        database,
        u"SELECT " + summaryColumns() + u" FROM " + summaryTables() + u" WHERE s." + ofWorkspace() +
            u" AND s.problem > 0 AND s.problem = 3 ORDER BY r.position DESC LIMIT ?",
        {workspace, limit}, [](const Row &row) { return summaryFromRow(row); });
}

Result<QVector<ReportSummary>>
SyncStore::summaries(Database &database, const QString &workspace, const QVector<RemoteId> &remotes)
{
    QVector<ReportSummary> found;
    const QString sql = u"SELECT " + summaryColumns() + u" FROM " + summaryTables() + u" WHERE s." +
                        ofWorkspace() + u" AND s.remote = ?";
    for (const RemoteId &remote : remotes) {
        const auto read = database.each(sql, {workspace, remote.toString()},
                                        [&](const Row &row) { found.append(summaryFromRow(row)); });
        if (!read)
            return read.error();
    }
    std::ranges::sort(found, {}, &ReportSummary::name);
    return found;
}

Result<QVector<Tombstone>> SyncStore::tombstones(Database &database, const QString &workspace)
{
    return listed<Tombstone>(
        database, u"SELECT remote, changed, name FROM tombstones WHERE " + ofWorkspace(),
        {workspace}, [](const Row &row) {
            return Tombstone{RemoteId(row.string(0)), storedTime(row.integer(1)), row.string(2)};
        });
}

Result<QVector<RemoteId>> SyncStore::known(Database &database, const QString &workspace)
{
    return listed<RemoteId>(
        database, u"SELECT remote FROM synced WHERE " + ofWorkspace() + u" AND remote IS NOT NULL",
        {workspace}, [](const Row &row) { return RemoteId(row.string(0)); });
}

Result<QHash<ReportId, RemoteId>> SyncStore::remoteIds(Database &database, const QString &workspace)
{
    QHash<ReportId, RemoteId> ids;
    const auto read = database.each(
        u"SELECT r.id, s.remote FROM synced s JOIN reports r ON r.num = s.report WHERE s." +
            ofWorkspace() + u" AND s.remote IS NOT NULL",
        {workspace},
        [&](const Row &row) { ids.insert(ReportId(row.string(0)), RemoteId(row.string(1))); });
    if (!read)
        return read.error();
    return ids;
}

// Each number from an index of its own: in the rows the counted columns stand behind a whole text.
// A condition that repeats an index's own is what lets SQLite take that index.
QString SyncStore::countsStatement()
{
    return QStringLiteral(
        "SELECT (SELECT count(*) FROM synced WHERE workspace = w.num AND remote IS NOT NULL), "
        "(SELECT count(*) FROM synced WHERE workspace = w.num AND wanted > 0), "
        "(SELECT count(*) FROM synced WHERE workspace = w.num AND edited > 0 AND problem = 0), "
        "(SELECT count(*) FROM synced WHERE workspace = w.num AND problem > 0 AND problem = 1), "
        "(SELECT count(*) FROM synced WHERE workspace = w.num AND problem > 0 AND problem = 3), "
        "(SELECT count(*) FROM tombstones WHERE workspace = w.num), "
        "(SELECT count(*) FROM synced WHERE workspace = w.num AND edited > 0 AND problem = 0 "
        "AND reason <> ''), "
        "(SELECT max(reason) FROM synced WHERE workspace = w.num AND edited > 0 AND problem = 0) "
        "FROM workspaces w WHERE w.id = ?");
}

Result<SyncCounts> SyncStore::counts(Database &database, const QString &workspace)
{
    SyncCounts counts;
    const auto read = database.each(countsStatement(), {workspace}, [&](const Row &row) {
        int column = 0;
        for (int *count : {&counts.reports, &counts.wanted, &counts.edited, &counts.mergeNeeded,
                           &counts.refused, &counts.deleted, &counts.held})
            *count = static_cast<int>(row.integer(column++));
        counts.heldBy = row.string(column);
    });
    if (!read)
        return read.error();
    return counts;
}

Result<std::optional<RemoteId>> SyncStore::missingText(Database &database, const ReportId &id)
{
    std::optional<RemoteId> missing;
    const auto read = database.each(
        u"SELECT s.remote FROM synced s JOIN reports r ON r.num = s.report WHERE r.id = ? AND " +
            missingTextCondition(),
        {id.toString()}, [&](const Row &row) { missing = RemoteId(row.string(0)); });
    if (!read)
        return read.error();
    return missing;
}

Result<std::optional<RemoteId>> SyncStore::remote(Database &database, const ReportId &id)
{
    std::optional<RemoteId> remote;
    const auto read =
        database.each(QStringLiteral("SELECT s.remote FROM synced s JOIN reports r "
                                     "ON r.num = s.report "
                                     "WHERE r.id = ? AND s.remote IS NOT NULL"),
                      {id.toString()}, [&](const Row &row) { remote = RemoteId(row.string(0)); });
    if (!read)
        return read.error();
    return remote;
}

Result<PendingMerge> SyncStore::pendingMerge(Database &database, const ReportId &id)
{
    std::optional<Result<PendingMerge>> found;
    const auto read = database.each(
        QStringLiteral("SELECT m.base, CAST(t.text AS BLOB), m.theirs, m.author FROM merges m "
                       "JOIN reports r ON r.num = m.report "
                       "JOIN report_texts t ON t.report = m.report WHERE r.id = ?"),
        {id.toString()}, [&](const Row &row) {
            const auto base = unpackText(row.bytes(0));
            const auto theirs = unpackText(row.bytes(2));
            if (base && theirs)
                found = PendingMerge{textFromUtf8(*base), textFromUtf8(row.bytes(1)),
                                     textFromUtf8(*theirs), row.string(3)};
            else
                found = Result<PendingMerge>(base ? theirs.error() : base.error());
        });
    if (!read)
        return read.error();
    if (found)
        return *found;
    return Error{ErrorCode::NotFound,
                 QCoreApplication::translate("plotleaf::SyncStore", "There is nothing to merge."),
                 id.toString()};
}

} // namespace plotleaf
