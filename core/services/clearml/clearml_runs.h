#pragma once

#include "core/services/clearml/clearml_source.h"

namespace plotleaf {

// The questions of ClearmlSource. Each task keeps what it needs alive.

QCoro::Task<Result<QVector<Run>>> askClearmlRuns(std::shared_ptr<ClearmlSource::Shared> shared);
QCoro::Task<Result<SeriesPtr>>
askClearmlSeries(std::shared_ptr<ClearmlSource::Shared> shared, QString run, QString metric);
QCoro::Task<Result<QVector<MediaSample>>> askClearmlMedia(
    std::shared_ptr<ClearmlSource::Shared> shared, QString run, QString key, SampleSteps steps);

} // namespace plotleaf
