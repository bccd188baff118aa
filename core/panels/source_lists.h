#pragma once

#include "core/runs/run_catalog.h"

#include <QCoroTask>

#include <memory>

namespace plotleaf {

// The lists of SourceCatalog, made of all runs of its source. Errors: those of the source;
// InvalidInput (a pattern that is none).

QCoro::Task<Result<RunPage>> listSourceRuns(std::shared_ptr<RunSource> source, RunListQuery query);
QCoro::Task<Result<QStringList>> listSourceTags(std::shared_ptr<RunSource> source);
QCoro::Task<Result<QVector<RunCard>>> listSourceCards(std::shared_ptr<RunSource> source,
                                                      RunPick pick);

/// Those that are picked, in the order of the pick.
QCoro::Task<Result<QVector<Run>>> pickedSourceRuns(std::shared_ptr<RunSource> source, RunPick pick);

} // namespace plotleaf
