#pragma once

#include "core/runs/sample_steps.h"

#include <algorithm>
#include <vector>

namespace plotleaf {

// Which of a key's many samples in files are read.

/// Where all steps are wanted, more samples than this, or more bytes, are thinned out evenly over
/// them (first and last stay).
constexpr size_t maxSamplesRead = 1000;
constexpr qint64 maxSampleBytesRead = 64LL << 20;

/// Which of `count` samples, `bytes` long together, to read so that they stay within `maxCount` and
/// `maxBytes`, were they alike: evenly spread, the first and the last among them (where it is one,
/// the last).
std::vector<size_t> spreadSamples(size_t count,
                                  qint64 bytes,
                                  size_t maxCount = maxSamplesRead,
                                  qint64 maxBytes = maxSampleBytesRead);

/// Those of `all`, which have a `step` and are in its order, that are wanted.
template <typename Place>
std::vector<Place> samplesAt(std::vector<Place> all, const SampleSteps &steps)
{
    if (steps.isAll())
        return all;
    const auto end = std::ranges::upper_bound(all, steps.most(), {}, &Place::step);
    if (end == all.begin())
        return {};
    const auto begin =
        std::ranges::lower_bound(all.begin(), end, std::prev(end)->step, {}, &Place::step);
    return {begin, end};
}

} // namespace plotleaf
