#pragma once

#include "core/panels/figure_codec.h"
#include "core/panels/panel_feed.h"
#include "core/panels/run_cache_door.h"
#include "core/runs/run_cache.h"

#include <memory>

namespace plotleaf {

class Clock;

/// A server's frame that is there without the server: until the frame's own feed has data, the
/// figure that it showed last is shown, and where the server cannot be asked it stays, with the
/// reason (`Figure::stale`). What the feed shows is kept: the first figure at once, later ones at
/// most twice a minute and when nobody looks any more. That the server says that there is nothing
/// (any message but an error) is an answer, and shown. Lives on the GUI thread.
class CachedFrameFeed final : public PanelFeed
{
    Q_OBJECT

public:
    struct Tools
    {
        RunCacheDoorPtr door;
        std::shared_ptr<MediaShelf> shelf;
        const Clock *clock = nullptr; ///< lives as long as the door is open
    };
    /// Whether there is a server that could answer; where there is none, the frame's feed can only
    /// show a message that says so.
    enum class Server { Known, Unknown };

    /// `address`: the frame's; under it the figure is kept.
    CachedFrameFeed(std::unique_ptr<PanelFeed> frame,
                    Tools tools,
                    QString address,
                    Server server,
                    QObject *parent = nullptr);
    ~CachedFrameFeed() override;

    void setVisible(bool visible) override;
    void setPixelWidth(int pixels) override { m_frame->setPixelWidth(pixels); }
    void setRange(const PlotRange &range) override { m_frame->setRange(range); }
    std::optional<Figure> figure() const override { return m_figure; }
    bool isSettled() const override { return m_hasRecalled && m_frame->isSettled(); }
    bool isSourceLost() const override { return m_frame->isSourceLost(); }

private:
    void recall();
    void recalled(const std::optional<RunCache::Entry> &entry);
    void frameChanged(const Figure &figure);
    bool isBetterThanNothing(const Figure &figure) const;
    void show(Figure figure);
    void keep(const Figure &figure);
    void saveWaiting();

    const std::unique_ptr<PanelFeed> m_frame;
    const Tools m_tools;
    const QString m_address;
    const Server m_server;
    bool m_isRecalling = false;
    bool m_hasRecalled = false;
    std::optional<Figure> m_figure;
    std::optional<KeptFigure> m_kept; ///< what the cache had, while the frame has nothing better
    std::optional<Figure> m_waiting;  ///< to be saved when its time has come
    QDateTime m_saved;                ///< when a figure was saved last
};

} // namespace plotleaf
