#include "core/panels/plot_json.h"
#include "core/services/clearml/widgets/clearml_figure_parts.h"
#include "core/services/clearml/widgets/clearml_plot_events.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Events = QVector<ClearmlPlotEvent>;

/// Kinds of traces that share a graph (clearml.md 4.5).
bool isMergeableKind(const QJsonValue &trace)
{
    constexpr std::array kinds = {"scatter"_L1, "scattergl"_L1, "bar"_L1,         "scatter3d"_L1,
                                  "box"_L1,     "histogram"_L1, "scatterpolar"_L1};
    const QString kind = trace["type"_L1].toString(u"scatter"_s);
    return std::ranges::any_of(kinds, [&kind](QLatin1StringView one) { return kind == one; });
}

bool areMergeable(const Events &events)
{
    const bool byKind = std::ranges::all_of(events, [](const ClearmlPlotEvent &event) {
        return std::ranges::all_of(event.traces, isMergeableKind);
    });
    const bool byLayout = std::ranges::all_of(events, [&events](const ClearmlPlotEvent &event) {
        return event.layout == events.first().layout;
    });
    return byKind || byLayout;
}

QString iterationText(qint64 iteration)
{
    return QCoreApplication::translate("plotleaf::ClearmlFigure", "Iteration %1").arg(iteration);
}

/// The title says at which iteration, unless it is the first or the title says so itself.
QString titleWithIteration(const QString &title, qint64 iteration)
{
    const QString said = u"iteration %1"_s.arg(iteration);
    if (iteration == 0 || title.contains(said, Qt::CaseInsensitive))
        return title;
    return title.isEmpty() ? iterationText(iteration) : title + u" - "_s + iterationText(iteration);
}

void dropOwnColours(QJsonObject &trace)
{
    for (const auto key : {"line"_L1, "marker"_L1}) {
        QJsonObject part = trace[key].toObject();
        if (part["color"_L1].isString())
            part.remove("color"_L1);
        if (trace.contains(key))
            trace[key] = part;
    }
}

bool hasOwnColour(const QJsonObject &trace)
{
    return trace["line"_L1]["color"_L1].isString() || trace["marker"_L1]["color"_L1].isString();
}

/// Of one object: its own colours stay, the others are the web app's.
QJsonArray colouredTraces(const QJsonArray &traces)
{
    QJsonArray result;
    for (const QJsonValue value : traces) {
        QJsonObject trace = value.toObject();
        const QString name = trace["name"_L1].toString();
        const QString label = clearmlColourLabel(name, {}, false);
        if (isMergeableKind(value) && !hasOwnColour(trace))
            setClearmlColour(trace, label);
        else if (isMergeableKind(value))
            setClearmlLabel(trace, label);
        if (trace.contains("name"_L1))
            trace["name"_L1] = plotText(name);
        result.append(trace);
    }
    return result;
}

/// All variants in one graph where their kinds allow it, otherwise the last one.
Figure singlePlot(const Events &events)
{
    const bool merge = std::ranges::all_of(events, [](const ClearmlPlotEvent &event) {
        return isMergeableKind(event.traces.first());
    });
    const ClearmlPlotEvent &last = events.last();
    if (!merge) {
        QString title = last.title;
        if (!title.contains(last.variant))
            title += u" / "_s + last.variant;
        return clearmlPlot(titleWithIteration(title, last.iteration), colouredTraces(last.traces),
                           last.layout);
    }
    QJsonArray traces;
    for (const ClearmlPlotEvent &event : events) {
        QJsonArray own = event.traces;
        QJsonObject first = own.first().toObject();
        if (first["name"_L1].toString().isEmpty())
            first["name"_L1] = event.variant;
        own[0] = first;
        for (const QJsonValue trace : std::as_const(own))
            traces.append(trace);
    }
    const ClearmlPlotEvent &front = events.first();
    return clearmlPlot(titleWithIteration(front.title, front.iteration), colouredTraces(traces),
                       front.layout);
}

/// One of the graphs that several objects' plots may become.
struct Graph
{
    QString title;
    QString series; ///< empty: not split
    QStringList tasks;
    QJsonArray traces;
    QJsonObject layout;
};

class PlotComparison
{
public:
    PlotComparison(const Events &events, const QVector<ClearmlObject> &objects)
        : m_events(events)
        , m_names(objects)
        , m_hasIterations(std::ranges::any_of(
              events, [](const ClearmlPlotEvent &event) { return event.iteration != 0; }))
    {
    }

