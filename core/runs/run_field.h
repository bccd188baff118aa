#pragma once

#include "core/base/result.h"
#include "core/runs/run.h"
#include "core/runs/series_statistics.h"

#include <QVariant>

#include <functional>

namespace plotleaf {

/// Something that can be asked of a run in a filter or an order: `name`, `config.lr`,
/// `metrics.val/acc.max`.
struct RunField
{
    enum class Kind { Name, Id, State, Tags, Created, Updated, Duration, Config, Metric };

    Kind kind = Kind::Name;
    QString key;                                       ///< of Config and Metric
    SeriesStatistic statistic = SeriesStatistic::Last; ///< of Metric

    /// Reads the spelling of filters. `summary.X` is `metrics.X.last`. Errors: InvalidInput, with
    /// the nearest field in the message.
    static Result<RunField> parse(const QString &text);
};

/// A metric of the run at hand, or null when it has none of that name.
using SeriesLookup = std::function<const Series *(const QString &metric)>;

/// The field's value: a QString (name, id, state), QStringList (tags), QDateTime in UTC (times),
/// double (duration in seconds, metrics), whatever the configuration holds; invalid when the run
/// has none. Callable from any thread if `lookup` is.
QVariant runFieldValue(const RunField &field, const Run &run, const SeriesLookup &lookup);

/// "running", "finished", "failed", "unknown".
QString runStateName(RunState state);
QStringList runStateNames();

} // namespace plotleaf
