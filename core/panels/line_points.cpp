#include "core/panels/line_points.h"

#include "core/panels/name_choice.h"
#include "core/panels/panel_messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plotleaf {

namespace {

struct PointsText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::LinePanel)
};

/// The values of `y` over those of `x` that were logged at the same step (the last, where there are
/// several), in the order of x.
Points overMetric(const Series &x, const Series &y)
{
    Points joined;
    size_t at = 0;
    for (size_t i = 0; i < y.size(); ++i) {
        while (at < x.size() && x.step[at] < y.step[i])
            ++at;
        size_t last = at;
        while (last + 1 < x.size() && x.step[last + 1] == y.step[i])
            ++last;
        if (last < x.size() && x.step[last] == y.step[i] && std::isfinite(x.value[last]))
            joined.append(x.value[last], y.value[i]);
    }
    if (std::ranges::is_sorted(joined.x))
        return joined;
    std::vector<size_t> order(joined.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, {}, [&](size_t i) { return joined.x[i]; });
    Points sorted;
    for (const size_t i : order)
        sorted.append(joined.x[i], joined.y[i]);
    return sorted;
}

} // namespace

QString xMetricOf(const PanelSpec &spec)
{
    const auto &x = spec.value<QString>(QStringLiteral("x"));
    static const QStringList plain{QStringLiteral("step"), QStringLiteral("relative"),
                                   QStringLiteral("wall")};
    return plain.contains(x) ? QString() : x;
}

LinePoints::LinePoints(const PanelInput &input, QStringList metrics)
    : m_input(input)
    , m_metrics(std::move(metrics))
    , m_x(input.spec.value<QString>(QStringLiteral("x")))
    , m_xMetric(xMetricOf(input.spec))
{
}

std::optional<Points> LinePoints::of(const Run &run, const QString &metric)
{
    const Series *series = m_input.data.series(run.id, metric);
    if (!series)
        return {};
    m_notFinite +=
        std::ranges::count_if(series->value, [](double value) { return !std::isfinite(value); });
    if (m_x == QLatin1String("step"))
        return pointsOf(*series, XAxis::Step);
    if (m_x == QLatin1String("relative"))
        return pointsOf(*series, XAxis::Relative, startOf(run));
    if (m_x == QLatin1String("wall"))
        return pointsOf(*series, XAxis::Wall);
    const Series *x = m_input.data.series(run.id, m_xMetric);
    return x ? std::optional(overMetric(*x, *series)) : std::nullopt;
}

std::optional<double> LinePoints::startOf(const Run &run) const
{
    std::optional<double> start;
    for (const QString &metric : m_metrics) {
        const Series *series = m_input.data.series(run.id, metric);
        if (series && !series->wall.empty() && std::isfinite(series->wall.front()))
            start = std::min(start.value_or(series->wall.front()), series->wall.front());
    }
    return start;
}

LineAxis LinePoints::axis() const
{
    LineAxis axis;
    axis.what = m_xMetric.isEmpty() ? m_x : QStringLiteral("metric");
    axis.isDate = m_x == QLatin1String("wall");
    axis.isLog = m_input.spec.value<ScaleOption>(QStringLiteral("scale")).logX && !axis.isDate;
    if (!m_xMetric.isEmpty())
        axis.title = m_xMetric;
    else if (axis.isDate)
        axis.title = PointsText::tr("Time (UTC)");
    else
        axis.title = m_x == QLatin1String("relative") ? PointsText::tr("Time since start")
                                                      : PointsText::tr("Step");
    return axis;
}

std::optional<Figure> LinePoints::message() const
{
    const auto &range = m_input.spec.value<RangeOption>(QStringLiteral("range"));
    const bool isTime = m_x == QLatin1String("relative") || m_x == QLatin1String("wall");
    if (range.lastSeconds && !isTime) {
        return Figure::message(
            QStringLiteral("error"), PointsText::tr("This range needs time"),
            PointsText::tr("A range such as “last 1h” is one of time: it needs “x: relative” "
                           "or “x: wall”."));
    }
    if (m_xMetric.isEmpty())
        return {};
    const QStringList all = chooseNames({}, m_input.runs, &Run::metrics).available;
    if (all.contains(m_xMetric))
        return {};
    return nothingCalledMessage(PointsText::tr("metric for x"), {m_xMetric}, all);
}

} // namespace plotleaf
