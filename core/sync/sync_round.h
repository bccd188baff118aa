#pragma once

#include "core/report/remote_assets.h"
#include "core/store/library_sync.h"

#include <QCoroTask>
#include <QSet>

#include <functional>
#include <memory>

namespace plotleaf {

/// What a round did to one report.
struct SyncDeed
{
    enum class Kind {
        Pulled,  ///< what was changed on the server is here
        Merged,  ///< both sides had changed, and it fitted together; also Pushed, if that goes well
        Created, ///< the server has a report that was made here
        Pushed,  ///< the server has what was changed here; not told of one that is Created
        Deleted, ///< the server has let go what was deleted here
        Removed, ///< what is not on the server any more went from here
    };

    Kind kind = Kind::Pulled;
    ReportId report; ///< empty: Deleted
    QString name;    ///< of one that is not here any more: Deleted, Removed
};

/// One round of synchronisation between the library and one workspace's server:
///
/// 1. reports made here are created there (before anything is pulled, so that none is taken for
///    somebody else's), and written as in 3,
/// 2. the cards of what changed there are taken,
/// 3. what was changed here is written: the server's state is read and merged first, and read back
///    after (DESIGN 4); pictures that only this library has go before that, and the text that is
///    written names them by their address on the server, as the text here does from then on,
/// 4. what was deleted here is deleted there, unless somebody changed it since,
/// 5. texts that changed there are read, the newest first,
/// 6. when asked for, and when a report was missing: is there still everything that is known?
///
/// What fails for one report only, while the server answers otherwise, holds up that one alone.
///
/// Every step leaves the library in a state from which the next round goes on, so a round may end
/// anywhere; stop() ends it at the next place between two reports. Lives on the GUI thread.
class SyncRound
{
public:
    struct Tools
    {
        LibrarySync library;
        std::shared_ptr<RemoteReports> remote;
        QString workspace;
        std::shared_ptr<RemoteAssets> assets = {}; ///< null: the server keeps no files
    };
    struct Wishes
    {
        bool fillTexts = true;    ///< step 5
        bool checkAll = false;    ///< step 6, also without cause
        QSet<RemoteId> mayVanish; ///< the person said that these are deleted indeed
    };
    struct Listeners
    {
        std::function<void(const SyncNotice &)> noticed;
        /// Texts read, and how many there are to be read in all.
        std::function<void(int done, int total)> progressed;
        std::function<void(const SyncDeed &)> did = {}; ///< may be empty
    };
    struct Outcome
    {
        /// Not on the server any more, but too many to be believed without asking.
        QVector<RemoteId> vanished;
        /// Step 6 has looked; else nothing is known of what vanished.
        bool hasChecked = false;
        /// Changes made here that stay until something else happens: their text waits for what was
        /// typed before a crash, or the server does not have them.
        int left = 0;
    };

    SyncRound(Tools tools, Wishes wishes, Listeners listeners);

    /// Runs `round` to its end, or to the first failure that concerns more than one report;
    /// Cancelled after stop(). The listeners are not called once the task has ended.
    static QCoro::Task<Result<Outcome>> run(std::shared_ptr<SyncRound> round);

    /// What is asked of the server at this moment is still answered and taken.
    void stop() { m_isStopped = true; }

private:
    using Step = QCoro::Task<Result<void>>;
    enum class Which { New, All };

    Step createNew() { return pushAll(Which::New); }
    Step pushEdits() { return pushAll(Which::All); }
    Step pullCards();
    Step pushAll(Which which);
    Step create(PushJob job);
    Step mergeAndWrite(PushJob job);
    QCoro::Task<Result<std::optional<PushJob>>> merged(PushJob job);
    QCoro::Task<Result<bool>> sendAssets(PushJob job);
    QCoro::Task<Result<bool>> settleUnsent(ReportId id, QString name, Error error);
    Step write(PushJob job);
    QCoro::Task<Result<void>> send(RemoteId id, ReportState from, ReportState to);
    Step readBack(PushJob job);
    Step settleRefusal(ReportId id, Error error);
    Step settleFailure(PushJob job, Error error);
    QCoro::Task<bool> answersOtherwise(RemoteId id, Error error);
    Step hold(ReportId id, QString reason);
    Step note(QFuture<Result<SyncTaken>> noting);
    Step pushDeletions();
    Step pushDeletion(Tombstone tombstone);
    Step leaveDeletion(RemoteId id, Error error);
    QCoro::Task<Result<bool>> removeThere(RemoteReport &now);
    QCoro::Task<Result<bool>> archiveThere(RemoteReport &now);
    Step fillTexts();
    QCoro::Task<Result<std::optional<QVector<RemoteReport>>>> readTexts(QVector<RemoteId> ids);
    Step checkAll();
    Step loseAbsent(QVector<RemoteId> known, QHash<RemoteId, QDateTime> versions);
    QCoro::Task<Result<std::optional<RemoteReport>>> readOne(RemoteId id);

    void tell(const SyncTaken &taken) const;
    void tellRemoved(const SyncTaken &taken) const;
    void tellPulled(const SyncTaken &taken) const;
    void tellDeed(SyncDeed::Kind kind, const ReportId &report, const QString &name = {}) const;

    Tools m_tools;
    Wishes m_wishes;
    Listeners m_listeners;
    Outcome m_outcome;
    QSet<ReportId> m_left; ///< Outcome::left
    QSet<ReportId> m_held; ///< something holds these up; not tried twice in a round
    QSet<ReportId> m_created;
    int m_leftDeletions = 0;
    bool m_isSomethingMissing = false;
    bool m_isStopped = false;
};

} // namespace plotleaf
