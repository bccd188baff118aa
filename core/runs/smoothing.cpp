#include "core/runs/smoothing.h"

#include "core/runs/gaussian_smoothing.h"

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

// At 1 the first value would stay for ever and its correction would divide by zero.
constexpr double heaviestWeight = 0.999999;
// W&B publishes the formula but not this constant; 1000 is its default number of buckets on screen.
constexpr double viewportUnits = 1000.0;

std::vector<double> exponential(const Points &points, double weight)
{
    const double w = std::clamp(weight, 0.0, heaviestWeight);
    std::vector<double> result = points.y;
    double last = 0;
    double remaining = 1; // w to the power of the values seen
    for (double &y : result) {
        if (!std::isfinite(y))
            continue;
        last = w * last + (1 - w) * y;
        remaining *= w;
        y = last / (1 - remaining);
    }
    return result;
}

std::vector<double> timeWeighted(const Points &points, double weight)
{
    const double w = std::min(std::sqrt(std::clamp(weight, 0.0, 1.0)), 0.999);
    const double range = points.x.empty() ? 0 : points.x.back() - points.x.front();
    std::vector<double> result = points.y;
    double sum = 0;
    double count = 0;
    double before = points.x.empty() ? 0 : points.x.front();
    for (size_t i = 0; i < result.size(); ++i) {
        if (!std::isfinite(result[i]))
            continue;
        const double distance = range > 0 ? (points.x[i] - before) / range * viewportUnits : 0;
        const double fade = std::pow(w, distance);
        sum = fade * sum + result[i];
        count = fade * count + 1;
        before = points.x[i];
        result[i] = sum / count;
    }
    return result;
}

std::vector<double> average(const Points &points, double weight)
{
    const size_t size = points.size();
    const double longest = static_cast<double>(std::max<size_t>(size, 1)) * 2;
    const auto window = static_cast<size_t>(std::clamp(std::round(weight), 1.0, longest));
    const size_t before = window / 2;
    const size_t behind = (window - 1) / 2;

    // Sums that start anew every `window` points, from the front and from the back: a window is the
    // end of one stretch and the beginning of the next, so that nothing outside it is added and
    // taken away again. A spike would leave no digits of what follows it.
    std::vector<double> forward(size);
    std::vector<double> backward(size);
    std::vector<double> counts(size + 1, 0.0);
    const auto counted = [&points](size_t i) {
        return std::isfinite(points.y[i]) ? points.y[i] : 0.0;
    };
    for (size_t i = 0; i < size; ++i) {
        forward[i] = (i % window == 0 ? 0.0 : forward[i - 1]) + counted(i);
        counts[i + 1] = counts[i] + (std::isfinite(points.y[i]) ? 1.0 : 0.0);
    }
    for (size_t i = size; i-- > 0;) {
        const bool isLast = i + 1 == size || (i + 1) % window == 0;
        backward[i] = (isLast ? 0.0 : backward[i + 1]) + counted(i);
    }
    std::vector<double> result = points.y;
    for (size_t i = 0; i < size; ++i) {
        if (!std::isfinite(result[i]))
            continue;
        const size_t from = i - std::min(i, before);
        const size_t to = std::min(size, i + behind + 1);
        // A window within one stretch begins or ends with it.
        double sum = from % window == 0 ? forward[to - 1] : backward[from];
        if (from / window != (to - 1) / window)
            sum = backward[from] + forward[to - 1];
        result[i] = sum / (counts[to] - counts[from]);
    }
    return result;
}

} // namespace

std::vector<double> smoothed(const Points &points, const Smoothing &smoothing)
{
    if (std::isnan(smoothing.weight))
        return points.y;
    switch (smoothing.type) {
    case Smoothing::Type::None:
        return points.y;
    case Smoothing::Type::Exponential:
        return exponential(points, smoothing.weight);
    case Smoothing::Type::TimeWeighted:
        return timeWeighted(points, smoothing.weight);
    case Smoothing::Type::Gaussian:
        return gaussianSmoothed(points, smoothing.weight);
    case Smoothing::Type::Average:
        return average(points, smoothing.weight);
    }
    return points.y;
}

} // namespace plotleaf
