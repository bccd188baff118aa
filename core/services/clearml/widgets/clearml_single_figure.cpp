#include "core/panels/plot_json.h"
#include "core/services/clearml/widgets/clearml_figure_parts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct SingleValue
{
    QString variant;
    double value = 0;
};

/// The server sends all values of a task; the widget's variants choose (clearml.md 4.4, 4.5).
QVector<SingleValue> valuesOf(const QJsonValue &entry, const QStringList &variants)
{
    QVector<SingleValue> values;
    const QJsonArray list = entry["values"_L1].toArray();
    for (const QJsonValue value : list) {
        const QString variant = value["variant"_L1].toString();
        if (variants.isEmpty() || variants.contains(variant))
            values.append({variant, value["value"_L1].toDouble()});
    }
    std::ranges::sort(values, {}, &SingleValue::variant);
    return values;
}

QString shortestText(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

Figure singleTable(const QJsonValue &entry)
{
    QJsonArray rows;
    for (const SingleValue &value : valuesOf(entry, {}))
        rows.append(QJsonArray{value.variant, shortestText(value.value)});
    Figure figure;
    figure.kind = Figure::Kind::Table;
    figure.title = QCoreApplication::translate("plotleaf::ClearmlFigure", "Summary");
    figure.content = {
        {u"columns"_s,
         QJsonArray{QJsonObject{
                        {u"name"_s, QCoreApplication::translate("plotleaf::ClearmlFigure", "Name")},
                        {u"align"_s, u"left"_s}},
                    QJsonObject{{u"name"_s,
                                 QCoreApplication::translate("plotleaf::ClearmlFigure", "Value")},
                                {u"align"_s, u"right"_s}}}},
        {u"rows"_s, rows}};
    return figure;
}

bool isVeryLargeOrSmall(double most)
{
    return most >= 1e9 || (most > 0 && most < 1e-5);
}

} // namespace

Figure clearmlSingleFigure(const ClearmlWidget &widget,
                           const QJsonObject &data,
                           const QVector<ClearmlObject> &objects)
{
    const QJsonArray entries = data["single_value_metrics"_L1].toArray();
    if (entries.isEmpty())
        return clearmlNothingFound(widget, objects);
    if (!widget.isCompared && entries.size() == 1)
        return singleTable(entries.first());
    const ClearmlNames names(objects);
    QJsonArray traces;
    double most = -HUGE_VAL;
    for (const QJsonValue entry : entries) {
        QJsonArray x;
        QJsonArray y;
        for (const SingleValue &value : valuesOf(entry, widget.variants)) {
            x.append(plotText(value.variant));
            y.append(value.value);
            most = std::max(most, value.value);
        }
        const QString id = entry["task"_L1].toString();
        const QString own = entry["task_name"_L1].toString();
        QJsonObject trace = {{u"type"_s, u"bar"_s},
                             {u"name"_s, plotText(names.name(id, own))},
                             {u"x"_s, x},
                             {u"y"_s, y},
                             {u"meta"_s, QJsonObject{{u"run"_s, id}}}};
        setClearmlColour(trace, clearmlColourLabel(own, id, names.areCompared()));
        traces.append(trace);
    }
    QJsonObject y = plotAxis(u"linear"_s, {});
    if (isVeryLargeOrSmall(most))
        y["tickformat"_L1] = u".1e"_s;
    QJsonObject layout = {
        {u"barmode"_s, u"group"_s},
        {u"xaxis"_s,
         plotAxis(u"category"_s, QCoreApplication::translate("plotleaf::ClearmlFigure", "Series"))},
        {u"yaxis"_s, y}};
    setLegend(layout, u"bottom"_s, traces.size());
    return clearmlPlot(QCoreApplication::translate("plotleaf::ClearmlFigure", "Summary"), traces,
                       layout);
}

} // namespace plotleaf
