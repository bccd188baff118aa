#include "core/panels/refresh_pacer.h"
#include "support/panel_fixture.h"

#include <numeric>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString lossPanel = QStringLiteral("type: line\nruns: folder:runs\ny: loss\nrefresh: 0s\n");

QJsonArray yOf(const Figure &figure, int trace = 0)
{
    return figure.content["data"_L1].toArray()[trace].toObject()["y"_L1].toArray();
}

/// Shows the next figure after `act`.
template <typename Act>
Figure nextFigure(PanelFeed &feed, Act act)
{
    QSignalSpy spy(&feed, &PanelFeed::figureChanged);
    act();
    if (spy.isEmpty() && !spy.wait(hangMs))
        qFatal("no figure came");
    return *feed.figure();
}

} // namespace

class PanelFeedsTest : public QObject
{
    Q_OBJECT

private slots:
    void fromFenceToFigure()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});

        const Figure figure = fixture.figure(lossPanel);

        QCOMPARE(figure.kind, Figure::Kind::Plot);
        QCOMPARE(yOf(figure), (QJsonArray{3, 2, 1}));
        QCOMPARE(figure.revision, 1U);
        QCOMPARE(figure.asOf, QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC));
    }

    void aHiddenFeedAsksForNothing()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        feed->setPixelWidth(300);
        feed->setRange({0, 1});
        fixture.source->tellChanged();
        QCoreApplication::processEvents();

        QCOMPARE(fixture.source->runsAsked, 0);
        QCOMPARE(fixture.source->seriesAsked, 0);
        QCOMPARE(fixture.source->followers, 0);
        QVERIFY(!feed->figure());
        QVERIFY(!feed->isSettled());
    }

    /// The server was removed and added again: what is kept of the first is of no use.
    void aSourceThatHasEndedIsMadeAgain()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        QCOMPARE(yOf(fixture.figure(lossPanel)), (QJsonArray{3, 2, 1}));
        QCOMPARE(yOf(fixture.figure(lossPanel)), (QJsonArray{3, 2, 1}));
        QCOMPARE(fixture.sourcesMade, 1);

        const auto first = std::exchange(fixture.source, std::make_shared<FakeRunSource>());
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {5, 4});
        first->ended = true;
        fixture.sources.announceChange();
        QCOMPARE(yOf(fixture.figure(lossPanel)), (QJsonArray{5, 4}));
        QCOMPARE(fixture.sourcesMade, 2);
    }

    void aVisibleFeedFollows()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        QCOMPARE(fixture.source->followers, 1);

        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1, 0.5});
        const Figure figure = nextFigure(*feed, [&] { fixture.source->tellChanged(); });
        QCOMPARE(yOf(figure), (QJsonArray{3, 2, 1, 0.5}));
        QCOMPARE(figure.revision, 2U);

        feed->setVisible(false);
        QCOMPARE(fixture.source->followers, 0);
    }

    void showingAgainAsksAgainButAnEqualFigureIsNotSent()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        QSignalSpy changes(feed.get(), &PanelFeed::figureChanged);

        feed->setVisible(false);
        feed->setVisible(true);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.source->seriesAsked, 2, hangMs);
        // A change that does show comes after the figure that was equal, so that one has been
        // dropped by then.
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1, 0});
        const Figure figure = nextFigure(*feed, [&] { fixture.source->tellChanged(); });
        QCOMPARE(changes.size(), 1);
        QCOMPARE(figure.revision, 2U);
    }

    void equalQueriesAreAskedOnce()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        fixture.feeds->setDocument(panelDocument({
            {u"panel"_s, lossPanel},
            {u"panel"_s, u"type: line\nruns: folder:/reports/runs\ny: [loss]\nwidth: half"_s},
            {u"panel"_s, u"type: scalar\nruns: folder:./runs/\ny: loss"_s},
        }));
        std::vector<std::unique_ptr<PanelFeed>> feeds;
        for (const QString &key : {u"0"_s, u"1"_s, u"2"_s})
            feeds.push_back(fixture.feeds->open(key));
        for (const auto &feed : feeds)
            feed->setVisible(true);
        for (const auto &feed : feeds)
            PanelFixture::settled(*feed);

        QCOMPARE(fixture.sourcesMade, 1);
        QCOMPARE(fixture.source->runsAsked, 1);
        QCOMPARE(fixture.source->seriesAsked, 1);
        QCOMPARE(fixture.source->followers, 1);
    }

    void zoomAndWidthDoNotAskTheSource()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, std::vector<double>(5000, 1.5));
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        nextFigure(*feed, [&] { feed->setRange({100, 120}); });
        nextFigure(*feed, [&] { feed->setRange({}); });
        nextFigure(*feed, [&] { feed->setPixelWidth(200); });
        QCOMPARE(fixture.source->seriesAsked, 1);
        QCOMPARE(fixture.source->runsAsked, 1);
    }

    void onlyTheNewestOfManyZoomsIsShown()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        std::vector<double> values(5000);
        std::iota(values.begin(), values.end(), 0.0);
        fixture.source->addSeries(u"a"_s, u"loss"_s, values);
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        QSignalSpy changes(feed.get(), &PanelFeed::figureChanged);
        const Figure figure = nextFigure(*feed, [&] {
            for (int i = 0; i <= 20; ++i)
                feed->setRange({i * 100.0, i * 100.0 + 10});
        });
        QCOMPARE(changes.size(), 1);
        QCOMPARE(yOf(figure).first().toDouble(), 1994.0);
    }

    /// As a run grows, its relative time is shown in minutes instead of seconds: the same numbers
    /// are another place.
    void aZoomEndsWithItsAxis()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        const auto countFrom = [&](double first, size_t size) {
            std::vector<double> values(size);
            std::iota(values.begin(), values.end(), first);
            fixture.source->addSeries(u"a"_s, u"loss"_s, values);
        };
        countFrom(0, 100);
        const auto feed = fixture.open(lossPanel + u"x: relative\n"_s);
        PanelFixture::settled(*feed);
        feed->setRange({10, 20});
        countFrom(0, 5000);
        fixture.source->tellChanged();
        QTRY_COMPARE_WITH_TIMEOUT(yOf(*feed->figure()).last().toDouble(), 4999.0, hangMs);

        // On the same axis it stays.
        nextFigure(*feed, [&] { feed->setRange({10, 20}); });
        QVERIFY(yOf(*feed->figure()).last().toDouble() < 2000);
        countFrom(1, 5000);
        nextFigure(*feed, [&] { fixture.source->tellChanged(); });
        QVERIFY(yOf(*feed->figure()).last().toDouble() < 2000);
    }

    void settledWaitsForTheData()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        fixture.source->holdBack();
        const auto feed = fixture.open(lossPanel);
        QSignalSpy settled(feed.get(), &PanelFeed::settled);
        feed->setVisible(true);
        QCoreApplication::processEvents();
        QVERIFY(!feed->isSettled());
        fixture.source->release();
        QVERIFY(feed->isSettled() || settled.wait(hangMs));
        QVERIFY(feed->figure());
        QCOMPARE(settled.size(), 1);
    }

    void whatWasAskedForAnotherTextIsDropped()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        fixture.source->addSeries(u"a"_s, u"acc"_s, {1, 2, 3});
        const QString panel = u"type: line\nruns: chosen\ny: loss"_s;
        fixture.feeds->setDocument(
            panelDocument({{u"panel"_s, panel}, {u"runset chosen"_s, u"source: folder:a"_s}}));
        const auto feed = fixture.feeds->open(u"0"_s);
        QSignalSpy changes(feed.get(), &PanelFeed::figureChanged);
        fixture.source->holdBack();
        feed->setVisible(true);
        QVERIFY(fixture.source->isAsked());
        // The run set changes while the old answer is still to come.
        fixture.feeds->setDocument(panelDocument(
            {{u"panel"_s, panel}, {u"runset chosen"_s, u"source: folder:a\nfilter: name = b"_s}}));
        fixture.source->release();
        QVERIFY(changes.wait(hangMs));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(feed->figure()->content["title"_L1].toString(), u"No run matches"_s);
    }

    void changesWhileHiddenCostNothing()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        feed->setVisible(false);
        const int asked = fixture.source->runsAsked;
        for (int i = 0; i < 5; ++i)
            fixture.source->tellChanged();
        QCoreApplication::processEvents();
        QCOMPARE(fixture.source->runsAsked, asked);
    }

    void changesAreGathered()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1, 0});
        nextFigure(*feed, [&] {
            for (int i = 0; i < 50; ++i)
                fixture.source->tellChanged();
        });
        QCOMPARE(fixture.source->runsAsked, 2);
    }

    void theRefreshTimeIsKept()
    {
        RefreshPacer pacer;
        TestClock clock;
        pacer.setInterval(10);
        QCOMPARE(pacer.wait(clock.now()), 0);
        pacer.asked(clock.now());
        QCOMPARE(pacer.wait(clock.now()), 10'000);
        clock.advance(4'000);
        QCOMPARE(pacer.wait(clock.now()), 6'000);
        clock.advance(60'000);
        QCOMPARE(pacer.wait(clock.now()), 0);
        clock.advance(-3'600'000);
        QCOMPARE(pacer.wait(clock.now()), 10'000);
    }

    /// Half a path is the path of a folder too, and searching that for runs can take long.
    void aPathThatIsBeingTypedIsNotLookedInto()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto ask = [&fixture](const QString &folder, const QString &key) {
            auto document = panelDocument(
                {{u"panel"_s, u"type: line\ny: loss\nruns: folder:%1\n"_s.arg(folder)}});
            auto typed = std::make_shared<MarkdownDocument>(*document);
            typed->panels.front().key = key;
            fixture.feeds->setDocument(typed);
            return fixture.feeds->open(key);
        };
        PanelFixture::settled(*ask(u"old"_s, u"1"_s));
        QCOMPARE(fixture.source->runsAsked, 1);

        int key = 1;
        for (const QString &folder : {u"n"_s, u"ne"_s, u"new"_s}) {
            const auto feed = ask(folder, QString::number(++key));
            feed->setVisible(true);
            QCoreApplication::processEvents();
            QCOMPARE(fixture.source->followers, 0);
            fixture.clock.advance(100);
        }
        QCOMPARE(fixture.source->runsAsked, 1);

        // Once it rests it is shown without another key.
        auto last = ask(u"new"_s, u"5"_s);
        QCOMPARE(yOf(PanelFixture::settled(*last)), (QJsonArray{3, 2, 1}));
        QCOMPARE(fixture.source->runsAsked, 2);
        last.reset();

        // What was in use is asked for at once.
        const auto again = ask(u"old"_s, u"6"_s);
        again->setVisible(true);
        QCOMPARE(fixture.source->followers, 1);
        QCOMPARE(fixture.source->runsAsked, 3);
    }

    void aPanelScrolledToIsAskedForAtOnce()
    {
        PanelFixture fixture;
        fixture.feeds->setDocument(panelDocument({}));
        fixture.feeds->setDocument(panelDocument({{u"panel"_s, lossPanel}}));
        fixture.clock.advance(1000);
        fixture.feeds->setDocument(panelDocument({{u"panel"_s, lossPanel}}));
        const auto feed = fixture.feeds->open(u"0"_s);
        feed->setVisible(true);
        QCOMPARE(fixture.source->runsAsked, 1);
    }

    /// Its panels stay the same panels.
    void theFolderOfARunSetRestsToo()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto type = [&fixture](const QString &folder) {
            fixture.feeds->setDocument(
                panelDocument({{u"panel"_s, u"type: line\nruns: best\ny: loss\n"_s},
                               {u"runset best"_s, u"source: folder:%1\n"_s.arg(folder)}}));
        };
        type(u"old"_s);
        const auto feed = fixture.feeds->open(u"0"_s);
        PanelFixture::settled(*feed);
        fixture.clock.advance(1000);
        const int asked = fixture.source->runsAsked;
        type(u"n"_s);
        type(u"ne"_s);
        QCoreApplication::processEvents();
        QCOMPARE(fixture.source->followers, 0);
        QCOMPARE(fixture.source->runsAsked, asked);
        QVERIFY(!feed->isSettled());
        PanelFixture::settled(*feed);
        QCOMPARE(fixture.source->followers, 1);
    }

    void whatIsHiddenWhileItIsSearchedForIsGivenUp()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        fixture.source->holdBack();
        const auto feed = fixture.open(lossPanel);
        feed->setVisible(true);
        QVERIFY(fixture.source->isAsked());
        QSignalSpy changes(feed.get(), &PanelFeed::figureChanged);
        feed->setVisible(false);
        QVERIFY(fixture.source->isGivenUp());
        feed->setVisible(true);
        fixture.source->release();
        QSignalSpy settled(feed.get(), &PanelFeed::settled);
        QVERIFY(settled.wait(hangMs));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(yOf(*feed->figure()), (QJsonArray{3, 2, 1}));
    }

    void aFeedMayDieWhileItsDataIsUnderWay()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        fixture.source->holdBack();
        auto feed = fixture.open(lossPanel);
        feed->setVisible(true);
        feed.reset();
        QCOMPARE(fixture.source->followers, 0);
        fixture.source->release();
        QCOMPARE(PanelFixture::settled(*fixture.feeds->open(u"0"_s)).kind, Figure::Kind::Plot);
    }

    void filtersMayLookAtMetrics()
    {
        PanelFixture fixture;
        for (const QString &name : {u"good"_s, u"bad"_s}) {
            fixture.source->addRun(name);
            fixture.source->addSeries(name, u"loss"_s, {1, 2});
        }
        fixture.source->addSeries(u"good"_s, u"acc"_s, {0.5, 0.9});
        fixture.source->addSeries(u"bad"_s, u"acc"_s, {0.5, 0.6});
        const Figure figure = fixture.figure(
            u"type: line\nruns: {source: folder:a, filter: metrics.acc.max > 0.8}\ny: loss"_s);
        QCOMPARE(figure.content["data"_L1].toArray().size(), 1);
        QCOMPARE(figure.content["data"_L1][0]["meta"_L1]["run"_L1].toString(), u"good"_s);
    }

    /// That there are no runs may be because of what the warnings say.
    void warningsAreToldWhereNoRunIsLeft()
    {
        PanelFixture fixture;
        fixture.source->setWarnings({u"The folder “x” may not be read."_s});
        const Figure none = fixture.figure(lossPanel);
        QCOMPARE(none.kind, Figure::Kind::Message);
        QCOMPARE(none.notes, QStringList{u"The folder “x” may not be read."_s});
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const QString filtered =
            u"type: line\ny: loss\nruns: {source: folder:runs, filter: %1}\n"_s;
        QCOMPARE(fixture.figure(filtered.arg(u"name = \"b\""_s)).notes.size(), 1);
        // What the filter looks at cannot be had.
        fixture.source->failSeries({ErrorCode::Io, u"The disk is broken."_s, {}});
        const Figure broken = fixture.figure(filtered.arg(u"metrics.loss.last < 2"_s));
        QCOMPARE(broken.kind, Figure::Kind::Message);
        QVERIFY2(broken.notes.contains(u"The disk is broken."_s),
                 qPrintable(broken.notes.join(u'\n')));
    }

    void aMessageForEachThingThatCanBeWrong()
    {
        PanelFixture fixture;
        QCOMPARE(PanelFixture::settled(*fixture.feeds->open(u"0"_s)).content["title"_L1].toString(),
                 u"No such panel"_s);

        const Figure empty = fixture.figure(lossPanel);
        QCOMPARE(empty.content["title"_L1].toString(), u"No runs yet"_s);
        QVERIFY(messageOf(empty).contains(u"folder:runs (that is /reports/runs)"_s));

        const Figure server =
            fixture.figure(u"type: line\nruns: {source: clearml/prod}\ny: loss"_s);
        QVERIFY(messageOf(server).startsWith(u"No source of runs is called “clearml/prod”."_s));

        fixture.source->addRun(u"resnet"_s);
        fixture.source->addSeries(u"resnet"_s, u"loss"_s, {1, 2});
        const Figure noMatch =
            fixture.figure(u"type: line\nruns: {source: folder:a, filter: name = b}\ny: loss"_s);
        QCOMPARE(noMatch.content["title"_L1].toString(), u"No run matches"_s);
        const Figure noRun =
            fixture.figure(u"type: line\nruns: {source: folder:a, ids: [resnt]}\ny: loss"_s);
        QCOMPARE(noRun.content["suggestions"_L1].toArray(), QJsonArray{u"resnet"_s});
        const Figure oneRun =
            fixture.figure(u"type: line\nruns: {source: folder:a, ids: [resnet, x]}\ny: loss"_s);
        QCOMPARE(oneRun.notes, QStringList{u"There is no run called “x”."_s});
        const Figure limited = [&] {
            fixture.source->addRun(u"vgg"_s);
            fixture.source->addSeries(u"vgg"_s, u"loss"_s, {1, 2});
            return fixture.figure(u"type: line\nruns: {source: folder:b, limit: 1}\ny: loss"_s);
        }();
        QCOMPARE(limited.notes,
                 QStringList{u"Showing 1 of 2 runs; “limit” under “runs” shows more."_s});

        const Figure mistakes = fixture.figure(u"type: line\nruns: best\nsmoth: 1"_s);
        QCOMPARE(mistakes.content["severity"_L1].toString(), u"error"_s);
        QVERIFY(messageOf(mistakes).startsWith(u"Line 12: This report has no run set “best”."_s));
        QVERIFY(messageOf(mistakes).contains(u"\nLine 13: “smoth”"_s));

        fixture.source->fail({ErrorCode::NotFound, u"There is no folder “/reports/gone”."_s, {}});
        const Figure gone = fixture.figure(u"type: line\nruns: folder:gone\ny: loss"_s);
        QCOMPARE(
            messageOf(gone),
            u"There is no folder “/reports/gone”. Asked for: folder:gone (that is /reports/gone)."_s);
    }

    void aMistakeThatMovesNamesItsNewLine()
    {
        PanelFixture fixture;
        const QString wrong = u"type: line\nruns: folder:a\nsmoth: 1"_s;
        const auto feed = fixture.open(wrong);
        QVERIFY(messageOf(PanelFixture::settled(*feed)).startsWith(u"Line 13:"_s));
        auto moved = std::make_shared<MarkdownDocument>(*panelDocument({{u"panel"_s, wrong}}));
        moved->panels[0].firstLine += 5;
        fixture.feeds->setDocument(moved);
        QVERIFY(messageOf(*feed->figure()).startsWith(u"Line 18:"_s));
    }

    void aPanelThatMovesKeepsItsFigure()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        auto moved = std::make_shared<MarkdownDocument>(*panelDocument({{u"panel"_s, lossPanel}}));
        moved->panels[0].firstLine += 5;
        fixture.feeds->setDocument(moved);
        QVERIFY(feed->isSettled());
        QCOMPARE(fixture.source->runsAsked, 1);
    }

    void mediaLiveAsLongAsTheirFigure()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        MediaSample sample;
        sample.key = u"digits"_s;
        sample.mimeType = u"image/png"_s;
        sample.bytes = "picture"_ba;
        fixture.source->addMedia(u"a"_s, sample);
        auto feed = fixture.open(u"type: media\nruns: folder:a"_s);
        const QString address =
            PanelFixture::settled(*feed).content["items"_L1][0]["src"_L1].toString();
        QVERIFY(address.startsWith(u"plotleaf://media/"_s));
        const QString path = address.mid(u"plotleaf://media"_s.size());
        QCOMPARE(fixture.feeds->mediaBytes(path)->bytes, "picture"_ba);
        QCOMPARE(fixture.feeds->mediaBytes(path)->mimeType, u"image/png"_s);
        QVERIFY(!fixture.feeds->mediaBytes(u"/unknown"_s));
        feed.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.feeds->mediaBytes(path), hangMs);
    }
};

QTEST_GUILESS_MAIN(PanelFeedsTest)
#include "test_panel_feeds.moc"
