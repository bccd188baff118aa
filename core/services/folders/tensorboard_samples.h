#pragma once

#include "core/runs/run.h"
#include "core/services/folders/tensorboard_data.h"

#include <optional>

namespace plotleaf {

/// The media in a value of a summary: one file (TensorFlow 1, PyTorch) or the several of a tensor
/// (TensorFlow 2: images as [width, height, file, file, …], audio as [file, label] rows, text as
/// strings). Empty when malformed.
QVector<MediaSample> mediaSamples(const tensorboard::Summary_Value &value,
                                  TensorboardData::Kind kind);

/// The histogram in a value: TensorFlow 1's `histo`, or TensorFlow 2's tensor of [left, right,
/// count] rows; none when it has more than 4096.
std::optional<HistogramSample> histogramSample(const tensorboard::Summary_Value &value);

/// Told by the first bytes; `fallback` when they tell nothing.
QString sniffedMimeType(const QByteArray &bytes, const QString &fallback);

} // namespace plotleaf
