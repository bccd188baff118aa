#include "core/panels/histogram_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plotleaf {

namespace {

struct Bucket
{
    double left = 0;
    double right = 0;
    double count = 0;
};

/// TensorBoard stores right edges only, the last of which may be 1.8e308: the least and the
/// greatest value bound them.
std::vector<Bucket> bucketsOf(const HistogramSample &sample)
{
    std::vector<Bucket> buckets;
    double left = sample.min;
    const size_t size = std::min(sample.limits.size(), sample.counts.size());
    for (size_t i = 0; i < size; ++i) {
        const double right = std::min(sample.limits[i], sample.max);
        const double count = sample.counts[i];
        if (std::isfinite(right) && right >= left && std::isfinite(count) && count > 0)
            buckets.push_back({left, right, count});
        left = std::isfinite(right) ? std::max(left, right) : left;
    }
    return buckets;
}

QVector<const HistogramSample *> thinned(const QVector<HistogramSample> &samples, qsizetype most)
{
    QVector<const HistogramSample *> usable;
    for (const HistogramSample &sample : samples) {
        if (std::isfinite(sample.min) && std::isfinite(sample.max) && sample.min <= sample.max)
            usable << &sample;
    }
    if (usable.size() <= most)
        return usable;
    QVector<const HistogramSample *> kept;
    for (qsizetype i = 0; i < most; ++i)
        kept << usable[i * (usable.size() - 1) / (most - 1)];
    return kept;
}

class BinAxis
{
public:
    BinAxis(const QVector<const HistogramSample *> &samples, int bins) : m_bins(bins)
    {
        double least = std::numeric_limits<double>::infinity();
        double most = -least;
        for (const HistogramSample *sample : samples) {
            least = std::min(least, sample->min);
            most = std::max(most, sample->max);
        }
        m_first = least;
        m_width = most / bins - least / bins;
        // All values are the same: bins around it, so that there is something to see.
        if (!(m_width > 0)) {
            m_width = std::max(std::abs(least), 1.0) / bins;
            m_first = least - m_width * bins / 2;
        }
    }

    double center(int bin) const { return m_first + m_width * (bin + 0.5); }

    void add(const Bucket &bucket, size_t step, std::vector<std::vector<double>> &counts) const
    {
        const int first = binOf(bucket.left);
        const int last = binOf(bucket.right);
        const double width = bucket.right - bucket.left;
        if (first == last || !(width > 0)) {
            counts[size_t(first)][step] += bucket.count;
            return;
        }
        for (int bin = first; bin <= last; ++bin) {
            const double from = std::max(bucket.left, m_first + m_width * bin);
            const double to = std::min(bucket.right, m_first + m_width * (bin + 1));
            counts[size_t(bin)][step] += bucket.count * std::max(to - from, 0.0) / width;
        }
    }

private:
    int binOf(double value) const
    {
        return int(std::clamp(std::floor((value - m_first) / m_width), 0.0, double(m_bins - 1)));
    }

    int m_bins;
    double m_first = 0;
    double m_width = 1;
};

} // namespace

HistogramGrid histogramGrid(const QVector<HistogramSample> &samples, int bins, qsizetype maxSteps)
{
    HistogramGrid grid;
    const QVector<const HistogramSample *> kept =
        thinned(samples, std::max<qsizetype>(maxSteps, 2));
    if (kept.isEmpty())
        return grid;
    const BinAxis axis(kept, bins);
    for (int bin = 0; bin < bins; ++bin)
        grid.centers.push_back(axis.center(bin));
    grid.counts.assign(size_t(bins), std::vector<double>(size_t(kept.size()), 0.0));
    for (const HistogramSample *sample : kept) {
        const size_t step = grid.steps.size();
        grid.steps.push_back(sample->step);
        for (const Bucket &bucket : bucketsOf(*sample))
            axis.add(bucket, step, grid.counts);
    }
    return grid;
}

} // namespace plotleaf
