#pragma once

#include "core/runs/aggregate.h"

#include <utility>

namespace plotleaf {

/// How a group of runs is drawn, from what a fence lists under `aggregate`.
///
/// `std` and `stderr` are a band around the mean, `min` and `max` together the edges of one. What
/// else is listed is a line: the first one drawn as lines are, further ones thin and dotted. Where
/// no line is left there is the mean.
struct GroupStyle
{
    enum class Band { None, Std, Stderr, MinMax };

    Band band = Band::None;
    std::vector<Aggregate> lines; ///< never empty

    /// `otherwise`: what it is where nothing is listed.
    static GroupStyle of(QStringList listed, const QStringList &otherwise);
};

/// A group's values of one metric, over common x.
struct GroupPoints
{
    std::vector<Points> lines;                     ///< as GroupStyle::lines
    std::optional<std::pair<Points, Points>> band; ///< lower and upper edge
};

/// One number of each run of a group as text: the style's first line, and its band as "± 0.1"
/// (which is around the mean, so only behind that) or "(0.1 … 0.3)".
QString groupText(const std::vector<double> &values, const GroupStyle &style);

/// How many of the values a group's numbers are made of: those that are finite.
qsizetype countedIn(const std::vector<double> &values);

/// Small print: how many values a group does without; nothing where it is none.
QStringList leftOutNotes(qsizetype count);

GroupPoints groupPoints(const std::vector<Points> &runs, const GroupStyle &style);

} // namespace plotleaf
