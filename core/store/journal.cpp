#include "core/store/journal.h"

#include "core/store/report_rows.h"
#include "core/store/revision_store.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"
#include "core/store/unsaved_file.h"

#include <algorithm>

namespace plotleaf {

namespace {

/// Texts in the journal, newest first. One that cannot be read is left out: the others must still
/// be found.
std::vector<QByteArray> journaledTexts(Transaction &transaction, qint64 report)
{
    std::vector<QByteArray> texts;
    transaction.each(
        QStringLiteral("SELECT text FROM journal WHERE report = ? ORDER BY written DESC"), {report},
        [&](const Row &row) {
            if (auto text = unpackText(row.bytes(0)))
                texts.push_back(std::move(text).value());
        });
    return texts;
}

void writeJournalRow(Transaction &transaction,
                     const StoreContext &context,
                     qint64 report,
                     const QString &session,
                     const QByteArray &text)
{
    const auto frame = packText(text, Compression::Fast);
    if (!frame)
        return transaction.fail(frame.error());
    transaction.run(QStringLiteral("INSERT OR REPLACE INTO journal(report, session, written, text) "
                                   "VALUES (?, ?, ?, ?)"),
                    {report, session, context.now(), *frame});
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
    const std::vector<QByteArray> known = journaledTexts(transaction, *report);
    if (std::ranges::find(known, *text) == known.end())
        writeJournalRow(transaction, context, *report, context.ids.next(), *text);
    const auto committed = transaction.commit();
    if (committed)
        file.remove();
    return committed;
}

} // namespace

Result<void> Journal::write(Database &database,
                            const StoreContext &context,
                            const ReportId &report,
                            const QString &text)
{
    Transaction transaction(database);
    writeJournalRow(transaction, context, reportNumber(transaction, report), context.session,
                    text.toUtf8());
    return transaction.commit();
}

Result<std::optional<QString>>
Journal::recover(Database &database, const StoreContext &context, const ReportId &report)
{
    const UnsavedFile file(context.folder, report);
    const std::optional<QByteArray> unsaved = file.read();
    Transaction transaction(database);
    const qint64 number = reportNumber(transaction, report);
    std::vector<QByteArray> texts = journaledTexts(transaction, number);
    // The file is written when the journal could not be: it is the newest.
    if (unsaved)
        texts.insert(texts.begin(), *unsaved);
    if (texts.empty() && !transaction.hasFailed())
        return std::optional<QString>();
    for (size_t older = texts.size(); older > 1; --older)
        RevisionStore::add(transaction, context, number, texts[older - 1],
                           QStringLiteral("recovered"));
    const bool differs = !texts.empty() && texts.front() != reportText(transaction, number);
    transaction.run(QStringLiteral("DELETE FROM journal WHERE report = ?"), {number});
    if (differs)
        writeJournalRow(transaction, context, number, context.session, texts.front());
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    if (unsaved)
        file.remove();
    return differs ? std::optional(textFromUtf8(texts.front())) : std::nullopt;
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
