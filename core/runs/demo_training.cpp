#include "core/runs/demo_training.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plotleaf {

namespace {

constexpr double lossAtStart = 2.303; // ten classes, nothing learned: the logarithm of 10
constexpr double lossAtEnd = 0.06;
constexpr double warmUpShare = 0.05;
constexpr int validationEvery = 10;

} // namespace

DemoTraining::DemoTraining(quint32 seed, int steps)
    : m_steps(std::max(steps, 1)), m_peakRate(0.05), m_pace(0.12), m_random(seed)
{
}

QVariantMap DemoTraining::parameters() const
{
    return {{QStringLiteral("lr"), m_peakRate},
            {QStringLiteral("batch_size"), 64.0},
            {QStringLiteral("schedule"), QStringLiteral("warm-up and cosine")},
            {QStringLiteral("steps"), static_cast<double>(m_steps)}};
}

// A sum of uniform numbers rather than std::normal_distribution, whose values differ between
// standard libraries.
double DemoTraining::noise(double deviation)
{
    double sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += static_cast<double>(m_random()) / static_cast<double>(std::mt19937::max());
    return (sum - 6.0) * deviation;
}

QVector<DemoTraining::Value> DemoTraining::next()
{
    const double done = static_cast<double>(m_step) / m_steps;
    const double learned = 1 - std::exp(-done / m_pace);
    const double base = lossAtStart + (lossAtEnd - lossAtStart) * learned;
    const double rate =
        done < warmUpShare
            ? m_peakRate * (done + 1.0 / m_steps) / warmUpShare
            : m_peakRate / 2 *
                  (1 + std::cos(std::numbers::pi * (done - warmUpShare) / (1 - warmUpShare)));
    QVector<Value> values{
        {QStringLiteral("train/loss"), base * std::exp(noise(0.12))},
        {QStringLiteral("train/grad_norm"),
         (0.4 + 2.5 * std::exp(-done / 0.2)) * std::exp(noise(0.25))},
        {QStringLiteral("lr"), rate},
    };
    if (m_step % validationEvery == 0 || m_step + 1 == m_steps) {
        // Towards the end the validation loss turns up a little: there is something to discuss in
        // the report.
        const double overfit = 0.08 * std::max(0.0, done - 0.6);
        values.append({QStringLiteral("val/loss"), base * std::exp(noise(0.03)) + 0.03 + overfit});
        values.append({QStringLiteral("val/accuracy"),
                       std::clamp(0.1 + 0.87 * learned + noise(0.006), 0.0, 1.0)});
    }
    ++m_step;
    return values;
}

HistogramSample DemoTraining::weights() const
{
    const double done = static_cast<double>(m_step) / m_steps;
    const double deviation = 0.08 + 0.12 * done;
    HistogramSample sample;
    constexpr int buckets = 40;
    constexpr double edge = 0.8;
    for (int i = 0; i < buckets; ++i) {
        const double centre = edge * (2.0 * (i + 0.5) / buckets - 1);
        sample.limits.push_back(edge * (2.0 * (i + 1) / buckets - 1));
        sample.counts.push_back(
            std::round(1000 * std::exp(-0.5 * std::pow(centre / deviation, 2))));
    }
    sample.min = -edge;
    sample.max = edge;
    return sample;
}

} // namespace plotleaf
