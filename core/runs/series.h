#pragma once

#include <QString>
#include <QVector>

#include <vector>

namespace plotleaf {

/// A metric of a run over its steps: three columns of equal length, in the order in which they were
/// logged. NaN and infinities are values, not errors.
struct Series
{
    std::vector<double> step; ///< the training step; not necessarily whole, never decreasing
    std::vector<double> wall; ///< seconds since 1970-01-01 UTC
    std::vector<double> value;

    size_t size() const { return value.size(); }
};

/// What x means in a plot of series.
enum class XAxis { Step, Relative, Wall };

} // namespace plotleaf
