#include "core/panels/figure_codec.h"
#include "core/services/clearml/clearml_source_maker.h"
#include "fakes/clearml/captured_world.h"
#include "fakes/fake_run_cache.h"
#include "support/clearml_fixture.h"
#include "support/panel_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString task = u"f304f40dab074373a820433938a9911c"_s;
const QString scalarWidget = u"type=scalar&metrics=loss&variants=train&objects="_s + task;
const QString soundWidget = u"type=sample&metrics=audio&variants=clip&objects="_s + task;

const QString soundFile = u"clip.wav"_s;

/// Reports with frames of a server, opened one after the other over the same cache. The server is
/// known until forgetServer().
struct OfflineFixture : ClearmlFixture
{
    FakeRunCache cache;
    std::shared_ptr<NetworkUse> network = std::make_shared<NetworkUse>();
    std::unique_ptr<RunSources> sources;
    std::unique_ptr<PanelFeeds> feeds;

    OfflineFixture()
    {
        fillCapturedWorld(server.world);
        start(true);
    }
    /// As after a new start of the program.
    void start(bool isServerKnown)
    {
        feeds.reset();
        sources = std::make_unique<RunSources>();
        if (isServerKnown) {
            const auto connection = makeClient();
            connection->setNetworkUse(network);
            sources->addMaker(clearmlSourceMaker({{u"prod"_s, connection}}));
        }
        feeds = std::make_unique<PanelFeeds>(*sources, clock, QString());
        feeds->setCache(&cache);
    }
    std::unique_ptr<PanelFeed> open(const QString &widget) const
    {
        const QString address = server.http.url().toString() + u"/widgets/?"_s + widget;
        feeds->setDocument(panelDocument({{u"iframe"_s, address}}));
        return feeds->open(u"0"_s);
    }
    Figure settled(const QString &widget) const
    {
        const auto feed = open(widget);
        return PanelFixture::settled(*feed);
    }
};

} // namespace

/// A frame that was seen once is there without its server, and says since when it is.
class TestFramesOffline : public QObject
{
    Q_OBJECT

private slots:
    void aPlotIsThereWithoutItsServer()
    {
        OfflineFixture f;
        const Figure seen = f.settled(scalarWidget);
        QCOMPARE(seen.kind, Figure::Kind::Plot);
        f.start(true);
        f.server.http.setReachable(false);
        const Figure kept = f.settled(scalarWidget);
        QCOMPARE(kept.content, seen.content);
        QCOMPARE(kept.asOf.toSecsSinceEpoch(), seen.asOf.toSecsSinceEpoch());
        QVERIFY2(kept.stale.contains(u"127.0.0.1"_s), qPrintable(kept.stale));
        f.server.http.setReachable(true);
    }

    void whoWorksOfflineAsksNothing()
    {
        OfflineFixture f;
        const Figure seen = f.settled(scalarWidget);
        f.network->policy = NetworkPolicy::Offline;
        f.start(true);
        f.server.http.arrivals.clear();
        const auto feed = f.open(scalarWidget);
        const Figure kept = PanelFixture::settled(*feed);
        QCOMPARE(kept.content, seen.content);
        QVERIFY2(kept.stale.contains(u"offline"_s), qPrintable(kept.stale));
        const Figure sound = f.settled(soundWidget); // never seen
        QCOMPARE(sound.kind, Figure::Kind::Message);
        QVERIFY2(f.server.http.arrivals.isEmpty(),
                 f.server.http.arrivals.keys().join(' ').constData());
        QVERIFY(feed->isSourceLost()); // whoever shows it opens it again when online

        f.network->policy = NetworkPolicy::Online;
        const Figure fresh = f.settled(scalarWidget);
        QCOMPARE(fresh.content, seen.content);
        QVERIFY(fresh.stale.isEmpty());
        QVERIFY(f.server.http.arrivals.contains("/reports.get_task_data"_ba));
        // In the person's colours now, which could not be asked for offline.
        QVERIFY(f.server.http.arrivals.contains("/users.get_preferences"_ba));
    }