    /// By metric and variant; in each one graph, one for each series, or one for each object.
    QVector<Graph> graphs() const
    {
        QVector<Graph> result;
        for (qsizetype from = 0; from < m_events.size();) {
            qsizetype to = from;
            while (to < m_events.size() && m_events[to].variant == m_events[from].variant)
                ++to;
            const Events group = m_events.mid(from, to - from);
            result += areMergeable(group) ? merged(group) : apart(group);
            from = to;
        }
        return result;
    }

private:
    QString taskName(const ClearmlPlotEvent &event) const
    {
        const QString name = m_names.name(event.task, event.taskName);
        return m_hasIterations
                   ? QCoreApplication::translate("plotleaf::ClearmlFigure", "%1 (iteration %2)")
                         .arg(name)
                         .arg(event.iteration)
                   : name;
    }

    QVector<Graph> merged(const Events &group) const
    {
        QVector<Graph> result;
        for (const ClearmlPlotEvent &event : group) {
            for (const QJsonValue trace : event.traces) {
                const QString series = trace["name"_L1].toString();
                auto found = std::ranges::find(result, series, &Graph::series);
                if (found == result.end()) {
                    result.append({event.title, series, {}, {}, event.layout});
                    found = result.end() - 1;
                }
                add(*found, event, trace.toObject());
            }
        }
        if (result.size() > 1) {
            for (Graph &graph : result)
                graph.title += u" - "_s + graph.series;
        }
        return result;
    }

    QVector<Graph> apart(const Events &group) const
    {
        QVector<Graph> result;
        for (const ClearmlPlotEvent &event : group) {
            const QString title =
                QCoreApplication::translate("plotleaf::ClearmlFigure", "%1 (iteration %2)")
                    .arg(m_names.name(event.task, event.taskName))
                    .arg(event.iteration);
            result.append({title, {}, {event.task}, colouredTraces(event.traces), event.layout});
        }
        return result;
    }

    void add(Graph &graph, const ClearmlPlotEvent &event, QJsonObject trace) const
    {
        dropOwnColours(trace);
        trace["name"_L1] = plotText(taskName(event));
        trace["legendgroup"_L1] = event.task;
        trace["showlegend"_L1] = !graph.tasks.contains(event.task);
        QJsonObject meta = trace["meta"_L1].toObject();
        meta["run"_L1] = event.task;
        trace["meta"_L1] = meta;
        setClearmlColour(trace, clearmlColourLabel(event.taskName, event.task, true));
        graph.tasks << event.task;
        graph.traces.append(trace);
        if (trace["type"_L1].toString() == "bar"_L1)
            graph.layout["barmode"_L1] = u"group"_s;
    }

    const Events &m_events;
    const ClearmlNames m_names;
    const bool m_hasIterations;
};

/// The one that `series` names, else that of the first object, else the first.
Graph chosenGraph(const QVector<Graph> &graphs, const ClearmlWidget &widget)
{
    for (const Graph &graph : graphs) {
        if (!graph.series.isEmpty() && widget.series.contains(graph.series))
            return graph;
    }
    for (const Graph &graph : graphs) {
        if (graph.tasks.value(0) == widget.objects.value(0) && !graph.tasks.isEmpty())
            return graph;
    }
    return graphs.first();
}

} // namespace

Figure clearmlPlotFigure(const ClearmlWidget &widget,
                         const QJsonObject &data,
                         const QVector<ClearmlObject> &objects)
{
    const Events all = readClearmlPlots(data["plots"_L1].toObject());
    if (all.isEmpty())
        return clearmlNothingFound(widget, objects);
    Events events;
    QStringList others;
    for (const ClearmlPlotEvent &event : all) {
        if (event.metric == all.first().metric)
            events.append(event);
        else if (!others.contains(event.metric))
            others << event.metric;
    }
    Figure figure;
    if (objects.size() < 2) {
        figure = singlePlot(events);
    } else {
        const Graph graph = chosenGraph(PlotComparison(events, objects).graphs(), widget);
        QJsonObject layout = graph.layout;
        setLegend(layout, u"bottom"_s, graph.traces.size());
        figure = clearmlPlot(graph.title, graph.traces, layout);
    }
    if (!others.isEmpty()) {
        figure.notes << QCoreApplication::translate("plotleaf::ClearmlFigure",
                                                    "Other plots of this widget: %1")
                            .arg(others.join(u", "_s));
    }
    return figure;
}

} // namespace plotleaf
