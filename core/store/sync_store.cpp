#include "core/store/sync_store.h"

#include "core/report/text_merge.h"
#include "core/store/asset_store.h"
#include "core/store/report_rows.h"
#include "core/store/report_writer.h"
#include "core/store/revision_store.h"
#include "core/store/sent_assets.h"
#include "core/store/stored_time.h"
#include "core/store/sync_taker.h"
#include "core/store/synced_rows.h"
#include "core/store/transaction.h"
#include "core/store/workspace_store.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

Error notSynchronised(const ReportId &id)
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("plotleaf::SyncStore",
                                        "This report does not belong to a server."),
            id.toString()};
}

/// The transaction fails with NotFound when the report has no server.
SyncedRow syncedRow(Transaction &transaction, const ReportId &id)
{
    auto row = SyncedRows::ofReport(transaction, reportNumber(transaction, id));
    if (!row)
        transaction.fail(notSynchronised(id));
    return row.value_or(SyncedRow());
}

bool isThere(Transaction &transaction, const ReportId &id)
{
    return transaction.number(QStringLiteral("SELECT 1 FROM reports WHERE id = ?"), {id.toString()})
        .has_value();
}

/// What a server has right after it made a report: neither archived nor published, and without a
/// text. That comes as a change of its own: where the server refuses it, it is this report whose
/// text is refused, and no other of its name comes from there. Its pictures go before it.
ReportState asCreated(ReportState state)
{
    state.fields.archived = false;
    state.fields.status = ReportStatus::Draft;
    state.text.clear();
    return state;
}

/// `text`, which a person made of the two sides that they had `seen`, with what both sides changed
/// since; nothing where that touches the same lines. Errors: those of mergeTexts().
Result<std::optional<QString>>
withChangesSince(const PendingMerge &seen, const QString &text, const PendingMerge &now)
{
    const auto withMine = mergeTexts(seen.mine, text, now.mine);
    if (!withMine)
        return withMine.error();
    const auto withBoth = mergeTexts(seen.theirs, withMine->text(), now.theirs);
    if (!withBoth)
        return withBoth.error();
    const bool isClean = withMine->isClean() && withBoth->isClean();
    return isClean ? std::optional(withBoth->text()) : std::nullopt;
}

void finishMerge(Transaction &transaction,
                 const StoreContext &context,
                 qint64 report,
                 const QString &text)
{
    ReportState state = reportState(transaction, report);
    state.text = text;
    const qint64 now = context.now();
    writeReportState(transaction, report, state, ChangeTime{now, nextPosition(transaction, now)});
    SyncedRows::setProblem(transaction, report, SyncProblem::None);
    // What was begun before is in it.
    transaction.run(QStringLiteral("UPDATE revisions SET reason = 'merge' "
                                   "WHERE report = ? AND reason IN ('draft', 'merge draft')"),
                    {report});
}

Error changedAgain(const ReportId &id)
{
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("plotleaf::SyncStore",
                                        "This report was changed again while you merged it, in "
                                        "lines that you decided. Merge once more; what you made "
                                        "is kept among its versions."),
            id.toString()};
}

Error mergedAlready(const ReportId &id)
{
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("plotleaf::SyncStore",
                                        "There is nothing to merge any more: one side took its "
                                        "lines back. What you made is kept among the report's "
                                        "versions."),
            id.toString()};
}

/// Commits and answers `value`.
template <typename T>
Result<T> committedAs(Transaction &transaction, T value)
{
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return value;
}

} // namespace

SyncStore::SyncStore(Database &database, const StoreContext &context)
    : m_database(database), m_context(context)
{
}

Result<SyncTaken> SyncStore::takeCards(const QString &workspace, const QVector<RemoteCard> &cards)
{
    Transaction transaction(m_database);
    SyncTaker taker(transaction, m_context, WorkspaceStore::number(transaction, workspace));
    for (const RemoteCard &card : cards)
        taker.takeCard(card);
    return committedAs(transaction, std::move(taker).taken());
}

Result<SyncTaken> SyncStore::takeReports(const QString &workspace,
                                         const QVector<RemoteReport> &reports)
{
    Transaction transaction(m_database);
    SyncTaker taker(transaction, m_context, WorkspaceStore::number(transaction, workspace));
    for (const RemoteReport &report : reports)
        taker.takeReport(report);
    return committedAs(transaction, std::move(taker).taken());
}

Result<SyncTaken> SyncStore::takeMissingText(const QString &workspace, const RemoteReport &report)
{
    Transaction transaction(m_database);
    const qint64 number = WorkspaceStore::number(transaction, workspace);
    SyncTaker taker(transaction, m_context, number);
    const auto row = SyncedRows::ofRemote(transaction, number, report.card.id);
    if (row && row->isTextMissing())
        taker.takeState(*row, report);
    return committedAs(transaction, std::move(taker).taken());
}

