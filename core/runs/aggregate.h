#pragma once

#include "core/runs/points.h"

#include <QStringList>

#include <optional>

namespace plotleaf {

/// Several lines as one: at each x a statistic over the lines that have a value there.
enum class Aggregate { Mean, Median, Min, Max, Std, Stderr };

/// "mean", "median", "min", "max", "std", "stderr".
QString aggregateName(Aggregate aggregate);
std::optional<Aggregate> aggregateFromName(QStringView name);
QStringList aggregateNames();

/// A statistic of the finite ones among `values`; NaN where none is. `std` is that of the
/// population, √(Σ(x−x̄)²/n), and `stderr` is it divided by √n (W&B, "Smooth and group line plots").
double aggregateOf(Aggregate aggregate, std::vector<double> values);

/// Several lines over common x.
class AlignedLines
{
public:
    /// More different x than this are gathered in as many equal parts of the axis, in each of which
    /// a line is its mean.
    static constexpr size_t defaultMostX = 10'000;

    /// At every x at which some line has a value, all lines do between their first and their last:
    /// their own (the mean of several at one x), or on the straight line between those on either
    /// side. Values that are not finite are left out first, so a line passes over a gap.
    explicit AlignedLines(const std::vector<Points> &lines, size_t mostX = defaultMostX);

    /// One point for each x.
    Points aggregated(Aggregate aggregate) const;

private:
    void findX(const std::vector<Points> &lines);
    std::vector<double> valuesAt(size_t i) const;

    std::vector<double> m_x;
    std::vector<std::vector<double>> m_y; ///< of each line, at each x; NaN outside it
};

} // namespace plotleaf
