#include "core/store/journal.h"

#include "core/store/report_rows.h"
#include "core/store/revision_store.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"
#include "core/store/unsaved_file.h"

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
                     const QByteArray &text)
{
    const auto frame = packText(text, Compression::Fast);
    if (!frame)
        return transaction.fail(frame.error());
    transaction.run(QStringLiteral("INSERT OR REPLACE INTO journal(report, session, written, text) "
                                   "VALUES (?, ?, ?, ?)"),
                    {report, context.session, context.now(), *frame});
}

} // namespace

Result<void> Journal::write(Database &database,
                            const StoreContext &context,
                            const ReportId &report,
                            const QString &text)
{
    Transaction transaction(database);
    writeJournalRow(transaction, context, reportNumber(transaction, report), text.toUtf8());
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
        writeJournalRow(transaction, context, number, texts.front());
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    if (unsaved)
        file.remove();
    return differs ? std::optional(textFromUtf8(texts.front())) : std::nullopt;
}

void Journal::clear(Transaction &transaction, const StoreContext &context, qint64 report)
{
    transaction.run(QStringLiteral("DELETE FROM journal WHERE report = ? AND session = ?"),
                    {report, context.session});
}

} // namespace plotleaf
