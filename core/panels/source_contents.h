#pragma once

#include "core/runs/run_catalog.h"

#include <QCoroTask>

#include <memory>

namespace plotleaf {

// What the runs of a SourceCatalog hold. Errors: those of the source.

/// Reads every series.
QCoro::Task<Result<QVector<RunMetric>>> listSourceMetrics(std::shared_ptr<RunSource> source,
                                                          RunPick pick);
QCoro::Task<Result<QVector<RunCurve>>> listSourceCurves(std::shared_ptr<RunSource> source,
                                                        RunPick pick,
                                                        QString metric,
                                                        QStringList variants);
QCoro::Task<Result<QVector<MetricName>>> listSourceSampleNames(std::shared_ptr<RunSource> source,
                                                               RunPick pick);
QCoro::Task<Result<QVector<RunSample>>>
listSourceSamples(std::shared_ptr<RunSource> source, RunPick pick, MetricName name, int iterations);
QCoro::Task<Result<MediaSample>> findSourceSample(std::shared_ptr<RunSource> source,
                                                  RunSample wanted);
QCoro::Task<Result<QVector<RunParameter>>> listSourceParameters(std::shared_ptr<RunSource> source,
                                                                RunPick pick);

} // namespace plotleaf
