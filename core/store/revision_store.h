#pragma once

#include "core/base/result.h"
#include "core/report/report.h"
#include "core/store/store_context.h"

#include <optional>

namespace plotleaf {

class Database;
class Transaction;

/// The kept states of texts. Most are packed against the one before, so that a state costs what
/// changed in it.
class RevisionStore
{
public:
    /// Keeps `text` (UTF-8) unless the newest revision of the report holds the same.
    static void add(Transaction &transaction,
                    const StoreContext &context,
                    qint64 report,
                    const QByteArray &text,
                    const QString &reason);

    /// The same, in the place of the newest revision if that has the same `reason`: for what is
    /// kept again and again while it is being written.
    static void addGrowing(Transaction &transaction,
                           const StoreContext &context,
                           qint64 report,
                           const QByteArray &text,
                           const QString &reason);

    /// What was kept of a report that another one takes the place of is kept of that one.
    static void hand(Transaction &transaction, qint64 from, qint64 to);

    /// Of those kept for one of these reasons. One that cannot be read is left out.
    static QVector<QByteArray>
    texts(Transaction &transaction, qint64 report, const QStringList &reasons);

    /// The newest text that was kept at or before `time`; nothing when there is none, or it cannot
    /// be read.
    static std::optional<QByteArray> textAt(Transaction &transaction, qint64 report, qint64 time);

    /// Newest first.
    static Result<QVector<Revision>> list(Database &database, const ReportId &report);
    static Result<QString> text(Database &database, const RevisionId &revision);
};

} // namespace plotleaf
