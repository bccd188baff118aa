#include "core/services/clearml/clearml_runs.h"

#include "core/runs/natural_sort.h"
#include "core/services/clearml/browser/clearml_run_events.h"
#include "core/services/clearml/clearml_documents.h"
#include "core/services/clearml/clearml_pages.h"
#include "core/services/clearml/clearml_projects.h"
#include "core/services/clearml/clearml_run_fields.h"
#include "core/services/clearml/clearml_sample_file.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Shared = std::shared_ptr<ClearmlSource::Shared>;

constexpr int newestSamples = 10; ///< iterations of a sample whose files are fetched at most
/// Where a step is wanted: how many of the newest iterations it is looked for in. Only their
/// addresses are asked for.
constexpr int iterationsSearched = 1000;

QVariant parameterValue(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QVariant(number) : QVariant(text);
}

int iterationsFor(const SampleSteps &steps)
{
    return steps.isAll() || steps == SampleSteps::last() ? newestSamples : iterationsSearched;
}

/// Those of `samples` (newest first) whose files are worth fetching.
QVector<RunSample> newestUpTo(double step, const QVector<RunSample> &samples)
{
    QVector<RunSample> newest;
    QSet<qint64> iterations;
    for (const RunSample &sample : samples) {
        if (double(sample.iteration) > step)
            continue;
        iterations.insert(sample.iteration);
        if (iterations.size() > newestSamples)
            break;
        newest << sample;
    }
    return newest;
}

void addParameters(Run &run, const QJsonObject &sections)
{
    for (auto section = sections.begin(); section != sections.end(); ++section) {
        const QJsonObject names = section->toObject();
        for (auto name = names.begin(); name != names.end(); ++name)
            run.config[section.key() + u'.' + name.key()] =
                parameterValue(name->toObject()["value"_L1].toString());
    }
}

Run readRun(ClearmlSource::Shared &shared, const QJsonObject &task)
{
    Run run;
    run.id = RunId(task["id"_L1].toString());
    run.name = task["name"_L1].toString();
    run.state = clearmlRunState(task["status"_L1].toString());
    run.created = readClearmlTime(task["created"_L1]);
    run.updated = readClearmlTime(task["last_update"_L1]);
    run.tags = clearmlStrings(task["tags"_L1]);
    addParameters(run, task["hyperparams"_L1].toObject());
    for (const ClearmlLastMetric &last : readClearmlLastMetrics(task)) {
        shared.metrics[last.name.text()] = {last.name.metric, last.name.variant};
        if (last.hasSteps)
            run.metrics << last.name.text();
    }
    run.metrics.sort();
    return run;
}

QJsonObject
seriesBody(const QString &run, const std::pair<QString, QString> &metric, const QString &key)
{
    const QJsonObject wish = {{u"metric"_s, metric.first},
                              {u"variants"_s, QJsonArray{metric.second}}};
    return {{u"id"_s, QJsonArray{run}},
            {u"only_fields"_s, QJsonArray{u"name"_s}},
            {u"scalar_metrics_iter_histogram"_s, clearmlScalarWish(QJsonArray{wish}, key)}};
}

/// ".../<key>" as the pair that the server wants, known from the list of runs or guessed.
std::pair<QString, QString> metricOf(const ClearmlSource::Shared &shared, const QString &name)
{
    return shared.metrics.value(name, {name.section(u'/', 0, -2), name.section(u'/', -1)});
}

/// Without their names the runs are as good for everything else.
QCoro::Task<> addSampleNames(Shared shared, QVector<Run> *runs)
{
    QVector<ClearmlSampleNames::Task> tasks;
    for (const Run &run : std::as_const(*runs))
        tasks.append({run.id.toString(), run.updated});
    const auto names = co_await ClearmlSampleNames::ask(shared->sampleNames, shared->client, tasks);
    if (!names) {
        shared->warnings << QCoreApplication::translate(
                                "plotleaf::ClearmlSource",
                                "Which samples the tasks have is not known: %1")
                                .arg(names.error().message);
        co_return;
    }
    for (Run &run : *runs) {
        run.media = names->value(run.id.toString());
        run.media.sort();
    }
}

} // namespace

