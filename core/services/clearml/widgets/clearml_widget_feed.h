#pragma once

#include "core/panels/media_shelf.h"
#include "core/panels/panel_feed.h"
#include "core/services/clearml/clearml_client.h"
#include "core/services/clearml/widgets/clearml_widget_query.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace plotleaf {

/// A ClearML widget kept up to date. While a task of it runs, it is asked for again every ten
/// seconds (`plotleaf.refresh` says otherwise), more and more seldom while nothing changes; a
/// finished one is not, nor is one that nobody sees. When the server is away, what was shown last
/// stays, with a note. Lives on the GUI thread.
class ClearmlWidgetFeed final : public PanelFeed
{
    Q_OBJECT

public:
    ClearmlWidgetFeed(std::shared_ptr<ClearmlClient> client,
                      ClearmlWidget widget,
                      std::shared_ptr<MediaShelf> shelf,
                      QObject *parent = nullptr);

    void setVisible(bool visible) override;
    void setPixelWidth(int pixels) override;
    /// The server answers whole series only; the page zooms into what it has.
    void setRange(const PlotRange &range) override;
    std::optional<Figure> figure() const override { return m_figure; }
    bool isSettled() const override { return m_isSettled; }
    bool isSourceLost() const override;

private:
    void ask();
    static QCoro::Task<> run(QPointer<ClearmlWidgetFeed> self,
                             QCoro::Task<ClearmlWidgetAnswer> query);
    void answered(ClearmlWidgetAnswer answer);
    void show(ClearmlWidgetAnswer answer);
    void planNext(bool hasChanged);
    std::chrono::milliseconds interval() const;

    const std::shared_ptr<ClearmlClient> m_client;
    const ClearmlWidget m_widget;
    const std::shared_ptr<MediaShelf> m_shelf;
    int m_pixels = 800;
    bool m_isVisible = false;
    bool m_isAsking = false;
    bool m_isSettled = false;
    std::chrono::milliseconds m_wait{0};
    QTimer m_timer; ///< runs until the next question is due
    std::optional<Figure> m_figure;
    std::vector<MediaPin> m_media;
};

} // namespace plotleaf
