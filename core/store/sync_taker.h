#pragma once

#include "core/store/sync_types.h"
#include "core/store/synced_rows.h"

#include <optional>

namespace plotleaf {

class Transaction;

/// Takes states of a server into the library, inside a transaction: what SyncStore is made of.
class SyncTaker
{
public:
    SyncTaker(Transaction &transaction, const StoreContext &context, qint64 workspace);

    void takeCard(const RemoteCard &card);
    void takeReport(const RemoteReport &report);
    /// `theirs` is what the server has; `row` as it is now.
    void takeState(const SyncedRow &row, const RemoteReport &report);
    /// The server does not have it any more. `heir`: gets its revisions where it goes from here,
    /// too.
    void loseReport(const SyncedRow &row, std::optional<qint64> heir = {});

    /// All that has been done so far.
    SyncTaken taken() && { return std::move(m_taken); }

private:
    void insert(const RemoteCard &card, const ReportState &state, qint64 wanted);
    bool mergeState(const SyncedRow &row, const ReportState &mine, const RemoteReport &report);
    void needMerge(const SyncedRow &row, const ReportState &mine, const RemoteReport &report);
    ReportId keepAsDraft(qint64 report, const ReportState &mine);
    QString authorOf(qint64 report);
    void become(qint64 report, const ReportState &state, const QDateTime &updated);
    void takeLater(const SyncedRow &row, const RemoteReport &report);
    bool hasUnsavedText(qint64 report);
    bool isJournaled(qint64 report);
    bool hasRevisionOfItsOwn(const SyncedRow &row);
    bool isBuried(const RemoteId &remote);
    QString textBeforeConflict(const SyncedRow &row);
    void note(SyncNotice notice) { m_taken.notices.append(std::move(notice)); }

    Transaction &m_transaction;
    const StoreContext &m_context;
    qint64 m_workspace;
    SyncTaken m_taken;
};

} // namespace plotleaf
