#include "core/store/revision_store.h"

#include "core/store/text_codec.h"
#include "core/store/transaction.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

/// So many revisions in a row are packed against each other before one stands alone again: bounds
/// the work to read an old one and what a damaged one takes with it.
constexpr int deepestRevision = 31;

struct PackedRevision
{
    qint64 num = 0;
    qint64 base = 0;
    int depth = 0;
    QByteArray frame;
};

PackedRevision packedRevision(const Row &row)
{
    return {row.integer(0), row.integer(1), static_cast<int>(row.integer(2)), row.bytes(3)};
}

/// Reads the chain of bases through `each` (of a Database or a Transaction) and unpacks it from its
/// beginning.
template <typename Each>
Result<QByteArray> unpackChain(PackedRevision revision, const Each &each)
{
    std::vector<QByteArray> frames;
    frames.push_back(revision.frame);
    while (revision.base != 0 && frames.size() <= deepestRevision) {
        const qint64 base = revision.base;
        revision = {};
        each(QStringLiteral("SELECT num, coalesce(base, 0), depth, text FROM revisions "
                            "WHERE num = ?"),
             {base}, [&](const Row &row) { revision = packedRevision(row); });
        frames.push_back(revision.frame);
    }
    QByteArray text;
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        auto unpacked = unpackText(*frame, text);
        if (!unpacked)
            return unpacked.error();
        text = std::move(unpacked).value();
    }
    return text;
}

} // namespace

void RevisionStore::add(Transaction &transaction,
                        const StoreContext &context,
                        qint64 report,
                        const QByteArray &text,
                        const QString &reason)
{
    PackedRevision last;
    transaction.each(QStringLiteral("SELECT num, coalesce(base, 0), depth, text FROM revisions "
                                    "WHERE report = ? ORDER BY num DESC LIMIT 1"),
                     {report}, [&](const Row &row) { last = packedRevision(row); });
    QByteArray lastText;
    if (last.num != 0) {
        const auto unpacked =
            unpackChain(last, [&](const QString &sql, const Database::Values &values,
                                  const auto &handler) { transaction.each(sql, values, handler); });
        if (unpacked && *unpacked == text)
            return;
        // A damaged revision must not keep newer ones from being kept.
        if (unpacked)
            lastText = *unpacked;
    }
    const bool standsAlone = lastText.isEmpty() || last.depth >= deepestRevision;
    const auto frame = packText(text, Compression::Small, standsAlone ? QByteArray() : lastText);
    if (!frame)
        return transaction.fail(frame.error());
    transaction.run(
        QStringLiteral("INSERT INTO revisions(id, report, saved, bytes, reason, base, depth, text) "
                       "VALUES (?, ?, ?, ?, ?, nullif(?, 0), ?, ?)"),
        {context.ids.next(), report, context.now(), text.size(), reason, standsAlone ? 0 : last.num,
         standsAlone ? 0 : last.depth + 1, *frame});
}

// Nothing is packed against the newest one yet.
void RevisionStore::addGrowing(Transaction &transaction,
                               const StoreContext &context,
                               qint64 report,
                               const QByteArray &text,
                               const QString &reason)
{
    transaction.run(QStringLiteral("DELETE FROM revisions WHERE reason = ? AND num = "
                                   "(SELECT max(num) FROM revisions WHERE report = ?)"),
                    {reason, report});
    add(transaction, context, report, text, reason);
}

void RevisionStore::hand(Transaction &transaction, qint64 from, qint64 to)
{
    transaction.run(QStringLiteral("UPDATE revisions SET report = ? WHERE report = ?"), {to, from});
}

QVector<QByteArray>
RevisionStore::texts(Transaction &transaction, qint64 report, const QStringList &reasons)
{
    QVector<PackedRevision> revisions;
    for (const QString &reason : reasons)
        transaction.each(QStringLiteral("SELECT num, coalesce(base, 0), depth, text FROM revisions "
                                        "WHERE report = ? AND reason = ?"),
                         {report, reason},
                         [&](const Row &row) { revisions.append(packedRevision(row)); });
    QVector<QByteArray> texts;
    for (const PackedRevision &revision : revisions) {
        const auto text = unpackChain(
            revision, [&](const QString &sql, const Database::Values &values, const auto &handler) {
                transaction.each(sql, values, handler);
            });
        if (text)
            texts.append(*text);
    }
    return texts;
}

std::optional<QByteArray>
RevisionStore::textAt(Transaction &transaction, qint64 report, qint64 time)
{
    PackedRevision found;
    transaction.each(QStringLiteral("SELECT num, coalesce(base, 0), depth, text FROM revisions "
                                    "WHERE report = ? AND saved <= ? ORDER BY num DESC LIMIT 1"),
                     {report, time}, [&](const Row &row) { found = packedRevision(row); });
    if (found.num == 0)
        return {};
    const auto text =
        unpackChain(found, [&](const QString &sql, const Database::Values &values,
                               const auto &handler) { transaction.each(sql, values, handler); });
    return text ? std::optional(*text) : std::nullopt;
}

Result<QVector<Revision>> RevisionStore::list(Database &database, const ReportId &report)
{
    QVector<Revision> revisions;
    const auto read = database.each(
        QStringLiteral("SELECT v.id, v.saved, v.bytes, v.reason FROM revisions v "
                       "JOIN reports r ON r.num = v.report WHERE r.id = ? ORDER BY v.num DESC"),
        {report.toString()}, [&](const Row &row) {
            revisions.append({RevisionId(row.string(0)), report,
                              QDateTime::fromMSecsSinceEpoch(row.integer(1), Qt::UTC),
                              row.integer(2), row.string(3)});
        });
    if (!read)
        return read.error();
    return revisions;
}

Result<QString> RevisionStore::text(Database &database, const RevisionId &revision)
{
    PackedRevision found;
    Result<void> read = database.each(
        QStringLiteral("SELECT num, coalesce(base, 0), depth, text FROM revisions WHERE id = ?"),
        {revision.toString()}, [&](const Row &row) { found = packedRevision(row); });
    if (!read)
        return read.error();
    if (found.num == 0)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("plotleaf::RevisionStore",
                                                 "This revision is not there any more."),
                     revision.toString()};
    const auto text = unpackChain(
        found, [&](const QString &sql, const Database::Values &values, const auto &handler) {
            if (read)
                read = database.each(sql, values, handler);
        });
    if (!read)
        return read.error();
    if (!text)
        return text.error();
    return textFromUtf8(*text);
}

} // namespace plotleaf
