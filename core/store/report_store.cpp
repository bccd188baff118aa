#include "core/store/report_store.h"

#include "core/report/report_names.h"
#include "core/store/journal.h"
#include "core/store/project_store.h"
#include "core/store/report_rows.h"
#include "core/store/revision_store.h"
#include "core/store/search_index.h"
#include "core/store/transaction.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

QString trReportStore(const char *text)
{
    return QCoreApplication::translate("plotleaf::ReportStore", text);
}

Error reportNotAllowed(const QString &message)
{
    return {ErrorCode::NotAllowed, message, {}};
}

bool isPublished(Transaction &transaction, qint64 report)
{
    return transaction
               .number(QStringLiteral("SELECT published FROM reports WHERE num = ?"), {report})
               .value_or(0) != 0;
}

void insertTags(Transaction &transaction, qint64 report, const QStringList &tags)
{
    for (const QString &tag : tags)
        transaction.run(QStringLiteral("INSERT INTO report_tags(tag, report) VALUES (?, ?)"),
                        {tag, report});
}

/// The place after all others: now, or right behind the last when the clock stands still or went
/// back.
qint64 nextPosition(Transaction &transaction, qint64 now)
{
    return transaction
        .number(QStringLiteral("SELECT max(coalesce(max(position), 0) + 1, ?) FROM reports"), {now})
        .value_or(now);
}

} // namespace

ReportStore::ReportStore(Database &database, const StoreContext &context)
    : m_database(database), m_context(context)
{
}

qint64 ReportStore::insert(Transaction &transaction, const ReportId &id, const ReportRow &row)
{
    const qint64 now = m_context.now();
    const QStringList &tags = row.fields.tags;
    const qint64 project = ProjectStore::ensure(transaction, row.fields.project);
    transaction.run(
        QStringLiteral("INSERT INTO reports(id, position, project, name, name_key, description, "
                       "tags, author, published, archived, created, updated) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)"),
        {id.toString(), nextPosition(transaction, now), project, row.fields.name,
         nameSortKey(row.fields.name), row.fields.description, tags.join(u'\n'), row.author, now,
         now});
    const qint64 report = reportNumber(transaction, id);
    transaction.run(
        QStringLiteral("INSERT INTO report_texts(report, text) VALUES (?, CAST(? AS TEXT))"),
        {report, row.text});
    insertTags(transaction, report, tags);
    SearchIndex::add(transaction, report);
    RevisionStore::add(transaction, m_context, report, row.text, QStringLiteral("create"));
    return report;
}

Result<ReportId> ReportStore::create(const NewReport &report, const QString &author)
{
    ReportId id(m_context.ids.next());
    Transaction transaction(m_database);
    insert(transaction, id, {report, author, report.text.toUtf8()});
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return id;
}

Result<ReportId>
ReportStore::duplicate(const ReportId &id, const QString &name, const QString &author)
{
    ReportId copy(m_context.ids.next());
    Transaction transaction(m_database);
    const qint64 original = reportNumber(transaction, id);
    ReportRow row{{}, author, reportText(transaction, original)};
    transaction.each(QStringLiteral("SELECT p.path, r.description, r.tags FROM reports r "
                                    "JOIN projects p ON p.num = r.project WHERE r.num = ?"),
                     {original}, [&](const Row &found) {
                         row.fields.project = found.string(0);
                         row.fields.description = found.string(1);
                         row.fields.tags = found.string(2).split(u'\n', Qt::SkipEmptyParts);
                     });
    row.fields.name = name;
    const qint64 report = insert(transaction, copy, row);
    transaction.run(
        QStringLiteral("INSERT INTO assets(report, name, sha256, mime_type, bytes, width, height) "
                       "SELECT ?, name, sha256, mime_type, bytes, width, height FROM assets "
                       "WHERE report = ?"),
        {report, original});
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return copy;
}

Result<void> ReportStore::change(const ReportId &id,
                                 const std::function<void(Transaction &, qint64)> &steps)
{
    Transaction transaction(m_database);
    const qint64 report = reportNumber(transaction, id);
    const qint64 now = m_context.now();
    SearchIndex::remove(transaction, report);
    steps(transaction, report);
    transaction.run(QStringLiteral("UPDATE reports SET updated = ?, position = ? WHERE num = ?"),
                    {now, nextPosition(transaction, now), report});
    SearchIndex::add(transaction, report);
    return transaction.commit();
}

