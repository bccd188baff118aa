#pragma once

#include "core/report/remote_reports.h"
#include "core/store/store_context.h"

#include <optional>

namespace plotleaf {

class Transaction;

/// What keeps a report of a server's workspace from being written there. Values as stored.
enum class SyncProblem {
    None = 0,
    MergeNeeded = 1, ///< both sides changed the same lines; a person decides
    Refused = 3,     ///< the server will not take it as it is; ends with the next change
};

/// Both sides of a conflict and what they grew from.
struct PendingMerge
{
    QString base;
    QString mine;
    QString theirs;
    QString author; ///< of theirs; empty: not known
};

/// The row of `synced` that belongs to a report.
struct SyncedRow
{
    qint64 report = 0;
    ReportId id;
    std::optional<RemoteId> remote; ///< none: the server does not have it yet
    QString createKey;              ///< names the wish to create it, see RemoteReports::create()
    ReportState base;               ///< of the server, that the local state was last equal to
    qint64 baseChanged = 0;         ///< RemoteCard::changed of the base, ms; 0: not known
    qint64 wanted = 0;              ///< a version (ms) whose text has to be read; 0: none
    qint64 edited = 0;              ///< local changes since the base
    SyncProblem problem = SyncProblem::None;
    QString reason; ///< of a refusal, or why it waits; for people

    /// SyncStatus::isTextMissing
    bool isTextMissing() const
    {
        return remote && createKey.isEmpty() && baseChanged == 0 && wanted > 0;
    }
};

/// The same as a condition on a row of `synced`, which a statement calls `s`.
QString missingTextCondition();

/// Access to the tables `synced`, `merges` and `tombstones`. Failures stay in the transaction.
class SyncedRows
{
public:
    /// A report made here that its server does not have yet.
    static void addUnsent(Transaction &transaction,
                          const StoreContext &context,
                          qint64 report,
                          qint64 workspace);
    static void add(Transaction &transaction, qint64 workspace, const SyncedRow &row);

    static std::optional<SyncedRow> ofReport(Transaction &transaction, qint64 report);
    static std::optional<SyncedRow>
    ofRemote(Transaction &transaction, qint64 workspace, const RemoteId &remote);

    static void setBase(Transaction &transaction,
                        qint64 report,
                        const ReportState &base,
                        const QDateTime &changed);
    static void setEdited(Transaction &transaction, qint64 report, bool edited);
    /// Whatever was to be merged is not any more, unless that is the problem.
    static void setProblem(Transaction &transaction,
                           qint64 report,
                           SyncProblem problem,
                           const QString &reason = {});
    /// Both sides changed the same lines of `merge` (its `mine` is the report's text; its `theirs`
    /// the server's). The base of a conflict that waits already stays. Does nothing to a report
    /// without a server.
    static void needMerge(Transaction &transaction, qint64 report, const PendingMerge &merge);
    /// The same for a conflict that was met when saving, whose `theirs` is what the library had:
    /// a conflict that waits already stays whole, since its other side is the server's.
    static void
    needMergeOfSaved(Transaction &transaction, qint64 report, const PendingMerge &merge);
    /// Whether such a one waits. Its base is no ancestor of what the server has.
    static bool needsMergeOfSaved(Transaction &transaction, qint64 report);
    /// Before a report is deleted here: remembers that the server's is to go too.
    static void bury(Transaction &transaction, qint64 report);
    /// The same of a report that the server made after it was deleted here.
    static void buryCreated(Transaction &transaction,
                            qint64 workspace,
                            const RemoteId &remote,
                            const QString &name);
};

} // namespace plotleaf
