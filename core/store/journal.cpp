#include "core/store/journal.h"

#include "core/report/text_merge.h"
#include "core/store/report_rows.h"
#include "core/store/revision_store.h"
#include "core/store/synced_rows.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"
#include "core/store/unsaved_file.h"

#include <algorithm>

namespace plotleaf {

namespace {

/// What was typed, UTF-8, and when, in milliseconds since the epoch.
struct JournaledText
{
    QByteArray text;
    qint64 written = 0;
};

/// Texts in the journal, newest first. One that cannot be read is left out: the others must still
/// be found.
std::vector<JournaledText> journaledTexts(Transaction &transaction, qint64 report)
{
    std::vector<JournaledText> texts;
    transaction.each(
        QStringLiteral("SELECT text, written FROM journal WHERE report = ? ORDER BY written DESC"),
        {report}, [&](const Row &row) {
            if (auto text = unpackText(row.bytes(0)))
                texts.push_back({std::move(text).value(), row.integer(1)});
        });
    return texts;
}

void writeJournalRow(Transaction &transaction,
                     qint64 report,
                     const QString &session,
                     const JournaledText &typed)
{
    const auto frame = packText(typed.text, Compression::Fast);
    if (!frame)
        return transaction.fail(frame.error());
    transaction.run(QStringLiteral("INSERT OR REPLACE INTO journal(report, session, written, text) "
                                   "VALUES (?, ?, ?, ?)"),
                    {report, session, typed.written, *frame});
}

Result<void> takeUnsavedFile(Database &database, const StoreContext &context, const ReportId &id)
{
    const UnsavedFile file(context.folder, id);
    const std::optional<QByteArray> text = file.read();
    if (!text)
        return {};
    Transaction transaction(database);
    const auto report =
        transaction.number(QStringLiteral("SELECT num FROM reports WHERE id = ?"), {id.toString()});
    if (!report)
        return transaction.commit();
    // A crash may have left the file although its text was taken.
    const std::vector<JournaledText> known = journaledTexts(transaction, *report);
    if (std::ranges::find(known, *text, &JournaledText::text) == known.end())
        writeJournalRow(transaction, *report, context.ids.next(), {*text, file.written()});
    const auto committed = transaction.commit();
    if (committed)
        file.remove();
    return committed;
}

/// What was typed before a crash, with what others saved since into the text that it grew from.
/// Where that touches the same lines: what was typed, and what was saved is among the revisions;
/// the report of a server waits for its merge.
QByteArray withSavedSince(Transaction &transaction,
                          const StoreContext &context,
                          qint64 report,
                          const JournaledText &typed)
{
    const QByteArray saved = reportText(transaction, report);
    const auto base = RevisionStore::textAt(transaction, report, typed.written);
    if (!base || *base == saved)
        return typed.text;
    const PendingMerge sides{
        textFromUtf8(*base), textFromUtf8(typed.text), textFromUtf8(saved), {}};
    const auto merge = mergeTexts(sides.base, sides.mine, sides.theirs);
    if (merge && merge->isClean())
        return merge->text().toUtf8();
    RevisionStore::add(transaction, context, report, saved, QStringLiteral("edit"));
    SyncedRows::needMergeOfSaved(transaction, report, sides);
    return typed.text;
}

} // namespace

Result<void> Journal::write(Database &database,
                            const StoreContext &context,
                            const ReportId &report,
                            const QString &text)
{
    Transaction transaction(database);
    writeJournalRow(transaction, reportNumber(transaction, report), context.session,
                    {text.toUtf8(), context.now()});
    return transaction.commit();
}

Result<std::optional<QString>>
Journal::recover(Database &database, const StoreContext &context, const ReportId &report)
{
    const UnsavedFile file(context.folder, report);
    const std::optional<QByteArray> unsaved = file.read();
    Transaction transaction(database);
    const qint64 number = reportNumber(transaction, report);
    std::vector<JournaledText> texts = journaledTexts(transaction, number);
    // The file is written when the journal could not be: it is the newest.
    if (unsaved)
        texts.insert(texts.begin(), {*unsaved, file.written()});
    if (texts.empty() && !transaction.hasFailed())
        return std::optional<QString>();
    for (size_t older = texts.size(); older > 1; --older)
        RevisionStore::add(transaction, context, number, texts[older - 1].text,
                           QStringLiteral("recovered"));
    std::optional<QByteArray> recovered;
    if (!texts.empty() && texts.front().text != reportText(transaction, number))
        recovered = withSavedSince(transaction, context, number, texts.front());
    transaction.run(QStringLiteral("DELETE FROM journal WHERE report = ?"), {number});
    if (recovered)
        writeJournalRow(transaction, number, context.session, {*recovered, context.now()});
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    if (unsaved)
        file.remove();
    return recovered ? std::optional(textFromUtf8(*recovered)) : std::nullopt;
}

Result<void> Journal::takeUnsavedFiles(Database &database, const StoreContext &context)
{
    Result<void> all;
    const QVector<ReportId> reports = UnsavedFile::reports(context.folder);
    for (const ReportId &report : reports) {
        const Result<void> taken = takeUnsavedFile(database, context, report);
        if (!taken)
            all = taken;
    }
    return all;
}

void Journal::clear(Transaction &transaction, const StoreContext &context, qint64 report)
{
    transaction.run(QStringLiteral("DELETE FROM journal WHERE report = ? AND session = ?"),
                    {report, context.session});
}

} // namespace plotleaf
