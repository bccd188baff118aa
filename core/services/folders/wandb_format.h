#pragma once

#include "core/services/folders/run_format.h"

#include <optional>

namespace plotleaf {

/// W&B's run directories, offline and online: `wandb/[offline-]run-DATE_TIME-ID/run-ID.wandb`.
/// Several with one ID in one folder are one run that was resumed; it is called by the path of the
/// first, and its logs are read in the order of their dates. A log that lies elsewhere is a run
/// called by its own path. Where the log is gone, the folder `files` beside it is read.
class WandbFormat final : public RunFormat
{
public:
    bool mayHold(const QString &fileName) const override;
    Found runsIn(const FolderListing &listing) const override;
    std::unique_ptr<FileRun> open(const RunLocation &place) const override;
};

/// What the name of a run directory tells.
struct WandbDirectory
{
    QString name;
    QString time; ///< "20260102_030405", local time
    QString id;
};
std::optional<WandbDirectory> wandbDirectoryOf(const QString &name);

} // namespace plotleaf
