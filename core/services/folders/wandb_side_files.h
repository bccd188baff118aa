#pragma once

#include "core/services/folders/wandb_values.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace plotleaf {

/// What stands beside the log of a W&B run in its folder `files`: config.yaml, wandb-summary.json
/// and wandb-metadata.json. They repeat what the log says, and are what is left where it is gone.
/// Not thread-safe; blocks on the disk.
struct WandbSideFiles
{
    WandbValues config;
    WandbValues summary;
    QString user;
    std::optional<double> started; ///< seconds since 1970 UTC

    /// Their names in a run's folder.
    static QStringList names();

    /// Adds what one of the files says; what it cannot say is left as it was.
    void read(const QString &path);
};

/// The end of files/output.log, as lines; empty where there is none.
QByteArray wandbOutputEnd(const QString &filesFolder, qint64 maxBytes);

} // namespace plotleaf
