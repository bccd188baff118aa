#pragma once

#include "core/base/result.h"
#include "core/runs/run.h"
#include "core/runs/series_statistics.h"

#include <QVariant>

#include <functional>

namespace plotleaf {

/// Something that can be asked of a run in a filter, an order or a group: `name`, `config.lr`,
/// `metrics.val/acc.max`.
struct RunField
{
    enum class Kind {
        Name,
        Id,
        State,
        Project,
        User,
        Group,
        Tags,
        Created,
        Updated,
        Duration,
        Config,
        Summary,
        Metric
    };

    Kind kind = Kind::Name;
    QString key;                                       ///< of Config, Summary and Metric
    SeriesStatistic statistic = SeriesStatistic::Last; ///< of Metric

    /// Reads the spelling of filters, without quotes around a key. Errors: InvalidInput, with the
    /// nearest field in the message.
    static Result<RunField> parse(const QString &text);
    /// As it is written in a filter; a key with spaces and the like in quotes.
    QString text() const;
    bool hasKey() const { return kind >= Kind::Config; }

    friend bool operator==(const RunField &, const RunField &) = default;
};

/// All fields, with NAME in place of a key: "name", …, "config.NAME".
QStringList runFieldNames();
/// What somebody who wrote `text` may have meant: the fields most like it, as they would be
/// written.
QStringList nearestRunFields(const QString &text);

/// A metric of the run at hand, or null when it has none of that name.
using SeriesLookup = std::function<const Series *(const QString &metric)>;

/// The field's value: a QString (name, id, state, project, user, group), QStringList (tags),
/// QDateTime in UTC (times), double (duration in seconds, metrics), whatever configuration and
/// summary hold; invalid when the run has none. A summary that the run does not have is the last
/// value of the metric of that name. Callable from any thread if `lookup` is.
QVariant runFieldValue(const RunField &field, const Run &run, const SeriesLookup &lookup);

/// The metric whose series runFieldValue() looks at; empty where it looks at none.
QString seriesOfField(const RunField &field, const Run &run);

/// "running", "finished", "failed", "unknown".
QString runStateName(RunState state);
QStringList runStateNames();

} // namespace plotleaf
