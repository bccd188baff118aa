#include "core/store/synced_rows.h"

#include "core/store/stored_time.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plotleaf {

namespace {

QString packedFields(const ReportFields &fields)
{
    const QJsonObject json{{QStringLiteral("name"), fields.name},
                           {QStringLiteral("description"), fields.description},
                           {QStringLiteral("tags"), QJsonArray::fromStringList(fields.tags)},
                           {QStringLiteral("project"), fields.project},
                           {QStringLiteral("archived"), fields.archived},
                           {QStringLiteral("published"), fields.status == ReportStatus::Published}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

ReportFields unpackedFields(const QByteArray &packed)
{
    const QJsonObject json = QJsonDocument::fromJson(packed).object();
    ReportFields fields;
    fields.name = json[QLatin1String("name")].toString();
    fields.description = json[QLatin1String("description")].toString();
    for (const auto &tag : json[QLatin1String("tags")].toArray())
        fields.tags.append(tag.toString());
    fields.project = json[QLatin1String("project")].toString();
    fields.archived = json[QLatin1String("archived")].toBool();
    if (json[QLatin1String("published")].toBool())
        fields.status = ReportStatus::Published;
    return fields;
}

QByteArray packedText(Transaction &transaction, const QString &text)
{
    const auto frame = packText(text.toUtf8(), Compression::Small);
    if (frame)
        return *frame;
    transaction.fail(frame.error());
    return {};
}

QString syncedSelect(const QString &condition)
{
    return u"SELECT s.report, r.id, s.remote, s.create_key, CAST(s.base_fields AS BLOB), "
           u"s.base_text, s.base_changed, s.wanted, s.edited, s.problem, s.reason "
           u"FROM synced s JOIN reports r ON r.num = s.report WHERE " +
           condition;
}

SyncedRow syncedFromRow(Transaction &transaction, const Row &row)
{
    SyncedRow synced;
    synced.report = row.integer(0);
    synced.id = ReportId(row.string(1));
    if (const QString remote = row.string(2); !remote.isEmpty())
        synced.remote = RemoteId(remote);
    synced.createKey = row.string(3);
    synced.base.fields = unpackedFields(row.bytes(4));
    const auto text = unpackText(row.bytes(5));
    if (text)
        synced.base.text = textFromUtf8(*text);
    else
        transaction.fail(text.error());
    synced.baseChanged = row.integer(6);
    synced.wanted = row.integer(7);
    synced.edited = row.integer(8);
    synced.problem = static_cast<SyncProblem>(row.integer(9));
    synced.reason = row.string(10);
    return synced;
}

std::optional<SyncedRow>
oneSynced(Transaction &transaction, const QString &condition, const Database::Values &values)
{
    std::optional<SyncedRow> found;
    transaction.each(syncedSelect(condition), values,
                     [&](const Row &row) { found = syncedFromRow(transaction, row); });
    return found;
}

/// Where a conflict was met. Values as stored in `merges`.
enum class MergeOrigin { Server = 0, Saved = 1 };

/// `otherwise`: what happens to a conflict that waits already.
void addMerge(Transaction &transaction,
              qint64 report,
              const PendingMerge &merge,
              MergeOrigin origin,
              const QString &otherwise)
{
    transaction.run(u"INSERT INTO merges(report, base, theirs, author, saved) "
                    u"SELECT report, ?, ?, ?, ? FROM synced WHERE report = ? "
                    u"ON CONFLICT(report) DO " +
                        otherwise,
                    {packedText(transaction, merge.base), packedText(transaction, merge.theirs),
                     merge.author, static_cast<int>(origin), report});
}

} // namespace

// A report made here has a key and is here whole, also before its server's state was read.
QString missingTextCondition()
{
    return QStringLiteral("(s.remote IS NOT NULL AND s.create_key = '' AND s.base_changed = 0 "
                          "AND s.wanted > 0)");
}

void SyncedRows::addUnsent(Transaction &transaction,
                           const StoreContext &context,
                           qint64 report,
                           qint64 workspace)
{
    SyncedRow row;
    row.report = report;
    row.createKey = context.ids.next();
    row.edited = 1;
    add(transaction, workspace, row);
}

void SyncedRows::add(Transaction &transaction, qint64 workspace, const SyncedRow &row)
{
    transaction.run(
        QStringLiteral("INSERT INTO synced(report, workspace, remote, create_key, base_fields, "
                       "base_text, base_changed, wanted, edited, problem, reason) "
                       "VALUES (?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?)"),
        {row.report, workspace, row.remote ? row.remote->toString() : QString(), row.createKey,
         packedFields(row.base.fields), packedText(transaction, row.base.text), row.baseChanged,
         row.wanted, row.edited, static_cast<int>(row.problem), row.reason});
}

std::optional<SyncedRow> SyncedRows::ofReport(Transaction &transaction, qint64 report)
{
    return oneSynced(transaction, QStringLiteral("s.report = ?"), {report});
}

std::optional<SyncedRow>
SyncedRows::ofRemote(Transaction &transaction, qint64 workspace, const RemoteId &remote)
{
    return oneSynced(transaction, QStringLiteral("s.workspace = ? AND s.remote = ?"),
                     {workspace, remote.toString()});
}

void SyncedRows::setBase(Transaction &transaction,
                         qint64 report,
                         const ReportState &base,
                         const QDateTime &changed)
{
    transaction.run(QStringLiteral("UPDATE synced SET base_fields = ?, base_text = ?, "
                                   "base_changed = ?, wanted = 0 WHERE report = ?"),
                    {packedFields(base.fields), packedText(transaction, base.text),
                     toStoredTime(changed), report});
}

void SyncedRows::setEdited(Transaction &transaction, qint64 report, bool edited)
{
    transaction.run(edited ? QStringLiteral("UPDATE synced SET edited = max(edited, 1) "
                                            "WHERE report = ?")
                           : QStringLiteral("UPDATE synced SET edited = 0 WHERE report = ?"),
                    {report});
}

void SyncedRows::setProblem(Transaction &transaction,
                            qint64 report,
                            SyncProblem problem,
                            const QString &reason)
{
    transaction.run(QStringLiteral("UPDATE synced SET problem = ?, reason = ? WHERE report = ?"),
                    {static_cast<int>(problem), reason, report});
    if (problem != SyncProblem::MergeNeeded)
        transaction.run(QStringLiteral("DELETE FROM merges WHERE report = ?"), {report});
}

void SyncedRows::needMerge(Transaction &transaction, qint64 report, const PendingMerge &merge)
{
    addMerge(transaction, report, merge, MergeOrigin::Server,
             QStringLiteral("UPDATE SET theirs = excluded.theirs, author = excluded.author"));
    setProblem(transaction, report, SyncProblem::MergeNeeded);
}

void SyncedRows::needMergeOfSaved(Transaction &transaction,
                                  qint64 report,
                                  const PendingMerge &merge)
{
    addMerge(transaction, report, merge, MergeOrigin::Saved, QStringLiteral("NOTHING"));
    setProblem(transaction, report, SyncProblem::MergeNeeded);
}

bool SyncedRows::needsMergeOfSaved(Transaction &transaction, qint64 report)
{
    return transaction
        .number(QStringLiteral("SELECT 1 FROM merges WHERE report = ? AND saved = 1"), {report})
        .has_value();
}

void SyncedRows::bury(Transaction &transaction, qint64 report)
{
    transaction.run(
        QStringLiteral("INSERT OR REPLACE INTO tombstones(workspace, remote, changed, name) "
                       "SELECT s.workspace, s.remote, "
                       "iif(s.base_changed = 0, s.wanted, s.base_changed), r.name FROM synced s "
                       "JOIN reports r ON r.num = s.report "
                       "WHERE s.report = ? AND s.remote IS NOT NULL"),
        {report});
}

void SyncedRows::buryCreated(Transaction &transaction,
                             qint64 workspace,
                             const RemoteId &remote,
                             const QString &name)
{
    transaction.run(QStringLiteral("INSERT OR REPLACE INTO "
                                   "tombstones(workspace, remote, changed, name) "
                                   "VALUES (?, ?, 0, ?)"),
                    {workspace, remote.toString(), name});
}

} // namespace plotleaf
