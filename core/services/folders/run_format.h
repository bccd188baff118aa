#pragma once

#include "core/services/folders/file_run.h"
#include "core/services/folders/run_location.h"

#include <memory>
#include <vector>

namespace plotleaf {

/// A way in which runs are kept in files, for one root. May remember what it saw of files; every
/// method is callable from any thread.
///
/// Adding a format: its own files in core/services/folders, and one line in run_formats.cpp.
class RunFormat
{
public:
    RunFormat() = default;
    virtual ~RunFormat() = default;
    Q_DISABLE_COPY_MOVE(RunFormat)

    /// Whether a file of this name is looked at at all; of a listing, only such files reach the
    /// formats. Case as on disk.
    virtual bool mayHold(const QString &fileName) const = 0;

    struct Found
    {
        QVector<RunLocation> runs;
        QStringList claimed;  ///< sub-folders that belong to the runs: nobody looks into them
        QStringList warnings; ///< for people
    };
    /// The runs that a folder holds. May read the beginnings of files.
    virtual Found runsIn(const FolderListing &listing) const = 0;

    virtual std::unique_ptr<FileRun> open(const RunLocation &place) const = 0;

    /// Gives the runs of one root what they lend each other; may take some out. All of `runs` are
    /// of this format, in natural order of their ids.
    virtual void complete(QVector<Run> &runs) const { Q_UNUSED(runs) }
};

/// A run and what reads it.
struct FoundRun
{
    RunLocation place;
    const RunFormat *format = nullptr; ///< never null; lives as long as the RunFormats
};

/// The formats there are. Immutable once built; callable from any thread.
class RunFormats
{
public:
    RunFormats();

    bool mayHold(const QString &fileName) const;

    struct Found
    {
        QVector<FoundRun> runs;
        QStringList claimed;
        QStringList warnings;
    };
    Found runsIn(const FolderListing &listing) const;

    const std::vector<std::unique_ptr<const RunFormat>> &all() const { return m_formats; }

private:
    std::vector<std::unique_ptr<const RunFormat>> m_formats;
};

} // namespace plotleaf
