#include "core/services/clearml/widgets/clearml_widget_feed.h"

#include "core/services/clearml/widgets/clearml_zoom.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr std::chrono::milliseconds usualInterval{10'000};
constexpr std::chrono::milliseconds shortestInterval{1'000};
constexpr std::chrono::milliseconds retryInterval{60'000};
constexpr int mostSamples = 6000; ///< clearml.md 4.2
constexpr int samplesPerPixel = 2;
/// Frames of nearly the same width ask for the same.
constexpr int samplesStep = 1000;

bool isProblem(const Figure &figure)
{
    return figure.kind == Figure::Kind::Message &&
           figure.content["severity"_L1].toString() == "error"_L1;
}

} // namespace

ClearmlWidgetFeed::ClearmlWidgetFeed(std::shared_ptr<ClearmlClient> client,
                                     ClearmlWidget widget,
                                     std::shared_ptr<MediaShelf> shelf,
                                     QObject *parent)
    : PanelFeed(parent)
    , m_client(std::move(client))
    , m_widget(std::move(widget))
    , m_shelf(std::move(shelf))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &ClearmlWidgetFeed::draw);
}

ClearmlWidgetFeed::~ClearmlWidgetFeed()
{
    if (m_data)
        m_data->unfollow(this);
}

std::chrono::milliseconds ClearmlWidgetFeed::interval() const
{
    QString text = m_widget.options.value(u"refresh"_s);
    if (text.endsWith(u's'))
        text.chop(1);
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    const bool isTime = isNumber && seconds > 0 && seconds < 86'400;
    return isTime ? std::max(shortestInterval, std::chrono::milliseconds(qint64(seconds * 1000)))
                  : usualInterval;
}

int ClearmlWidgetFeed::samples() const
{
    if (isZoomed())
        return mostSamples;
    const int wanted = m_pixels * samplesPerPixel;
    return std::clamp((wanted + samplesStep - 1) / samplesStep * samplesStep, samplesStep,
                      mostSamples);
}

void ClearmlWidgetFeed::setVisible(bool visible)
{
    if (m_isVisible == visible)
        return;
    m_isVisible = visible;
    if (visible)
        return follow();
    m_retry.stop();
    if (m_data)
        m_data->unfollow(this);
}

void ClearmlWidgetFeed::setPixelWidth(int pixels)
{
    const int before = samples();
    m_pixels = std::max(pixels, 1);
    if (samples() != before)
        follow();
}

void ClearmlWidgetFeed::setRange(const PlotRange &range)
{
    if (m_widget.type != ClearmlWidget::Type::Scalar)
        return;
    const bool wasZoomed = isZoomed();
    m_range = range;
    present();
    if (isZoomed() == wasZoomed)
        return;
    // Kept until it is followed again, or it would have to be asked for once more.
    const auto whole = std::exchange(m_whole, isZoomed() ? m_data : nullptr);
    follow();
}

bool ClearmlWidgetFeed::isSourceLost() const
{
    return m_client->isStopped() ||
           (m_figure && (!m_figure->stale.isEmpty() || isProblem(*m_figure)));
}

/// Takes part in the data that is to be shown now, while somebody looks.
void ClearmlWidgetFeed::follow()
{
    if (!m_isVisible)
        return;
    ClearmlTaskDataPool &pool = ClearmlTaskDataPool::of(*m_client);
    connect(&pool, &ClearmlTaskDataPool::coloursRead, this, &ClearmlWidgetFeed::present,
            Qt::UniqueConnection);
    const Result<QJsonObject> body = clearmlTaskDataBody(m_widget, samples());
    if (!body)
        return drawn({clearmlProblem(body.error()), {}});
    use(pool.data(*body, m_widget.company));
    m_data->follow(this, interval());
    const bool isNew = m_data->answer() && m_data->revision() != m_drawnRevision;
    if (isNew || (m_data->answer() && m_figure && isProblem(*m_figure)))
        draw();
}

void ClearmlWidgetFeed::use(const std::shared_ptr<ClearmlTaskData> &data)
{
    if (data == m_data)
        return;
    if (m_data) {
        m_data->unfollow(this);
        m_data->disconnect(this);
    }
    m_data = data;
    m_drawnRevision = 0;
    connect(m_data.get(), &ClearmlTaskData::answered, this, [this] {
        if (m_isVisible && m_data->revision() != m_drawnRevision)
            draw();
    });
}

void ClearmlWidgetFeed::draw()
{
    if (!m_data->answer())
        return; // it is asked for once more
    m_drawnRevision = m_data->revision();
    run(this, ++m_drawing,
        drawClearmlWidget(m_client, m_widget, m_shelf, m_data->answer().value()));
}

// Static, and with values only: a file may come after the feed has gone.
QCoro::Task<> ClearmlWidgetFeed::run(QPointer<ClearmlWidgetFeed> self,
                                     int drawing,
                                     QCoro::Task<ClearmlWidgetAnswer> task)
{
    ClearmlWidgetAnswer answer = co_await task;
    if (self && self->m_drawing == drawing)
        self->drawn(std::move(answer));
}

void ClearmlWidgetFeed::drawn(ClearmlWidgetAnswer answer)
{
    // The data looks after itself; a file that it names does not.
    if (m_isVisible && m_data && m_data->answer() && *m_data->answer() && isProblem(answer.figure))
        m_retry.start();
    const bool hasData = m_all && m_all->figure.kind != Figure::Kind::Message;
    if (hasData && isProblem(answer.figure))
        // Better old than nothing, and said.
        m_all->figure.stale = answer.figure.content["text"_L1].toString();
    else
        m_all = std::move(answer);
    present();
}

/// The part that is looked at, in the person's colours, if it differs from what is shown.
void ClearmlWidgetFeed::present()
{
    if (!m_all)
        return;
    const auto &colours = ClearmlTaskDataPool::of(*m_client).colours();
    show(colours.value_or(ClearmlPickedColours()));
    if (colours && !m_isSettled) {
        m_isSettled = true;
        emit settled();
    }
}

void ClearmlWidgetFeed::show(const ClearmlPickedColours &colours)
{
    Figure figure = m_all->figure;
    if (figure.kind == Figure::Kind::Plot && !colours.isEmpty())
        figure.content = withPickedColours(figure.content, colours);
    if (isZoomed() && figure.kind == Figure::Kind::Plot)
        figure.content = clearmlZoomed(figure.content, m_range);
    figure.revision = m_figure ? m_figure->revision : 0;
    if (m_figure && m_figure->toJson() == figure.toJson())
        return;
    ++figure.revision;
    m_figure = std::move(figure);
    emit figureChanged(*m_figure);
}

} // namespace plotleaf
