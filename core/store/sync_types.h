#pragma once

#include "core/report/remote_reports.h"
#include "core/report/report_merge.h"

#include <optional>

namespace plotleaf {

/// What happened to a report of this library because of its server, for people.
struct SyncNotice
{
    enum class Kind {
        FieldsDiffered,     ///< both sides changed the same fields; those of here were kept
        MergeNeeded,        ///< both sides changed the same lines
        PublishedMeanwhile, ///< the server's is published; the text of here is the draft `kept`
        DeletedMeanwhile,   ///< the server's is deleted; the text of here is the draft `kept`
        /// Deleted here, but it is back: the server does not let it go, for this `reason`, or
        /// (none) it was changed there since.
        Restored,
        Refused, ///< the server does not take it; `reason`
        Waits,   ///< it, or what belongs to it, cannot be sent yet, for this `reason`; tried again
    };

    Kind kind = Kind::MergeNeeded;
    ReportId report;
    QString name;
    ReportId kept;
    QVector<FieldConflict> conflicts;
    QString reason;
};

/// What a step of the synchronisation did to the library.
struct SyncTaken
{
    QVector<ReportId> changed;
    QVector<ReportId> removed;
    QVector<SyncNotice> notices;
    QVector<ReportId> merged = {}; ///< of `changed`: both sides had changed, and it fitted together
    QStringList removedNames = {}; ///< of `removed`, in the same order
};

/// A report that is to be written to the server, as it was when the write began.
struct PushJob
{
    ReportId report;
    std::optional<RemoteId> remote; ///< none: to be created, under `createKey`
    QString createKey;
    ReportState mine;
    ReportState base; ///< of one to be created: what it is to be created as, the same every time
    QDateTime baseChanged; ///< RemoteCard::changed of the base; invalid: not known
    /// The text shows assets of this library (`asset:NAME`), which nobody else can see.
    bool hasOwnAssets = false;
};

/// An asset that a text shows and the server does not have.
struct UnsentAsset
{
    QString name;
    QByteArray bytes;
};

/// A report deleted here that the server still has.
struct Tombstone
{
    RemoteId remote;
    QDateTime changed; ///< version that was deleted here; invalid: made here, and not read since
    QString name;
};

/// How many reports of a workspace are in which state.
struct SyncCounts
{
    int reports = 0;     ///< that the server has
    int wanted = 0;      ///< whose text is still to be read
    int edited = 0;      ///< changed here, and nothing is in the way
    int mergeNeeded = 0; ///< wait for a person
    int refused = 0;
    int deleted = 0; ///< deleted here, not yet there
    int held = 0;    ///< of the edited ones, those that something is in the way of, for a while
    QString heldBy;  ///< why one of them is held, for people
};

} // namespace plotleaf
