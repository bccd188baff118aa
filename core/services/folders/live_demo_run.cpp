#include "core/services/folders/live_demo_run.h"

namespace plotleaf {

namespace {

constexpr int histogramEvery = 50;

} // namespace

LiveDemoRun::LiveDemoRun(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    connect(&m_beat, &QTimer::timeout, this, &LiveDemoRun::writeStep);
}

LiveDemoRun::~LiveDemoRun()
{
    stop();
}

Result<void> LiveDemoRun::start(const QString &folder, quint32 seed, int steps, int intervalMs)
{
    stop();
    if (steps < 1)
        return Error{ErrorCode::InvalidInput, tr("A run has at least one step."), {}};
    auto writer = EventFileWriter::create(folder, m_clock);
    if (!writer)
        return writer.error();
    m_training.emplace(seed, steps);
    m_step = 0;
    if (auto hparams = (*writer)->addHparams(m_training->parameters()); !hparams)
        return hparams;
    m_writer = std::move(*writer);
    m_beat.start(intervalMs);
    return {};
}

void LiveDemoRun::stop()
{
    if (m_writer)
        end({});
}

void LiveDemoRun::writeStep()
{
    if (const auto result = written(); !result) {
        end(result.error());
        return;
    }
    ++m_step;
    emit progressed(m_step, m_training->steps());
    if (m_step == m_training->steps())
        stop();
}

Result<void> LiveDemoRun::written()
{
    for (const DemoTraining::Value &value : m_training->next()) {
        if (auto result = m_writer->addScalar(value.metric, m_step, value.value); !result)
            return result;
    }
    if (m_step % histogramEvery != 0)
        return {};
    return m_writer->addHistogram(QStringLiteral("weights/layer1"), m_step, m_training->weights());
}

void LiveDemoRun::end(const std::optional<Error> &error)
{
    m_beat.stop();
    std::optional<Error> failure = error;
    if (const auto marked = m_writer->addEnd(!error); !marked && !failure)
        failure = marked.error();
    m_writer.reset();
    emit ended(failure);
}

} // namespace plotleaf
