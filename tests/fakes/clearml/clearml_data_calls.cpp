#include "fakes/clearml/clearml_calls.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

constexpr int mostObjects = 500;
constexpr int defaultSamples = 2000;

QString nameHash(const QString &text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5).toHex());
}

/// Which metrics and variants were asked for; all where none are.
class MetricChoice
{
public:
    explicit MetricChoice(const QJsonValue &metrics)
    {
        const QJsonArray list = metrics.toArray();
        for (const QJsonValue entry : list)
            m_wanted.insert(entry["metric"_L1].toString(), stringsOf(entry["variants"_L1]));
    }

    bool has(const QString &metric, const QString &variant) const
    {
        if (m_wanted.isEmpty())
            return true;
        const auto found = m_wanted.constFind(metric);
        return found != m_wanted.constEnd() && (found->isEmpty() || found->contains(variant));
    }

private:
    QHash<QString, QStringList> m_wanted;
};

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-ddThh:mm:ss.zzzZ"_s);
}

/// Means of buckets whose width makes fewer than `samples` of them (clearml.md 4.4).
QJsonObject histogram(const QVector<ScalarEvent> &events, const QString &key, int samples)
{
    const bool byIteration = key == "iter"_L1;
    const auto place = [byIteration](const ScalarEvent &event) {
        return byIteration ? event.iteration : event.timestamp;
    };
    const auto [least, most] = std::ranges::minmax(events, {}, place);
    const qint64 span = place(most) - place(least) + 1;
    const qint64 width = events.size() < samples ? 1 : (span + samples - 1) / samples;
    std::map<qint64, std::pair<double, int>> buckets;
    for (const ScalarEvent &event : events) {
        auto &[sum, count] = buckets[place(event) / width * width];
        sum += event.value;
        ++count;
    }
    QJsonArray x;
    QJsonArray y;
    for (const auto &[start, bucket] : buckets) {
        x.append(key == "iso_time"_L1 ? QJsonValue(isoTime(start)) : QJsonValue(start));
        y.append(bucket.first / bucket.second);
    }
    return {{u"x"_s, x}, {u"y"_s, y}};
}

QJsonObject insertedAt(QJsonObject object, const QStringList &path, const QJsonValue &value)
{
    const QString &key = path.first();
    object[key] = path.size() == 1 ? value : insertedAt(object[key].toObject(), path.mid(1), value);
    return object;
}

CallResult scalarData(const CallContext &call, const QVector<QJsonObject> &tasks)
{
    const QJsonObject wish = call.body["scalar_metrics_iter_histogram"_L1].toObject();
    const int samples = wish["samples"_L1].toInt(defaultSamples);
    if (samples < 1 || samples > 6000)
        return CallError{400, 12, u"Validation error"_s};
    const MetricChoice choice(wish["metrics"_L1]);
    QJsonObject result;
    for (const QJsonObject &task : tasks) {
        const QString id = task["id"_L1].toString();
        std::map<std::pair<QString, QString>, QVector<ScalarEvent>> series;
        for (const ScalarEvent &event : call.world.scalars.value(id)) {
            if (event.iteration != singleValueIteration && choice.has(event.metric, event.variant))
                series[{event.metric, event.variant}].append(event);
        }
        for (const auto &[name, events] : series) {
            QJsonObject line = histogram(events, wish["key"_L1].toString(u"iter"_s), samples);
            line["name"_L1] = task["name"_L1];
            result = insertedAt(result, {name.first, name.second, id}, line);
        }
    }
    return result;
}

/// The newest `iters` iterations of each metric and variant.
QVector<QJsonObject> newest(const QVector<QJsonObject> &events, const QJsonObject &wish)
{
    const MetricChoice choice(wish["metrics"_L1]);
    std::map<QString, std::set<qint64, std::greater<>>> iterations;
    for (const QJsonObject &event : events)
        iterations[event["metric"_L1].toString() + u'\n' + event["variant"_L1].toString()].insert(
            event["iter"_L1].toInteger());
    QVector<QJsonObject> result;
    for (const QJsonObject &event : events) {
        const QString metric = event["metric"_L1].toString();
        const QString variant = event["variant"_L1].toString();
        const auto &all = iterations[metric + u'\n' + variant];
        const auto rank = std::distance(all.begin(), all.find(event["iter"_L1].toInteger()));
        if (choice.has(metric, variant) && rank < wish["iters"_L1].toInt(1))
            result.append(event);
    }
    return result;
}

