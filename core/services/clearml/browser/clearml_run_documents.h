#pragma once

#include "core/runs/run_contents.h"
#include "core/services/clearml/clearml_client.h"

#include <memory>

namespace plotleaf {

// What ClearML keeps in the documents of tasks and models themselves: the last values of metrics,
// parameters and configurations, merged by name over the runs of a set. Errors: those of
// ClearmlClient. Models have metrics only.

QCoro::Task<Result<QVector<RunMetric>>> askClearmlMetrics(std::shared_ptr<ClearmlClient> client,
                                                          RunPick runs);
QCoro::Task<Result<QVector<RunParameter>>>
askClearmlParameters(std::shared_ptr<ClearmlClient> client, RunPick runs);
QCoro::Task<Result<QVector<RunConfiguration>>>
askClearmlConfigurations(std::shared_ptr<ClearmlClient> client, RunPick runs);

} // namespace plotleaf
