#include "core/services/clearml/widgets/clearml_plot_events.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// `title` of plotly: a text, or {text}.
QString titleText(const QJsonValue &title)
{
    return title.isString() ? title.toString() : title["text"_L1].toString();
}

QJsonArray drawableTraces(const QJsonArray &traces)
{
    QJsonArray result;
    for (const QJsonValue value : traces) {
        QJsonObject trace = value.toObject();
        if (trace["type"_L1] == u"scattergl"_s)
            trace["type"_L1] = u"scatter"_s;
        if (!trace.isEmpty())
            result.append(trace);
    }
    return result;
}

/// Pictures in a plot would be fetched from elsewhere, which the page never does.
QJsonObject themelessLayout(QJsonObject layout)
{
    for (const auto key : {"title"_L1, "title.text"_L1, "template"_L1, "paper_bgcolor"_L1,
                           "plot_bgcolor"_L1, "font"_L1, "width"_L1, "height"_L1, "autosize"_L1,
                           "margin"_L1, "name"_L1, "texttemplate"_L1, "images"_L1})
        layout.remove(key);
    return layout;
}

QStringList descendingKeys(const QJsonObject &object)
{
    QStringList keys = object.keys();
    std::ranges::reverse(keys);
    return keys;
}

void appendEvents(QVector<ClearmlPlotEvent> &result, const QJsonObject &group, const QString &task)
{
    const QJsonArray plots = group["plots"_L1].toArray();
    for (const QJsonValue plot : plots) {
        const QJsonObject figure =
            QJsonDocument::fromJson(plot["plot_str"_L1].toString().toUtf8()).object();
        const QJsonArray traces = drawableTraces(figure["data"_L1].toArray());
        if (traces.isEmpty())
            continue;
        const QJsonObject layout = figure["layout"_L1].toObject();
        result.append({plot["metric"_L1].toString(), plot["variant"_L1].toString(), task,
                       group["name"_L1].toString(), plot["iter"_L1].toInteger(), traces,
                       themelessLayout(layout), titleText(layout["title"_L1])});
    }
}

} // namespace

QVector<ClearmlPlotEvent> readClearmlPlots(const QJsonObject &plots)
{
    QVector<ClearmlPlotEvent> result;
    for (const QString &metric : descendingKeys(plots)) {
        const QJsonObject variants = plots[metric].toObject();
        for (const QString &variant : descendingKeys(variants)) {
            const QJsonObject tasks = variants[variant].toObject();
            for (auto task = tasks.begin(); task != tasks.end(); ++task) {
                const QJsonObject iterations = task->toObject();
                for (const QString &iteration : descendingKeys(iterations))
                    appendEvents(result, iterations[iteration].toObject(), task.key());
            }
        }
    }
    return result;
}

} // namespace plotleaf
