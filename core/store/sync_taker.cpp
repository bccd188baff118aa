#include "core/store/sync_taker.h"

#include "core/report/report_names.h"
#include "core/store/project_store.h"
#include "core/store/report_rows.h"
#include "core/store/report_writer.h"
#include "core/store/revision_store.h"
#include "core/store/search_index.h"
#include "core/store/stored_time.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"
#include "core/store/workspace_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace plotleaf {

namespace {

/// As the library keeps names: what it would refuse or read back differently is made fit, or the
/// report would look edited for ever.
ReportFields fittingFields(ReportFields fields)
{
    fields.name.replace(u'\n', u' ').replace(u'\r', u' ');
    fields.tags = normalisedTags(fields.tags);
    fields.project = normalisedProject(fields.project);
    return fields;
}

ReportState fittingState(const RemoteReport &report)
{
    // Text travels as UTF-8: what cannot, would never be equal to itself.
    return {fittingFields(report.card.fields), textFromUtf8(report.text.toUtf8())};
}

/// What is kept of a report whose server has something else now.
ReportState keptState(ReportState mine)
{
    mine.fields.name =
        QCoreApplication::translate("plotleaf::SyncTaker", "%1 (kept)").arg(mine.fields.name);
    mine.fields.status = ReportStatus::Draft;
    mine.fields.archived = false;
    return mine;
}

QDateTime updateOf(const RemoteCard &card)
{
    return card.updated.isValid() ? card.updated : card.changed;
}

} // namespace

SyncTaker::SyncTaker(Transaction &transaction, const StoreContext &context, qint64 workspace)
    : m_transaction(transaction), m_context(context), m_workspace(workspace)
{
}

void SyncTaker::takeCard(const RemoteCard &card)
{
    const qint64 changed = toStoredTime(card.changed);
    if (const auto row = SyncedRows::ofRemote(m_transaction, m_workspace, card.id)) {
        if (row->baseChanged != changed)
            m_transaction.run(QStringLiteral("UPDATE synced SET wanted = ? WHERE report = ?"),
                              {changed, row->report});
        return;
    }
    if (!isBuried(card.id))
        insert(card, {fittingFields(card.fields), {}}, std::max<qint64>(changed, 1));
}

void SyncTaker::takeReport(const RemoteReport &report)
{
    if (const auto row = SyncedRows::ofRemote(m_transaction, m_workspace, report.card.id))
        takeState(*row, report);
    else if (!isBuried(report.card.id))
        insert(report.card, fittingState(report), 0);
}

bool SyncTaker::isBuried(const RemoteId &remote)
{
    return m_transaction
        .number(QStringLiteral("SELECT 1 FROM tombstones WHERE workspace = ? AND remote = ?"),
                {m_workspace, remote.toString()})
        .has_value();
}

void SyncTaker::insert(const RemoteCard &card, const ReportState &state, qint64 wanted)
{
    const qint64 updated = toStoredTime(updateOf(card));
    const ReportId id(m_context.ids.next());
    SyncedRow row;
    row.report = insertReport(m_transaction, m_context,
                              {id, m_workspace, state, card.author, toStoredTime(card.created),
                               updated, freePosition(m_transaction, updated),
                               wanted != 0 ? QString() : QStringLiteral("server")});
    m_taken.changed.append(id);
    row.remote = card.id;
    row.base = state;
    row.baseChanged = wanted != 0 ? 0 : toStoredTime(card.changed);
    row.wanted = wanted;
    SyncedRows::add(m_transaction, m_workspace, row);
}

