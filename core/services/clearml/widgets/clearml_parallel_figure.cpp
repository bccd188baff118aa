#include "core/panels/plot_json.h"
#include "core/services/clearml/widgets/clearml_figure_parts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr double belowAll = -0.1; ///< where a line passes an axis on which it has no value
constexpr int idDigits = 5;       ///< that tell objects of one name apart (clearml.md 4.5)

/// One of the upright axes: places between 0 and 1, with what stands beside it.
struct UprightAxis
{
    QString title;
    bool isMetric = false;
    QVector<std::optional<double>> places; ///< by object
    QVector<std::pair<double, QString>> marks;
};

QString unescaped(QString name)
{
    return name.replace("%2E"_L1, "."_L1);
}

/// `variant`: "<section>.<parameter>", dots in names as %2E.
QString parameterOf(const QJsonObject &task, const QString &variant)
{
    const QString section = unescaped(variant.section(u'.', 0, 0));
    const QString name = unescaped(variant.section(u'.', 1));
    const QJsonValue value = task["hyperparams"_L1][section][name]["value"_L1];
    return value.isString() ? value.toString() : QString();
}

bool numbersFirst(const QString &a, const QString &b)
{
    bool aIsNumber = false;
    bool bIsNumber = false;
    const double x = a.toDouble(&aIsNumber);
    const double y = b.toDouble(&bIsNumber);
    if (aIsNumber && bIsNumber && x != y)
        return x < y;
    return aIsNumber != bIsNumber ? aIsNumber : a < b;
}

/// Parameters are categories even where they are numbers.
UprightAxis parameterAxis(const QJsonArray &tasks, const QString &variant)
{
    UprightAxis axis;
    axis.title = plotText(unescaped(variant));
    QStringList values;
    QStringList distinct;
    for (const QJsonValue task : tasks) {
        values << parameterOf(task.toObject(), variant);
        if (!values.last().isNull() && !distinct.contains(values.last()))
            distinct << values.last();
    }
    std::ranges::sort(distinct, numbersFirst);
    const bool lacksSome = std::ranges::any_of(values, &QString::isNull);
    if (lacksSome)
        distinct.prepend(QString());
    const auto place = [&distinct](const QString &value) {
        const qsizetype most = distinct.size() - 1;
        return most == 0 ? 0.5 : double(distinct.indexOf(value)) / double(most);
    };
    for (const QString &value : std::as_const(values))
        axis.places.append(place(value));
    for (const QString &value : std::as_const(distinct))
        axis.marks.append({place(value), value.isNull() ? u"N/A"_s : value});
    return axis;
}

QString valueKind(const QString &type)
{
    if (type == "min_value"_L1)
        return QCoreApplication::translate("plotleaf::ClearmlFigure", "Min");
    if (type == "max_value"_L1)
        return QCoreApplication::translate("plotleaf::ClearmlFigure", "Max");
    return QCoreApplication::translate("plotleaf::ClearmlFigure", "Last");
}

QString shortNumber(double value)
{
    return QString::number(value, 'g', 4);
}

/// `metric`: "<md5 metric>.<md5 variant>[.<value type>]".
UprightAxis metricAxis(const QJsonArray &tasks, const QString &metric, const QString &fallbackType)
{
    const QString type = metric.count(u'.') > 1 ? metric.section(u'.', 2) : fallbackType;
    UprightAxis axis;
    axis.isMetric = true;
    QVector<std::optional<double>> values;
    for (const QJsonValue task : tasks) {
        const QJsonValue found =
            task["last_metrics"_L1][metric.section(u'.', 0, 0)][metric.section(u'.', 1, 1)];
        values.append(found[type].isDouble() ? std::optional(found[type].toDouble())
                                             : std::nullopt);
        if (axis.title.isEmpty() && found.isObject()) {
            axis.title = u"<b>%1/%2 (%3)</b>"_s.arg(plotText(found["metric"_L1].toString()),
                                                    plotText(found["variant"_L1].toString()),
                                                    valueKind(type));
        }
    }
    double least = HUGE_VAL;
    double most = -HUGE_VAL;
    for (const std::optional<double> &value : values) {
        least = std::min(least, value.value_or(least));
        most = std::max(most, value.value_or(most));
    }
    for (const std::optional<double> &value : values) {
        axis.places.append(
            value ? std::optional(most > least ? (*value - least) / (most - least) : 0.5)
                  : std::nullopt);
    }
    if (most > least)
        axis.marks = {{0, shortNumber(least)},
                      {0.5, shortNumber((least + most) / 2)},
                      {1, shortNumber(most)}};
    else if (most == least)
        axis.marks = {{0.5, shortNumber(most)}};
    return axis;
}

