#include "core/services/clearml/browser/clearml_run_events.h"

#include "core/runs/natural_sort.h"
#include "core/runs/run_catalog.h"
#include "core/services/clearml/browser/clearml_run_lists.h"
#include "core/services/clearml/clearml_run_fields.h"
#include "core/services/clearml/clearml_sample_file.h"
#include "core/services/clearml/widgets/clearml_plot_events.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Client = std::shared_ptr<ClearmlClient>;

bool isNameBefore(const MetricName &a, const MetricName &b)
{
    const auto metric = naturalOrder(a.metric, b.metric);
    return std::is_eq(metric) ? naturalLess(a.variant, b.variant) : std::is_lt(metric);
}

QJsonArray idList(const RunPick &runs)
{
    QJsonArray ids;
    for (const RunId &id : runs.ids.mid(0, RunCatalog::largestPick))
        ids.append(id.toString());
    return ids;
}

QJsonArray metricWish(const QString &metric, const QStringList &variants)
{
    return {
        QJsonObject{{u"metric"_s, metric}, {u"variants"_s, QJsonArray::fromStringList(variants)}}};
}

/// One question for the data of a set; an empty set has none, and would ask for every task.
QCoro::Task<Result<QJsonObject>>
askSetData(Client client, RunPick runs, QString part, QJsonObject wish)
{
    if (runs.ids.isEmpty())
        co_return QJsonObject();
    QJsonObject body = {{u"id"_s, idList(runs)},
                        {u"only_fields"_s, QJsonArray::fromStringList({u"name"_s})},
                        {part, wish}};
    if (runs.kind == RunKind::Model)
        body["model_events"_L1] = true;
    co_return co_await client->call(u"reports.get_task_data"_s, body, ClearmlEffect::Reads,
                                    runs.tenant);
}

void appendCurves(QVector<RunCurve> &curves,
                  const MetricName &name,
                  const RunPick &runs,
                  const QJsonValue &steps,
                  const QJsonValue &times)
{
    for (const RunId &run : runs.ids) {
        Series series = readClearmlSeries(steps[run.toString()], times[run.toString()]);
        if (!series.step.empty())
            curves.append({run, name, std::make_shared<const Series>(std::move(series))});
    }
}

/// Some of a set are gone, for which this call, unlike others, fails as a whole.
QCoro::Task<Result<RunPick>> livingOf(Client client, RunPick runs)
{
    const QStringList fields = {u"id"_s};
    const Result<QVector<QJsonObject>> documents =
        co_await askClearmlDocuments(client, runs, fields);
    if (!documents)
        co_return documents.error();
    RunPick living = {runs.kind, {}, runs.tenant};
    for (const QJsonObject &document : *documents)
        living.ids.append(RunId(document["id"_L1].toString()));
    co_return living;
}

QVector<MetricName> readEventNames(const QJsonObject &data)
{
    QVector<MetricName> names;
    const QJsonArray metrics = data["metrics"_L1].toArray();
    for (const QJsonValue metric : metrics) {
        const QJsonArray variants = metric["variants"_L1].toArray();
        for (const QJsonValue variant : variants)
            names.append({metric["metric"_L1].toString(), variant.toString()});
    }
    std::ranges::sort(names, isNameBefore);
    return names;
}

RunSample readSample(const QJsonValue &event, const RunId &run)
{
    RunSample sample;
    sample.run = run;
    sample.name = {event["metric"_L1].toString(), event["variant"_L1].toString()};
    sample.iteration = event["iter"_L1].toInteger();
    sample.time = QDateTime::fromMSecsSinceEpoch(event["timestamp"_L1].toInteger(), Qt::UTC);
    sample.address = event["url"_L1].toString();
    sample.kind = clearmlSampleKind(QUrl(sample.address).path());
    return sample;
}

} // namespace

QCoro::Task<Result<QVector<RunCurve>>>
askClearmlCurves(Client client, RunPick runs, QString metric, QStringList variants)
{
    const QJsonArray wish = metricWish(metric, variants);
    const QString part = u"scalar_metrics_iter_histogram"_s;
    const Result<QJsonObject> steps =
        co_await askSetData(client, runs, part, clearmlScalarWish(wish, u"iter"_s));
    if (!steps)
        co_return steps.error();
    const Result<QJsonObject> times =
        co_await askSetData(client, runs, part, clearmlScalarWish(wish, u"timestamp"_s));
    if (!times)
        co_return times.error();
    const QJsonObject bySteps = (*steps)[part][metric].toObject();
    const QJsonValue byTimes = (*times)[part][metric];
    QStringList names = bySteps.keys();
    naturalSort(names);
    QVector<RunCurve> curves;
    for (const QString &variant : std::as_const(names))
        appendCurves(curves, {metric, variant}, runs, bySteps[variant], byTimes[variant]);
    co_return curves;
}

