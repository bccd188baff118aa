#pragma once

#include "core/report/report_state.h"
#include "core/store/store_context.h"

#include <optional>

namespace plotleaf {

class Transaction;

/// Writing a report's rows and its words in the search index; shared by the parts of the store.
/// Failures stay in the transaction.

/// A report that is to be there.
struct ReportRecord
{
    ReportId id;
    qint64 workspace = 1; ///< number of its row; 1: this computer's
    ReportState state;
    QString author;
    qint64 created = 0; ///< ms since 1970, UTC
    qint64 updated = 0;
    qint64 position = 0; ///< nextPosition() or freePosition()
    QString reason;      ///< of its first revision; empty: it gets none
};

/// Returns the number of its row.
qint64
insertReport(Transaction &transaction, const StoreContext &context, const ReportRecord &record);

/// Makes `tags` what a report is found by; the column `tags` is the caller's.
void replaceTags(Transaction &transaction, qint64 report, const QStringList &tags);

/// The state of a report in the library.
ReportState reportState(Transaction &transaction, qint64 report);

/// When a change happened, and where in the order of changes it stands.
struct ChangeTime
{
    qint64 updated = 0;
    qint64 position = 0;
};

/// Makes the rows what `state` says. Not dated when there is no `time`. Makes no revision.
void writeReportState(Transaction &transaction,
                      qint64 report,
                      const ReportState &state,
                      std::optional<ChangeTime> time);

/// The number of the workspace that the report is in.
qint64 workspaceOf(Transaction &transaction, qint64 report);

/// The place after all others: now, or right behind the last when the clock stands still or went
/// back.
qint64 nextPosition(Transaction &transaction, qint64 now);
/// The place of a change that happened at `at` (ms) elsewhere, or the first free one behind it.
qint64 freePosition(Transaction &transaction, qint64 at);

} // namespace plotleaf
