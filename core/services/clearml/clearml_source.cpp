#include "core/services/clearml/clearml_source.h"

#include "core/base/task_future.h"
#include "core/services/clearml/clearml_runs.h"
#include "core/services/clearml/widgets/clearml_widget_feed.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr std::chrono::milliseconds followInterval{10'000};

} // namespace

ClearmlSource::ClearmlSource(QString name,
                             std::shared_ptr<ClearmlClient> client,
                             QString project,
                             QObject *parent)
    : RunSource(parent)
    , m_name(std::move(name))
    , m_shared(std::make_shared<Shared>(Shared{
          std::move(client), std::move(project), {}, {}, std::make_shared<ClearmlSampleNames>()}))
{
    m_timer.setInterval(followInterval);
    connect(&m_timer, &QTimer::timeout, this, &RunSource::changed);
}

QFuture<Result<QVector<Run>>> ClearmlSource::runs()
{
    return futureOf(askClearmlRuns(m_shared));
}

QFuture<Result<SeriesPtr>> ClearmlSource::series(const RunId &run, const QString &metric)
{
    return futureOf(askClearmlSeries(m_shared, run.toString(), metric));
}

QFuture<Result<QVector<MediaSample>>>
ClearmlSource::media(const RunId &run, const QString &key, const SampleSteps &steps)
{
    return futureOf(askClearmlMedia(m_shared, run.toString(), key, steps));
}

QFuture<Result<QVector<HistogramSample>>> ClearmlSource::histograms(const RunId & /*run*/,
                                                                    const QString & /*key*/,
                                                                    const SampleSteps & /*steps*/)
{
    return QtFuture::makeReadyFuture(Result<QVector<HistogramSample>>(QVector<HistogramSample>()));
}

void ClearmlSource::setFollowed(bool followed)
{
    m_followers += followed ? 1 : -1;
    if (m_followers == 0)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

std::unique_ptr<PanelFeed> ClearmlSource::openFrame(const QString &address,
                                                    const std::shared_ptr<MediaShelf> &shelf)
{
    const Result<ClearmlWidget> widget = readClearmlWidget(address);
    return widget ? std::make_unique<ClearmlWidgetFeed>(m_shared->client, *widget, shelf) : nullptr;
}

} // namespace plotleaf
