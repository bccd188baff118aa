#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace plotleaf {

class FaultInjector;

/// Writes `bytes` to `path` so that after a crash or a power cut at any moment the path holds
/// either what it held before or all of `bytes`: temporary file in the same folder, write, fsync,
/// rename, fsync of the folder. Each of these steps asks `faults` (may be null). A temporary file
/// is left only by a crash. A file that is replaced keeps its permissions and its group, a new one
/// gets those that the system gives new files; where the path is a symbolic link, it stays one and
/// the file that it leads to is written. Blocks; any thread.
Result<void>
writeDurably(const QString &path, const QByteArray &bytes, FaultInjector *faults = nullptr);

/// How the temporary files of writeDurably() end, so that a start can clean up after a crash.
QString durableTemporarySuffix();

} // namespace plotleaf