Result<void> ReportStore::rename(const ReportId &id, const QString &name)
{
    return change(id, [&](Transaction &transaction, qint64 report) {
        transaction.run(QStringLiteral("UPDATE reports SET name = ?, name_key = ? WHERE num = ?"),
                        {name, nameSortKey(name), report});
    });
}

Result<void> ReportStore::setDescription(const ReportId &id, const QString &description)
{
    return change(id, [&](Transaction &transaction, qint64 report) {
        transaction.run(QStringLiteral("UPDATE reports SET description = ? WHERE num = ?"),
                        {description, report});
    });
}

Result<void> ReportStore::setTags(const ReportId &id, const QStringList &tags)
{
    return change(id, [&](Transaction &transaction, qint64 report) {
        transaction.run(QStringLiteral("UPDATE reports SET tags = ? WHERE num = ?"),
                        {tags.join(u'\n'), report});
        transaction.run(QStringLiteral("DELETE FROM report_tags WHERE report = ?"), {report});
        insertTags(transaction, report, tags);
    });
}

Result<void> ReportStore::move(const ReportId &id, const QString &project)
{
    Transaction transaction(m_database);
    const qint64 report = reportNumber(transaction, id);
    transaction.run(QStringLiteral("UPDATE reports SET project = ? WHERE num = ?"),
                    {ProjectStore::ensure(transaction, project), report});
    return transaction.commit();
}

Result<void> ReportStore::setArchived(const ReportId &id, bool archived)
{
    Transaction transaction(m_database);
    const qint64 report = reportNumber(transaction, id);
    SearchIndex::remove(transaction, report);
    transaction.run(QStringLiteral("UPDATE reports SET archived = ? WHERE num = ?"),
                    {archived ? 1 : 0, report});
    SearchIndex::add(transaction, report);
    return transaction.commit();
}

Result<void> ReportStore::publish(const ReportId &id)
{
    return change(id, [&](Transaction &transaction, qint64 report) {
        if (isPublished(transaction, report))
            transaction.fail(reportNotAllowed(trReportStore(
                QT_TRANSLATE_NOOP("plotleaf::ReportStore", "This report is published already."))));
        RevisionStore::add(transaction, m_context, report, reportText(transaction, report),
                           QStringLiteral("publish"));
        transaction.run(QStringLiteral("UPDATE reports SET published = 1 WHERE num = ?"), {report});
    });
}

Result<void> ReportStore::remove(const ReportId &id)
{
    Transaction transaction(m_database);
    const qint64 report = reportNumber(transaction, id);
    const auto archived =
        transaction.number(QStringLiteral("SELECT archived FROM reports WHERE num = ?"), {report});
    if (archived == 0)
        transaction.fail(reportNotAllowed(trReportStore(
            QT_TRANSLATE_NOOP("plotleaf::ReportStore",
                              "Only an archived report can be deleted. Archive it first."))));
    SearchIndex::remove(transaction, report);
    // Everything else that belongs to the report goes with its row.
    transaction.run(QStringLiteral("DELETE FROM reports WHERE num = ?"), {report});
    return transaction.commit();
}

Result<void> ReportStore::save(const ReportId &id, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    Transaction transaction(m_database);
    const qint64 report = reportNumber(transaction, id);
    const QByteArray saved = reportText(transaction, report);
    if (saved != bytes && isPublished(transaction, report)) {
        keepLateText(transaction, report, bytes);
        if (const auto committed = transaction.commit(); !committed)
            return committed.error();
        return reportNotAllowed(trReportStore(QT_TRANSLATE_NOOP(
            "plotleaf::ReportStore", "This report was published meanwhile, and its text is locked. "
                                     "What you wrote since is kept in its revisions.")));
    }
    if (saved != bytes) {
        const qint64 now = m_context.now();
        SearchIndex::remove(transaction, report);
        transaction.run(
            QStringLiteral("UPDATE report_texts SET text = CAST(? AS TEXT) WHERE report = ?"),
            {bytes, report});
        transaction.run(
            QStringLiteral("UPDATE reports SET updated = ?, position = ? WHERE num = ?"),
            {now, nextPosition(transaction, now), report});
        SearchIndex::add(transaction, report);
        RevisionStore::add(transaction, m_context, report, bytes, QStringLiteral("edit"));
    }
    Journal::clear(transaction, m_context, report);
    return transaction.commit();
}

void ReportStore::keepLateText(Transaction &transaction, qint64 report, const QByteArray &text)
{
    RevisionStore::add(transaction, m_context, report, text, QStringLiteral("late"));
    Journal::clear(transaction, m_context, report);
}

} // namespace plotleaf
