#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <QByteArray>

namespace plotleaf {

class Database;
class Row;
class Transaction;

/// Reading reports from their rows; shared by the parts of the store.

/// The columns that summaryFromRow() reads, the first of a row, and the tables they are in.
constexpr int summaryColumnCount = 15;
QString summaryColumns();
QString summaryTables();
ReportSummary summaryFromRow(const Row &row);

/// Errors: NotFound, Io.
Result<ReportSummary> loadSummary(Database &database, const ReportId &id);
Result<Report> loadReport(Database &database, const ReportId &id);

/// The row number of a report; the transaction fails with NotFound when there is none.
qint64 reportNumber(Transaction &transaction, const ReportId &id);
/// A report's saved text, UTF-8.
QByteArray reportText(Transaction &transaction, qint64 report);

Error reportNotFound(const ReportId &id);

} // namespace plotleaf
