#include "ui/report/scroll_mapping.h"

#include <algorithm>

namespace plotleaf {

double anchorFraction(int value, int maximum, int page)
{
    // In a text shorter than two pages the last page's worth of scrolling is all there is.
    const int length = std::min(page, maximum);
    if (length <= 0)
        return 0.0;
    return std::clamp(double(value - (maximum - length)) / length, 0.0, 1.0);
}

} // namespace plotleaf
