#pragma once

#include "core/panels/media_shelf.h"
#include "core/panels/panel_feed.h"
#include "core/services/clearml/widgets/clearml_task_data.h"
#include "core/services/clearml/widgets/clearml_widget_query.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace plotleaf {

/// A ClearML widget kept up to date. Its data is shared with all feeds that ask the same
/// (ClearmlTaskData): asked for every ten seconds (`plotleaf.refresh` says otherwise) while a task
/// of it runs and somebody looks. When the server is away, what was shown last stays, with a note.
/// Lives on the GUI thread.
class ClearmlWidgetFeed final : public PanelFeed
{
    Q_OBJECT

public:
    ClearmlWidgetFeed(std::shared_ptr<ClearmlClient> client,
                      ClearmlWidget widget,
                      std::shared_ptr<MediaShelf> shelf,
                      QObject *parent = nullptr);
    ~ClearmlWidgetFeed() override;

    void setVisible(bool visible) override;
    void setPixelWidth(int pixels) override;
    /// The server knows no ranges: a plot that is zoomed into is made of all the points that it
    /// gives.
    void setRange(const PlotRange &range) override;
    std::optional<Figure> figure() const override { return m_figure; }
    bool isSettled() const override { return m_isSettled; }
    bool isSourceLost() const override;

private:
    void follow();
    void use(const std::shared_ptr<ClearmlTaskData> &data);
    void draw();
    static QCoro::Task<>
    run(QPointer<ClearmlWidgetFeed> self, int drawing, QCoro::Task<ClearmlWidgetAnswer> task);
    void drawn(ClearmlWidgetAnswer answer);
    void present();
    void show(const ClearmlPickedColours &colours);
    bool isZoomed() const { return m_range.x0 || m_range.x1; }
    int samples() const;
    std::chrono::milliseconds interval() const;

    const std::shared_ptr<ClearmlClient> m_client;
    const ClearmlWidget m_widget;
    const std::shared_ptr<MediaShelf> m_shelf;
    int m_pixels = 800;
    PlotRange m_range;
    bool m_isVisible = false;
    bool m_isSettled = false;
    std::shared_ptr<ClearmlTaskData> m_data;  ///< null before the feed was visible
    std::shared_ptr<ClearmlTaskData> m_whole; ///< what is shown without zoom, kept while zoomed
    int m_drawing = 0;       ///< number of the last drawing that was begun; only that one counts
    int m_drawnRevision = 0; ///< of m_data, that was drawn last
    QTimer m_retry;          ///< runs while a file could not be had
    std::optional<ClearmlWidgetAnswer> m_all; ///< what there is, without zoom
    std::optional<Figure> m_figure;
};

} // namespace plotleaf
