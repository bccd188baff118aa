#include "core/services/clearml/widgets/clearml_widget_feed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr std::chrono::milliseconds usualInterval{10'000};
constexpr std::chrono::milliseconds shortestInterval{1'000};
constexpr std::chrono::milliseconds longestInterval{120'000};
constexpr int mostSamples = 6000; ///< clearml.md 4.2
constexpr int samplesPerPixel = 2;

bool isProblem(const Figure &figure)
{
    return figure.kind == Figure::Kind::Message &&
           figure.content["severity"_L1].toString() == "error"_L1;
}

/// Whether asking again may bring something newer or better.
bool isUnfinished(const Figure &figure)
{
    return figure.live || !figure.stale.isEmpty() || isProblem(figure);
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
    , m_wait(interval())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClearmlWidgetFeed::ask);
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

void ClearmlWidgetFeed::setVisible(bool visible)
{
    if (m_isVisible == visible)
        return;
    m_isVisible = visible;
    if (!visible)
        m_timer.stop();
    else if (!m_figure || isUnfinished(*m_figure))
        ask();
}

void ClearmlWidgetFeed::setPixelWidth(int pixels)
{
    m_pixels = std::max(pixels, 1);
}

void ClearmlWidgetFeed::setRange(const PlotRange & /*range*/)
{
}

bool ClearmlWidgetFeed::isSourceLost() const
{
    return m_client->isStopped() ||
           (m_figure && (!m_figure->stale.isEmpty() || isProblem(*m_figure)));
}

void ClearmlWidgetFeed::ask()
{
    if (m_isAsking || !m_isVisible)
        return;
    m_isAsking = true;
    run(this, askClearmlWidget(m_client, m_widget, m_shelf,
                               std::min(m_pixels * samplesPerPixel, mostSamples)));
}

// Static, and with values only: the question may outlive the feed.
QCoro::Task<> ClearmlWidgetFeed::run(QPointer<ClearmlWidgetFeed> self,
                                     QCoro::Task<ClearmlWidgetAnswer> query)
{
    ClearmlWidgetAnswer answer = co_await query;
    if (self)
        self->answered(std::move(answer));
}

void ClearmlWidgetFeed::answered(ClearmlWidgetAnswer answer)
{
    m_isAsking = false;
    const bool hasData = m_figure && m_figure->kind != Figure::Kind::Message;
    if (hasData && isProblem(answer.figure)) {
        // Better old than nothing, and said.
        const QString problem = answer.figure.content["text"_L1].toString();
        answer = {*m_figure, m_media};
        answer.figure.stale = problem;
    }
    const bool hasChanged = !m_figure || m_figure->toJson() != answer.figure.toJson();
    if (hasChanged)
        show(std::move(answer));
    planNext(hasChanged);
    if (!m_isSettled) {
        m_isSettled = true;
        emit settled();
    }
}

void ClearmlWidgetFeed::show(ClearmlWidgetAnswer answer)
{
    answer.figure.revision = m_figure ? m_figure->revision + 1 : 1;
    m_figure = std::move(answer.figure);
    m_media = std::move(answer.media);
    emit figureChanged(*m_figure);
}

void ClearmlWidgetFeed::planNext(bool hasChanged)
{
    m_wait = hasChanged ? interval() : std::min(m_wait * 2, std::max(longestInterval, interval()));
    if (m_isVisible && isUnfinished(*m_figure))
        m_timer.start(m_wait);
}

} // namespace plotleaf
