#pragma once

#include "core/base/result.h"
#include "core/runs/run.h"
#include "core/runs/run_source.h"

#include <QHash>

#include <memory>
#include <optional>

namespace plotleaf {

/// One thing that can be asked of a run.
struct RunDataRequest
{
    enum class Kind { Series, Media, Histograms };

    Kind kind = Kind::Series;
    RunId run;
    QString name;           ///< metric or key
    SampleSteps steps = {}; ///< of media and histograms

    friend bool operator==(const RunDataRequest &, const RunDataRequest &) = default;
    friend size_t qHash(const RunDataRequest &request, size_t seed = 0)
    {
        return qHashMulti(seed, int(request.kind), request.run, request.name, request.steps);
    }
};

/// What came back: the member that the request's kind names, or `error`.
struct RunDataAnswer
{
    SeriesPtr series;
    std::shared_ptr<const QVector<MediaSample>> media;
    std::shared_ptr<const QVector<HistogramSample>> histograms;
    std::optional<Error> error;
};

/// The data of one figure. Immutable once handed to a kind.
class RunData
{
public:
    void insert(const RunDataRequest &request, const RunDataAnswer &answer)
    {
        m_answers.insert(request, answer);
    }

    /// Null where it was not asked for, or the source had none.
    const Series *series(const RunId &run, const QString &metric) const
    {
        return answer(RunDataRequest::Kind::Series, run, metric).series.get();
    }
    const QVector<MediaSample> *
    media(const RunId &run, const QString &key, const SampleSteps &steps) const
    {
        return answer(RunDataRequest::Kind::Media, run, key, steps).media.get();
    }
    const QVector<HistogramSample> *
    histograms(const RunId &run, const QString &key, const SampleSteps &steps) const
    {
        return answer(RunDataRequest::Kind::Histograms, run, key, steps).histograms.get();
    }
    /// Whether something that was asked for is not there (NotFound).
    bool lacksSomething() const;
    /// Why data is missing, for people; each text once. NotFound is left out: kinds say that
    /// themselves.
    QStringList failures() const;

private:
    RunDataAnswer answer(RunDataRequest::Kind kind,
                         const RunId &run,
                         const QString &name,
                         const SampleSteps &steps = {}) const
    {
        return m_answers.value({kind, run, name, steps});
    }

    QHash<RunDataRequest, RunDataAnswer> m_answers;
};

} // namespace plotleaf
