#include "core/panels/live_panel_feed.h"

#include "core/base/clock.h"
#include "core/base/when_done.h"
#include "core/panels/panel_messages.h"

#include <QtConcurrentRun>

namespace plotleaf {

namespace {

// Widths are rounded up, so that dragging a splitter does not make a figure for every pixel.
constexpr int widthStep = 64;
constexpr int widestPlot = 8192;

/// What a reader's zoom belongs to; nothing for what has no axes.
QJsonValue axisOf(const Figure &figure)
{
    return figure.content[QStringLiteral("layout")][QStringLiteral("uirevision")];
}

} // namespace

LivePanelFeed::LivePanelFeed(PanelFeedTools tools, QObject *parent)
    : PanelFeed(parent), m_tools(std::move(tools))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { require(Need::Fetch); });
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &LivePanelFeed::endRest);
}

LivePanelFeed::~LivePanelFeed()
{
    setFollowing(false);
}

void LivePanelFeed::setPanel(LivePanel panel)
{
    setFollowing(false);
    m_panel = std::move(panel);
    m_pacer.setInterval(m_panel.spec->refresh);
    m_material.reset();
    ++m_panelVersion;
    ++m_viewVersion;
    m_settled = false;
    m_hasRecalled = false;
    m_hasFetched = false;
    m_rest.stop();
    if (m_panel.restMs > 0)
        m_rest.start(m_panel.restMs);
    setFollowing(m_visible);
    require(Need::Fetch);
}

void LivePanelFeed::setVisible(bool visible)
{
    if (m_visible == visible)
        return;
    m_visible = visible;
    setFollowing(visible);
    if (visible) {
        require(Need::Fetch);
    } else {
        // The source may give up what nobody waits for any more.
        ++m_panelVersion;
        m_timer.stop();
    }
}

void LivePanelFeed::endRest()
{
    setFollowing(m_visible);
    work();
}

void LivePanelFeed::setPixelWidth(int pixels)
{
    const int width =
        std::clamp((pixels + widthStep - 1) / widthStep * widthStep, widthStep, widestPlot);
    if (width == m_view.pixelWidth)
        return;
    m_view.pixelWidth = width;
    ++m_viewVersion;
    require(Need::Redraw);
}

void LivePanelFeed::setRange(const PlotRange &range)
{
    m_view.range = range;
    ++m_viewVersion;
    require(Need::Redraw);
}

bool LivePanelFeed::isSourceLost() const
{
    return !m_panel.source || m_panel.source->isEnded() || (m_material && m_material->isLost) ||
           (m_figure && !m_figure->stale.isEmpty());
}

void LivePanelFeed::setFollowing(bool following)
{
    // Whoever follows a source makes it look.
    if (following == m_following || !m_panel.source || (following && m_rest.isActive()))
        return;
    m_following = following;
    if (following) {
        connect(m_panel.source.get(), &SharedSource::changed, this, &LivePanelFeed::sourceChanged);
        m_panel.source->follow();
    } else {
        disconnect(m_panel.source.get(), nullptr, this, nullptr);
        m_panel.source->unfollow();
    }
}

void LivePanelFeed::sourceChanged()
{
    if (!m_timer.isActive())
        m_timer.start(int(m_pacer.wait(m_tools.clock->now())));
}

void LivePanelFeed::require(Need need)
{
    m_need = std::max(m_need, need);
    work();
}

void LivePanelFeed::work()
{
    if (!m_visible || m_busy || m_need == Need::Nothing)
        return;
    if (m_panel.message) {
        m_need = Need::Nothing;
        show(drawMessage(*m_panel.message, *m_panel.spec, m_figure));
    } else if (m_panel.cached && !m_hasRecalled) {
        recall();
    } else if (m_need == Need::Fetch || !m_material) {
        if (!m_rest.isActive())
            fetch();
    } else {
        draw();
    }
}

