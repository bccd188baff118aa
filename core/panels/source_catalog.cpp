#include "core/panels/source_catalog.h"

#include "core/base/task_future.h"
#include "core/panels/panel_fence.h"
#include "core/panels/plot_json.h"
#include "core/panels/source_contents.h"
#include "core/panels/source_lists.h"
#include "core/runs/run_label.h"

#include <QCoreApplication>

#include <algorithm>

namespace plotleaf {

namespace {

template <typename T>
QFuture<Result<T>> emptyAnswer()
{
    return QtFuture::makeReadyFuture(Result<T>(T()));
}

qsizetype indexOf(const QVector<RunCard> &cards, const RunId &run)
{
    return std::ranges::find(cards, run, &RunCard::id) - cards.cbegin();
}

} // namespace

SourceCatalog::SourceCatalog(std::shared_ptr<RunSource> source, QObject *parent)
    : RunCatalog(parent), m_source(std::move(source))
{
}

QFuture<Result<QVector<RunProject>>> SourceCatalog::projects(const QString & /*parent*/)
{
    return emptyAnswer<QVector<RunProject>>();
}

QFuture<Result<QVector<RunProject>>> SourceCatalog::findProjects(const QString & /*text*/)
{
    return emptyAnswer<QVector<RunProject>>();
}

QFuture<Result<RunPage>> SourceCatalog::runs(const RunListQuery &query)
{
    return futureOf(listSourceRuns(m_source, query));
}

QFuture<Result<QStringList>> SourceCatalog::tags()
{
    return futureOf(listSourceTags(m_source));
}

QFuture<Result<QVector<RunCard>>> SourceCatalog::cards(const RunPick &runs)
{
    return futureOf(listSourceCards(m_source, runs));
}

QFuture<Result<QVector<RunMetric>>> SourceCatalog::metrics(const RunPick &runs)
{
    return futureOf(listSourceMetrics(m_source, runs));
}

QFuture<Result<QVector<RunCurve>>>
SourceCatalog::curves(const RunPick &runs, const QString &metric, const QStringList &variants)
{
    return futureOf(listSourceCurves(m_source, runs, metric, variants));
}

QFuture<Result<QVector<MetricName>>> SourceCatalog::plotNames(const RunPick & /*runs*/)
{
    return emptyAnswer<QVector<MetricName>>();
}

QFuture<Result<QVector<RunPlot>>> SourceCatalog::plots(const RunPick & /*runs*/,
                                                       const MetricName & /*name*/)
{
    return emptyAnswer<QVector<RunPlot>>();
}

QFuture<Result<QVector<MetricName>>> SourceCatalog::sampleNames(const RunPick &runs)
{
    return futureOf(listSourceSampleNames(m_source, runs));
}

QFuture<Result<QVector<RunSample>>>
SourceCatalog::samples(const RunPick &runs, const MetricName &name, int iterations)
{
    return futureOf(listSourceSamples(m_source, runs, name, iterations));
}

QFuture<Result<MediaSample>> SourceCatalog::sampleFile(const RunSample &sample)
{
    return futureOf(findSourceSample(m_source, sample));
}

QFuture<Result<QVector<RunScalar>>> SourceCatalog::singleValues(const RunPick & /*runs*/)
{
    return emptyAnswer<QVector<RunScalar>>();
}

QFuture<Result<QVector<RunParameter>>> SourceCatalog::parameters(const RunPick &runs)
{
    return futureOf(listSourceParameters(m_source, runs));
}

QFuture<Result<QVector<RunConfiguration>>> SourceCatalog::configurations(const RunPick & /*runs*/)
{
    return emptyAnswer<QVector<RunConfiguration>>();
}

QFuture<Result<QVector<RunCard>>> SourceCatalog::frameRuns(const QString &address)
{
    const Error error = {
        ErrorCode::InvalidInput,
        QCoreApplication::translate("plotleaf::SourceCatalog", "No frame shows runs of a folder."),
        address};
    return QtFuture::makeReadyFuture(Result<QVector<RunCard>>(error));
}

Result<QString> SourceCatalog::embedCode(const RunEmbed &what, IdSource & /*ids*/) const
{
    return panelFence(what, m_source->name());
}

/// One run has a colour for each variant; several have one each.
QVector<CurveColour> SourceCatalog::curveColours(const QVector<RunCurve> &curves,
                                                 const QVector<RunCard> &cards,
                                                 const QStringList &variants) const
{
    QVector<Run> runs;
    for (const RunCard &card : cards) {
        Run run;
        run.id = card.id;
        run.created = card.created;
        runs.append(run);
    }
    const QVector<int> ofRuns = runColours(runs, plotColours);
    QVector<CurveColour> colours;
    for (const RunCurve &curve : curves) {
        const qsizetype index = cards.size() == 1
                                    ? variants.indexOf(curve.name.variant) % plotColours
                                    : ofRuns.value(indexOf(cards, curve.run));
        CurveColour colour;
        colour.themeIndex = std::max(0, int(index));
        colours.append(colour);
    }
    return colours;
}

} // namespace plotleaf
