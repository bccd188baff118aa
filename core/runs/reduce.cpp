#include "core/runs/reduce.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace plotleaf {

Extremes Extremes::of(const std::vector<double> &y, size_t first, size_t last)
{
    Extremes found;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (size_t i = first; i < last; ++i) {
        const double value = y[i];
        if (!std::isfinite(value)) {
            found.gap = std::min(found.gap, i);
            continue;
        }
        found.first = std::min(found.first, i);
        found.last = i;
        if (value < low) {
            low = value;
            found.lowest = i;
        }
        if (value > high) {
            high = value;
            found.highest = i;
        }
    }
    return found;
}

void Extremes::add(const std::vector<double> &y, const Extremes &behind)
{
    if (gap == none)
        gap = behind.gap;
    if (behind.first == none)
        return;
    if (first == none) {
        first = behind.first;
        lowest = behind.lowest;
        highest = behind.highest;
    } else {
        lowest = y[behind.lowest] < y[lowest] ? behind.lowest : lowest;
        highest = y[behind.highest] > y[highest] ? behind.highest : highest;
    }
    last = behind.last;
}

void Extremes::appendTo(Points &reduced, const Points &from) const
{
    std::array<size_t, 5> indexes{first, lowest, highest, last, gap};
    std::sort(indexes.begin(), indexes.end());
    size_t before = none;
    for (const size_t i : indexes) {
        if (i == none)
            break;
        if (i != before)
            reduced.append(from.x[i], from.y[i]);
        before = i;
    }
}

namespace {

/// Sizes are relative to the extent of the data, so that no product overflows.
struct Extent
{
    double x0 = 0;
    double width = 1;
    double y0 = 0;
    double height = 1;
};

Extent extentOf(const Points &points, const Extremes &extremes)
{
    Extent extent;
    extent.x0 = points.x.front();
    extent.y0 = points.y[extremes.lowest];
    // Halves first: the difference of two large values of opposite sign is not a number.
    extent.width = (points.x.back() / 2 - extent.x0 / 2) * 2;
    extent.height = (points.y[extremes.highest] / 2 - extent.y0 / 2) * 2;
    if (!std::isfinite(extent.width) || extent.width <= 0)
        extent.width = std::max(std::abs(points.x.back()), 1.0);
    if (!std::isfinite(extent.height) || extent.height <= 0)
        extent.height = std::max(std::abs(points.y[extremes.highest]), 1.0);
    return extent;
}

struct Corner
{
    double x = 0;
    double y = 0;
};

Corner cornerAt(const Points &points, size_t i, const Extent &extent)
{
    return {points.x[i] / extent.width - extent.x0 / extent.width,
            points.y[i] / extent.height - extent.y0 / extent.height};
}

double triangleArea(const Corner &a, const Corner &b, const Corner &c)
{
    return std::abs((a.x - c.x) * (b.y - a.y) - (a.x - b.x) * (c.y - a.y));
}

/// The mean of the finite points in [first, last); `otherwise` when there is none.
Corner centre(
    const Points &points, size_t first, size_t last, const Extent &extent, const Corner &otherwise)
{
    Corner sum;
    double count = 0;
    for (size_t i = first; i < last; ++i) {
        if (!std::isfinite(points.y[i]))
            continue;
        const Corner corner = cornerAt(points, i, extent);
        sum = {sum.x + corner.x, sum.y + corner.y};
        ++count;
    }
    return count > 0 ? Corner{sum.x / count, sum.y / count} : otherwise;
}

/// One pass over the buckets between the first and the last point.
class LttbPass
{
public:
    LttbPass(const Points &points, size_t count)
        : m_points(points), m_buckets(count - 2), m_all(Extremes::of(points.y, 0, points.size()))
    {
        if (m_all.first != Extremes::none)
            m_extent = extentOf(points, m_all);
    }

    Points run()
    {
        Points reduced;
        reduced.x.reserve(m_buckets + 8);
        reduced.y.reserve(m_buckets + 8);
        reduced.append(m_points.x.front(), m_points.y.front());
        if (std::isfinite(m_points.y.front()))
            m_left = cornerAt(m_points, 0, m_extent);
        for (size_t bucket = 0; bucket < m_buckets; ++bucket)
            take(bucket, reduced);
        reduced.append(m_points.x.back(), m_points.y.back());
        return reduced;
    }

private:
    size_t begin(size_t bucket) const
    {
        const size_t inner = m_points.size() - 2;
        return 1 + static_cast<size_t>(static_cast<double>(inner) * static_cast<double>(bucket) /
                                       static_cast<double>(m_buckets));
    }

    void take(size_t bucket, Points &reduced)
    {
        const size_t first = begin(bucket);
        const size_t last = begin(bucket + 1);
        const size_t next = bucket + 1 < m_buckets ? begin(bucket + 2) : m_points.size();
        const Corner right = centre(m_points, last, next, m_extent, m_left);
        Extremes kept;
        double largest = -1;
        for (size_t i = first; i < last; ++i) {
            if (!std::isfinite(m_points.y[i])) {
                if (kept.gap == Extremes::none)
                    kept.gap = i;
                continue;
            }
            const double area = triangleArea(m_left, cornerAt(m_points, i, m_extent), right);
            if (area > largest || kept.first == Extremes::none) {
                largest = area;
                kept.first = kept.last = i;
            }
        }
        const auto inBucket = [&](size_t i) { return i >= first && i < last; };
        kept.lowest = inBucket(m_all.lowest) ? m_all.lowest : kept.first;
        kept.highest = inBucket(m_all.highest) ? m_all.highest : kept.first;
        kept.appendTo(reduced, m_points);
        if (kept.first != Extremes::none)
            m_left = cornerAt(m_points, kept.first, m_extent);
    }

    const Points &m_points;
    const size_t m_buckets;
    const Extremes m_all;
    Extent m_extent;
    Corner m_left;
};

} // namespace

Points reduceLttb(const Points &points, size_t count)
{
    count = std::max<size_t>(count, 3);
    if (points.size() <= count)
        return points;
    return LttbPass(points, count).run();
}

} // namespace plotleaf
