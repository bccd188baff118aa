#pragma once

#include <QString>

namespace plotleaf {

/// How a report stands with the server of its workspace.
enum class SyncState {
    Local, ///< its workspace has no server
    Clean,
    Edited, ///< there are changes that the server does not have
    MergeNeeded,
    Refused, ///< the server does not take the changes
};

struct SyncStatus
{
    SyncState state = SyncState::Local;
    QString reason; ///< of a refusal, or why an edited one waits; for people
    /// Only the card has been read from the server yet: the text that is here is none.
    bool isTextMissing = false;

    bool operator==(const SyncStatus &) const = default;
};

} // namespace plotleaf
