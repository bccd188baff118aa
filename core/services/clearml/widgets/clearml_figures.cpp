#include "core/services/clearml/widgets/clearml_figures.h"

#include "core/services/clearml/clearml_documents.h"
#include "core/services/clearml/widgets/clearml_figure_parts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

Figure typedFigure(const ClearmlWidget &widget,
                   const QJsonObject &data,
                   const QVector<ClearmlObject> &objects)
{
    switch (widget.type) {
    case ClearmlWidget::Type::Scalar:
        return clearmlScalarFigure(widget, data, objects);
    case ClearmlWidget::Type::Plot:
        return clearmlPlotFigure(widget, data, objects);
    case ClearmlWidget::Type::Single:
        return clearmlSingleFigure(widget, data, objects);
    case ClearmlWidget::Type::ParallelCoordinates:
        return clearmlParallelFigure(widget, data, objects);
    case ClearmlWidget::Type::Sample:
        break;
    }
    return clearmlNothingFound(widget, objects);
}

/// The state in which a task still writes.
bool isRunning(const ClearmlObject &object)
{
    return object.status == "in_progress"_L1 || object.status == "queued"_L1;
}

QString missingText(const ClearmlWidget &widget, const QVector<ClearmlObject> &objects)
{
    const qsizetype missing = widget.objects.size() - objects.size();
    return widget.isDynamic() || missing <= 0
               ? QString()
               : QCoreApplication::translate("plotleaf::ClearmlFigure",
                                             "%n object(s) are not on the server, or not for you",
                                             nullptr, int(missing));
}

} // namespace

QVector<ClearmlObject> clearmlObjects(const QJsonObject &data)
{
    QVector<ClearmlObject> objects;
    const QJsonArray tasks = data["tasks"_L1].toArray();
    for (const QJsonValue task : tasks) {
        objects.append({task["id"_L1].toString(), task["name"_L1].toString(),
                        task["status"_L1].toString(), readClearmlTime(task["last_update"_L1])});
    }
    return objects;
}

Figure clearmlPlot(const QString &title, const QJsonArray &traces, const QJsonObject &layout)
{
    Figure figure;
    figure.kind = Figure::Kind::Plot;
    figure.title = title;
    figure.content = {{u"data"_s, traces}, {u"layout"_s, layout}};
    return figure;
}

Figure clearmlNothingFound(const ClearmlWidget &widget, const QVector<ClearmlObject> &objects)
{
    if (objects.isEmpty() && widget.isDynamic()) {
        return Figure::message(
            u"info"_s, QCoreApplication::translate("plotleaf::ClearmlFigure", "Nothing matches"),
            QCoreApplication::translate("plotleaf::ClearmlFigure",
                                        "The query of this widget matches nothing on the server."));
    }
    if (objects.isEmpty()) {
        return Figure::message(
            u"warning"_s,
            QCoreApplication::translate("plotleaf::ClearmlFigure", "Not on the server"),
            QCoreApplication::translate("plotleaf::ClearmlFigure",
                                        "What this widget shows was deleted, or you may not see "
                                        "it: %1")
                .arg(widget.objects.join(u", "_s)));
    }
    return Figure::message(
        u"warning"_s, QCoreApplication::translate("plotleaf::ClearmlFigure", "No such data"),
        widget.metrics.isEmpty()
            ? QCoreApplication::translate("plotleaf::ClearmlFigure",
                                          "“%1” has nothing of this kind.")
                  .arg(objects.first().name)
            : QCoreApplication::translate("plotleaf::ClearmlFigure", "“%1” has no “%2”.")
                  .arg(objects.first().name, widget.metrics.join(u", "_s)));
}

bool areClearmlTasksRunning(const QJsonObject &data)
{
    return std::ranges::any_of(clearmlObjects(data), isRunning);
}

Figure clearmlFigure(const ClearmlWidget &widget, const QJsonObject &data)
{
    const QVector<ClearmlObject> objects = clearmlObjects(data);
    if (objects.isEmpty())
        return clearmlNothingFound(widget, objects);
    Figure figure = typedFigure(widget, data, objects);
    if (figure.kind == Figure::Kind::Message)
        return figure;
    figure.live = areClearmlTasksRunning(data);
    for (const ClearmlObject &object : objects)
        figure.asOf = std::max(figure.asOf, object.updated);
    const QString missing = missingText(widget, objects);
    if (!missing.isEmpty())
        figure.notes << missing;
    return figure;
}

QVector<ClearmlSample> clearmlSamples(const QJsonObject &data)
{
    const QVector<ClearmlObject> objects = clearmlObjects(data);
    const QJsonValue first = data["debug_images"_L1].toArray().first();
    const QJsonArray events = first["iterations"_L1].toArray().first()["events"_L1].toArray();
    QVector<ClearmlSample> samples;
    for (const QJsonValue event : events) {
        const QString task = event["task"_L1].toString();
        const auto owner = std::ranges::find(objects, task, &ClearmlObject::id);
        samples.append({event["url"_L1].toString(), event["metric"_L1].toString(),
                        event["variant"_L1].toString(), event["iter"_L1].toInteger(),
                        owner == objects.end() ? QString() : owner->name});
    }
    return samples;
}

} // namespace plotleaf
