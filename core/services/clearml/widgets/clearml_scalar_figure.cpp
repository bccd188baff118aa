#include "core/panels/plot_json.h"
#include "core/services/clearml/widgets/clearml_figure_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qsizetype fewPoints = 20; ///< with fewer, each point is marked

struct TimeUnit
{
    const char *name;
    double milliseconds;
};

constexpr double second = 1000;
constexpr double day = 24 * 3600 * second;
/// The largest first.
constexpr std::array timeUnits = {
    TimeUnit{QT_TRANSLATE_NOOP("plotleaf::ClearmlFigure", "Years"), 360 * day},
    TimeUnit{QT_TRANSLATE_NOOP("plotleaf::ClearmlFigure", "Months"), 30 * day},
    TimeUnit{QT_TRANSLATE_NOOP("plotleaf::ClearmlFigure", "Days"), day},
    TimeUnit{QT_TRANSLATE_NOOP("plotleaf::ClearmlFigure", "Hours"), 3600 * second},
    TimeUnit{QT_TRANSLATE_NOOP("plotleaf::ClearmlFigure", "Minutes"), 60 * second},
    TimeUnit{QT_TRANSLATE_NOOP("plotleaf::ClearmlFigure", "Seconds"), second},
};

/// One line of an answer.
struct ScalarLine
{
    QString metric;
    QString variant;
    QString task;
    QJsonObject series;
};

QVector<ScalarLine> scalarLines(const QJsonObject &histogram)
{
    QVector<ScalarLine> lines;
    for (auto metric = histogram.begin(); metric != histogram.end(); ++metric) {
        const QJsonObject variants = metric->toObject();
        for (auto variant = variants.begin(); variant != variants.end(); ++variant) {
            const QJsonObject tasks = variant->toObject();
            for (auto task = tasks.begin(); task != tasks.end(); ++task)
                lines.append({metric.key(), variant.key(), task.key(), task->toObject()});
        }
    }
    return lines;
}

/// The largest unit of whose next smaller one the first line is longer than 100 (clearml.md 4.5).
const TimeUnit &unitOf(const QJsonObject &series)
{
    const QJsonArray x = series["x"_L1].toArray();
    const double length = x.last().toDouble() - x.first().toDouble();
    for (size_t i = 0; i + 1 < timeUnits.size(); ++i) {
        if (length / timeUnits[i + 1].milliseconds > 100)
            return timeUnits[i];
    }
    return timeUnits.back();
}

QJsonArray relativeTimes(const QJsonArray &times, const TimeUnit &unit)
{
    QJsonArray result;
    for (const QJsonValue time : times)
        result.append((time.toDouble() - times.first().toDouble()) / unit.milliseconds);
    return result;
}

QString iterationTitle(const QVector<ScalarLine> &lines)
{
    const QString label = lines.first().series["x_axis_label"_L1].toString();
    const bool isCommon = std::ranges::all_of(lines, [&label](const ScalarLine &line) {
        return line.series["x_axis_label"_L1].toString() == label;
    });
    return !label.isEmpty() && isCommon
               ? label
               : QCoreApplication::translate("plotleaf::ClearmlFigure", "Iterations");
}

QJsonObject xAxis(const ClearmlWidget &widget, const QVector<ScalarLine> &lines)
{
    if (widget.xAxis == "iso_time"_L1)
        return plotAxis(u"date"_s,
                        QCoreApplication::translate("plotleaf::ClearmlFigure", "Wall Time"));
    if (widget.xAxis != "timestamp"_L1)
        return plotAxis(u"linear"_s, iterationTitle(lines));
    const QString unit =
        QCoreApplication::translate("plotleaf::ClearmlFigure", unitOf(lines.first().series).name);
    return plotAxis(
        u"linear"_s,
        QCoreApplication::translate("plotleaf::ClearmlFigure", "%1 From Start").arg(unit));
}

} // namespace

Figure clearmlScalarFigure(const ClearmlWidget &widget,
                           const QJsonObject &data,
                           const QVector<ClearmlObject> &objects)
{
    const QJsonObject histogram = data["scalar_metrics_iter_histogram"_L1].toObject();
    const QVector<ScalarLine> lines = scalarLines(histogram);
    if (lines.isEmpty() || lines.first().series["x"_L1].toArray().isEmpty())
        return clearmlNothingFound(widget, objects);
    const ClearmlNames names(objects);
    const bool isCompared = names.areCompared();
    const bool isOneVariant = std::ranges::all_of(lines, [&lines](const ScalarLine &line) {
        return line.metric == lines.first().metric && line.variant == lines.first().variant;
    });
    const bool isRelative = widget.xAxis == "timestamp"_L1;
    QJsonArray traces;
    for (const ScalarLine &line : lines) {
        const QString own = line.series["name"_L1].toString();
        const QString task = names.name(line.task, own);
        // The web app draws the first metric only; where there are more their names must tell.
        const QString variant = histogram.size() > 1
                                    ? QString(line.metric + u'/' + clearmlVariantName(line.variant))
                                    : clearmlVariantName(line.variant);
        const QJsonArray x = line.series["x"_L1].toArray();
        QJsonObject trace = {
            {u"type"_s, u"scatter"_s},
            {u"name"_s, plotText(variant + u" - "_s + task)},
            {u"mode"_s, x.size() < fewPoints ? u"lines+markers"_s : u"lines"_s},
            {u"x"_s, isRelative ? relativeTimes(x, unitOf(lines.first().series)) : x},
            {u"y"_s, line.series["y"_L1]},
            {u"meta"_s, QJsonObject{{u"run"_s, line.task}, {u"metric"_s, line.metric}}}};
        // clearml.md 4.7: the colour key always has the digits of the id.
        const QString colourTask = own + u'.' + line.task.left(6);
        const QString key = isOneVariant ? colourTask : QString(variant + u" - "_s + colourTask);
        setClearmlColour(trace, clearmlColourLabel(key, line.task, isCompared));
        traces.append(trace);
    }
    QJsonObject layout = {{u"xaxis"_s, xAxis(widget, lines)},
                          {u"yaxis"_s, plotAxis(u"linear"_s, {})}};
    setLegend(layout, u"bottom"_s, traces.size());
    return clearmlPlot(QStringList(histogram.keys()).join(u", "_s), traces, layout);
}

} // namespace plotleaf