QJsonObject plotData(const CallContext &call, const QVector<QJsonObject> &tasks)
{
    QJsonObject result;
    for (const QJsonObject &task : tasks) {
        const QString id = task["id"_L1].toString();
        for (const QJsonObject &event :
             newest(call.world.plots.value(id), call.body["plots"_L1].toObject())) {
            const QStringList path = {event["metric"_L1].toString(), event["variant"_L1].toString(),
                                      id, QString::number(event["iter"_L1].toInteger())};
            result = insertedAt(
                result, path,
                QJsonObject{{u"name"_s, task["name"_L1]}, {u"plots"_s, QJsonArray{event}}});
        }
    }
    return result;
}

QJsonArray sampleData(const CallContext &call, const QVector<QJsonObject> &tasks)
{
    QJsonArray result;
    for (const QJsonObject &task : tasks) {
        const QString id = task["id"_L1].toString();
        std::map<qint64, QJsonArray, std::greater<>> iterations;
        for (const QJsonObject &event :
             newest(call.world.samples.value(id), call.body["debug_images"_L1].toObject()))
            iterations[event["iter"_L1].toInteger()].append(event);
        QJsonArray list;
        for (const auto &[iteration, events] : iterations)
            list.append(QJsonObject{{u"iter"_s, iteration}, {u"events"_s, events}});
        result.append(QJsonObject{{u"task"_s, id}, {u"iterations"_s, list}});
    }
    return result;
}

QJsonArray singleData(const CallContext &call, const QVector<QJsonObject> &tasks)
{
    QJsonArray result;
    for (const QJsonObject &task : tasks) {
        const QString id = task["id"_L1].toString();
        QJsonArray values;
        for (const ScalarEvent &event : call.world.scalars.value(id)) {
            if (event.iteration != singleValueIteration)
                continue;
            values.append(QJsonObject{{u"metric"_s, event.metric},
                                      {u"variant"_s, event.variant},
                                      {u"value"_s, event.value},
                                      {u"timestamp"_s, event.timestamp}});
        }
        if (values.isEmpty())
            continue;
        result.append(
            QJsonObject{{u"task"_s, id}, {u"task_name"_s, task["name"_L1]}, {u"values"_s, values}});
    }
    return result;
}

QVector<QJsonObject> allTasks(const ClearmlWorld &world)
{
    QVector<QJsonObject> tasks;
    for (const QJsonObject &task : world.tasks) {
        if (task["type"_L1] != u"report"_s)
            tasks.append(task);
    }
    return tasks;
}

/// Also the projects below those asked for.
void includeSubprojects(CallContext &call)
{
    if (!call.body["include_subprojects"_L1].toBool())
        return;
    QJsonArray all;
    for (const QString &id : stringsOf(call.body["project"_L1])) {
        const QString path = call.world.projects.value(id)["name"_L1].toString();
        for (const QJsonObject &project : std::as_const(call.world.projects)) {
            const QString name = project["name"_L1].toString();
            if (name == path || name.startsWith(path + u'/'))
                all.append(project["id"_L1]);
        }
    }
    call.body["project"_L1] = all;
}

CallResult taskData(CallContext &call)
{
    includeSubprojects(call);
    const bool models = call.body["model_events"_L1].toBool();
    const QueryResult query =
        queryRows(models ? call.world.models : allTasks(call.world), call.body, u"task"_s);
    if (const auto *error = std::get_if<CallError>(&query))
        return *error;
    QVector<QJsonObject> found = std::get<QVector<QJsonObject>>(query);
    const int size = call.body["page_size"_L1].toInt(call.body["size"_L1].toInt(mostObjects));
    found = found.mid(qsizetype(call.body["page"_L1].toInt()) * size, qMin(size, mostObjects));
    QJsonArray tasks;
    for (const QJsonObject &task : std::as_const(found))
        tasks.append(projectedRow(call.world, task, call.body));
    QJsonObject answer = {{u"tasks"_s, tasks}};
    if (call.body.contains("scalar_metrics_iter_histogram"_L1)) {
        const CallResult scalars = scalarData(call, found);
        if (const auto *error = std::get_if<CallError>(&scalars))
            return *error;
        answer["scalar_metrics_iter_histogram"_L1] = std::get<QJsonObject>(scalars);
    }
    if (call.body.contains("plots"_L1))
        answer["plots"_L1] = plotData(call, found);
    if (call.body.contains("debug_images"_L1))
        answer["debug_images"_L1] = sampleData(call, found);
    if (call.body.contains("single_value_metrics"_L1))
        answer["single_value_metrics"_L1] = singleData(call, found);
    return answer;
}

