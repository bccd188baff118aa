#pragma once

#include "core/panels/panel_feeds.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>
#include <unordered_map>

namespace plotleaf {

class PageLink;

/// Feeds the panels of one page: opens a feed when its panel comes into view, hands its figures
/// over, and closes it when the panel is gone from the document. GUI thread.
class PanelBridge : public QObject
{
    Q_OBJECT

public:
    explicit PanelBridge(PageLink &link, QObject *parent = nullptr);
    ~PanelBridge() override;

    /// Null: panels keep the text of their fence. Must outlive the bridge or be taken away first.
    void setFeeds(PanelFeeds *feeds);
    void setDocument(const MarkdownDocumentPtr &document);

    /// The titles of panels that the page does not yet show completely; empty: all are settled.
    QStringList unsettled() const;

signals:
    /// A panel became settled; ask unsettled().
    void settledChanged();

private:
    struct Panel
    {
        std::unique_ptr<PanelFeed> feed;
        bool visible = false;
        int width = 0;
        PlotRange range; ///< what the reader zoomed to
    };

    void onVisible(const QString &key, bool visible, int width);
    void onRange(const QString &key, const QJsonValue &x0, const QJsonValue &x1);
    void onPageReady();
    void reopenFeeds();
    void reopenLostFeeds();
    void reopen(const QString &key, Panel &panel);
    /// Brings feed and page in line with what is known of the panel.
    void refresh(const QString &key, Panel &panel);
    void send(const QString &key, const Figure &figure);

    PageLink &m_link;
    QPointer<PanelFeeds> m_feeds;
    MarkdownDocumentPtr m_document;
    std::unordered_map<QString, Panel> m_panels;
};

} // namespace plotleaf
