#pragma once

#include "core/base/result.h"
#include "core/report/report.h"
#include "core/report/saved_text.h"
#include "core/store/store_context.h"

#include <functional>
#include <optional>

namespace plotleaf {

class Database;
class Transaction;

/// Changes to reports, each one transaction. Names and paths come in already checked
/// (report_names.h). Errors of all: NotFound, Io, and those named.
class ReportStore
{
public:
    ReportStore(Database &database, const StoreContext &context);

    Result<ReportId> create(const NewReport &report, const QString &author);
    /// A draft with the same text, fields and assets, in `workspace` (empty: in that of the
    /// report). Its assets are its own: where the text names them by their address on the report's
    /// server, the copy's names them as `asset:NAME`.
    Result<ReportId> duplicate(const ReportId &id,
                               const QString &name,
                               const QString &author,
                               const QString &workspace = {});

    Result<void> rename(const ReportId &id, const QString &name);
    Result<void> setDescription(const ReportId &id, const QString &description);
    Result<void> setTags(const ReportId &id, const QStringList &tags);
    /// Neither this nor setArchived() counts as a change of the report: they can be undone without
    /// a trace.
    Result<void> move(const ReportId &id, const QString &project);
    Result<void> setArchived(const ReportId &id, bool archived);
    /// Errors: NotAllowed when it is published already.
    Result<void> publish(const ReportId &id);
    /// Errors: NotAllowed unless archived.
    Result<void> remove(const ReportId &id);

    /// Makes `text` the report's. `previous` is the text that it was written from, if that matters:
    /// when the library holds another one by now (a server's, another window's), the two are
    /// merged. Where both changed the same lines, `text` wins; the other one is in the revisions,
    /// and the report of a server waits for its merge. Errors: NotAllowed when the report is
    /// published; the text then becomes a revision all the same.
    Result<SavedText>
    save(const ReportId &id, const QString &text, const std::optional<QString> &previous);

private:
    struct NewRow
    {
        NewReport report;
        QString author;
    };
    qint64 insert(Transaction &transaction, const ReportId &id, const NewRow &row);
    /// Takes the report out of the search index, lets `steps` change it, dates it and puts it back.
    Result<void> change(const ReportId &id,
                        const std::function<void(Transaction &, qint64 report)> &steps);
    void keepLateText(Transaction &transaction, qint64 report, const QByteArray &text);
    void writeText(Transaction &transaction, qint64 report, const QByteArray &text);

    Database &m_database;
    const StoreContext &m_context;
};

} // namespace plotleaf