QCoro::Task<Result<QVector<MetricName>>>
askClearmlEventNames(Client client, RunPick runs, ClearmlEventType type)
{
    // The web app shows no samples of models.
    if (runs.kind == RunKind::Model && type == ClearmlEventType::Sample)
        co_return QVector<MetricName>();
    const QString call = u"events.get_multi_task_metrics"_s;
    for (int attempt = 0; !runs.ids.isEmpty(); ++attempt) {
        QJsonObject body = {{u"tasks"_s, idList(runs)},
                            {u"event_type"_s, type == ClearmlEventType::Plot
                                                  ? u"plot"_s
                                                  : u"training_debug_image"_s}};
        if (runs.kind == RunKind::Model)
            body["model_events"_L1] = true;
        const Result<QJsonObject> data =
            co_await client->call(call, body, ClearmlEffect::Reads, runs.tenant);
        if (data)
            co_return readEventNames(*data);
        if (data.error().code != ErrorCode::NotFound || attempt > 0)
            co_return data.error();
        const Result<RunPick> living = co_await livingOf(client, runs);
        if (!living)
            co_return living.error();
        runs = *living;
    }
    co_return QVector<MetricName>();
}

QCoro::Task<Result<QVector<RunPlot>>> askClearmlPlots(Client client, RunPick runs, MetricName name)
{
    const QJsonObject wish = {{u"iters"_s, 1},
                              {u"metrics"_s, metricWish(name.metric, {name.variant})}};
    const Result<QJsonObject> data = co_await askSetData(client, runs, u"plots"_s, wish);
    if (!data)
        co_return data.error();
    QVector<RunPlot> plots;
    for (const ClearmlPlotEvent &event : readClearmlPlots((*data)["plots"_L1].toObject())) {
        plots.append({RunId(event.task),
                      {event.metric, event.variant},
                      event.iteration,
                      event.title,
                      {{u"data"_s, event.traces}, {u"layout"_s, event.layout}}});
    }
    std::ranges::stable_sort(plots, {}, [&runs](const RunPlot &plot) {
        return runs.ids.indexOf(plot.run); // the server's is that of their ids
    });
    co_return plots;
}

QCoro::Task<Result<QVector<RunSample>>>
askClearmlSamples(Client client, RunPick runs, MetricName name, int iterations)
{
    const QJsonObject wish = {{u"iters"_s, std::max(iterations, 1)},
                              {u"metrics"_s, metricWish(name.metric, {name.variant})}};
    const Result<QJsonObject> data = co_await askSetData(client, runs, u"debug_images"_s, wish);
    if (!data)
        co_return data.error();
    QVector<RunSample> samples;
    const QJsonArray tasks = (*data)["debug_images"_L1].toArray();
    for (const QJsonValue task : tasks) {
        const QJsonArray rounds = task["iterations"_L1].toArray();
        for (const QJsonValue round : rounds) {
            const QJsonArray events = round["events"_L1].toArray();
            for (const QJsonValue event : events)
                samples.append(readSample(event, RunId(task["task"_L1].toString())));
        }
    }
    std::ranges::stable_sort(samples, [&runs](const RunSample &a, const RunSample &b) {
        if (a.iteration != b.iteration)
            return a.iteration > b.iteration;
        return runs.ids.indexOf(a.run) < runs.ids.indexOf(b.run);
    });
    co_return samples;
}

QCoro::Task<Result<QVector<RunScalar>>> askClearmlSingleValues(Client client, RunPick runs)
{
    const Result<QJsonObject> data =
        co_await askSetData(client, runs, u"single_value_metrics"_s, QJsonObject());
    if (!data)
        co_return data.error();
    QHash<MetricName, RunScalar> named;
    const QJsonArray tasks = (*data)["single_value_metrics"_L1].toArray();
    for (const QJsonValue task : tasks) {
        const QJsonArray values = task["values"_L1].toArray();
        for (const QJsonValue value : values) {
            const MetricName name = {value["metric"_L1].toString(), value["variant"_L1].toString()};
            named[name].name = name;
            named[name].runs[RunId(task["task"_L1].toString())] = value["value"_L1].toDouble();
        }
    }
    QVector<RunScalar> scalars(named.begin(), named.end());
    std::ranges::sort(scalars, isNameBefore, &RunScalar::name);
    co_return scalars;
}

} // namespace plotleaf
