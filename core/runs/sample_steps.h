#pragma once

#include <QHashFunctions>

#include <limits>

namespace plotleaf {

/// Which of a key's samples are wanted: those of all steps, of the last one, or of the nearest one
/// at or before a number.
class SampleSteps
{
public:
    SampleSteps() = default; ///< all
    static SampleSteps last() { return atOrBefore(std::numeric_limits<double>::infinity()); }
    static SampleSteps atOrBefore(double step) { return SampleSteps(step); }

    bool isAll() const { return m_isAll; }
    /// The largest step that may be answered; without meaning where all are wanted.
    double most() const { return m_most; }

    friend bool operator==(const SampleSteps &, const SampleSteps &) = default;
    friend size_t qHash(const SampleSteps &steps, size_t seed = 0)
    {
        return qHashMulti(seed, steps.m_isAll, steps.m_most);
    }

private:
    explicit SampleSteps(double most) : m_isAll(false), m_most(most) {}

    bool m_isAll = true;
    double m_most = std::numeric_limits<double>::infinity();
};

} // namespace plotleaf
