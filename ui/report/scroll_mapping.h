#pragma once

namespace plotleaf {

/// Where a line of the source is to be in the preview: `line` at `fraction` of the view's height.
struct ScrollTarget
{
    double line = 0.0;
    double fraction = 0.0;

    friend bool operator==(const ScrollTarget &, const ScrollTarget &) = default;
};

/// At which part of the view the two panes are held together, for a scroll bar at `value` of
/// `maximum` whose page is `page` long. 0 is the top; over the last page it goes to 1, because both
/// panes must end together although one is longer than the other.
double anchorFraction(int value, int maximum, int page);

} // namespace plotleaf