void LivePanelFeed::recall()
{
    m_busy = true;
    m_hasRecalled = true;
    const std::shared_ptr<CachedSource> source = m_panel.cached();
    runQuery(this, m_panelVersion,
             recalledFrom(source, queryPanel(m_panel.spec, source, m_tools.pool, m_panel.place,
                                             m_tools.clock->now())),
             &LivePanelFeed::recalled);
}

QCoro::Task<PanelMaterialPtr> LivePanelFeed::recalledFrom(std::shared_ptr<CachedSource> source,
                                                          QCoro::Task<PanelMaterialPtr> query)
{
    const PanelMaterialPtr material = co_await query;
    auto dated = std::make_shared<PanelMaterial>(*material);
    dated->cachedAt = source->asOf();
    co_return dated;
}

void LivePanelFeed::recalled(const PanelMaterialPtr &material, quint64 panelVersion)
{
    m_busy = false;
    // The source is asked in any case; only the cache's data is worth showing, not what it lacks:
    // that runs are kept and their series are not would look like runs without values.
    if (panelVersion == m_panelVersion && m_visible && !material->message && !material->lacksData) {
        m_material = material;
        draw();
    } else {
        if (panelVersion != m_panelVersion)
            m_hasRecalled = false;
        work();
    }
}

void LivePanelFeed::fetch()
{
    m_busy = true;
    m_need = Need::Nothing;
    m_timer.stop();
    const QDateTime now = m_tools.clock->now();
    m_pacer.asked(now);
    runQuery(this, m_panelVersion,
             queryPanel(m_panel.spec, m_panel.source, m_tools.pool, m_panel.place, now),
             &LivePanelFeed::fetched);
}

// Static, and with values only: the query may outlive the feed.
QCoro::Task<> LivePanelFeed::runQuery(QPointer<LivePanelFeed> self,
                                      quint64 panelVersion,
                                      QCoro::Task<PanelMaterialPtr> query,
                                      Taker take)
{
    const PanelMaterialPtr material = co_await query;
    if (self)
        (self.data()->*take)(material, panelVersion);
}

void LivePanelFeed::fetched(const PanelMaterialPtr &material, quint64 panelVersion)
{
    m_busy = false;
    if (panelVersion != m_panelVersion || !m_visible) {
        // The panel has changed, or nobody looks any more: what came is stale.
        m_need = Need::Fetch;
        work();
        return;
    }
    m_hasFetched = true;
    const bool keepsWhatItHas = material->isLost && m_material && !m_material->message;
    m_material = keepsWhatItHas ? staleMaterial(*m_material, *material->message) : material;
    draw();
}

void LivePanelFeed::draw()
{
    m_busy = true;
    if (m_need == Need::Redraw)
        m_need = Need::Nothing;
    const auto job = [material = m_material, view = m_view, shelf = m_tools.shelf,
                      before = m_figure] { return drawPanel(*material, view, *shelf, before); };
    whenDone(QtConcurrent::run(m_tools.pool.get(), job), this,
             [this, version = m_viewVersion](const DrawnPanel &made) { drawn(made, version); });
}

void LivePanelFeed::drawn(const DrawnPanel &made, quint64 viewVersion)
{
    m_busy = false;
    if (viewVersion == m_viewVersion)
        show(made);
    else
        m_need = std::max(m_need, Need::Redraw);
    work();
}

void LivePanelFeed::show(const DrawnPanel &made)
{
    m_media = made.media;
    const bool isZoomed = m_view.range.x0 || m_view.range.x1;
    const bool losesZoom = isZoomed && m_figure && axisOf(*m_figure) != axisOf(made.figure);
    if (losesZoom) {
        m_view.range = {};
        ++m_viewVersion;
    }
    if (made.isNew) {
        m_figure = made.figure;
        emit figureChanged(*m_figure);
    }
    if (!m_settled && (m_hasFetched || m_panel.message)) {
        m_settled = true;
        emit settled();
    }
    if (losesZoom)
        require(Need::Redraw);
}

} // namespace plotleaf
