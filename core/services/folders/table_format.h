#pragma once

#include "core/services/folders/run_format.h"

#include <QHash>
#include <QMutex>

namespace plotleaf {

/// Tables of CSV (.csv, .tsv) and JSON Lines (.jsonl, .ndjson, and the metrics.json and
/// scalars.json of some libraries), and Hugging Face's trainer_state.json: each such file is a run
/// if its beginning says that it is the table of a training (TableLayout), or several where a
/// column says whose row it is.
///
/// A folder is looked through again and again while it is followed; a file that is as it was, and a
/// run that only grew, is not opened for it.
///
/// A file that is the only one in its folder is called by the folder.
class TableFormat final : public RunFormat
{
public:
    bool mayHold(const QString &fileName) const override;
    Found runsIn(const FolderListing &listing) const override;
    std::unique_ptr<FileRun> open(const RunLocation &place) const override;
    void complete(QVector<Run> &runs) const override;

private:
    /// What the beginning of a file said when the file was so.
    struct Seen
    {
        qint64 size = 0;
        QDateTime modified;
        bool isRun = false;
        bool holdsMany = false;
        bool isTooLong = false; ///< to be told

        bool stillHoldsFor(const RunFile &file) const;
    };
    Seen lookAt(const QString &path, const RunFile &file) const;

    mutable QMutex m_mutex;
    mutable QHash<QString, Seen> m_seen; ///< by path
};

} // namespace plotleaf