    void aServerThatWasLeftStillHasItsPlots()
    {
        OfflineFixture f;
        const Figure seen = f.settled(scalarWidget);
        f.start(false);
        const Figure kept = f.settled(scalarWidget);
        QCOMPARE(kept.content, seen.content);
        QVERIFY2(kept.stale.contains(u"Add the server"_s), qPrintable(kept.stale));
        QCOMPARE(f.settled(soundWidget).kind, Figure::Kind::Message); // never seen
    }

    void whatIsKeptIsShownBeforeTheServerAnswers()
    {
        OfflineFixture f;
        const Figure seen = f.settled(scalarWidget);
        f.start(true);
        f.server.http.add({FakeFault::Kind::Hold, "get_task_data"});
        const auto feed = f.open(scalarWidget);
        QSignalSpy changed(feed.get(), &PanelFeed::figureChanged);
        QSignalSpy settled(feed.get(), &PanelFeed::settled);
        feed->setVisible(true);
        QVERIFY(changed.wait(hangMs));
        QCOMPARE(feed->figure()->content, seen.content);
        QVERIFY(feed->figure()->stale.isEmpty()); // an answer is on its way
        QTRY_VERIFY_WITH_TIMEOUT(f.server.http.isHolding(), hangMs);
        QVERIFY(!feed->isSettled());
        f.server.http.release();
        QVERIFY(settled.wait(hangMs));
        QCOMPARE(feed->figure()->content, seen.content);
    }

    void filesBehindSamplesAreKeptToo()
    {
        OfflineFixture f;
        // The files server of the captures is elsewhere now.
        const QString url = f.server.http.url().toString() + u"/files/"_s + soundFile;
        for (QJsonObject &event : f.server.world.samples[task])
            event["url"_L1] = url;
        f.server.world.files[soundFile.toUtf8()] = "bytes of a sound";
        const Figure seen = f.settled(soundWidget);
        QCOMPARE(seen.kind, Figure::Kind::Media);
        const QString address = seen.content["items"_L1][0]["src"_L1].toString();
        f.start(true);
        f.server.http.setReachable(false);
        const auto feed = f.open(soundWidget);
        QCOMPARE(PanelFixture::settled(*feed).content, seen.content);
        const auto file = f.feeds->mediaBytes(QUrl(address).path());
        QVERIFY(file);
        QCOMPARE(file->bytes, "bytes of a sound"_ba);
        f.server.http.setReachable(true);
    }

    void whatTheServerSaysIsShown()
    {
        OfflineFixture f;
        QCOMPARE(f.settled(scalarWidget).kind, Figure::Kind::Plot);
        f.start(true);
        f.server.world.tasks.clear();
        // Deleted is an answer: what was kept would be a lie.
        QCOMPARE(f.settled(scalarWidget).kind, Figure::Kind::Message);
    }

    void theLastFigureIsKeptWhenTheReportCloses()
    {
        OfflineFixture f;
        (*f.server.world.task(task))["status"_L1] = u"in_progress"_s;
        const auto feed = f.open(scalarWidget + u"&plotleaf.refresh=1s"_s);
        QSignalSpy changed(feed.get(), &PanelFeed::figureChanged);
        PanelFixture::settled(*feed);
        changed.clear();
        f.server.world.goOn(task, {u"loss"_s, u"train"_s, 30, 1795306896600, 0.01});
        QVERIFY(changed.wait(hangMs));
        QCOMPARE(f.cache.saves, 1); // not with every value of a run
        const QJsonObject last = feed->figure()->content;
        f.feeds.reset();
        QCOMPARE(f.cache.saves, 2);
        MediaShelf shelf;
        const auto kept = decodeFigure(f.cache.entries.constBegin()->bytes, shelf);
        QVERIFY(kept);
        QCOMPARE(kept->figure.content, last);
    }

    void damagedBytesAreNoFigure()
    {
        MediaShelf shelf;
        const QByteArray good = encodeFigure(Figure::message(u"info"_s, u"a"_s, u"b"_s), shelf);
        QVERIFY(decodeFigure(good, shelf));
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY2(!decodeFigure(good.first(length), shelf), qPrintable(QString::number(length)));
        QVERIFY(!decodeFigure("\x83\x02\xa0\x80"_ba, shelf));
    }
};

QTEST_GUILESS_MAIN(TestFramesOffline)
#include "test_frames_offline.moc"
