#include "core/panels/line_curves.h"

#include "core/panels/line_points.h"
#include "core/panels/line_statistics.h"
#include "core/panels/line_units.h"
#include "core/panels/name_choice.h"
#include "core/panels/panel_messages.h"
#include "core/panels/plot_json.h"
#include "core/runs/smoothing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

struct CurvesText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::LinePanel)
};

Smoothing smoothingOf(const SmoothingOption &option)
{
    Smoothing smoothing{Smoothing::Type::None, option.weight};
    if (option.type == QLatin1String("ema"))
        smoothing.type = Smoothing::Type::Exponential;
    else if (option.type == QLatin1String("twema"))
        smoothing.type = Smoothing::Type::TimeWeighted;
    else if (option.type == QLatin1String("gaussian"))
        smoothing.type = Smoothing::Type::Gaussian;
    else if (option.type == QLatin1String("average"))
        smoothing.type = Smoothing::Type::Average;
    if (option.weight == 0)
        smoothing.type = Smoothing::Type::None;
    return smoothing;
}

// More lines than this tell nobody anything, and a pattern such as /./ is quickly written.
constexpr qsizetype maxLines = 200;

/// The metrics to draw: as the fence asks, but only the first where there would be too many lines.
struct LineMetrics
{
    NameChoice choice;
    qsizetype asked = 0; ///< how many it would be

    LineMetrics(const PanelSpec &spec, const QVector<Run> &runs)
        : choice(chooseNames(spec.names(QStringLiteral("y")), runs, &Run::metrics))
        , asked(choice.names.size())
    {
        const qsizetype most =
            std::max<qsizetype>(maxLines / std::max<qsizetype>(runs.size(), 1), 1);
        choice.names = choice.names.first(std::min(asked, most));
    }
};

/// Builds the lines of one panel.
class CurvesMaker
{
public:
    explicit CurvesMaker(const PanelInput &input)
        : m_input(input)
        , m_metrics(input.spec, input.runs)
        , m_choice(m_metrics.choice)
        , m_scale(input.spec.value<ScaleOption>(QStringLiteral("scale")))
        , m_smoothing(input.spec.value<SmoothingOption>(QStringLiteral("smooth")))
        , m_points(input, m_choice.names)
        , m_units(LineUnits::of(input))
        , m_style(GroupStyle::of(
              input.spec.value<QStringList>(QStringLiteral("aggregate")),
              {QStringLiteral("mean"), QStringLiteral("min"), QStringLiteral("max")}))
    {
    }

    std::shared_ptr<const LineCurves> make()
    {
        auto curves = std::make_shared<LineCurves>();
        curves->message = message();
        if (curves->message)
            return curves;
        curves->axis = m_points.axis();
        for (const LineUnit &unit : m_units.units)
            addUnit(*curves, unit);
        curves->notes =
            m_units.notes + choiceNotes(m_choice, m_input.runs, &Run::metrics) + notes();
        setExtent(*curves);
        if (curves->lines.empty())
            curves->message = Figure::message(
                QStringLiteral("info"), CurvesText::tr("No values yet"), curves->notes.join(u'\n'));
        return curves;
    }

private:
    std::optional<Figure> message() const
    {
        const NamePatterns asked = m_input.spec.names(QStringLiteral("y"));
        if (asked.isEmpty())
            return nothingChosenMessage(
                CurvesText::tr("Say which metrics to draw, for example “y: %1”.")
                    .arg(m_choice.available.value(0, QStringLiteral("loss"))),
                m_choice.available);
        if (m_choice.names.isEmpty())
            return nothingCalledMessage(CurvesText::tr("metric"), m_choice.unmatched,
                                        m_choice.available);
        return m_points.message();
    }

    void addUnit(LineCurves &curves, const LineUnit &unit)
    {
        const bool isOnly = m_units.units.size() == 1;
        for (qsizetype metric = 0; metric < m_choice.names.size(); ++metric) {
            std::vector<Points> runs = pointsOf(unit, m_choice.names[metric]);
            if (runs.empty())
                continue;
            LineCurve line = m_units.areGroups ? groupLine(runs) : runLine(std::move(runs.front()));
            line.run = unit.id;
            line.runName = unit.name;
            line.metric = m_choice.names[metric];
            line.colorIndex = isOnly ? int(metric) % plotColours : unit.colorIndex;
            line.dash = plotDash(isOnly ? metric / plotColours : metric + unit.round);
            decorate(line, unit.label);
            curves.lines.push_back(std::move(line));
        }
    }

    /// Of each run of the unit that has some.
    std::vector<Points> pointsOf(const LineUnit &unit, const QString &metric)
    {
        std::vector<Points> all;
        for (const qsizetype run : unit.runs) {
            std::optional<Points> points = m_points.of(m_input.runs[run], metric);
            if (!points || points->size() == 0)
                continue;
            m_notOnLog += notOnLog(*points);
            all.push_back(*std::move(points));
        }
        return all;
    }

    LineCurve runLine(Points points)
    {
        LineCurve line(curve(smooth(points)));
        if (m_smoothing.original && isSmooth())
            line.original = curve(std::move(points));
        return line;
    }

    LineCurve groupLine(const std::vector<Points> &runs)
    {
        GroupPoints group = groupPoints(runs, m_style);
        LineCurve line = runLine(std::move(group.lines.front()));
        for (size_t i = 1; i < group.lines.size(); ++i)
            line.others.push_back(curve(smooth(group.lines[i])));
        if (group.band)
            line.band = bandOf(*group.band);
        return line;
    }

