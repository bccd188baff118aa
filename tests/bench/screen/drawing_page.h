#pragma once

#include "ui/page/document_sync.h"
#include "ui/page/page_link.h"
#include "ui/page/page_view.h"
#include "ui/page/panel_bridge.h"
#include "ui/page/shell_page.h"

#include <QEventLoop>

namespace plotleaf::bench {

/// The preview's page with its parts at hand, which tells when something is painted. GUI thread.
class DrawingPage
{
public:
    /// `feeds` must outlive the page.
    DrawingPage(PanelFeeds &feeds, const QSize &size)
        : link({}, PageMode::Screen)
        , panels(link)
        , sync(link, DocumentSync::Start::Whole)
        , m_feeds(feeds)
        , m_view(link.page())
    {
        panels.setFeeds(&feeds);
        m_view.resize(size);
        m_view.show();
        QEventLoop loop;
        QObject::connect(&link, &PageLink::ready, &loop, &QEventLoop::quit);
        link.load();
        loop.exec();
    }

    /// From now on `untilNextFigure` can be asked.
    void countFigures()
    {
        link.evaluate(tellFigures, [](const QVariant &) {});
    }

    /// Does `act` and waits until the next figure that follows is drawn and painted.
    template <typename Act>
    void untilNextFigure(Act act)
    {
        const QString wanted = QStringLiteral("figure %1").arg(++m_figures);
        untilTitle(wanted, act);
    }

    /// Shows `document` and waits until every panel that is in view has got its data and is
    /// painted.
    void untilDrawn(const MarkdownDocumentPtr &document)
    {
        m_feeds.setDocument(document);
        panels.setDocument(document);
        sync.setDocument(document);
        QEventLoop loop;
        QObject::connect(&panels, &PanelBridge::settledChanged, &loop, [&] {
            if (panels.unsettled().isEmpty())
                loop.quit();
        });
        loop.exec();
        untilPainted();
    }

    /// Until everything that the page has been told is painted.
    void untilPainted()
    {
        const QString wanted = QStringLiteral("all %1").arg(++m_questions);
        untilTitle(wanted, [&] {
            link.evaluate(QStringLiteral("void plotleaf.whenDrawn().then(() => "
                                         "requestAnimationFrame(() => setTimeout(() => {"
                                         "document.title = '%1'; })))")
                              .arg(wanted),
                          [](const QVariant &) {});
        });
    }

    PageLink link;
    PanelBridge panels;
    DocumentSync sync;

private:
    /// The page's title tells which figure has been painted last, counted from 1.
    static inline const QString tellFigures = QStringLiteral(
        "{const figure = plotleaf.figure.bind(plotleaf); let count = 0;"
        "plotleaf.figure = (...figureArguments) => {"
        "  figure(...figureArguments); const number = ++count;"
        "  void plotleaf.whenDrawn().then(() => requestAnimationFrame(() => setTimeout(() => {"
        "    document.title = `figure ${number}`; })));"
        "};}");

    template <typename Act>
    void untilTitle(const QString &wanted, Act act)
    {
        QEventLoop loop;
        QObject::connect(link.page(), &QWebEnginePage::titleChanged, &loop,
                         [&](const QString &title) {
                             if (title == wanted)
                                 loop.quit();
                         });
        act();
        loop.exec();
    }

    PanelFeeds &m_feeds;
    PageView m_view;
    int m_figures = 0;
    int m_questions = 0;
};

} // namespace plotleaf::bench
