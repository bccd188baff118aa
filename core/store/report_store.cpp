#include "core/store/report_store.h"

#include "core/report/report_names.h"
#include "core/report/text_merge.h"
#include "core/store/journal.h"
#include "core/store/project_store.h"
#include "core/store/report_rows.h"
#include "core/store/report_writer.h"
#include "core/store/revision_store.h"
#include "core/store/search_index.h"
#include "core/store/sent_assets.h"
#include "core/store/synced_rows.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"
#include "core/store/workspace_store.h"

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

/// A copy of a text that is still to come from the server would be an empty one.
void failWithoutText(Transaction &transaction, qint64 report)
{
    const auto row = SyncedRows::ofReport(transaction, report);
    if (row && row->isTextMissing())
        transaction.fail(reportNotAllowed(trReportStore(
            QT_TRANSLATE_NOOP("plotleaf::ReportStore",
                              "The text of this report has not been read from its server yet."))));
}

/// Three texts of one report.
struct ThreeTexts
{
    QString base;
    QString mine;
    QString theirs;
};

/// The texts with pictures named as in the library by now: a round may have put addresses in place
/// of `asset:NAME` while somebody typed in the very next line, who changed nothing about them.
ThreeTexts withSentAssets(Transaction &transaction, qint64 report, ThreeTexts texts)
{
    if (!SyncedRows::ofReport(transaction, report))
        return texts;
    const SentAssets sent(transaction, report);
    return {sent.shownIn(texts.base), sent.shownIn(texts.mine), texts.theirs};
}

/// `mine` with what the library has since `base`. In a conflict `mine`, and the report of a server
/// waits for its merge.
SavedText mergedWithSaved(Transaction &transaction, qint64 report, const ThreeTexts &texts)
{
    const auto merge = mergeTexts(texts.base, texts.mine, texts.theirs);
    if (!merge) {
        transaction.fail(merge.error());
        return {texts.mine};
    }
    if (merge->isClean())
        return {merge->text()};
    SyncedRows::needMergeOfSaved(transaction, report, {texts.base, {}, texts.theirs, {}});
    return {texts.mine, true};
}

} // namespace

ReportStore::ReportStore(Database &database, const StoreContext &context)
    : m_database(database), m_context(context)
{
}

qint64 ReportStore::insert(Transaction &transaction, const ReportId &id, const NewRow &row)
{
    const qint64 now = m_context.now();
    const NewReport &wanted = row.report;
    const qint64 workspace = WorkspaceStore::number(transaction, wanted.workspace);
    const ReportState state{{wanted.name, wanted.description, wanted.tags, wanted.project},
                            wanted.text};
    const qint64 report = insertReport(transaction, m_context,
                                       {id, workspace, state, row.author, now, now,
                                        nextPosition(transaction, now), QStringLiteral("create")});
    if (workspace != WorkspaceStore::local)
        SyncedRows::addUnsent(transaction, m_context, report, workspace);
    return report;
}

Result<ReportId> ReportStore::create(const NewReport &report, const QString &author)
{
    ReportId id(m_context.ids.next());
    Transaction transaction(m_database);
    insert(transaction, id, {report, author});
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return id;
}

Result<ReportId> ReportStore::duplicate(const ReportId &id,
                                        const QString &name,
                                        const QString &author,
                                        const QString &workspace)
{
    ReportId copy(m_context.ids.next());
    Transaction transaction(m_database);
    const qint64 original = reportNumber(transaction, id);
    failWithoutText(transaction, original);
    const ReportState state = reportState(transaction, original);
    const QString place = workspace.isEmpty()
                              ? WorkspaceStore::id(transaction, workspaceOf(transaction, original))
                              : workspace;
    const QString text = SentAssets(transaction, original).ownedIn(state.text);
    const qint64 report = insert(
        transaction, copy,
        {{state.fields.project, name, state.fields.description, state.fields.tags, text, place},
         author});
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
        replaceTags(transaction, report, tags);
    });
}

Result<void> ReportStore::move(const ReportId &id, const QString &project)
{
    Transaction transaction(m_database);
    const qint64 report = reportNumber(transaction, id);
    transaction.run(
        QStringLiteral("UPDATE reports SET project = ? WHERE num = ?"),
        {ProjectStore::ensure(transaction, workspaceOf(transaction, report), project), report});
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
    SyncedRows::bury(transaction, report);
    SearchIndex::remove(transaction, report);
    // Everything else that belongs to the report goes with its row.
    transaction.run(QStringLiteral("DELETE FROM reports WHERE num = ?"), {report});
    return transaction.commit();
}

Result<SavedText>
ReportStore::save(const ReportId &id, const QString &text, const std::optional<QString> &previous)
{
    Transaction transaction(m_database);
    const qint64 report = reportNumber(transaction, id);
    const QString saved = textFromUtf8(reportText(transaction, report));
    if (saved != text && isPublished(transaction, report)) {
        keepLateText(transaction, report, text.toUtf8());
        if (const auto committed = transaction.commit(); !committed)
            return committed.error();
        return reportNotAllowed(trReportStore(QT_TRANSLATE_NOOP(
            "plotleaf::ReportStore", "This report was published meanwhile, and its text is locked. "
                                     "What you wrote since is kept in its revisions.")));
    }
    SavedText kept{text};
    if (previous && saved != text && saved != *previous)
        kept = mergedWithSaved(transaction, report,
                               withSentAssets(transaction, report, {*previous, text, saved}));
    if (saved != kept.text)
        writeText(transaction, report, kept.text.toUtf8());
    Journal::clear(transaction, m_context, report);
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return kept;
}

void ReportStore::writeText(Transaction &transaction, qint64 report, const QByteArray &text)
{
    const qint64 now = m_context.now();
    SearchIndex::remove(transaction, report);
    transaction.run(
        QStringLiteral("UPDATE report_texts SET text = CAST(? AS TEXT) WHERE report = ?"),
        {text, report});
    transaction.run(QStringLiteral("UPDATE reports SET updated = ?, position = ? WHERE num = ?"),
                    {now, nextPosition(transaction, now), report});
    SearchIndex::add(transaction, report);
    RevisionStore::add(transaction, m_context, report, text, QStringLiteral("edit"));
}

void ReportStore::keepLateText(Transaction &transaction, qint64 report, const QByteArray &text)
{
    RevisionStore::add(transaction, m_context, report, text, QStringLiteral("late"));
    Journal::clear(transaction, m_context, report);
}

} // namespace plotleaf
