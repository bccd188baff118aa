#include "bench/bench.h"
#include "bench/random_walk.h"
#include "support/panel_fixture.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>
#include <random>

// From data that is there to a figure that can be sent to the page: the rows of DESIGN 8 about
// series and panels, without the drawing itself.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// Waits for the figure that follows `act`.
template <typename Act>
void untilNextFigure(PanelFeed &feed, Act act)
{
    QEventLoop loop;
    QObject::connect(&feed, &PanelFeed::figureChanged, &loop, &QEventLoop::quit);
    act();
    loop.exec();
}

void benchMillionPoints()
{
    constexpr int points = 1'000'000;
    PanelFixture fixture;
    fixture.source->addRun(u"run"_s);
    const Series walk = randomWalk(points, 1);
    Series other = walk;
    other.value.back() += 1;
    fixture.source->addSeries(u"run"_s, u"loss"_s, walk);
    const auto feed = fixture.open(u"type: line\nruns: folder:runs\ny: loss\nrefresh: 0s\n"_s);
    feed->setPixelWidth(1000);
    PanelFixture::settled(*feed);

    Samples fresh;
    for (int i = 0; i < 30; ++i) {
        fixture.source->addSeries(u"run"_s, u"loss"_s, i % 2 ? walk : other);
        fresh.time([&] { untilNextFigure(*feed, [&] { fixture.source->tellChanged(); }); });
    }
    printRow(u"panel: 1,000,000 points, from changed data to figure"_s, fresh);

    std::mt19937 random(2);
    std::uniform_real_distribution<double> part(0, 1);
    Samples zoom;
    for (int i = 0; i < 200; ++i) {
        const double from = part(random) * points / 2;
        const double width = std::pow(10, 2 + 3.5 * part(random));
        zoom.time([&] { untilNextFigure(*feed, [&] { feed->setRange({from, from + width}); }); });
    }
    printRow(u"panel: 1,000,000 points, from zoom to figure"_s, zoom);

    Samples text;
    for (int i = 0; i < 50; ++i)
        text.time([&] { QJsonDocument(feed->figure()->toJson()).toJson(QJsonDocument::Compact); });
    printRow(u"panel: that figure as text"_s, text);
}

void benchManyPanels()
{
    PanelFixture fixture;
    for (int run = 0; run < 10; ++run) {
        const QString name = u"run-%1"_s.arg(run);
        fixture.source->addRun(name);
        for (int metric = 0; metric < 20; ++metric)
            fixture.source->addSeries(name, u"metric-%1"_s.arg(metric),
                                      randomWalk(10'000, unsigned(run * 20 + metric)));
    }
    QVector<std::pair<QString, QString>> fences;
    for (int metric = 0; metric < 20; ++metric)
        fences.push_back(
            {u"panel"_s,
             u"type: line\nruns: folder:runs\ny: metric-%1\nsmooth: ema:0.6\n"_s.arg(metric)});
    Samples all;
    for (int i = 0; i < 10; ++i) {
        fixture.feeds->setDocument(panelDocument(fences));
        all.time([&] {
            std::vector<std::unique_ptr<PanelFeed>> feeds;
            for (int panel = 0; panel < 20; ++panel) {
                feeds.push_back(fixture.feeds->open(QString::number(panel)));
                feeds.back()->setPixelWidth(800);
                feeds.back()->setVisible(true);
            }
            for (const auto &feed : feeds)
                PanelFixture::settled(*feed);
        });
    }
    printRow(u"panels: 20 × 10 runs × 10,000 points, smoothed, all figures"_s, all);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchMillionPoints();
    benchManyPanels();
    return 0;
}