    bool isSmooth() const { return smoothingOf(m_smoothing).type != Smoothing::Type::None; }

    Points smooth(const Points &points) const
    {
        return {points.x, smoothed(points, smoothingOf(m_smoothing))};
    }

    /// A log axis has no place for a band that is below it from end to end.
    std::optional<LineBand> bandOf(const std::pair<Points, Points> &edges) const
    {
        std::optional<Curve> low = bandEdge(edges.first);
        std::optional<Curve> high = bandEdge(edges.second);
        if (!low || !high)
            return {};
        return LineBand{*std::move(low), *std::move(high)};
    }

    /// A band that reaches below what a log axis can show ends at the least that it can; nothing
    /// where it can show none of it.
    std::optional<Curve> bandEdge(const Points &edge) const
    {
        Points drawn = onAxis(smooth(edge));
        if (m_scale.logY) {
            double least = std::numeric_limits<double>::infinity();
            for (const double y : drawn.y)
                least = y > 0 ? std::min(least, y) : least;
            if (!std::isfinite(least))
                return {};
            for (double &y : drawn.y)
                y = y <= 0 ? least : y;
        }
        return Curve(std::move(drawn));
    }

    /// On a log axis what has no logarithm is left out: a gap in y, no point at all in x.
    Curve curve(Points points) const
    {
        if (m_scale.logY) {
            for (double &y : points.y) {
                if (y <= 0)
                    y = std::numeric_limits<double>::quiet_NaN();
            }
        }
        return Curve(onAxis(std::move(points)));
    }

    /// As the x axis holds them. The last step: groups and smoothing are those of the real x.
    Points onAxis(Points points) const
    {
        if (!m_points.axis().isLog)
            return points;
        Points kept;
        for (size_t i = 0; i < points.size(); ++i) {
            if (points.x[i] > 0)
                kept.append(std::log10(points.x[i]), points.y[i]);
        }
        return kept;
    }

    /// How many of a run's values have no place on a log axis.
    qsizetype notOnLog(const Points &points) const
    {
        const bool logX = m_points.axis().isLog;
        qsizetype count = 0;
        for (size_t i = 0; i < points.size(); ++i) {
            if ((logX && points.x[i] <= 0) || (m_scale.logY && points.y[i] <= 0))
                ++count;
        }
        return count;
    }

    void decorate(LineCurve &line, const QString &runLabel) const
    {
        const auto &labels = m_input.spec.value<QMap<QString, QString>>(QStringLiteral("names"));
        const auto &colors = m_input.spec.value<QMap<QString, QString>>(QStringLiteral("colors"));
        const bool oneMetric = m_choice.names.size() == 1;
        const bool oneRun = m_units.units.size() == 1;
        const QString run = ofRun(labels, line, runLabel);
        if (oneMetric)
            line.label = run;
        else
            line.label = oneRun && !labels.contains(line.runName)
                             ? line.metric
                             : run + QStringLiteral(" · ") + line.metric;
        line.color = ofRun(colors, line, {});
    }

    static QString
    ofRun(const QMap<QString, QString> &map, const LineCurve &line, const QString &otherwise)
    {
        return map.value(line.runName, map.value(line.run.toString(), otherwise));
    }

    QStringList notes() const
    {
        QStringList notes;
        if (const QString x = xMetricOf(m_input.spec); !x.isEmpty())
            notes = choiceNotes({{x}, {}, {}}, m_input.runs, &Run::metrics);
        if (m_metrics.asked > m_choice.names.size())
            notes << CurvesText::tr(
                         "Showing %1 of %2 metrics, since there would be too many lines.")
                         .arg(m_choice.names.size())
                         .arg(m_metrics.asked);
        if (m_notOnLog > 0)
            notes << CurvesText::tr("Values of zero or below, which a log scale cannot show: %1.")
                         .arg(m_notOnLog);
        if (m_units.areGroups)
            notes << leftOutNotes(m_points.notFinite());
        else if (m_points.notFinite() > 0)
            notes << CurvesText::tr("Values that are NaN or infinite, drawn as gaps: %1.")
                         .arg(m_points.notFinite());
        return notes;
    }

    static void setExtent(LineCurves &curves)
    {
        std::erase_if(curves.lines,
                      [](const LineCurve &line) { return line.shown.points().size() == 0; });
        double first = std::numeric_limits<double>::infinity();
        double last = -first;
        for (const LineCurve &line : curves.lines) {
            first = std::min(first, line.shown.points().x.front());
            last = std::max(last, line.shown.points().x.back());
        }
        curves.lastX = last;
        curves.axis.chooseUnit(curves.axis.toAxis(last) - curves.axis.toAxis(first));
    }

    const PanelInput &m_input;
    const LineMetrics m_metrics;
    const NameChoice &m_choice;
    const ScaleOption m_scale;
    const SmoothingOption m_smoothing;
    LinePoints m_points;
    const LineUnits m_units;
    const GroupStyle m_style;
    qsizetype m_notOnLog = 0;
};

} // namespace

QVector<RunDataRequest> lineRequests(const PanelSpec &spec, const QVector<Run> &runs)
{
    QStringList metrics = LineMetrics(spec, runs).choice.names;
    if (!metrics.isEmpty())
        metrics << xMetricOf(spec);
    metrics.removeDuplicates();
    return requestsFor(RunDataRequest::Kind::Series, metrics, runs, &Run::metrics);
}

std::shared_ptr<const LineCurves> makeLineCurves(const PanelInput &input)
{
    return CurvesMaker(input).make();
}

} // namespace plotleaf
