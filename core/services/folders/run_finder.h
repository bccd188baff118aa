#pragma once

#include "core/base/result.h"
#include "core/services/folders/run_format.h"

#include <atomic>
#include <optional>

namespace plotleaf {

struct FoundRuns
{
    QVector<FoundRun> runs; ///< in natural order of their ids
    QStringList warnings;   ///< folders that cannot be read, limits reached; for people
};

/// Looks for runs below `root`, at any depth, hidden folders left out. Links to folders are
/// followed after the real ones, so that a folder met twice (a link to a parent, two links to one
/// place) counts once and by its real name. Ends at 200,000 folders. Blocks on the disk: not for
/// the GUI thread. Errors: NotFound (no such folder), NotAllowed (it cannot be listed), Cancelled.
Result<FoundRuns>
findRuns(const QString &root, const RunFormats &formats, const std::atomic_bool &cancelled);

/// The id of one of the runs at a place that holds several.
QString partId(const QString &placeId, const QString &key);

/// The run that has this id, or the place of several in which it would be, without looking further
/// than its own folder and those above it; nothing when there is none there.
std::optional<FoundRun> findRun(const QString &root, const QString &id, const RunFormats &formats);

/// The files directly in `folder` that `format` may want; empty when there is no such folder.
QVector<RunFile> filesOf(const RunFormat &format, const QString &folder);

} // namespace plotleaf