QJsonArray uprightLines(qsizetype axes)
{
    QJsonArray shapes;
    for (qsizetype i = 0; i < axes; ++i)
        shapes.append(QJsonObject{{u"type"_s, u"line"_s},
                                  {u"layer"_s, u"below"_s},
                                  {u"x0"_s, i},
                                  {u"x1"_s, i},
                                  {u"y0"_s, 0},
                                  {u"y1"_s, 1},
                                  {u"line"_s, QJsonObject{{u"width"_s, 1}}}});
    return shapes;
}

QJsonObject annotation(double x, double y, const QString &text, const QString &xAnchor)
{
    return {{u"x"_s, x},
            {u"y"_s, y},
            {u"text"_s, text},
            {u"showarrow"_s, false},
            {u"xanchor"_s, xAnchor},
            {u"yanchor"_s, u"middle"_s}};
}

QJsonObject parallelLayout(const QVector<UprightAxis> &axes, qsizetype lines)
{
    QJsonArray annotations;
    for (qsizetype i = 0; i < axes.size(); ++i) {
        annotations.append(annotation(double(i), 1.1, axes[i].title, u"center"_s));
        for (const auto &[place, text] : axes[i].marks)
            annotations.append(annotation(double(i) + 0.02, place, plotText(text), u"left"_s));
    }
    const auto hidden = [](double from, double to) {
        return QJsonObject{
            {u"visible"_s, false}, {u"fixedrange"_s, true}, {u"range"_s, QJsonArray{from, to}}};
    };
    QJsonObject layout = {{u"xaxis"_s, hidden(-0.2, double(axes.size()) - 0.6)},
                          {u"yaxis"_s, hidden(-0.15, 1.15)},
                          {u"shapes"_s, uprightLines(axes.size())},
                          {u"annotations"_s, annotations}};
    setLegend(layout, u"bottom"_s, lines);
    return layout;
}

QString hoverText(const UprightAxis &axis, qsizetype object)
{
    const std::optional<double> place = axis.places.value(object);
    const auto found = std::ranges::find_if(
        axis.marks, [&place](const auto &mark) { return place && mark.first == *place; });
    return found == axis.marks.end() ? axis.title : axis.title + u": "_s + plotText(found->second);
}

} // namespace

/// Drawn from lines and not by plotly's own kind, which needs WebGL.
Figure clearmlParallelFigure(const ClearmlWidget &widget,
                             const QJsonObject &data,
                             const QVector<ClearmlObject> &objects)
{
    const QJsonArray tasks = data["tasks"_L1].toArray();
    QVector<UprightAxis> axes;
    for (const QString &variant : widget.variants)
        axes.append(parameterAxis(tasks, variant));
    for (const QString &metric : widget.metrics) {
        const UprightAxis axis = metricAxis(tasks, metric, widget.valueType);
        if (!axis.title.isEmpty()) // none of the objects has it
            axes.append(axis);
    }
    if (axes.isEmpty())
        return clearmlNothingFound(widget, objects);
    const ClearmlNames names(objects, idDigits);
    QJsonArray traces;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        QJsonArray x;
        QJsonArray y;
        QJsonArray texts;
        for (qsizetype axis = 0; axis < axes.size(); ++axis) {
            x.append(axis);
            y.append(axes[axis].places.value(i).value_or(belowAll));
            texts.append(hoverText(axes[axis], i));
        }
        QJsonObject trace = {{u"type"_s, u"scatter"_s},
                             {u"mode"_s, u"lines"_s},
                             {u"name"_s, plotText(names.name(objects[i].id))},
                             {u"x"_s, x},
                             {u"y"_s, y},
                             {u"text"_s, texts},
                             {u"hoverinfo"_s, u"name+text"_s},
                             {u"meta"_s, QJsonObject{{u"run"_s, objects[i].id}}}};
        setClearmlColour(trace, clearmlColourLabel(objects[i].name, objects[i].id, true));
        traces.append(trace);
    }
    return clearmlPlot({}, traces, parallelLayout(axes, traces.size()));
}

} // namespace plotleaf
