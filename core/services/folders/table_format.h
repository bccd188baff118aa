#pragma once

#include "core/services/folders/run_format.h"

namespace plotleaf {

/// Tables of CSV (.csv, .tsv) and JSON Lines (.jsonl, .ndjson, and the metrics.json and
/// scalars.json of some libraries), and Hugging Face's trainer_state.json: each such file is a run
/// if its beginning says that it is the table of a training (TableLayout), or several where a
/// column says whose row it is.
///
/// A file that is the only one in its folder is called by the folder.
class TableFormat final : public RunFormat
{
public:
    bool mayHold(const QString &fileName) const override;
    Found runsIn(const FolderListing &listing) const override;
    std::unique_ptr<FileRun> open(const RunLocation &place) const override;
    void complete(QVector<Run> &runs) const override;
};

} // namespace plotleaf
