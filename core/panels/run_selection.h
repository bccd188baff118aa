#pragma once

#include "core/panels/panel_problem.h"
#include "core/runs/run_filter.h"
#include "core/runs/run_order.h"

#include <QHash>

namespace plotleaf {

struct YamlNode;

/// Which runs a panel shows: the value of `runs`, or the content of a runset fence.
struct RunSelection
{
    QString source;  ///< as written: "folder:runs"
    QString project; ///< of a folder: a sub-folder
    RunFilter filter;
    RunOrder order;
    int limit = 10;
    bool limitIsWritten = false; ///< otherwise the panel's kind says how many are usual
    QStringList ids;             ///< a fixed set; order and filter still apply

    /// What is asked of runs to choose them.
    QVector<RunField> fields() const { return filter.fields() + order.fields(); }
};

/// A fence `runset NAME` in the report.
struct RunSet
{
    QString source; ///< YAML
    int fenceLine = 0;
};

/// By name.
using RunSets = QHash<QString, RunSet>;

/// Reads `runs`: a folder in short, the name of a run set, or a map of keys. What is wrong goes to
/// `problems`.
RunSelection
readRunSelection(const YamlNode &node, const RunSets &runSets, PanelProblems &problems);

/// What may be written in `runs` and in a runset fence, for documentation and completion.
QStringList runSelectionKeys();

/// What the first `limit` of the runs chosen are. `lookup` answers for the series of the
/// fields() above.
struct SelectedRuns
{
    QVector<Run> runs;
    int matching = 0;       ///< before `limit`
    QStringList missingIds; ///< of `ids`: not in the source
};
SelectedRuns selectRuns(const RunSelection &selection,
                        const QVector<Run> &all,
                        const RunOrder::Lookup &lookup,
                        const QDateTime &now);

} // namespace plotleaf
