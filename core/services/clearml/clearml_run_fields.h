#pragma once

#include "core/runs/run_contents.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

#include <vector>

namespace plotleaf {

// Fields of ClearML's tasks and of their events, read. Callable from any thread.

RunState clearmlRunState(const QString &status);
/// The server's words for a state.
QStringList clearmlStatuses(RunState state);

/// What a task keeps of all values of a metric (`last_metrics`).
struct ClearmlLastMetric
{
    MetricName name;
    RunMetric::Summary summary;
    bool hasSteps = true; ///< false: a single value
};
QVector<ClearmlLastMetric> readClearmlLastMetrics(const QJsonObject &task);

/// The line of one variant and task in an answer's `scalar_metrics_iter_histogram`, asked by
/// iterations, with the one asked by times. Empty where there is none.
///
/// Where the server gathers several values of a moment, the two differ in length; then times lie
/// evenly between the first and the last.
Series readClearmlSeries(const QJsonValue &byIteration, const QJsonValue &byTime);

/// The wish for scalars in `reports.get_task_data`, with all the points that the server gives.
QJsonObject clearmlScalarWish(const QJsonArray &metrics, const QString &key);

} // namespace plotleaf
