#include "core/store/report_writer.h"

#include "core/report/report_names.h"
#include "core/store/project_store.h"
#include "core/store/report_rows.h"
#include "core/store/revision_store.h"
#include "core/store/search_index.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

namespace plotleaf {

namespace {

int asNumber(bool value)
{
    return value ? 1 : 0;
}

} // namespace

qint64
insertReport(Transaction &transaction, const StoreContext &context, const ReportRecord &record)
{
    const ReportFields &fields = record.state.fields;
    const QByteArray text = record.state.text.toUtf8();
    transaction.run(
        QStringLiteral("INSERT INTO reports(id, position, project, name, name_key, description, "
                       "tags, author, published, archived, created, updated) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {record.id.toString(), record.position,
         ProjectStore::ensure(transaction, record.workspace, fields.project), fields.name,
         nameSortKey(fields.name), fields.description, fields.tags.join(u'\n'), record.author,
         asNumber(fields.status == ReportStatus::Published), asNumber(fields.archived),
         record.created, record.updated});
    const qint64 report = reportNumber(transaction, record.id);
    transaction.run(
        QStringLiteral("INSERT INTO report_texts(report, text) VALUES (?, CAST(? AS TEXT))"),
        {report, text});
    replaceTags(transaction, report, fields.tags);
    SearchIndex::add(transaction, report);
    if (!record.reason.isEmpty())
        RevisionStore::add(transaction, context, report, text, record.reason);
    return report;
}

void replaceTags(Transaction &transaction, qint64 report, const QStringList &tags)
{
    transaction.run(QStringLiteral("DELETE FROM report_tags WHERE report = ?"), {report});
    for (const QString &tag : tags)
        transaction.run(QStringLiteral("INSERT INTO report_tags(tag, report) VALUES (?, ?)"),
                        {tag, report});
}

ReportState reportState(Transaction &transaction, qint64 report)
{
    ReportState state;
    transaction.each(
        QStringLiteral("SELECT r.name, r.description, r.tags, p.path, r.archived, r.published, "
                       "CAST(t.text AS BLOB) FROM reports r JOIN projects p ON p.num = r.project "
                       "JOIN report_texts t ON t.report = r.num WHERE r.num = ?"),
        {report}, [&](const Row &row) {
            state.fields = {row.string(0),
                            row.string(1),
                            row.string(2).split(u'\n', Qt::SkipEmptyParts),
                            row.string(3),
                            row.integer(4) != 0,
                            row.integer(5) != 0 ? ReportStatus::Published : ReportStatus::Draft};
            state.text = textFromUtf8(row.bytes(6));
        });
    return state;
}

void writeReportState(Transaction &transaction,
                      qint64 report,
                      const ReportState &state,
                      std::optional<ChangeTime> time)
{
    const ReportFields &fields = state.fields;
    const QByteArray text = state.text.toUtf8();
    SearchIndex::remove(transaction, report);
    transaction.run(
        QStringLiteral("UPDATE reports SET project = ?, name = ?, name_key = ?, description = ?, "
                       "tags = ?, published = ?, archived = ? WHERE num = ?"),
        {ProjectStore::ensure(transaction, workspaceOf(transaction, report), fields.project),
         fields.name, nameSortKey(fields.name), fields.description, fields.tags.join(u'\n'),
         asNumber(fields.status == ReportStatus::Published), asNumber(fields.archived), report});
    replaceTags(transaction, report, fields.tags);
    if (reportText(transaction, report) != text)
        transaction.run(
            QStringLiteral("UPDATE report_texts SET text = CAST(? AS TEXT) WHERE report = ?"),
            {text, report});
    if (time)
        transaction.run(
            QStringLiteral("UPDATE reports SET updated = ?, position = ? WHERE num = ?"),
            {time->updated, time->position, report});
    SearchIndex::add(transaction, report);
}

qint64 workspaceOf(Transaction &transaction, qint64 report)
{
    return transaction
        .number(QStringLiteral("SELECT p.workspace FROM reports r "
                               "JOIN projects p ON p.num = r.project WHERE r.num = ?"),
                {report})
        .value_or(0);
}

qint64 nextPosition(Transaction &transaction, qint64 now)
{
    return transaction
        .number(QStringLiteral("SELECT max(coalesce(max(position), 0) + 1, ?) FROM reports"), {now})
        .value_or(now);
}

qint64 freePosition(Transaction &transaction, qint64 at)
{
    const auto taken =
        transaction.number(QStringLiteral("SELECT 1 FROM reports WHERE position = ?"), {at});
    if (!taken)
        return at;
    return transaction
        .number(QStringLiteral("SELECT r.position + 1 FROM reports r WHERE r.position >= ? "
                               "AND NOT EXISTS (SELECT 1 FROM reports n "
                               "WHERE n.position = r.position + 1) ORDER BY r.position LIMIT 1"),
                {at})
        .value_or(at);
}

} // namespace plotleaf
