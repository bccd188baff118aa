#pragma once

#include "core/store/store_context.h"
#include "core/store/sync_types.h"
#include "core/store/synced_rows.h"

namespace plotleaf {

class Database;
class Transaction;

/// The library's side of synchronisation: takes what a server says, hands out what it is to be
/// told. Each call is one transaction. The rules are in DESIGN 4, "Sync"; what the tables mean is
/// in schema.cpp. On the writer thread. Errors of all: Io, and NotFound where a workspace or report
/// is named.
class SyncStore
{
public:
    SyncStore(Database &database, const StoreContext &context);

    /// Puts reports that are new on their cards and notes which texts have to be read.
    Result<SyncTaken> takeCards(const QString &workspace, const QVector<RemoteCard> &cards);
    /// Reports changed on both sides are merged; see ReportMerge for what wins. A report that has
    /// text from a crash in the journal is left for later.
    Result<SyncTaken> takeReports(const QString &workspace, const QVector<RemoteReport> &reports);

    /// Takes a text that was asked for out of turn; nothing where it has come already, since what
    /// was read beside a round may be older than what the round wrote.
    Result<SyncTaken> takeMissingText(const QString &workspace, const RemoteReport &report);

    /// Nothing when there is nothing to be written any more, or a person has to decide first.
    Result<std::optional<PushJob>> beginPush(const ReportId &id);
    /// The server has made the report under this id. Also takes the place of a copy that was read
    /// from the server meanwhile. Deleted here while it was being made: leaves a tombstone and
    /// answers NotFound.
    Result<SyncTaken> created(const QString &workspace, const PushJob &job, const RemoteId &remote);
    /// `written` has been written, and `now` is what the server then had.
    Result<SyncTaken>
    finishPush(const ReportId &id, const ReportState &written, const RemoteReport &now);
    Result<SyncTaken> refused(const ReportId &id, const QString &reason);
    /// A person wants a report that was refused to be written once more, as it is.
    Result<SyncTaken> retryRefused(const ReportId &id);
    /// It cannot be sent for a while; told once as long as the reason stays the same.
    Result<SyncTaken> waits(const ReportId &id, const QString &reason);

    /// An asset that the text shows as `asset:NAME` and that has no address on the server yet.
    /// Errors also: Io (its file cannot be read).
    Result<std::optional<UnsentAsset>> unsentAsset(const ReportId &id);
    Result<void> assetSent(const ReportId &id, const QString &name, const QString &address);
    /// Puts the addresses of assets that were sent into the text, in place of `asset:NAME`: an
    /// ordinary change of the text with a revision of its own.
    Result<SyncTaken> showSentAssets(const ReportId &id);

    /// The server does not have these any more. What was changed here is kept as a draft of this
    /// computer; so is what was typed and not saved, and text that is in the revisions only.
    Result<SyncTaken> gone(const QString &workspace, const QVector<RemoteId> &remotes);
    /// The server has what the tombstone asked for.
    Result<void> dropTombstone(const QString &workspace, const RemoteId &remote);
    /// The server's is in another version by now, through the deletion itself.
    Result<void>
    moveTombstone(const QString &workspace, const RemoteId &remote, const QDateTime &changed);
    /// The report was changed on the server after it was deleted here, or the server does not let
    /// it be deleted, for this `reason`: it comes back.
    Result<SyncTaken>
    restore(const QString &workspace, const RemoteReport &report, const QString &reason = {});

    /// The cards of reports whose version the server says to be another.
    Result<void> wantChanged(const QString &workspace, const QHash<RemoteId, QDateTime> &versions);
    Result<void> setMark(const QString &workspace, const QDateTime &mark);

    /// The person has merged what they had `seen` into `text`: with what changed here and there
    /// since, it is the report's text, and may be written. Errors: NotFound when the report has
    /// gone, or its server; NotAllowed, with `text` among the report's revisions, when nothing is
    /// to be merged any more, or what changed since touches the same lines and waits for another
    /// merge.
    Result<SyncTaken>
    resolveMerge(const ReportId &id, const PendingMerge &seen, const QString &text);

    /// Keeps the unfinished result of a merge among the report's revisions, in the place of the one
    /// before, and changes nothing.
    Result<void> keepMergeDraft(const ReportId &id, const QString &text);

    // --- Reading; also on a reader's connection
    static Result<QDateTime> mark(Database &database, const QString &workspace);
    /// The latest changed first.
    static Result<QVector<RemoteId>>
    wanted(Database &database, const QString &workspace, int limit);
    /// Those to be created first, then in the order in which they were changed.
    static Result<QVector<ReportId>> edited(Database &database, const QString &workspace);
    /// Reports that wait for a person to merge them, as people see them.
    static Result<QVector<ReportId>> mergesNeeded(Database &database, const QString &workspace);
    /// Reports that the server refuses, as people see them. At most `limit`.
    static Result<QVector<ReportSummary>>
    refusals(Database &database, const QString &workspace, int limit);
    /// As people see them, by name; those that are not here are left out.
    static Result<QVector<ReportSummary>>
    summaries(Database &database, const QString &workspace, const QVector<RemoteId> &remotes);
    static Result<QVector<Tombstone>> tombstones(Database &database, const QString &workspace);
    static Result<QVector<RemoteId>> known(Database &database, const QString &workspace);
    /// What the server calls the reports that it has.
    static Result<QHash<ReportId, RemoteId>> remoteIds(Database &database,
                                                       const QString &workspace);
    static Result<SyncCounts> counts(Database &database, const QString &workspace);
    /// What counts() asks, with the workspace's id bound.
    static QString countsStatement();
    /// What the server calls a report whose text is missing; nothing where the text is here.
    static Result<std::optional<RemoteId>> missingText(Database &database, const ReportId &id);
    /// What its server calls it; nothing where there is none, or it does not have it yet.
    static Result<std::optional<RemoteId>> remote(Database &database, const ReportId &id);
    /// Errors: NotFound when nothing is to be merged.
    static Result<PendingMerge> pendingMerge(Database &database, const ReportId &id);

private:
    Database &m_database;
    const StoreContext &m_context;
};

} // namespace plotleaf