void SyncTaker::takeState(const SyncedRow &row, const RemoteReport &report)
{
    const ReportState theirs = fittingState(report);
    const ReportState mine = reportState(m_transaction, row.report);
    const bool isNewText = theirs.text != mine.text && theirs.text != row.base.text;
    if (isNewText && toStoredTime(report.card.changed) != row.baseChanged)
        RevisionStore::add(m_transaction, m_context, row.report, theirs.text.toUtf8(),
                           QStringLiteral("server"));
    // Text that was typed before a crash has not been seen by anybody yet: until it is taken up,
    // nothing under it moves.
    if (hasUnsavedText(row.report))
        return takeLater(row, report);
    if (mine == row.base && mine != theirs)
        become(row.report, theirs, updateOf(report.card));
    else if (mine != row.base && theirs != row.base && !mergeState(row, mine, report))
        return takeLater(row, report);
    m_taken.changed.append(row.id);
    SyncedRows::setBase(m_transaction, row.report, theirs, report.card.changed);
    const bool isEqual = reportState(m_transaction, row.report) == theirs;
    SyncedRows::setEdited(m_transaction, row.report, !isEqual);
    // What was refused over another state of the server may be taken over this one.
    const bool wasRefused = row.problem == SyncProblem::Refused && theirs != row.base;
    const bool wasHeld = row.problem != SyncProblem::None || !row.reason.isEmpty();
    const bool isDecided = theirs.fields.status == ReportStatus::Published ||
                           !SyncedRows::needsMergeOfSaved(m_transaction, row.report);
    if (wasRefused || (isEqual && wasHeld && isDecided))
        SyncedRows::setProblem(m_transaction, row.report, SyncProblem::None);
}

/// What the server has is read again in later rounds, until it is taken.
void SyncTaker::takeLater(const SyncedRow &row, const RemoteReport &report)
{
    m_transaction.run(QStringLiteral("UPDATE synced SET wanted = max(?, 1) WHERE report = ?"),
                      {toStoredTime(report.card.changed), row.report});
}

/// False, and nothing has happened: a person has to decide something else first.
bool SyncTaker::mergeState(const SyncedRow &row,
                           const ReportState &mine,
                           const RemoteReport &report)
{
    const ReportState theirs = fittingState(report);
    ReportState base = row.base;
    base.text = textBeforeConflict(row);
    const auto merge = mergeReports(base, mine, theirs);
    if (!merge) {
        m_transaction.fail(merge.error());
        return true;
    }
    const bool textIsFinal = theirs.fields.status == ReportStatus::Published;
    const bool isClean = textIsFinal || merge->text.isClean();
    const bool waitsForSaved = SyncedRows::needsMergeOfSaved(m_transaction, row.report);
    if (!isClean && waitsForSaved)
        return false;
    if (!merge->conflicts.isEmpty())
        note(
            {SyncNotice::Kind::FieldsDiffered, row.id, mine.fields.name, {}, merge->conflicts, {}});
    ReportState merged{merge->fields, merge->text.text()};
    if (textIsFinal) {
        if (mine.text != base.text && mine.text != theirs.text)
            note({SyncNotice::Kind::PublishedMeanwhile,
                  row.id,
                  mine.fields.name,
                  keepAsDraft(row.report, mine),
                  {},
                  {}});
        merged.text = theirs.text;
    }
    if (merged != mine)
        become(row.report, merged, QDateTime::fromMSecsSinceEpoch(m_context.now(), Qt::UTC));
    if (isClean && !textIsFinal)
        m_taken.merged.append(row.id);
    // A conflict between two texts of this library is not decided by what the server has.
    const bool isDecided = textIsFinal || !waitsForSaved;
    if (isClean && isDecided && row.problem == SyncProblem::MergeNeeded)
        SyncedRows::setProblem(m_transaction, row.report, SyncProblem::None);
    if (!isClean)
        needMerge(row, mine, report);
    return true;
}

void SyncTaker::needMerge(const SyncedRow &row, const ReportState &mine, const RemoteReport &report)
{
    SyncedRows::needMerge(
        m_transaction, row.report,
        {textBeforeConflict(row), mine.text, fittingState(report).text, report.card.changedBy});
    if (row.problem != SyncProblem::MergeNeeded)
        note({SyncNotice::Kind::MergeNeeded, row.id, mine.fields.name, {}, {}, {}});
}

/// The text that both sides grew from. While a conflict with the server waits, the base has moved
/// on with it. One that was met when saving says nothing of the server: what it grew from may hold
/// changes that were never sent, and a merge would take them for removed.
QString SyncTaker::textBeforeConflict(const SyncedRow &row)
{
    QString text = row.base.text;
    m_transaction.each(QStringLiteral("SELECT base FROM merges WHERE report = ? AND saved = 0"),
                       {row.report}, [&](const Row &merge) {
                           if (const auto base = unpackText(merge.bytes(0)))
                               text = textFromUtf8(*base);
                       });
    return text;
}

