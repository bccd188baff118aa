#pragma once

#include "core/base/result.h"
#include "core/runs/demo_training.h"
#include "core/services/folders/event_file_writer.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace plotleaf {

/// A run that keeps writing, so that a newcomer sees plots move (Help > Live demo run) and a test
/// has something to follow. Writes through the real format into a real folder. Lives on the GUI
/// thread.
class LiveDemoRun : public QObject
{
    Q_OBJECT

public:
    static constexpr int defaultSteps = 1200;
    static constexpr int defaultIntervalMs = 500;

    /// `clock` must outlive the run.
    explicit LiveDemoRun(const Clock &clock, QObject *parent = nullptr);
    /// Ends the run if it is still going.
    ~LiveDemoRun() override;

    /// Begins to write in `folder`, which is made when it is not there; a run that is going ends
    /// first. Errors: Io, InvalidInput (fewer than one step).
    Result<void> start(const QString &folder,
                       quint32 seed,
                       int steps = defaultSteps,
                       int intervalMs = defaultIntervalMs);
    /// Ends the run where it is, marked as finished.
    void stop();
    bool isRunning() const { return m_writer != nullptr; }

signals:
    void progressed(int step, int steps);
    /// All steps were written, stop() was called, or (with an error) the disk refused.
    void ended(const std::optional<plotleaf::Error> &error);

private:
    void writeStep();
    Result<void> written();
    void end(const std::optional<Error> &error);

    const Clock &m_clock;
    QTimer m_beat;
    std::unique_ptr<EventFileWriter> m_writer;
    std::optional<DemoTraining> m_training;
    int m_step = 0;
};

} // namespace plotleaf
