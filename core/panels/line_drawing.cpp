#include "core/panels/line_drawing.h"

#include "core/panels/plot_json.h"

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

// So few points are drawn with markers: a line through one point is invisible.
constexpr size_t pointsWithMarkers = 30;

constexpr double bandOpacity = 0.18;

/// Draws prepared curves as plotly's traces and layout, as far as the view shows them.
class LineDrawing
{
public:
    LineDrawing(const PanelSpec &spec, const LineCurves &curves, const PanelView &view)
        : m_spec(spec)
        , m_curves(curves)
        , m_view(view)
        , m_range(spec.value<RangeOption>(QStringLiteral("range")))
    {
    }

    QJsonObject content() const
    {
        QJsonArray data;
        const XRange part = visiblePart();
        // Bands lie behind all lines, or the last one's would dim those before it.
        for (const LineCurve &line : m_curves.lines) {
            if (line.band)
                data.append(bandTrace(line, line.band->low.reduce(pixels(), part),
                                      line.band->high.reduce(pixels(), part)));
        }
        for (const LineCurve &line : m_curves.lines) {
            if (line.original)
                data.append(originalTrace(line, line.original->reduce(pixels(), part)));
            for (const Curve &other : line.others)
                data.append(otherTrace(line, other.reduce(pixels(), part)));
            data.append(trace(line, line.shown.reduce(pixels(), part)));
        }
        return {{QStringLiteral("data"), data}, {QStringLiteral("layout"), layout()}};
    }

private:
    bool isZoomed() const { return m_view.range.x0 && m_view.range.x1; }

    /// A zoomed figure is twice as wide as what is seen, and so needs twice the columns to be as
    /// sharp.
    size_t pixels() const { return size_t(m_view.pixelWidth) * (isZoomed() ? 2 : 1); }

    XRange visiblePart() const
    {
        if (!isZoomed())
            return fixedRange();
        const double from = m_curves.axis.toCurve(std::min(*m_view.range.x0, *m_view.range.x1));
        const double to = m_curves.axis.toCurve(std::max(*m_view.range.x0, *m_view.range.x1));
        const double margin = (to - from) / 2;
        return {from - margin, to + margin};
    }

    /// What the fence asks for, as curves hold it.
    XRange fixedRange() const
    {
        if (const auto last = m_range.lastSteps ? m_range.lastSteps : m_range.lastSeconds)
            return {lastRange(*last * (m_curves.axis.isDate ? 1000 : 1)), {}};
        XRange range;
        if (m_range.x.from)
            range.from = m_curves.axis.baseToCurve(*m_range.x.from);
        if (m_range.x.to)
            range.to = m_curves.axis.baseToCurve(*m_range.x.to);
        return range;
    }

    double lastRange(double length) const
    {
        const double end = m_curves.axis.isLog ? std::pow(10.0, m_curves.lastX) : m_curves.lastX;
        return m_curves.axis.baseToCurve(end - length);
    }

    static QJsonObject meta(const LineCurve &line, const char *role)
    {
        QJsonObject meta{{QStringLiteral("role"), QLatin1String(role)},
                         {QStringLiteral("run"), line.runName},
                         {QStringLiteral("metric"), line.metric}};
        if (line.color.isEmpty())
            meta.insert(QStringLiteral("colorIndex"), line.colorIndex);
        return meta;
    }

    QJsonObject baseTrace(const LineCurve &line, const Points &points) const
    {
        std::vector<double> x = points.x;
        for (double &value : x)
            value = m_curves.axis.toAxis(value);
        const bool few = points.size() <= pointsWithMarkers;
        return {{QStringLiteral("type"), QStringLiteral("scatter")},
                {QStringLiteral("mode"),
                 few ? QStringLiteral("lines+markers") : QStringLiteral("lines")},
                {QStringLiteral("name"), plotText(line.label)},
                {QStringLiteral("legendgroup"), plotText(line.label)},
                {QStringLiteral("x"), plotNumbers(x)},
                {QStringLiteral("y"), plotNumbers(points.y)}};
    }

    static QJsonObject stroke(const QString &color, double width, const QString &dash)
    {
        QJsonObject stroke{{QStringLiteral("width"), width}, {QStringLiteral("dash"), dash}};
        if (!color.isEmpty())
            stroke.insert(QStringLiteral("color"), color);
        return stroke;
    }

    QJsonObject trace(const LineCurve &line, const Points &points) const
    {
        QJsonObject trace = baseTrace(line, points);
        trace.insert(QStringLiteral("line"), stroke(line.color, 1.5, line.dash));
        trace.insert(QStringLiteral("meta"), meta(line, "line"));
        return trace;
    }

    QJsonObject originalTrace(const LineCurve &line, const Points &points) const
    {
        QJsonObject trace = baseTrace(line, points);
        trace.insert(QStringLiteral("mode"), QStringLiteral("lines"));
        trace.insert(QStringLiteral("line"), stroke(line.color, 1, line.dash));
        trace.insert(QStringLiteral("opacity"), 0.3);
        trace.insert(QStringLiteral("showlegend"), false);
        trace.insert(QStringLiteral("hoverinfo"), QStringLiteral("skip"));
        trace.insert(QStringLiteral("meta"), meta(line, "original"));
        return trace;
    }