CallResult listTasks(CallContext &call)
{
    includeSubprojects(call);
    return listAnswer(call, allTasks(call.world), u"tasks"_s, u"task"_s);
}

CallResult listModels(CallContext &call)
{
    includeSubprojects(call);
    QVector<QJsonObject> models = call.world.models;
    if (call.body["ready"_L1].isBool()) {
        models.removeIf([&call](const QJsonObject &model) {
            return model["ready"_L1] != call.body["ready"_L1];
        });
    }
    return listAnswer(call, models, u"models"_s, u"model"_s);
}

/// Unlike lists, questions for events fail as a whole where one object is unknown (1.6).
std::optional<CallError> unknownObject(CallContext &call)
{
    const bool models = call.body["model_events"_L1].toBool();
    for (const QString &id : stringsOf(call.body["tasks"_L1])) {
        if (models && !call.world.model(id))
            return CallError{400, 201, u"Invalid model id: ids=%1"_s.arg(id)};
        if (!models && !call.world.task(id))
            return CallError{400, 101, u"Invalid task id: ids=%1"_s.arg(id)};
    }
    return {};
}

/// Metric and variants of a task's events of one type, sorted.
std::map<QString, std::set<QString>> metricsOf(const CallContext &call, const QString &task)
{
    std::map<QString, std::set<QString>> metrics;
    const QString type = call.body["event_type"_L1].toString();
    if (type == "training_stats_scalar"_L1) {
        for (const ScalarEvent &event : call.world.scalars.value(task)) {
            if (event.iteration != singleValueIteration)
                metrics[event.metric].insert(event.variant);
        }
        return metrics;
    }
    const auto &events = type == "plot"_L1 ? call.world.plots : call.world.samples;
    for (const QJsonObject &event : events.value(task))
        metrics[event["metric"_L1].toString()].insert(event["variant"_L1].toString());
    return metrics;
}

CallResult taskMetrics(CallContext &call)
{
    if (const auto error = unknownObject(call))
        return *error;
    QJsonArray result;
    for (const QString &task : stringsOf(call.body["tasks"_L1])) {
        QJsonArray names;
        for (const auto &[metric, variants] : metricsOf(call, task))
            names.append(metric);
        result.append(QJsonObject{{u"task"_s, task}, {u"metrics"_s, names}});
    }
    return QJsonObject{{u"metrics"_s, result}};
}

CallResult multiTaskMetrics(CallContext &call)
{
    if (const auto error = unknownObject(call))
        return *error;
    std::map<QString, std::set<QString>> all;
    for (const QString &task : stringsOf(call.body["tasks"_L1])) {
        for (const auto &[metric, variants] : metricsOf(call, task))
            all[metric].insert(variants.begin(), variants.end());
    }
    QJsonArray result;
    for (const auto &[metric, variants] : all) {
        QJsonArray names;
        for (const QString &variant : variants)
            names.append(variant);
        result.append(QJsonObject{{u"metric"_s, metric}, {u"variants"_s, names}});
    }
    return QJsonObject{{u"metrics"_s, result}};
}

CallResult uniqueMetricVariants(CallContext &call)
{
    std::set<std::pair<QString, QString>> names;
    const QStringList ids = stringsOf(call.body["ids"_L1]);
    for (const QJsonObject &task : allTasks(call.world)) {
        const bool inProject = task["project"_L1] == call.body["project"_L1];
        if (!inProject && !ids.contains(task["id"_L1].toString()))
            continue;
        for (const ScalarEvent &event : call.world.scalars.value(task["id"_L1].toString()))
            names.emplace(event.metric, event.variant);
    }
    QJsonArray result;
    for (const auto &[metric, variant] : names)
        result.append(QJsonObject{{u"metric"_s, metric},
                                  {u"metric_hash"_s, nameHash(metric)},
                                  {u"variant"_s, variant},
                                  {u"variant_hash"_s, nameHash(variant)}});
    return QJsonObject{{u"metrics"_s, result}};
}

} // namespace

QHash<QString, CallAction> dataActions()
{
    return {{u"reports.get_task_data"_s, taskData},
            {u"tasks.get_all_ex"_s, listTasks},
            {u"models.get_all_ex"_s, listModels},
            {u"events.get_task_metrics"_s, taskMetrics},
            {u"events.get_multi_task_metrics"_s, multiTaskMetrics},
            {u"projects.get_unique_metric_variants"_s, uniqueMetricVariants}};
}

} // namespace plotleaf::test
