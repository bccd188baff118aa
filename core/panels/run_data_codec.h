#pragma once

#include "core/panels/run_data.h"

namespace plotleaf {

// What sources answer as bytes for the RunCache. What is not of this version or damaged in any way
// reads as nothing. Callable from any thread.

/// The key of the list of runs.
QString runsCacheKey();
QString cacheKey(const RunDataRequest &request);

QByteArray encodeRuns(const QVector<Run> &runs);
std::optional<QVector<Run>> decodeRuns(const QByteArray &bytes);

/// Empty for an answer that is an error.
QByteArray encodeAnswer(const RunDataAnswer &answer);
std::optional<RunDataAnswer> decodeAnswer(const QByteArray &bytes);

} // namespace plotleaf
