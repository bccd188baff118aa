#pragma once

#include "core/base/result.h"
#include "core/report/report.h"
#include "core/store/store_context.h"

#include <optional>

namespace plotleaf {

class Database;
class Transaction;

/// Texts as typed so far, between two saves. Each running Plotleaf (session) has its own row for a
/// report, so that two that edit the same report cannot take each other's text away.
class Journal
{
public:
    /// Replaces this session's row. Errors: NotFound, Io.
    static Result<void> write(Database &database,
                              const StoreContext &context,
                              const ReportId &report,
                              const QString &text);

    /// The newest text in the journal, with what was saved by others since, if that differs from
    /// the report's; makes it this session's, so that its next save clears it. Older texts of other
    /// sessions become revisions.
    static Result<std::optional<QString>>
    recover(Database &database, const StoreContext &context, const ReportId &report);

    /// Takes files `unsaved/REPORT.md` of reports that are there into the journal, as text of a
    /// session that has ended: who looks whether there is unsaved text looks there. What cannot be
    /// taken stays a file.
    static Result<void> takeUnsavedFiles(Database &database, const StoreContext &context);

    /// Part of a save: this session's row is not needed any more.
    static void clear(Transaction &transaction, const StoreContext &context, qint64 report);
};

} // namespace plotleaf
