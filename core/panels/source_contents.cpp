#include "core/panels/source_contents.h"

#include "core/panels/panel_fence.h"
#include "core/panels/source_lists.h"
#include "core/runs/natural_sort.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using SourcePtr = std::shared_ptr<RunSource>;

/// Values that are no number count for nothing but the last.
RunMetric::Summary summaryOf(const Series &series)
{
    RunMetric::Summary summary;
    if (series.value.empty())
        return summary;
    summary.last = series.value.back();
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < series.size(); ++i) {
        const double value = series.value[i];
        if (!std::isfinite(value))
            continue;
        sum += value;
        ++count;
        if (!(summary.min <= value)) {
            summary.min = value;
            summary.minStep = series.step[i];
        }
        if (!(summary.max >= value)) {
            summary.max = value;
            summary.maxStep = series.step[i];
        }
    }
    if (count > 0)
        summary.mean = sum / double(count);
    return summary;
}

/// Null where the run has lost it in the meantime.
QCoro::Task<Result<SeriesPtr>> seriesOf(SourcePtr source, RunId run, QString metric)
{
    const QFuture<Result<SeriesPtr>> asked = source->series(run, metric);
    const Result<SeriesPtr> series = co_await asked;
    if (!series && series.error().code == ErrorCode::NotFound)
        co_return SeriesPtr();
    co_return series;
}

QStringList namesOf(const QVector<Run> &runs, QStringList Run::*list)
{
    QStringList names;
    for (const Run &run : runs)
        names << run.*list;
    names.removeDuplicates();
    naturalSort(names);
    return names;
}

/// The address of a sample is its place among those of its step.
RunSample sampleOf(const MediaSample &media, const RunId &run, const MetricName &name)
{
    RunSample sample = {run,       name, std::llround(media.step), {}, QString::number(media.index),
                        media.kind};
    if (media.wall > 0)
        sample.time = QDateTime::fromMSecsSinceEpoch(std::llround(media.wall * 1000), Qt::UTC);
    return sample;
}

} // namespace

QCoro::Task<Result<QVector<RunMetric>>> listSourceMetrics(SourcePtr source, RunPick pick)
{
    const Result<QVector<Run>> runs = co_await pickedSourceRuns(source, pick);
    if (!runs)
        co_return runs.error();
    QVector<RunMetric> metrics;
    for (const QString &name : namesOf(*runs, &Run::metrics)) {
        RunMetric metric = {splitMetricName(name), {}};
        for (const Run &run : *runs) {
            if (!run.metrics.contains(name))
                continue;
            const Result<SeriesPtr> series = co_await seriesOf(source, run.id, name);
            if (!series)
                co_return series.error();
            if (*series)
                metric.runs[run.id] = summaryOf(**series);
        }
        metrics.append(metric);
    }
    co_return metrics;
}

QCoro::Task<Result<QVector<RunCurve>>>
listSourceCurves(SourcePtr source, RunPick pick, QString metric, QStringList variants)
{
    const Result<QVector<Run>> runs = co_await pickedSourceRuns(source, pick);
    if (!runs)
        co_return runs.error();
    QVector<RunCurve> curves;
    for (const QString &name : namesOf(*runs, &Run::metrics)) {
        const MetricName split = splitMetricName(name);
        const bool isWanted =
            split.metric == metric && (variants.isEmpty() || variants.contains(split.variant));
        for (const Run &run : *runs) {
            if (!isWanted || !run.metrics.contains(name))
                continue;
            const Result<SeriesPtr> series = co_await seriesOf(source, run.id, name);
            if (!series)
                co_return series.error();
            if (*series)
                curves.append({run.id, split, *series});
        }
    }
    co_return curves;
}

QCoro::Task<Result<QVector<MetricName>>> listSourceSampleNames(SourcePtr source, RunPick pick)
{
    const Result<QVector<Run>> runs = co_await pickedSourceRuns(source, pick);
    if (!runs)
        co_return runs.error();
    QVector<MetricName> names;
    for (const QString &name : namesOf(*runs, &Run::media))
        names.append(splitMetricName(name));
    co_return names;
}

QCoro::Task<Result<QVector<RunSample>>>
listSourceSamples(SourcePtr source, RunPick pick, MetricName name, int iterations)
{
    const Result<QVector<Run>> runs = co_await pickedSourceRuns(source, pick);
    if (!runs)
        co_return runs.error();
    const SampleSteps wanted = iterations > 1 ? SampleSteps() : SampleSteps::last();
    QVector<RunSample> samples;
    for (const Run &run : *runs) {
        if (!run.media.contains(name.text()))
            continue;
        const QFuture<Result<QVector<MediaSample>>> asked =
            source->media(run.id, name.text(), wanted);
        const Result<QVector<MediaSample>> media = co_await asked;
        if (!media)
            co_return media.error();
        QSet<qint64> steps;
        for (auto one = media->rbegin(); one != media->rend(); ++one) {
            const RunSample sample = sampleOf(*one, run.id, name);
            steps.insert(sample.iteration);
            if (steps.size() > std::max(iterations, 1))
                break;
            samples.append(sample);
        }
    }
    std::ranges::stable_sort(samples, std::greater<>(), &RunSample::iteration);
    co_return samples;
}

QCoro::Task<Result<MediaSample>> findSourceSample(SourcePtr source, RunSample wanted)
{
    const QFuture<Result<QVector<MediaSample>>> asked = source->media(
        wanted.run, wanted.name.text(), SampleSteps::atOrBefore(double(wanted.iteration) + 0.5));
    const Result<QVector<MediaSample>> media = co_await asked;
    if (!media)
        co_return media.error();
    for (const MediaSample &one : *media) {
        if (std::llround(one.step) == wanted.iteration &&
            QString::number(one.index) == wanted.address)
            co_return one;
    }
    co_return Error{ErrorCode::NotFound,
                    QCoreApplication::translate("plotleaf::SourceCatalog",
                                                "The run does not have this sample any more."),
                    wanted.name.text()};
}

QCoro::Task<Result<QVector<RunParameter>>> listSourceParameters(SourcePtr source, RunPick pick)
{
    const Result<QVector<Run>> runs = co_await pickedSourceRuns(source, pick);
    if (!runs)
        co_return runs.error();
    QMap<QString, RunParameter> named;
    for (const Run &run : *runs) {
        for (auto entry = run.config.begin(); entry != run.config.end(); ++entry) {
            RunParameter &parameter = named[entry.key()];
            parameter.name = entry.key();
            parameter.runs[run.id] = entry->toString();
        }
    }
    QVector<RunParameter> parameters(named.begin(), named.end());
    for (RunParameter &parameter : parameters) {
        const QString first = parameter.runs.begin().value();
        parameter.differs = parameter.runs.size() < runs->size() ||
                            std::ranges::any_of(parameter.runs, [&first](const QString &one) {
                                return one != first;
                            });
    }
    std::ranges::stable_sort(parameters, [](const RunParameter &a, const RunParameter &b) {
        return naturalLess(a.name, b.name);
    });
    co_return parameters;
}

} // namespace plotleaf
