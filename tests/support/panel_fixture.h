#pragma once

#include "core/panels/panel_feeds.h"
#include "core/runs/run_sources.h"
#include "fakes/fake_run_source.h"
#include "support/test_clock.h"
#include "support/wait.h"

namespace plotleaf::test {

/// A document whose panels are these fences (info string and YAML), one below the other with the
/// first on line 9.
inline MarkdownDocumentPtr panelDocument(const QVector<std::pair<QString, QString>> &fences)
{
    auto document = std::make_shared<MarkdownDocument>();
    int line = 9;
    for (const auto &[info, source] : fences) {
        MarkdownPanel panel;
        panel.info = info;
        panel.source = source;
        panel.key = QString::number(document->panels.size());
        panel.firstLine = line;
        panel.lastLine = line + int(source.count(QLatin1Char('\n'))) + 1;
        line = panel.lastLine + 1;
        document->panels.push_back(panel);
    }
    return document;
}

/// Feeds over a fake source that every `folder:` leads to, with relative folders below /reports.
struct PanelFixture
{
    TestClock clock;
    RunSources sources;
    std::shared_ptr<FakeRunSource> source = std::make_shared<FakeRunSource>();
    int sourcesMade = 0;
    std::unique_ptr<PanelFeeds> feeds;

    PanelFixture()
    {
        sources.addMaker([this](const QString &spec) -> std::shared_ptr<RunSource> {
            if (!spec.startsWith(QStringLiteral("folder:")))
                return {};
            ++sourcesMade;
            return source;
        });
        feeds = std::make_unique<PanelFeeds>(sources, clock, QStringLiteral("/reports"));
    }

    /// The first panel of a document that holds only this one.
    std::unique_ptr<PanelFeed> open(const QString &yaml)
    {
        feeds->setDocument(panelDocument({{QStringLiteral("panel"), yaml}}));
        return feeds->open(QStringLiteral("0"));
    }

    /// Shows the feed and waits until it has settled.
    static Figure settled(PanelFeed &feed)
    {
        QSignalSpy spy(&feed, &PanelFeed::settled);
        feed.setVisible(true);
        if (!feed.isSettled() && !spy.wait(hangMs))
            qFatal("the feed did not settle");
        return *feed.figure();
    }

    /// The figure of a panel with this text.
    Figure figure(const QString &yaml)
    {
        const auto feed = open(yaml);
        return settled(*feed);
    }
};

inline QString messageOf(const Figure &figure)
{
    return figure.content[QStringLiteral("text")].toString();
}

} // namespace plotleaf::test
