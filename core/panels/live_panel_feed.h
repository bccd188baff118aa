#pragma once

#include "core/panels/cached_source.h"
#include "core/panels/panel_drawing.h"
#include "core/panels/refresh_pacer.h"
#include "core/panels/shared_source.h"

#include <QCoroTask>
#include <QPointer>
#include <QTimer>

namespace plotleaf {

class Clock;

/// What the feeds of one PanelFeeds share. Held by all of them, used on the GUI thread.
struct PanelFeedTools
{
    std::shared_ptr<QThreadPool> pool;
    std::shared_ptr<MediaShelf> shelf;
    const Clock *clock = nullptr;
};

/// A panel as the document has it, ready to be shown.
struct LivePanel
{
    std::shared_ptr<const PanelSpec> spec;
    std::shared_ptr<SharedSource> source;
    std::function<std::shared_ptr<CachedSource>()> cached; ///< empty: there is no cache
    QString place;                                         ///< the source as people should read it
    std::optional<Figure> message; ///< what is wrong; without it `source` is set
    int restMs = 0;                ///< how long the source is not to be asked yet
};

/// The feed of one panel. One piece of work is under way at a time: a *recall* (what the cache has,
/// before the first fetch), a *fetch* (runs and data, then drawing) or a *redraw* (zoom, width: the
/// data is there). Where a source or all of its runs vanish while it is shown, what was there
/// stays, and says so. What is asked for meanwhile is remembered and done next; what was asked for
/// under settings that no longer hold, or before it was hidden, is thrown away.
class LivePanelFeed final : public PanelFeed
{
    Q_OBJECT

public:
    explicit LivePanelFeed(PanelFeedTools tools, QObject *parent = nullptr);
    ~LivePanelFeed() override;

    /// The panel as the document has it now. Nothing is asked for until the feed is visible.
    void setPanel(LivePanel panel);
    /// Shows a message because the panel is not as it should be.
    bool hasMessage() const { return m_panel.message.has_value(); }

    void setVisible(bool visible) override;
    void setPixelWidth(int pixels) override;
    void setRange(const PlotRange &range) override;
    std::optional<Figure> figure() const override { return m_figure; }
    bool isSettled() const override { return m_settled; }
    bool isSourceLost() const override;

private:
    enum class Need { Nothing, Redraw, Fetch };

    void require(Need need);
    void sourceChanged();
    void work();
    using Taker = void (LivePanelFeed::*)(const PanelMaterialPtr &material, quint64 panelVersion);

    void recall();
    static QCoro::Task<PanelMaterialPtr> recalledFrom(std::shared_ptr<CachedSource> source,
                                                      QCoro::Task<PanelMaterialPtr> query);
    void recalled(const PanelMaterialPtr &material, quint64 panelVersion);
    void fetch();
    static QCoro::Task<> runQuery(QPointer<LivePanelFeed> self,
                                  quint64 panelVersion,
                                  QCoro::Task<PanelMaterialPtr> query,
                                  Taker take);
    void fetched(const PanelMaterialPtr &material, quint64 panelVersion);
    void draw();
    void drawn(const DrawnPanel &drawn, quint64 viewVersion);
    void show(const DrawnPanel &drawn);
    void setFollowing(bool following);
    void endRest();

    const PanelFeedTools m_tools;
    LivePanel m_panel;

    bool m_visible = false;
    bool m_following = false;
    PanelView m_view;
    quint64 m_panelVersion = 0; ///< grows with setPanel() and when the feed is hidden
    quint64 m_viewVersion = 0;  ///< grows with whatever changes how a figure is drawn

    Need m_need = Need::Fetch;
    bool m_busy = false;
    bool m_hasRecalled = false; ///< the cache was asked for this panel
    bool m_hasFetched = false;  ///< the source has answered
    QTimer m_timer;             ///< runs while a change of the source waits for its turn
    QTimer m_rest;              ///< runs while the source is not to be asked yet
    RefreshPacer m_pacer;

    PanelMaterialPtr m_material;
    std::optional<Figure> m_figure;
    std::vector<MediaPin> m_media;
    bool m_settled = false;
};

} // namespace plotleaf
