#pragma once

#include "core/base/result.h"
#include "core/runs/run.h"

#include <QFile>
#include <QString>
#include <QVariantMap>

#include <memory>

namespace plotleaf::tensorboard {
class Event;
class Summary_Value;
} // namespace plotleaf::tensorboard

namespace plotleaf {

class Clock;

/// Writes a TensorBoard event file as TensorFlow and PyTorch write it, so that TensorBoard reads it
/// too. Each call ends with the record on its way to the disk, ready for whoever follows the file.
/// Errors of all: Io. Not thread-safe.
class EventFileWriter
{
public:
    /// Begins a new file in `folder`, which is made when it is not there. `clock` must outlive the
    /// writer.
    static Result<std::unique_ptr<EventFileWriter>> create(const QString &folder,
                                                           const Clock &clock);

    QString path() const { return m_file.fileName(); }

    Result<void> addScalar(const QString &tag, qint64 step, double value);
    Result<void> addText(const QString &tag, qint64 step, const QString &markdown);
    Result<void> addPng(const QString &tag, qint64 step, const QByteArray &png);
    /// Step and wall time of the sample are not used: the step is given and the time is now.
    Result<void> addHistogram(const QString &tag, qint64 step, const HistogramSample &histogram);
    /// Parameters of the run: numbers, booleans and texts.
    Result<void> addHparams(const QVariantMap &parameters);
    /// The run ended by itself.
    Result<void> addEnd(bool success);

private:
    EventFileWriter(const QString &path, const Clock &clock) : m_file(path), m_clock(clock) {}

    Result<void> addHparamsContent(const QString &tag, const std::string &content);
    Result<void> add(qint64 step, const tensorboard::Summary_Value &value);
    Result<void> write(tensorboard::Event &event);

    QFile m_file;
    const Clock &m_clock;
};

} // namespace plotleaf
