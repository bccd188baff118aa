#pragma once

#include "core/runs/run_contents.h"
#include "core/services/clearml/clearml_client.h"

#include <memory>

namespace plotleaf {

// What tasks and models reported, as events: curves, plots, samples, single values
// (clearml.md 4.4). Runs that are gone are missing from the answers. Errors: those of
// ClearmlClient.

QCoro::Task<Result<QVector<RunCurve>>> askClearmlCurves(std::shared_ptr<ClearmlClient> client,
                                                        RunPick runs,
                                                        QString metric,
                                                        QStringList variants);

enum class ClearmlEventType { Plot, Sample };
/// The names under which there are such events.
QCoro::Task<Result<QVector<MetricName>>>
askClearmlEventNames(std::shared_ptr<ClearmlClient> client, RunPick runs, ClearmlEventType type);

QCoro::Task<Result<QVector<RunPlot>>>
askClearmlPlots(std::shared_ptr<ClearmlClient> client, RunPick runs, MetricName name);
QCoro::Task<Result<QVector<RunSample>>> askClearmlSamples(std::shared_ptr<ClearmlClient> client,
                                                          RunPick runs,
                                                          MetricName name,
                                                          int iterations);
QCoro::Task<Result<QVector<RunScalar>>>
askClearmlSingleValues(std::shared_ptr<ClearmlClient> client, RunPick runs);

} // namespace plotleaf
