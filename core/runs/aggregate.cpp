#include "core/runs/aggregate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace plotleaf {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

struct NamedAggregate
{
    Aggregate aggregate;
    const char *name;
};

constexpr std::array namedAggregates{
    NamedAggregate{Aggregate::Mean, "mean"}, NamedAggregate{Aggregate::Median, "median"},
    NamedAggregate{Aggregate::Min, "min"},   NamedAggregate{Aggregate::Max, "max"},
    NamedAggregate{Aggregate::Std, "std"},   NamedAggregate{Aggregate::Stderr, "stderr"},
};

/// Welford's update, which neither overflows nor loses digits.
struct Moments
{
    double count = 0;
    double mean = 0;
    double squares = 0;

    void add(double value)
    {
        const double delta = value - mean;
        mean += delta / ++count;
        squares += delta * (value - mean);
    }
    double deviation() const { return std::sqrt(std::max(squares, 0.0) / count); }
};

double medianOf(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    const double below = *std::max_element(values.begin(), middle);
    return below + (*middle - below) / 2;
}

/// Finite values only, and of several at one x their mean.
Points distinct(const Points &line)
{
    Points made;
    double count = 0;
    for (size_t i = 0; i < line.size(); ++i) {
        if (!std::isfinite(line.y[i]))
            continue;
        if (made.size() > 0 && made.x.back() == line.x[i]) {
            made.y.back() += (line.y[i] - made.y.back()) / ++count;
        } else {
            made.append(line.x[i], line.y[i]);
            count = 1;
        }
    }
    return made;
}

/// Equal parts of an axis.
struct XParts
{
    double from = 0;
    double width = 1;
    size_t count = 1;

    XParts(const std::vector<double> &sortedX, size_t parts)
        : from(sortedX.front())
        , width((sortedX.back() - sortedX.front()) / static_cast<double>(parts))
        , count(parts)
    {
    }

    double middle(double x) const
    {
        const double part =
            std::clamp(std::floor((x - from) / width), 0.0, static_cast<double>(count - 1));
        return from + width * (part + 0.5);
    }
};

Points inParts(const Points &line, const XParts &parts)
{
    Points moved;
    moved.x.reserve(line.size());
    for (const double x : line.x)
        moved.x.push_back(parts.middle(x));
    moved.y = line.y;
    return distinct(moved);
}

std::vector<double> united(const std::vector<double> &a, const std::vector<double> &b)
{
    std::vector<double> merged;
    merged.reserve(a.size() + b.size());
    std::ranges::set_union(a, b, std::back_inserter(merged));
    return merged;
}

/// The line at each of `x`, which are sorted.
std::vector<double> interpolated(const Points &line, const std::vector<double> &x)
{
    std::vector<double> y(x.size(), notANumber);
    size_t behind = 0; // the first point of the line that is not left of x
    for (size_t i = 0; i < x.size(); ++i) {
        while (behind < line.size() && line.x[behind] < x[i])
            ++behind;
        if (behind == line.size())
            break;
        if (line.x[behind] == x[i]) {
            y[i] = line.y[behind];
        } else if (behind > 0) {
            const size_t before = behind - 1;
            y[i] = std::lerp(line.y[before], line.y[behind],
                             (x[i] - line.x[before]) / (line.x[behind] - line.x[before]));
        }
    }
    return y;
}

} // namespace

QString aggregateName(Aggregate aggregate)
{
    const auto *found = std::ranges::find(namedAggregates, aggregate, &NamedAggregate::aggregate);
    return QLatin1String(found->name);
}

std::optional<Aggregate> aggregateFromName(QStringView name)
{
    for (const NamedAggregate &named : namedAggregates) {
        if (name == QLatin1String(named.name))
            return named.aggregate;
    }
    return {};
}

QStringList aggregateNames()
{
    QStringList names;
    for (const NamedAggregate &named : namedAggregates)
        names << QLatin1String(named.name);
    return names;
}

double aggregateOf(Aggregate aggregate, std::vector<double> values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return notANumber;
    Moments moments;
    for (const double value : values)
        moments.add(value);
    switch (aggregate) {
    case Aggregate::Mean:
        return moments.mean;
    case Aggregate::Median:
        return medianOf(values);
    case Aggregate::Min:
        return std::ranges::min(values);
    case Aggregate::Max:
        return std::ranges::max(values);
    case Aggregate::Std:
        return moments.deviation();
    case Aggregate::Stderr:
        return moments.deviation() / std::sqrt(moments.count);
    }
    return notANumber;
}

AlignedLines::AlignedLines(const std::vector<Points> &lines, size_t mostX)
{
    std::vector<Points> clean;
    clean.reserve(lines.size());
    std::ranges::transform(lines, std::back_inserter(clean), distinct);
    findX(clean);
    if (m_x.size() > mostX) {
        const XParts parts(m_x, mostX);
        for (Points &line : clean)
            line = inParts(line, parts);
        findX(clean);
    }
    for (const Points &line : clean)
        m_y.push_back(interpolated(line, m_x));
}

void AlignedLines::findX(const std::vector<Points> &lines)
{
    std::vector<std::vector<double>> parts;
    for (const Points &line : lines) {
        // Runs of one experiment mostly share their steps, so that there is nothing to merge.
        if (parts.empty() || line.x != parts.back())
            parts.push_back(line.x);
    }
    // In pairs: one after another, each line would be compared with all x of those before.
    while (parts.size() > 1) {
        const size_t count = parts.size();
        for (size_t i = 0; i < count / 2; ++i)
            parts[i] = united(parts[2 * i], parts[2 * i + 1]);
        if (count % 2 == 1)
            parts[count / 2] = std::move(parts.back());
        parts.resize((count + 1) / 2);
    }
    m_x = parts.empty() ? std::vector<double>() : std::move(parts.front());
}

std::vector<double> AlignedLines::valuesAt(size_t i) const
{
    std::vector<double> values;
    values.reserve(m_y.size());
    for (const std::vector<double> &line : m_y)
        values.push_back(line[i]);
    return values;
}

Points AlignedLines::aggregated(Aggregate aggregate) const
{
    Points points{m_x, {}};
    points.y.reserve(m_x.size());
    for (size_t i = 0; i < m_x.size(); ++i)
        points.y.push_back(aggregateOf(aggregate, valuesAt(i)));
    return points;
}

} // namespace plotleaf
