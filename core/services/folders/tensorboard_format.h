#pragma once

#include "core/services/folders/run_format.h"

namespace plotleaf {

/// TensorBoard's: a folder with event files is a run, named by its path below the root.
class TensorboardFormat final : public RunFormat
{
public:
    bool mayHold(const QString &fileName) const override;
    Found runsIn(const FolderListing &listing) const override;
    std::unique_ptr<FileRun> open(const RunLocation &place) const override;
    void complete(QVector<Run> &runs) const override;
};

} // namespace plotleaf
