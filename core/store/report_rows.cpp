#include "core/store/report_rows.h"

#include "core/store/synced_rows.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

SyncState syncStateOf(SyncProblem problem, bool isEdited)
{
    switch (problem) {
    case SyncProblem::MergeNeeded:
        return SyncState::MergeNeeded;
    case SyncProblem::Refused:
        return SyncState::Refused;
    case SyncProblem::None:
        break;
    }
    return isEdited ? SyncState::Edited : SyncState::Clean;
}

/// From the columns problem, edited, reason and whether the text is missing; the first is NULL
/// where there is no server.
SyncStatus syncStatusFromRow(const Row &row, int column)
{
    if (row.isNull(column))
        return {};
    const auto problem = static_cast<SyncProblem>(row.integer(column));
    return {syncStateOf(problem, row.integer(column + 1) > 0),
            problem == SyncProblem::MergeNeeded ? QString() : row.string(column + 2),
            row.integer(column + 3) != 0};
}

} // namespace

QString summaryColumns()
{
    return QStringLiteral(
               "r.id, p.path, r.name, r.description, r.tags, r.author, r.published, "
               "r.archived, r.created, r.updated, w.id, s.problem, s.edited, s.reason, ") +
           missingTextCondition();
}

QString summaryTables()
{
    return QStringLiteral("reports r JOIN projects p ON p.num = r.project "
                          "JOIN workspaces w ON w.num = p.workspace "
                          "LEFT JOIN synced s ON s.report = r.num");
}

ReportSummary summaryFromRow(const Row &row)
{
    ReportSummary summary;
    summary.id = ReportId(row.string(0));
    summary.project = row.string(1);
    summary.name = row.string(2);
    summary.description = row.string(3);
    summary.tags = row.string(4).split(u'\n', Qt::SkipEmptyParts);
    summary.author = row.string(5);
    summary.status = row.integer(6) != 0 ? ReportStatus::Published : ReportStatus::Draft;
    summary.archived = row.integer(7) != 0;
    summary.created = QDateTime::fromMSecsSinceEpoch(row.integer(8), Qt::UTC);
    summary.updated = QDateTime::fromMSecsSinceEpoch(row.integer(9), Qt::UTC);
    summary.workspace = row.string(10);
    summary.sync = syncStatusFromRow(row, 11);
    return summary;
}

Result<ReportSummary> loadSummary(Database &database, const ReportId &id)
{
    ReportSummary summary;
    const auto read = database.each(
        u"SELECT " + summaryColumns() + u" FROM " + summaryTables() + u" WHERE r.id = ?",
        {id.toString()}, [&](const Row &row) { summary = summaryFromRow(row); });
    if (!read)
        return read.error();
    if (summary.id.isEmpty())
        return reportNotFound(id);
    return summary;
}

Result<Report> loadReport(Database &database, const ReportId &id)
{
    Report report;
    const auto read = database.each(u"SELECT " + summaryColumns() +
                                        u", CAST(t.text AS BLOB) FROM " + summaryTables() +
                                        u" JOIN report_texts t ON t.report = r.num WHERE r.id = ?",
                                    {id.toString()}, [&](const Row &row) {
                                        report.summary = summaryFromRow(row);
                                        report.text = textFromUtf8(row.bytes(summaryColumnCount));
                                    });
    if (!read)
        return read.error();
    if (report.summary.id.isEmpty())
        return reportNotFound(id);
    return report;
}

qint64 reportNumber(Transaction &transaction, const ReportId &id)
{
    const auto number =
        transaction.number(QStringLiteral("SELECT num FROM reports WHERE id = ?"), {id.toString()});
    if (!number)
        transaction.fail(reportNotFound(id));
    return number.value_or(0);
}

QByteArray reportText(Transaction &transaction, qint64 report)
{
    QByteArray text;
    transaction.each(QStringLiteral("SELECT CAST(text AS BLOB) FROM report_texts WHERE report = ?"),
                     {report}, [&](const Row &row) { text = row.bytes(0); });
    return text;
}

Error reportNotFound(const ReportId &id)
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("plotleaf::ReportStore",
                                        "This report is not in the library any more."),
            id.toString()};
}

} // namespace plotleaf
