#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <chrono>

namespace plotleaf {

/// Held while a round of a workspace runs, so that a window and the command line, or two of either,
/// do not run one at once: both would create the same report on the server. A file in the library's
/// folder, until this object goes; one that a crash left is taken over. Any thread.
class RoundLock
{
public:
    /// `folder`: of the library; `workspace`: its id.
    RoundLock(const QString &folder, const QString &workspace);

    /// False: somebody else still held it after `patience`, for which this blocks. Errors: Io (the
    /// folder takes no file).
    Result<bool> tryLock(std::chrono::milliseconds patience = {});

private:
    QLockFile m_file;
};

} // namespace plotleaf
