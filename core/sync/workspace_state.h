#pragma once

#include "core/base/network_policy.h"
#include "core/store/sync_types.h"

#include <QDateTime>

namespace plotleaf {

/// How a workspace with a server is doing; always visible, and explains itself.
struct WorkspaceState
{
    enum class Activity {
        Offline, ///< the policy says so
        Resting, ///< nothing to do until `nextRound`
        Syncing,
        Failing, ///< the last round failed: `problem`; tried again at `nextRound`
    };

    Activity activity = Activity::Resting;
    NetworkPolicy policy = NetworkPolicy::Online;
    SyncCounts counts;
    int textsDone = 0; ///< of the round under way
    int textsToRead = 0;
    int vanished = 0;     ///< reports of which a person has to say whether they are deleted
    QString problem;      ///< for people
    QDateTime lastSynced; ///< UTC, end of the last round that went well; invalid: none yet
    QDateTime nextRound;  ///< UTC; invalid: when something happens

    /// Changes made here that the server does not have.
    int waiting() const { return counts.edited + counts.deleted; }
    /// Whether a person has to do something.
    bool needsPerson() const { return counts.mergeNeeded + counts.refused + vanished > 0; }

    /// One line for the status bar.
    QString headline() const;
    /// The whole of it, one sentence a line. Times as they are at `now`.
    QString explanation(const QDateTime &now) const;
};

} // namespace plotleaf
