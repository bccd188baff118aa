#pragma once

#include "core/base/result.h"
#include "core/report/report_state.h"

#include <QCoroTask>

#include <optional>

namespace plotleaf {

/// What a server calls a report.
using RemoteId = Id<struct RemoteIdTag>;

/// A report on a server without its text: cheap, for lists.
struct RemoteCard
{
    RemoteId id;
    ReportFields fields; ///< tags sorted and unique, project as people write it ("vision/resnet")
    QString author;      ///< name of its creator
    QString changedBy;   ///< who changed it last: a name, or an id where the server says no more
    QDateTime created;   ///< UTC, as `updated` and `changed`
    QDateTime updated;   ///< of the last change that readers care about
    QDateTime changed;   ///< moves with every change of anything (ClearML: last_change), in ms
    bool isWritable = true; ///< false: a public example, or no right to write
};

struct RemoteReport
{
    RemoteCard card;
    QString text;
};

/// A piece of a list.
struct RemoteCards
{
    QVector<RemoteCard> cards; ///< the latest changed first
    QString next;              ///< where to go on; empty: this was the last piece
};

/// What one write changes at once; fields that are not set stay as they are on the server.
struct RemoteChange
{
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QStringList> tags;
    std::optional<QString> text;

    bool isEmpty() const { return !name && !description && !tags && !text; }
};

/// The reports of one server, as the synchronisation needs them. One implementation for each kind
/// of server, in core/services; it hides what is special about its server and nothing else: it
/// never decides, merges or keeps anything.
///
/// Lives on the GUI thread and never blocks it. Whoever awaits a task holds the object by
/// shared_ptr, so that it lives until the task has ended; stop() ends all tasks.
///
/// Errors, for all calls:
/// * Network, Timeout: nobody answered, or not to the end. A write may have happened or not.
///   Repeated later. An implementation may repeat reads itself, never writes.
/// * NotFound: the server names this very report as gone (ClearML: 400/101). Not: an empty list, a
///   404 of a proxy, a page of HTML.
/// * NotAllowed: the server refuses this for good: no right, or its text is locked.
/// * InvalidInput, LimitExceeded: the server will never take this value; the message says why.
/// * Damaged: an answer that is no answer of this kind of server.
/// * Cancelled: stop() was called.
class RemoteReports
{
public:
    RemoteReports() = default;
    RemoteReports(const RemoteReports &) = delete;
    RemoteReports &operator=(const RemoteReports &) = delete;
    virtual ~RemoteReports() = default;

    /// Cards of reports changed at `since` or later (invalid: all), archived ones too. `next`: of
    /// the piece before, empty at the beginning. Every report that exists throughout comes at least
    /// once, also when others change, come or go between two pieces; some may come twice.
    virtual QCoro::Task<Result<RemoteCards>> changes(const QDateTime &since,
                                                     const QString &next) = 0;

    /// RemoteCard::changed of those of `ids` that the server still has; any number of ids. Those
    /// that it does not have are left out.
    virtual QCoro::Task<Result<QHash<RemoteId, QDateTime>>>
    versions(const QVector<RemoteId> &ids) = 0;

    /// The whole reports; those that the server does not have are left out. At most 50 ids.
    /// LimitExceeded: the answer would be too large; fewer may do.
    virtual QCoro::Task<Result<QVector<RemoteReport>>> read(const QVector<RemoteId> &ids) = 0;

    /// Makes a draft with this name, description, tags, project (made where missing) and text.
    /// `key` is ours and names this wish: repeated with the same key and state after an answer that
    /// was lost, the report that is there already is completed and returned instead of making
    /// another.
    virtual QCoro::Task<Result<RemoteId>> create(const QString &key, const ReportState &state) = 0;

    /// One write: all of it happens or nothing.
    virtual QCoro::Task<Result<void>> update(const RemoteId &id, const RemoteChange &change) = 0;
    /// The project is made where missing.
    virtual QCoro::Task<Result<void>> move(const RemoteId &id, const QString &project) = 0;
    virtual QCoro::Task<Result<void>> setArchived(const RemoteId &id, bool archived) = 0;
    virtual QCoro::Task<Result<void>> publish(const RemoteId &id) = 0;
    /// Errors also: NotAllowed unless it is archived there.
    virtual QCoro::Task<Result<void>> remove(const RemoteId &id) = 0;

    /// Until when the server asked to be left alone (Retry-After); invalid: it did not.
    virtual QDateTime retryAfter() const = 0;

    /// Ends what is under way with Cancelled; later calls answer the same.
    virtual void stop() = 0;
};

} // namespace plotleaf
