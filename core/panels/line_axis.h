#pragma once

#include <QString>

namespace plotleaf {

/// What x is in a line plot, and how numbers of its curves become numbers of the axis.
struct LineAxis
{
    QString what; ///< "step", "relative", "wall", "metric": layout.meta.x
    QString title;
    bool isDate = false;
    bool isLog =
        false;       ///< then curves hold log10(x), so that all columns of pixels are equally wide
    double unit = 1; ///< relative time: seconds in one unit of the axis
    QString unitName;

    /// Relative time is shown in what makes the numbers small: s, min, h or d for so many seconds.
    void chooseUnit(double seconds);
    double toAxis(double curveX) const;
    double toCurve(double axisX) const;
    /// From base units (seconds, steps, …), as ranges in fences are written.
    double baseToCurve(double x) const;
};

} // namespace plotleaf