    /// Another statistic of the group: thin and dotted, told by the legend's line.
    QJsonObject otherTrace(const LineCurve &line, const Points &points) const
    {
        QJsonObject trace = baseTrace(line, points);
        trace.insert(QStringLiteral("mode"), QStringLiteral("lines"));
        trace.insert(QStringLiteral("line"), stroke(line.color, 1, QStringLiteral("dot")));
        trace.insert(QStringLiteral("showlegend"), false);
        trace.insert(QStringLiteral("hoverinfo"), QStringLiteral("skip"));
        trace.insert(QStringLiteral("meta"), meta(line, "statistic"));
        return trace;
    }

    /// One polygon: along the lower edge and back along the upper one.
    QJsonObject bandTrace(const LineCurve &line, Points low, const Points &high) const
    {
        for (size_t i = high.size(); i-- > 0;)
            low.append(high.x[i], high.y[i]);
        QJsonObject trace = baseTrace(line, low);
        trace.insert(QStringLiteral("mode"), QStringLiteral("lines"));
        trace.insert(QStringLiteral("fill"), QStringLiteral("toself"));
        trace.insert(QStringLiteral("opacity"), bandOpacity);
        if (!line.color.isEmpty())
            trace.insert(QStringLiteral("fillcolor"), line.color);
        trace.insert(QStringLiteral("line"), stroke(line.color, 0, QStringLiteral("solid")));
        trace.insert(QStringLiteral("showlegend"), false);
        trace.insert(QStringLiteral("hoverinfo"), QStringLiteral("skip"));
        trace.insert(QStringLiteral("meta"), meta(line, "band"));
        return trace;
    }

    QJsonObject layout() const
    {
        const LineAxis &axis = m_curves.axis;
        QJsonObject layout{
            {QStringLiteral("meta"), QJsonObject{{QStringLiteral("x"), axis.what}}},
            {QStringLiteral("uirevision"), QString(axis.what + axis.unitName)},
            {QStringLiteral("hovermode"), QStringLiteral("x unified")},
            {QStringLiteral("xaxis"), xAxis()},
            {QStringLiteral("yaxis"), yAxis()},
        };
        setLegend(layout, m_spec.value<QString>(QStringLiteral("legend")),
                  qsizetype(m_curves.lines.size()));
        return layout;
    }

    QJsonObject xAxis() const
    {
        const LineAxis &axis = m_curves.axis;
        const QString type = axis.isDate  ? QStringLiteral("date")
                             : axis.isLog ? QStringLiteral("log")
                                          : QStringLiteral("linear");
        const QString title = axis.unitName.isEmpty()
                                  ? axis.title
                                  : QStringLiteral("%1 (%2)").arg(axis.title, axis.unitName);
        QJsonObject json = plotAxis(type, title);
        const XRange fixed = fixedRange();
        if (!isZoomed() && (fixed.from || fixed.to))
            json.insert(QStringLiteral("range"), QJsonArray{end(fixed.from), end(fixed.to)});
        return json;
    }

    /// On a log axis plotly wants exponents; null: plotly finds the end
    /// itself.
    QJsonValue end(const std::optional<double> &curveX) const
    {
        if (!curveX || !std::isfinite(*curveX))
            return {};
        const double x = m_curves.axis.toAxis(*curveX);
        if (!m_curves.axis.isLog)
            return x;
        return x > 0 ? QJsonValue(std::log10(x)) : QJsonValue();
    }

    QJsonObject yAxis() const
    {
        const bool isLog = m_spec.value<ScaleOption>(QStringLiteral("scale")).logY;
        QJsonObject json =
            plotAxis(isLog ? QStringLiteral("log") : QStringLiteral("linear"), yTitle());
        const auto end = [isLog](const std::optional<double> &value) {
            const bool usable = value && (!isLog || *value > 0);
            return usable ? QJsonValue(isLog ? std::log10(*value) : *value) : QJsonValue();
        };
        const QJsonArray range{end(m_range.y.from), end(m_range.y.to)};
        if (!range[0].isNull() || !range[1].isNull())
            json.insert(QStringLiteral("range"), range);
        return json;
    }

    QString yTitle() const
    {
        const QString &first = m_curves.lines.front().metric;
        const bool same = std::ranges::all_of(
            m_curves.lines, [&](const LineCurve &l) { return l.metric == first; });
        return same ? first : QString();
    }

    const PanelSpec &m_spec;
    const LineCurves &m_curves;
    const PanelView &m_view;
    const RangeOption m_range;
};

} // namespace

QJsonObject lineDrawing(const PanelSpec &spec, const LineCurves &curves, const PanelView &view)
{
    return LineDrawing(spec, curves, view).content();
}

} // namespace plotleaf
