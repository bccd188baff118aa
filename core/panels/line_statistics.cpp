#include "core/panels/line_statistics.h"

#include "core/panels/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

struct StatisticsText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::LinePanel)
};

/// Takes `aggregate` out of the list; whether it was there.
bool takeOut(std::vector<Aggregate> &list, Aggregate aggregate)
{
    return std::erase(list, aggregate) > 0;
}

std::pair<Points, Points> around(const Points &middle, const Points &distance)
{
    std::pair<Points, Points> band{middle, middle};
    for (size_t i = 0; i < middle.size(); ++i) {
        band.first.y[i] -= distance.y[i];
        band.second.y[i] += distance.y[i];
    }
    return band;
}

} // namespace

GroupStyle GroupStyle::of(QStringList listed, const QStringList &otherwise)
{
    if (listed.isEmpty())
        listed = otherwise;
    GroupStyle style;
    for (const QString &name : listed) {
        if (const auto aggregate = aggregateFromName(name))
            style.lines.push_back(*aggregate);
    }
    const bool hasStd = takeOut(style.lines, Aggregate::Std);
    const bool hasStderr = takeOut(style.lines, Aggregate::Stderr);
    const bool hasEdges = std::ranges::count(style.lines, Aggregate::Min) > 0 &&
                          std::ranges::count(style.lines, Aggregate::Max) > 0;
    if (hasStd || hasStderr) {
        style.band = hasStd ? Band::Std : Band::Stderr;
    } else if (hasEdges) {
        style.band = Band::MinMax;
        takeOut(style.lines, Aggregate::Min);
        takeOut(style.lines, Aggregate::Max);
    }
    if (style.lines.empty())
        style.lines = {Aggregate::Mean};
    return style;
}

QString groupText(const std::vector<double> &values, const GroupStyle &style)
{
    const double value = aggregateOf(style.lines.front(), values);
    const bool isAroundMean =
        style.band == GroupStyle::Band::Std || style.band == GroupStyle::Band::Stderr;
    if (countedIn(values) < 2 || (isAroundMean && style.lines.front() != Aggregate::Mean))
        return numberText(value);
    switch (style.band) {
    case GroupStyle::Band::Std:
        return spreadText(value, aggregateOf(Aggregate::Std, values));
    case GroupStyle::Band::Stderr:
        return spreadText(value, aggregateOf(Aggregate::Stderr, values));
    case GroupStyle::Band::MinMax:
        return QStringLiteral("%1 (%2 … %3)")
            .arg(numberText(value), numberText(aggregateOf(Aggregate::Min, values)),
                 numberText(aggregateOf(Aggregate::Max, values)));
    case GroupStyle::Band::None:
        break;
    }
    return numberText(value);
}

qsizetype countedIn(const std::vector<double> &values)
{
    return std::ranges::count_if(values, [](double value) { return std::isfinite(value); });
}

QStringList leftOutNotes(qsizetype count)
{
    if (count == 0)
        return {};
    return {StatisticsText::tr("Values that are NaN or infinite, left out: %1.").arg(count)};
}

GroupPoints groupPoints(const std::vector<Points> &runs, const GroupStyle &style)
{
    const AlignedLines aligned(runs);
    GroupPoints points;
    for (const Aggregate line : style.lines)
        points.lines.push_back(aligned.aggregated(line));
    switch (style.band) {
    case GroupStyle::Band::None:
        break;
    case GroupStyle::Band::MinMax:
        points.band = {aligned.aggregated(Aggregate::Min), aligned.aggregated(Aggregate::Max)};
        break;
    case GroupStyle::Band::Std:
    case GroupStyle::Band::Stderr:
        points.band =
            around(aligned.aggregated(Aggregate::Mean),
                   aligned.aggregated(style.band == GroupStyle::Band::Std ? Aggregate::Std
                                                                          : Aggregate::Stderr));
        break;
    }
    return points;
}

} // namespace plotleaf
