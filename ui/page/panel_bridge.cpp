#include "ui/page/panel_bridge.h"

#include "ui/page/page_link.h"

#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Run sets are fences too, but nothing is drawn for them.
bool isDrawnPanel(const MarkdownPanel &panel)
{
    const QString kind = panel.info.section(u' ', 0, 0);
    return kind == "panel"_L1 || kind == "iframe"_L1;
}

std::optional<double> finiteNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

PanelBridge::PanelBridge(PageLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(link.host(), &PageHost::panelVisibleChanged, this, &PanelBridge::onVisible);
    connect(link.host(), &PageHost::panelRangeChanged, this, &PanelBridge::onRange);
    connect(&link, &PageLink::ready, this, &PanelBridge::onPageReady);
}

PanelBridge::~PanelBridge() = default;

void PanelBridge::setFeeds(PanelFeeds *feeds)
{
    if (m_feeds == feeds)
        return;
    if (m_feeds)
        m_feeds->disconnect(this);
    m_feeds = feeds;
    if (m_feeds)
        connect(m_feeds, &PanelFeeds::sourcesChanged, this, &PanelBridge::reopenLostFeeds);
    reopenFeeds();
}

void PanelBridge::reopenFeeds()
{
    for (auto &[key, panel] : m_panels)
        reopen(key, panel);
}

/// The others are none of its business, and their zoom would be lost.
void PanelBridge::reopenLostFeeds()
{
    for (auto &[key, panel] : m_panels) {
        if (panel.feed && panel.feed->isSourceLost())
            reopen(key, panel);
    }
}

void PanelBridge::reopen(const QString &key, Panel &panel)
{
    panel.feed.reset();
    refresh(key, panel);
}

void PanelBridge::setDocument(const MarkdownDocumentPtr &document)
{
    m_document = document;
    QSet<QString> keys;
    if (document) {
        for (const MarkdownPanel &panel : document->panels)
            keys.insert(panel.key);
    }
    std::erase_if(m_panels, [&](const auto &entry) { return !keys.contains(entry.first); });
}

QStringList PanelBridge::unsettled() const
{
    QStringList names;
    if (!m_document || !m_feeds)
        return names;
    for (const MarkdownPanel &panel : m_document->panels) {
        if (!isDrawnPanel(panel))
            continue;
        const auto found = m_panels.find(panel.key);
        if (found == m_panels.end() || !found->second.feed || !found->second.feed->isSettled())
            names += tr("panel in line %1").arg(panel.firstLine + 1);
    }
    return names;
}

void PanelBridge::onPageReady()
{
    // A page that has just been loaded knows nothing yet and reports again what comes into view.
    for (auto &[key, panel] : m_panels) {
        panel.visible = false;
        if (panel.feed)
            panel.feed->setVisible(false);
    }
}

void PanelBridge::onVisible(const QString &key, bool visible, int width)
{
    // Only what the document has: the page's word alone opens nothing.
    const bool known =
        m_document && std::any_of(m_document->panels.begin(), m_document->panels.end(),
                                  [&](const MarkdownPanel &panel) { return panel.key == key; });
    if (!known)
        return;
    Panel &panel = m_panels[key];
    panel.visible = visible;
    if (width > 0)
        panel.width = width;
    refresh(key, panel);
}

void PanelBridge::refresh(const QString &key, Panel &panel)
{
    if (!panel.feed && panel.visible && m_feeds) {
        panel.feed = m_feeds->open(key);
        connect(panel.feed.get(), &PanelFeed::figureChanged, this,
                [this, key](const Figure &figure) { send(key, figure); });
        connect(panel.feed.get(), &PanelFeed::settled, this, &PanelBridge::settledChanged);
        if (panel.range.x0 || panel.range.x1)
            panel.feed->setRange(panel.range);
    }
    if (!panel.feed)
        return;
    if (panel.width > 0)
        panel.feed->setPixelWidth(panel.width);
    panel.feed->setVisible(panel.visible);
    if (const auto figure = panel.feed->figure(); figure && panel.visible)
        send(key, *figure);
}

void PanelBridge::onRange(const QString &key, const QJsonValue &x0, const QJsonValue &x1)
{
    const auto found = m_panels.find(key);
    if (found == m_panels.end() || !found->second.feed)
        return;
    found->second.range = {finiteNumber(x0), finiteNumber(x1)};
    found->second.feed->setRange(found->second.range);
}

void PanelBridge::send(const QString &key, const Figure &figure)
{
    if (m_link.isReady())
        m_link.call(u"figure"_s, {key, figure.toJson()});
}

} // namespace plotleaf
