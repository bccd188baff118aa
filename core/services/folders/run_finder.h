#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <atomic>

namespace plotleaf {

/// An event file as a listing shows it.
struct EventFile
{
    QString name;
    qint64 size = 0;
};

/// A folder with event files: one run.
struct RunFolder
{
    QString id; ///< path relative to the root, "." for the root itself
    QString path;
    QVector<EventFile> files; ///< in the order of their names, which is the order of their writing
};

struct FoundRuns
{
    QVector<RunFolder> runs; ///< in natural order of their ids
    QStringList warnings;    ///< folders that cannot be read, limits reached; for people
};

/// Looks for runs below `root`, at any depth, hidden folders left out. Links to folders are
/// followed after the real ones, so that a folder met twice (a link to a parent, two links to one
/// place) counts once and by its real name. Ends at 200,000 folders. Blocks on the disk: not for
/// the GUI thread. Errors: NotFound (no such folder), NotAllowed (it cannot be listed), Cancelled.
Result<FoundRuns> findRuns(const QString &root, const std::atomic_bool &cancelled);

/// The event files directly in `folder`; empty when there is no such folder.
QVector<EventFile> eventFilesIn(const QString &folder);

} // namespace plotleaf