Result<std::optional<PushJob>> SyncStore::beginPush(const ReportId &id)
{
    Transaction transaction(m_database);
    SyncedRow row = syncedRow(transaction, id);
    std::optional<PushJob> job;
    const ReportState mine = reportState(transaction, row.report);
    const bool hasOwnAssets = SentAssets(transaction, row.report).isNeeded();
    // What is asked for is what will have been there, whatever is changed here before the answer.
    if (!row.remote && row.base == ReportState() && row.problem == SyncProblem::None) {
        row.base = asCreated(mine);
        SyncedRows::setBase(transaction, row.report, row.base, {});
    }
    if (row.remote && mine == row.base)
        SyncedRows::setEdited(transaction, row.report, false);
    else if (row.problem == SyncProblem::None)
        job = PushJob{id,          row.remote, row.createKey,
                      mine,        row.base,   storedTime(row.baseChanged),
                      hasOwnAssets};
    return committedAs(transaction, job);
}

Result<SyncTaken>
SyncStore::created(const QString &workspaceId, const PushJob &job, const RemoteId &remote)
{
    Transaction transaction(m_database);
    const qint64 workspace = WorkspaceStore::number(transaction, workspaceId);
    if (!isThere(transaction, job.report)) {
        SyncedRows::buryCreated(transaction, workspace, remote, job.mine.fields.name);
        const auto buried = transaction.commit();
        return buried ? notSynchronised(job.report) : buried.error();
    }
    const SyncedRow row = syncedRow(transaction, job.report);
    SyncTaker taker(transaction, m_context, workspace);
    const auto copy = SyncedRows::ofRemote(transaction, workspace, remote);
    if (copy && copy->report != row.report)
        taker.loseReport(*copy, row.report);
    transaction.run(QStringLiteral("UPDATE synced SET remote = ? WHERE report = ?"),
                    {remote.toString(), row.report});
    return committedAs(transaction, std::move(taker).taken());
}

Result<SyncTaken>
SyncStore::finishPush(const ReportId &id, const ReportState &written, const RemoteReport &now)
{
    Transaction transaction(m_database);
    SyncedRow row = syncedRow(transaction, id);
    SyncedRows::setBase(transaction, row.report, written, storedTime(row.baseChanged));
    row.base = written;
    row.baseChanged = 0; // whatever was read back is another version than that
    SyncTaker taker(transaction, m_context, workspaceOf(transaction, row.report));
    taker.takeState(row, now);
    return committedAs(transaction, std::move(taker).taken());
}

Result<SyncTaken> SyncStore::refused(const ReportId &id, const QString &reason)
{
    Transaction transaction(m_database);
    const SyncedRow row = syncedRow(transaction, id);
    SyncedRows::setProblem(transaction, row.report, SyncProblem::Refused, reason);
    // Not made, so the next wish may be another.
    if (!row.remote)
        SyncedRows::setBase(transaction, row.report, {}, {});
    const SyncNotice notice{SyncNotice::Kind::Refused,
                            id,
                            reportState(transaction, row.report).fields.name,
                            {},
                            {},
                            reason};
    return committedAs(transaction, SyncTaken{{id}, {}, {notice}});
}

Result<SyncTaken> SyncStore::retryRefused(const ReportId &id)
{
    Transaction transaction(m_database);
    const SyncedRow row = syncedRow(transaction, id);
    if (row.problem == SyncProblem::Refused)
        SyncedRows::setProblem(transaction, row.report, SyncProblem::None);
    return committedAs(transaction, SyncTaken{{id}, {}, {}});
}

Result<SyncTaken> SyncStore::waits(const ReportId &id, const QString &reason)
{
    Transaction transaction(m_database);
    const SyncedRow row = syncedRow(transaction, id);
    if (row.problem != SyncProblem::None || row.reason == reason)
        return committedAs(transaction, SyncTaken());
    SyncedRows::setProblem(transaction, row.report, SyncProblem::None, reason);
    const SyncNotice notice{SyncNotice::Kind::Waits,
                            id,
                            reportState(transaction, row.report).fields.name,
                            {},
                            {},
                            reason};
    return committedAs(transaction, SyncTaken{{id}, {}, {notice}});
}

Result<std::optional<UnsentAsset>> SyncStore::unsentAsset(const ReportId &id)
{
    Transaction transaction(m_database);
    const auto unsent =
        SentAssets(transaction, syncedRow(transaction, id).report).firstUnsent(m_context.folder);
    return committedAs(transaction, unsent);
}

Result<void> SyncStore::assetSent(const ReportId &id, const QString &name, const QString &address)
{
    Transaction transaction(m_database);
    transaction.run(QStringLiteral("UPDATE assets SET address = ? WHERE report = ? AND name = ?"),
                    {address, reportNumber(transaction, id), name});
    return transaction.commit();
}

Result<SyncTaken> SyncStore::showSentAssets(const ReportId &id)
{
    Transaction transaction(m_database);
    const qint64 report = syncedRow(transaction, id).report;
    ReportState state = reportState(transaction, report);
    const QString text = SentAssets(transaction, report).shownIn(state.text);
    if (text == state.text)
        return committedAs(transaction, SyncTaken());
    state.text = text;
    const qint64 now = m_context.now();
    writeReportState(transaction, report, state, ChangeTime{now, nextPosition(transaction, now)});
    RevisionStore::add(transaction, m_context, report, text.toUtf8(), QStringLiteral("images"));
    return committedAs(transaction, SyncTaken{{id}, {}, {}});
}

