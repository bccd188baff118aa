#include "core/services/folders/sample_choice.h"

namespace plotleaf {

std::vector<size_t> spreadSamples(size_t count, qint64 bytes, size_t maxCount, qint64 maxBytes)
{
    size_t limit = maxCount;
    if (bytes > maxBytes)
        limit = std::min(
            limit, static_cast<size_t>(static_cast<double>(count) * static_cast<double>(maxBytes) /
                                       static_cast<double>(bytes)));
    const size_t taken = std::min(count, std::max<size_t>(limit, 1));
    std::vector<size_t> chosen(taken);
    for (size_t i = 0; i < taken; ++i)
        chosen[i] = taken == 1 ? count - 1 : i * (count - 1) / (taken - 1);
    return chosen;
}

} // namespace plotleaf