ReportId SyncTaker::keepAsDraft(qint64 report, const ReportState &mine)
{
    ReportId id(m_context.ids.next());
    const qint64 now = m_context.now();
    const qint64 copy =
        insertReport(m_transaction, m_context,
                     {id, WorkspaceStore::local, keptState(mine), authorOf(report), now, now,
                      nextPosition(m_transaction, now), QStringLiteral("kept")});
    m_taken.changed.append(id);
    m_transaction.run(
        QStringLiteral(
            "INSERT INTO assets(report, name, sha256, mime_type, bytes, width, height, address) "
            "SELECT ?, name, sha256, mime_type, bytes, width, height, address FROM assets "
            "WHERE report = ?"),
        {copy, report});
    return id;
}

QString SyncTaker::authorOf(qint64 report)
{
    QString author;
    m_transaction.each(QStringLiteral("SELECT author FROM reports WHERE num = ?"), {report},
                       [&](const Row &row) { author = row.string(0); });
    return author;
}

void SyncTaker::loseReport(const SyncedRow &row, std::optional<qint64> heir)
{
    const ReportState mine = reportState(m_transaction, row.report);
    if (mine == row.base && !isJournaled(row.report) && !hasRevisionOfItsOwn(row)) {
        SearchIndex::remove(m_transaction, row.report);
        if (heir)
            RevisionStore::hand(m_transaction, row.report, *heir);
        m_transaction.run(QStringLiteral("DELETE FROM reports WHERE num = ?"), {row.report});
        m_taken.removed.append(row.id);
        m_taken.removedNames.append(mine.fields.name);
        return;
    }
    m_taken.changed.append(row.id);
    // The same report, so that its revisions, its images and whoever has it open stay with it.
    const ReportState kept = keptState(mine);
    m_transaction.run(QStringLiteral("DELETE FROM synced WHERE report = ?"), {row.report});
    m_transaction.run(QStringLiteral("DELETE FROM merges WHERE report = ?"), {row.report});
    m_transaction.run(
        QStringLiteral("UPDATE reports SET project = ? WHERE num = ?"),
        {ProjectStore::ensure(m_transaction, WorkspaceStore::local, kept.fields.project),
         row.report});
    become(row.report, kept, QDateTime::fromMSecsSinceEpoch(m_context.now(), Qt::UTC));
    note({SyncNotice::Kind::DeletedMeanwhile, row.id, mine.fields.name, row.id, {}, {}});
}

void SyncTaker::become(qint64 report, const ReportState &state, const QDateTime &updated)
{
    const qint64 at = toStoredTime(updated);
    writeReportState(m_transaction, report, state, ChangeTime{at, freePosition(m_transaction, at)});
    RevisionStore::add(m_transaction, m_context, report, state.text.toUtf8(),
                       QStringLiteral("merge"));
}

/// What somebody typed, in this session or another, and has not saved yet.
bool SyncTaker::isJournaled(qint64 report)
{
    return m_transaction.number(QStringLiteral("SELECT 1 FROM journal WHERE report = ?"), {report})
        .has_value();
}

/// Whether a text that was written here stands nowhere but in the report's revisions: it came too
/// late for a published report, is from a crash, or a merge that nobody finished. What was the
/// report's text once is its history, and goes with it.
bool SyncTaker::hasRevisionOfItsOwn(const SyncedRow &row)
{
    const QVector<QByteArray> own =
        RevisionStore::texts(m_transaction, row.report,
                             {QStringLiteral("late"), QStringLiteral("recovered"),
                              QStringLiteral("draft"), QStringLiteral("merge draft")});
    if (own.isEmpty())
        return false;
    const QVector<QByteArray> servers =
        RevisionStore::texts(m_transaction, row.report, {QStringLiteral("server")});
    return std::ranges::any_of(own, [&](const QByteArray &text) {
        return text != row.base.text.toUtf8() && !servers.contains(text);
    });
}

bool SyncTaker::hasUnsavedText(qint64 report)
{
    return m_transaction
        .number(QStringLiteral("SELECT 1 FROM journal WHERE report = ? AND session <> ?"),
                {report, m_context.session})
        .has_value();
}

} // namespace plotleaf
