#pragma once

#include "core/base/result.h"
#include "core/runs/run.h"

#include <QString>

namespace plotleaf {

/// A file below a run's `files`, named by a log that somebody else may have written.
struct WandbSampleFile
{
    QString path; ///< absolute
    qint64 size = 0;
};

/// Errors: NotFound; also where the name leads out of the folder, as written or through links.
Result<WandbSampleFile> wandbSampleFile(const QString &filesFolder, const QString &name);

/// Its bytes. Errors: NotFound, Io, LimitExceeded.
Result<QByteArray> wandbSampleBytes(const WandbSampleFile &file, qint64 maxBytes);

} // namespace plotleaf
