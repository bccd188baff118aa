#pragma once

#include "core/runs/run_source.h"

#include <QHash>
#include <QPromise>

#include <functional>
#include <vector>

namespace plotleaf::test {

/// A run source in memory that counts what it is asked and can hold its answers back. Lives on the
/// test's thread.
class FakeRunSource final : public RunSource
{
    Q_OBJECT

public:
    explicit FakeRunSource(QString name = QStringLiteral("folder:/runs")) : m_name(std::move(name))
    {
    }

    /// Adds a run with this name and id; returned by reference until the next one is added.
    Run &addRun(const QString &name)
    {
        Run run;
        run.id = RunId(name);
        run.name = name;
        run.state = RunState::Finished;
        run.created = QDateTime(QDate(2026, 11, 21), QTime(8, int(m_runs.size())), Qt::UTC);
        run.updated = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
        m_runs.push_back(run);
        return m_runs.back();
    }
    Run &run(const QString &name)
    {
        for (Run &run : m_runs) {
            if (run.name == name)
                return run;
        }
        qFatal("no such run");
    }

    void addSeries(const QString &runName, const QString &metric, const Series &series)
    {
        remember(run(runName).metrics, metric);
        m_series.insert({runName, metric}, std::make_shared<const Series>(series));
    }
    /// Values at steps 0, 1, 2, …, one second apart.
    void addSeries(const QString &runName, const QString &metric, std::vector<double> values)
    {
        Series series;
        for (size_t i = 0; i < values.size(); ++i) {
            series.step.push_back(double(i));
            series.wall.push_back(1'795'251'600.0 + double(i));
        }
        series.value = std::move(values);
        addSeries(runName, metric, series);
    }
    void addMedia(const QString &runName, const MediaSample &sample)
    {
        remember(run(runName).media, sample.key);
        m_media[{runName, sample.key}].push_back(sample);
    }
    void addHistogram(const QString &runName, const QString &key, const HistogramSample &sample)
    {
        remember(run(runName).histograms, key);
        m_histograms[{runName, key}].push_back(sample);
    }

    /// What runs() answers instead of runs.
    void fail(const Error &error) { m_error = error; }
    void recover() { m_error.reset(); }
    /// What series() answers from now on.
    void failSeries(const Error &error) { m_seriesError = error; }
    void setWarnings(const QStringList &warnings) { m_warnings = warnings; }
    /// From now on answers wait for release().
    void holdBack() { m_held = true; }
    void release()
    {
        m_held = false;
        for (const auto &finish : std::exchange(m_waiting, {}))
            finish();
    }
    bool isAsked() const { return !m_waiting.empty(); }
    /// Nobody waits for the runs any more.
    bool isGivenUp() const { return m_runsAsked.isCanceled(); }
    void tellChanged() { emit changed(); }

    bool ended = false;
    int runsAsked = 0;
    int seriesAsked = 0;
    int mediaAsked = 0;
    int histogramsAsked = 0;
    QVector<SampleSteps> stepsAsked; ///< of media and histograms
    int followers = 0;

    QString name() const override { return m_name; }
    QFuture<Result<QVector<Run>>> runs() override
    {
        ++runsAsked;
        m_runsAsked =
            answer(m_error ? Result<QVector<Run>>(*m_error) : Result<QVector<Run>>(m_runs));
        return m_runsAsked;
    }
    QFuture<Result<SeriesPtr>> series(const RunId &run, const QString &metric) override
    {
        ++seriesAsked;
        if (m_seriesError)
            return answer<Result<SeriesPtr>>(*m_seriesError);
        const SeriesPtr found = m_series.value({run.toString(), metric});
        return answer<Result<SeriesPtr>>(found ? Result<SeriesPtr>(found)
                                               : Result<SeriesPtr>(notFound()));
    }
    QFuture<Result<QVector<MediaSample>>>
    media(const RunId &run, const QString &key, const SampleSteps &steps) override
    {
        ++mediaAsked;
        stepsAsked << steps;
        return answer<Result<QVector<MediaSample>>>(m_media.value({run.toString(), key}));
    }
    QFuture<Result<QVector<HistogramSample>>>
    histograms(const RunId &run, const QString &key, const SampleSteps &steps) override
    {
        ++histogramsAsked;
        stepsAsked << steps;
        return answer<Result<QVector<HistogramSample>>>(m_histograms.value({run.toString(), key}));
    }
    QStringList warnings() const override { return m_warnings; }
    bool isEnded() const override { return ended; }
    void setFollowed(bool followed) override { followers += followed ? 1 : -1; }

private:
    using Key = std::pair<QString, QString>;

    static Error notFound() { return {ErrorCode::NotFound, QStringLiteral("not there"), {}}; }
    static void remember(QStringList &names, const QString &name)
    {
        if (!names.contains(name))
            names << name;
        names.sort();
    }

    template <typename T>
    QFuture<T> answer(const T &value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        const auto finish = [promise, value] {
            promise->addResult(value);
            promise->finish();
        };
        if (m_held)
            m_waiting.push_back(finish);
        else
            finish();
        return promise->future();
    }

    QString m_name;
    QVector<Run> m_runs;
    QHash<Key, SeriesPtr> m_series;
    QHash<Key, QVector<MediaSample>> m_media;
    QHash<Key, QVector<HistogramSample>> m_histograms;
    std::optional<Error> m_error;
    std::optional<Error> m_seriesError;
    QStringList m_warnings;
    bool m_held = false;
    std::vector<std::function<void()>> m_waiting;
    QFuture<Result<QVector<Run>>> m_runsAsked; ///< the last time
};

} // namespace plotleaf::test
