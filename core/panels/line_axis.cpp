#include "core/panels/line_axis.h"

#include <cmath>
#include <limits>

namespace plotleaf {

namespace {

double log10OrLowest(double x)
{
    return x > 0 ? std::log10(x) : std::numeric_limits<double>::lowest();
}

} // namespace

void LineAxis::chooseUnit(double seconds)
{
    if (what != QLatin1String("relative"))
        return;
    struct Unit
    {
        double upTo;
        double seconds;
        const char *name;
    };
    constexpr double endless = std::numeric_limits<double>::infinity();
    constexpr Unit units[] = {
        {180, 1, "s"}, {180 * 60, 60, "min"}, {72 * 3600, 3600, "h"}, {endless, 86'400, "d"}};
    for (const Unit &candidate : units) {
        unit = candidate.seconds;
        unitName = QLatin1String(candidate.name);
        if (seconds <= candidate.upTo)
            return;
    }
}

double LineAxis::toAxis(double curveX) const
{
    return (isLog ? std::pow(10.0, curveX) : curveX) / unit;
}

double LineAxis::toCurve(double axisX) const
{
    return baseToCurve(axisX * unit);
}

double LineAxis::baseToCurve(double x) const
{
    return isLog ? log10OrLowest(x) : x;
}

} // namespace plotleaf