QCoro::Task<Result<QVector<Run>>> askClearmlRuns(Shared shared)
{
    if (const Result<void> may = shared->client->mayLook(); !may)
        co_return may.error();
    const QStringList fields = {u"name"_s, u"status"_s,      u"created"_s,     u"last_update"_s,
                                u"tags"_s, u"hyperparams"_s, u"last_metrics"_s};
    QJsonObject body = {{u"only_fields"_s, QJsonArray::fromStringList(fields)},
                        {u"order_by"_s, QJsonArray::fromStringList({u"-last_update"_s})}};
    if (!shared->project.isEmpty()) {
        const Result<QString> id = co_await clearmlProjectId(shared->client, shared->project);
        if (!id)
            co_return id.error();
        body["project"_L1] = QJsonArray::fromStringList({*id});
        body["include_subprojects"_L1] = true;
    }
    const Result<QJsonArray> tasks = co_await askClearmlPages(
        shared->client, u"tasks.get_all_ex"_s, u"tasks"_s, body, ClearmlSource::mostRuns);
    if (!tasks)
        co_return tasks.error();
    QVector<Run> runs;
    for (const QJsonValue task : *tasks)
        runs.append(readRun(*shared, task.toObject()));
    shared->warnings.clear();
    if (runs.size() >= ClearmlSource::mostRuns) {
        shared->warnings << QCoreApplication::translate("plotleaf::ClearmlSource",
                                                        "Only the %1 tasks changed last are listed")
                                .arg(runs.size());
    }
    co_await addSampleNames(shared, &runs);
    std::ranges::stable_sort(
        runs, [](const Run &a, const Run &b) { return naturalLess(a.name, b.name); });
    co_return runs;
}

QCoro::Task<Result<SeriesPtr>> askClearmlSeries(Shared shared, QString run, QString metric)
{
    if (const Result<void> may = shared->client->mayLook(); !may)
        co_return may.error();
    const std::pair<QString, QString> wish = metricOf(*shared, metric);
    const auto lineOf = [&wish, &run](const QJsonObject &data) {
        const QJsonValue histogram = data["scalar_metrics_iter_histogram"_L1];
        return histogram[wish.first][wish.second][run];
    };
    const Result<QJsonObject> steps =
        co_await shared->client->call(u"reports.get_task_data"_s, seriesBody(run, wish, u"iter"_s));
    if (!steps)
        co_return steps.error();
    const Result<QJsonObject> times = co_await shared->client->call(
        u"reports.get_task_data"_s, seriesBody(run, wish, u"timestamp"_s));
    if (!times)
        co_return times.error();
    Series series = readClearmlSeries(lineOf(*steps), lineOf(*times));
    if (series.step.empty()) {
        co_return Error{
            ErrorCode::NotFound,
            QCoreApplication::translate("plotleaf::ClearmlSource", "The task has no metric “%1”.")
                .arg(metric),
            run};
    }
    co_return SeriesPtr(std::make_shared<const Series>(std::move(series)));
}

QCoro::Task<Result<QVector<MediaSample>>>
askClearmlMedia(Shared shared, QString run, QString key, SampleSteps steps)
{
    if (const Result<void> may = shared->client->mayLook(); !may)
        co_return may.error();
    const std::pair<QString, QString> wish = metricOf(*shared, key);
    const RunPick pick = {RunKind::Run, {RunId(run)}};
    const MetricName name = {wish.first, wish.second};
    const Result<QVector<RunSample>> found =
        co_await askClearmlSamples(shared->client, pick, name, iterationsFor(steps));
    if (!found)
        co_return found.error();
    const QVector<RunSample> wanted = newestUpTo(steps.most(), *found);
    QVector<MediaSample> samples;
    std::optional<Error> problem;
    for (const RunSample &one : wanted) {
        // What a step lacks altogether is looked for at the one before.
        const bool isOlder = !samples.isEmpty() && double(one.iteration) < samples.first().step;
        if (!steps.isAll() && isOlder)
            break;
        Result<MediaSample> sample = co_await askClearmlSampleFile(shared->client, one);
        if (sample) {
            sample->key = key;
            samples.prepend(std::move(*sample));
            continue;
        }
        problem = sample.error();
        const QString warning =
            QCoreApplication::translate("plotleaf::ClearmlSource",
                                        "A sample of “%1” cannot be fetched: %2")
                .arg(key, problem->message);
        if (!shared->warnings.contains(warning))
            shared->warnings << warning;
    }
    // Better some of them than none; none is a failure, so that what was shown before stays.
    if (samples.isEmpty() && problem)
        co_return *problem;
    co_return samples;
}

} // namespace plotleaf
