#pragma once

#include "core/runs/run.h"

#include <QVariantMap>
#include <QVector>

#include <random>

namespace plotleaf {

/// Makes up the figures of a training that looks like one: a loss that falls with noise and
/// flattens, an accuracy that saturates, a learning rate that warms up and is annealed by a cosine,
/// weights that spread. For demonstrations and tests only; nothing is trained. The same seed tells
/// the same story.
class DemoTraining
{
public:
    struct Value
    {
        QString metric;
        double value = 0;
    };

    DemoTraining(quint32 seed, int steps);

    int steps() const { return m_steps; }
    QVariantMap parameters() const;
    /// The scalars of the next step, in the order of logging; validation every tenth step and at
    /// the last.
    QVector<Value> next();
    /// How the weights of the first layer are spread now.
    HistogramSample weights() const;

private:
    double noise(double deviation);

    const int m_steps;
    const double m_peakRate;
    const double m_pace; ///< how fast the loss falls, as a share of the steps
    int m_step = 0;
    std::mt19937 m_random;
};

} // namespace plotleaf
