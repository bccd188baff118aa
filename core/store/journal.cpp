#include "core/store/journal.h"

#include "core/store/report_rows.h"
#include "core/store/revision_store.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

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
                     const QByteArray &frame)
{
    transaction.run(QStringLiteral("INSERT OR REPLACE INTO journal(report, session, written, text) "
                                   "VALUES (?, ?, ?, ?)"),
                    {report, context.session, context.now(), frame});
}

} // namespace

Result<void> Journal::write(Database &database,
                            const StoreContext &context,
                            const ReportId &report,
                            const QString &text)
{
    // Packed before the write lock is taken.
    const auto frame = packText(text.toUtf8(), Compression::Fast);
    if (!frame)
        return frame.error();
    Transaction transaction(database);
    writeJournalRow(transaction, context, reportNumber(transaction, report), *frame);
    return transaction.commit();
}

Result<std::optional<QString>>
Journal::recover(Database &database, const StoreContext &context, const ReportId &report)
{
    Transaction transaction(database);
    const qint64 number = reportNumber(transaction, report);
    const std::vector<QByteArray> texts = journaledTexts(transaction, number);
    if (texts.empty() && !transaction.hasFailed())
        return std::optional<QString>();
    for (size_t older = texts.size(); older > 1; --older)
        RevisionStore::add(transaction, context, number, texts[older - 1],
                           QStringLiteral("recovered"));
    const bool differs = !texts.empty() && texts.front() != reportText(transaction, number);
    transaction.run(QStringLiteral("DELETE FROM journal WHERE report = ?"), {number});
    if (differs) {
        const auto frame = packText(texts.front(), Compression::Fast);
        if (!frame)
            return frame.error();
        writeJournalRow(transaction, context, number, *frame);
    }
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return differs ? std::optional(textFromUtf8(texts.front())) : std::nullopt;
}

void Journal::clear(Transaction &transaction, const StoreContext &context, qint64 report)
{
    transaction.run(QStringLiteral("DELETE FROM journal WHERE report = ? AND session = ?"),
                    {report, context.session});
}

} // namespace plotleaf
