#include "core/services/clearml/browser/clearml_catalog.h"

#include "core/base/task_future.h"
#include "core/services/clearml/browser/clearml_run_documents.h"
#include "core/services/clearml/browser/clearml_run_events.h"
#include "core/services/clearml/browser/clearml_run_lists.h"
#include "core/services/clearml/clearml_sample_file.h"
#include "core/services/clearml/widgets/clearml_embed_code.h"
#include "core/services/clearml/widgets/clearml_links.h"
#include "core/services/clearml/widgets/clearml_names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

ClearmlCatalog::ClearmlCatalog(QString name, std::shared_ptr<ClearmlClient> client, QObject *parent)
    : RunCatalog(parent), m_name(std::move(name)), m_client(std::move(client))
{
}

QFuture<Result<QVector<RunProject>>> ClearmlCatalog::projects(const QString &parent)
{
    return futureOf(askClearmlRunProjects(m_client, parent));
}

QFuture<Result<QVector<RunProject>>> ClearmlCatalog::findProjects(const QString &text)
{
    return futureOf(findClearmlRunProjects(m_client, text));
}

QFuture<Result<RunPage>> ClearmlCatalog::runs(const RunListQuery &query)
{
    return futureOf(askClearmlRunPage(m_client, query));
}

QFuture<Result<QStringList>> ClearmlCatalog::tags()
{
    return futureOf(askClearmlTags(m_client));
}

QFuture<Result<QVector<RunCard>>> ClearmlCatalog::cards(const RunPick &runs)
{
    return futureOf(askClearmlRunCards(m_client, runs));
}

QFuture<Result<QVector<RunMetric>>> ClearmlCatalog::metrics(const RunPick &runs)
{
    return futureOf(askClearmlMetrics(m_client, runs));
}

QFuture<Result<QVector<RunCurve>>>
ClearmlCatalog::curves(const RunPick &runs, const QString &metric, const QStringList &variants)
{
    return futureOf(askClearmlCurves(m_client, runs, metric, variants));
}

QFuture<Result<QVector<MetricName>>> ClearmlCatalog::plotNames(const RunPick &runs)
{
    return futureOf(askClearmlEventNames(m_client, runs, ClearmlEventType::Plot));
}

QFuture<Result<QVector<RunPlot>>> ClearmlCatalog::plots(const RunPick &runs, const MetricName &name)
{
    return futureOf(askClearmlPlots(m_client, runs, name));
}

QFuture<Result<QVector<MetricName>>> ClearmlCatalog::sampleNames(const RunPick &runs)
{
    return futureOf(askClearmlEventNames(m_client, runs, ClearmlEventType::Sample));
}

QFuture<Result<QVector<RunSample>>>
ClearmlCatalog::samples(const RunPick &runs, const MetricName &name, int iterations)
{
    return futureOf(askClearmlSamples(m_client, runs, name, iterations));
}

QFuture<Result<MediaSample>> ClearmlCatalog::sampleFile(const RunSample &sample)
{
    return futureOf(askClearmlSampleFile(m_client, sample));
}

QFuture<Result<QVector<RunScalar>>> ClearmlCatalog::singleValues(const RunPick &runs)
{
    return futureOf(askClearmlSingleValues(m_client, runs));
}

QFuture<Result<QVector<RunParameter>>> ClearmlCatalog::parameters(const RunPick &runs)
{
    return futureOf(askClearmlParameters(m_client, runs));
}

QFuture<Result<QVector<RunConfiguration>>> ClearmlCatalog::configurations(const RunPick &runs)
{
    return futureOf(askClearmlConfigurations(m_client, runs));
}

bool ClearmlCatalog::ownsFrame(const QString &address) const
{
    const Result<ClearmlWidget> widget = readClearmlWidget(address);
    return widget &&
           (widget->web.isEmpty() || isSameClearmlWeb(m_client->servers().web, widget->web));
}

QFuture<Result<QVector<RunCard>>> ClearmlCatalog::frameRuns(const QString &address)
{
    return futureOf(askClearmlFrameRuns(m_client, address));
}

Result<QString> ClearmlCatalog::embedCode(const RunEmbed &what, IdSource &ids) const
{
    const Result<ClearmlEmbed> embed = clearmlEmbed(what);
    if (!embed)
        return embed.error();
    return clearmlEmbedCode(*embed, m_client->servers().web, ids);
}

QVector<CurveColour> ClearmlCatalog::curveColours(const QVector<RunCurve> &curves,
                                                  const QVector<RunCard> &runs,
                                                  const QStringList &variants) const
{
    QVector<CurveColour> colours;
    for (const RunCurve &curve : curves) {
        const QString id = curve.run.toString();
        const auto card = std::ranges::find(runs, curve.run, &RunCard::id);
        const QString task = (card == runs.end() ? id : card->name) + u'.' + id.left(6);
        const QString key = variants.size() == 1
                                ? task
                                : QString(clearmlVariantName(curve.name.variant) + u" - "_s + task);
        const ClearmlColour colour =
            clearmlLabelColour(clearmlColourLabel(key, id, runs.size() > 1));
        colours.append({0, clearmlLightColour(colour).text(), clearmlDarkColour(colour).text()});
    }
    return colours;
}

QUrl ClearmlCatalog::webPage(const RunCard &run) const
{
    ClearmlWidget whole;
    whole.type = ClearmlWidget::Type::ParallelCoordinates; // links to the object itself
    whole.isModel = run.kind == RunKind::Model;
    return clearmlResourceLink(whole, m_client->servers().web, {run.id.toString()});
}

} // namespace plotleaf
