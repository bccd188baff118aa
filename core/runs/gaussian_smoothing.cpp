#include "core/runs/gaussian_smoothing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plotleaf {

namespace {

constexpr double cellsPerDeviation = 16;
// Beyond five deviations a weight is below four millionths.
constexpr int reach = 5;

/// exp(−d²/2) for d from 0 to `reach`, looked up: a narrow window still asks for it a hundred times
/// per point.
class NormalDensity
{
public:
    NormalDensity()
    {
        for (size_t i = 0; i < m_table.size(); ++i) {
            const double d = static_cast<double>(i) / perDeviation;
            m_table[i] = std::exp(-0.5 * d * d);
        }
    }

    double at(double distance) const
    {
        const double place = distance * perDeviation;
        const auto i = static_cast<size_t>(place);
        return m_table[i] + (place - static_cast<double>(i)) * (m_table[i + 1] - m_table[i]);
    }

private:
    static constexpr int perDeviation = 256;
    std::array<double, reach * perDeviation + 2> m_table{};
};

/// Finite points, those of one cell together: mean x, sum of y, how many.
struct Cells
{
    std::vector<double> x;
    std::vector<double> sum;
    std::vector<double> count;
    std::vector<size_t> cellOf; ///< of each point; of a gap: of the cell before it
};

Cells gathered(const Points &points, double cellWidth)
{
    Cells cells;
    cells.cellOf.resize(points.size(), 0);
    double cellStart = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        if (std::isfinite(points.y[i])) {
            if (cells.x.empty() || points.x[i] - cellStart >= cellWidth) {
                cellStart = points.x[i];
                cells.x.push_back(0);
                cells.sum.push_back(0);
                cells.count.push_back(0);
            }
            const double n = ++cells.count.back();
            cells.x.back() += (points.x[i] - cells.x.back()) / n;
            cells.sum.back() += points.y[i];
        }
        cells.cellOf[i] = cells.x.empty() ? 0 : cells.x.size() - 1;
    }
    return cells;
}

/// The weighted mean around `x`; `near` is a cell not far from it.
double meanAround(
    const Cells &cells, const NormalDensity &density, double x, size_t near, double deviation)
{
    double sum = 0;
    double weights = 0;
    const auto add = [&](size_t cell) {
        const double distance = std::abs(cells.x[cell] - x) / deviation;
        if (distance > reach)
            return false;
        const double weight = density.at(distance);
        sum += weight * cells.sum[cell];
        weights += weight * cells.count[cell];
        return true;
    };
    for (size_t cell = near; cell < cells.x.size() && add(cell); ++cell) {
    }
    for (size_t cell = near; cell > 0 && add(cell - 1); --cell) {
    }
    return sum / weights;
}

/// The cell on that side, or at the ends the one on the other side: the line is continued there.
size_t neighbour(size_t cell, bool before, size_t cells)
{
    if (cells < 2)
        return cell;
    if (before)
        return cell > 0 ? cell - 1 : 1;
    return cell + 1 < cells ? cell + 1 : cell - 1;
}

} // namespace

std::vector<double> gaussianSmoothed(const Points &points, double deviation)
{
    std::vector<double> result = points.y;
    if (!(deviation > 0))
        return result;
    const Cells cells = gathered(points, deviation / cellsPerDeviation);

    // Means at the cells; the points take the straight line through two of them.
    static const NormalDensity density;
    std::vector<double> means(cells.x.size());
    for (size_t cell = 0; cell < means.size(); ++cell)
        means[cell] = meanAround(cells, density, cells.x[cell], cell, deviation);
    for (size_t i = 0; i < result.size(); ++i) {
        if (!std::isfinite(result[i]))
            continue;
        const size_t cell = cells.cellOf[i];
        const double x = points.x[i];
        const size_t other = neighbour(cell, x < cells.x[cell], means.size());
        const double gap = cells.x[other] - cells.x[cell];
        const double share = gap == 0 ? 0 : (x - cells.x[cell]) / gap;
        result[i] = means[cell] + share * (means[other] - means[cell]);
    }
    return result;
}

} // namespace plotleaf
