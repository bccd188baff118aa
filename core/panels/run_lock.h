#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace plotleaf {

// A panel's runs are dynamic (new ones that match appear) or locked: fixed ids. Locking comments
// out what chose them, so that everybody can read it and unlocking brings it back as it was:
//
//     #unlocked: runs:
//     #unlocked:   source: folder:runs
//     #unlocked:   filter: tags contains "v2"
//     runs: # locked
//       source: folder:runs # locked
//       ids: [run1, run2] # locked
//
// All other lines stay byte for byte. In a run set all of the fence is what chooses. Callable from
// any thread.

/// What a fence shows now.
struct RunsToLock
{
    QStringList sources; ///< as written: "folder:runs"
    QStringList ids;     ///< in their order, as a panel's `ids` takes them
};

bool areRunsLocked(const QString &yaml);

/// `info`: of the fence, "panel" or "runset NAME"; `yaml`: what is between its lines. Errors:
/// InvalidInput (no runs, no YAML, or keys in braces on one line), NotAllowed (locked already).
Result<QString> lockRuns(const QString &info, const QString &yaml, const RunsToLock &now);

/// Lines that somebody wrote between the locked ones stay. Errors: NotAllowed (not locked).
Result<QString> unlockRuns(const QString &yaml);

} // namespace plotleaf