Result<SyncTaken> SyncStore::gone(const QString &workspace, const QVector<RemoteId> &remotes)
{
    AssetStore assets(m_database, m_context);
    QStringList files;
    Transaction transaction(m_database);
    const qint64 number = WorkspaceStore::number(transaction, workspace);
    SyncTaker taker(transaction, m_context, number);
    for (const RemoteId &remote : remotes) {
        const auto row = SyncedRows::ofRemote(transaction, number, remote);
        if (!row)
            continue;
        if (const auto used = assets.filesOf(row->id))
            files += *used;
        taker.loseReport(*row);
    }
    auto notices = committedAs(transaction, std::move(taker).taken());
    // A file that stays only takes space.
    if (notices)
        (void)assets.removeUnused(files);
    return notices;
}

Result<void> SyncStore::dropTombstone(const QString &workspace, const RemoteId &remote)
{
    Transaction transaction(m_database);
    transaction.run(QStringLiteral("DELETE FROM tombstones WHERE workspace = ? AND remote = ?"),
                    {WorkspaceStore::number(transaction, workspace), remote.toString()});
    return transaction.commit();
}

Result<void>
SyncStore::moveTombstone(const QString &workspace, const RemoteId &remote, const QDateTime &changed)
{
    Transaction transaction(m_database);
    transaction.run(
        QStringLiteral("UPDATE tombstones SET changed = ? WHERE workspace = ? AND remote = ?"),
        {toStoredTime(changed), WorkspaceStore::number(transaction, workspace), remote.toString()});
    return transaction.commit();
}

Result<SyncTaken>
SyncStore::restore(const QString &workspace, const RemoteReport &report, const QString &reason)
{
    Transaction transaction(m_database);
    const qint64 number = WorkspaceStore::number(transaction, workspace);
    transaction.run(QStringLiteral("DELETE FROM tombstones WHERE workspace = ? AND remote = ?"),
                    {number, report.card.id.toString()});
    SyncTaker taker(transaction, m_context, number);
    taker.takeReport(report);
    SyncTaken taken = std::move(taker).taken();
    if (const auto row = SyncedRows::ofRemote(transaction, number, report.card.id))
        taken.notices.append(
            {SyncNotice::Kind::Restored, row->id, report.card.fields.name, {}, {}, reason});
    return committedAs(transaction, std::move(taken));
}

Result<void> SyncStore::wantChanged(const QString &workspace,
                                    const QHash<RemoteId, QDateTime> &versions)
{
    Transaction transaction(m_database);
    const qint64 number = WorkspaceStore::number(transaction, workspace);
    for (auto version = versions.cbegin(); version != versions.cend(); ++version)
        transaction.run(QStringLiteral("UPDATE synced SET wanted = ? WHERE workspace = ? "
                                       "AND remote = ? AND base_changed <> ?"),
                        {version->toMSecsSinceEpoch(), number, version.key().toString(),
                         version->toMSecsSinceEpoch()});
    return transaction.commit();
}

Result<void> SyncStore::setMark(const QString &workspace, const QDateTime &mark)
{
    Transaction transaction(m_database);
    transaction.run(QStringLiteral("UPDATE workspaces SET mark = ? WHERE num = ?"),
                    {mark.toMSecsSinceEpoch(), WorkspaceStore::number(transaction, workspace)});
    return transaction.commit();
}

Result<SyncTaken>
SyncStore::resolveMerge(const ReportId &id, const PendingMerge &seen, const QString &text)
{
    Transaction transaction(m_database);
    const SyncedRow row = syncedRow(transaction, id);
    const auto keep = [&](const QString &made, const QString &reason) {
        RevisionStore::add(transaction, m_context, row.report, made.toUtf8(), reason);
    };
    const Result<PendingMerge> now = pendingMerge(m_database, id);
    if (!now && now.error().code == ErrorCode::NotFound) {
        keep(text, QStringLiteral("draft"));
        const auto kept = transaction.commit();
        return kept ? mergedAlready(id) : kept.error();
    }
    if (!now)
        return now.error();
    const auto merged = withChangesSince(seen, text, *now);
    if (!merged)
        return merged.error();
    const QString result = merged->value_or(text);
    keep(result, *merged ? QStringLiteral("merge") : QStringLiteral("draft"));
    if (*merged)
        finishMerge(transaction, m_context, row.report, result);
    const auto committed = committedAs(transaction, SyncTaken{{id}, {}, {}});
    return committed && !*merged ? changedAgain(id) : committed;
}

Result<void> SyncStore::keepMergeDraft(const ReportId &id, const QString &text)
{
    Transaction transaction(m_database);
    RevisionStore::addGrowing(transaction, m_context, reportNumber(transaction, id), text.toUtf8(),
                              QStringLiteral("merge draft"));
    return transaction.commit();
}

} // namespace plotleaf
