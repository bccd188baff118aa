#include "core/services/clearml/browser/clearml_catalog.h"
#include "core/services/clearml/clearml_source.h"
#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/clearml/widgets/clearml_widget_feed.h"
#include "fakes/clearml/captured_world.h"
#include "support/clearml_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString task = u"f304f40dab074373a820433938a9911c"_s;

struct SourceFixture : ClearmlFixture
{
    std::shared_ptr<MediaShelf> shelf = std::make_shared<MediaShelf>();
    ClearmlSource source{u"clearml"_s, client, u"Demo/Vision"_s};

    SourceFixture() { fillCapturedWorld(server.world); }

    QString frame(const QString &rest) const
    {
        return server.http.url().toString() + u"/widgets/?"_s + rest;
    }
};

const QString scalarWidget = u"type=scalar&metrics=loss&variants=train&objects="_s + task;

} // namespace

/// Tasks as runs for fenced panels, and widgets that stay up to date.
class TestClearmlSource : public QObject
{
    Q_OBJECT

private slots:
    void tasksAreRuns()
    {
        SourceFixture f;
        const auto runs = await(f.source.runs());
        QVERIFY2(runs, qPrintable(runs ? QString() : runs.error().detail));
        QCOMPARE(runs->size(), 11);
        const auto found = std::ranges::find(*runs, RunId(task), &Run::id);
        QVERIFY(found != runs->end());
        QCOMPARE(found->name, u"baseline"_s);
        QCOMPARE(found->state, RunState::Finished);
        QCOMPARE(found->metrics, (QStringList{u"accuracy/val"_s, u"loss/train"_s, u"loss/val"_s}));
        QCOMPARE(found->config[u"General.lr"_s].toDouble(), 0.05);
        QCOMPARE(found->config[u"General.opt"_s].toString(), u"adam"_s);
        QVERIFY(found->tags.contains(u"k0.5"_s));
        QVERIFY2(found->media.contains(u"samples/img a"_s), qPrintable(found->media.join(u' ')));
        f.server.checkSchema();
    }

    void seriesWithStepsAndTimes()
    {
        SourceFixture f;
        const auto series = await(f.source.series(RunId(task), u"loss/train"_s));
        QVERIFY(series);
        QCOMPARE((*series)->size(), size_t(30));
        QCOMPARE((*series)->step[29], 29.0);
        QCOMPARE((*series)->value[0], 0.5);
        QCOMPARE((*series)->wall.front(), 1795306896.524);
        QCOMPARE((*series)->wall.back(), 1795306896.532);
        QCOMPARE(await(f.source.series(RunId(task), u"no/such"_s)).error().code,
                 ErrorCode::NotFound);
        f.server.checkSchema();
    }

    void metricsWithSlashesInTheirNames()
    {
        SourceFixture f;
        f.server.world.goOn(task, {u"a/b"_s, u"c/d"_s, 1, 1795306896524, 7});
        QVERIFY(await(f.source.runs()));
        const auto series = await(f.source.series(RunId(task), u"a/b/c/d"_s));
        QVERIFY(series);
        QCOMPARE((*series)->value, std::vector<double>{7});
    }

    void aProjectThatIsNotThere()
    {
        SourceFixture f;
        ClearmlSource nowhere(u"clearml"_s, f.client, u"No/Where"_s);
        QCOMPARE(await(nowhere.runs()).error().code, ErrorCode::NotFound);
        // One that is called otherwise is another one.
        const QByteArray other = R"({"meta": {"result_code": 200}, "data": {"projects": [
            {"id": "1", "name": "No/Where else"}]}})";
        f.server.http.add({FakeFault::Kind::Replace, "projects.get_all_ex", {.body = other}});
        QCOMPARE(await(nowhere.runs()).error().code, ErrorCode::NotFound);
    }

    void samplesAreLookedForWhereSomethingChanged()
    {
        SourceFixture f;
        const QByteArray path = "/events.get_task_metrics"_ba;
        QVERIFY(await(f.source.runs()));
        QCOMPARE(f.server.http.arrivals[path], 1);
        QVERIFY(await(f.source.runs()));
        QCOMPARE(f.server.http.arrivals[path], 1);
        f.server.world.goOn(task, {u"loss"_s, u"train"_s, 30, 1795306896600, 0.01});
        QVERIFY(await(f.source.runs()));
        QCOMPARE(f.server.http.arrivals[path], 2);

        // That they cannot be known takes nothing else away.
        f.server.world.goOn(task, {u"loss"_s, u"train"_s, 31, 1795306896700, 0.01});
        f.server.http.add({FakeFault::Kind::Refuse, "get_task_metrics", {400, "text/html", "no"}});
        const auto runs = await(f.source.runs());
        QVERIFY(runs);
        QVERIFY(!std::ranges::find(*runs, RunId(task), &Run::id)->metrics.isEmpty());
        QVERIFY2(f.source.warnings().join(u' ').contains(u"samples"_s),
                 qPrintable(f.source.warnings().join(u' ')));
        f.server.checkSchema();
    }

    void filmsAndPagesAreSamplesToo()
    {
        SourceFixture f;
        const QString base = f.server.http.url().toString() + u"/files/"_s;
        f.server.world.files["a.mov"] = "film";
        f.server.world.files["b.html"] = "<b>page</b>";
        f.server.world.files["c.avi"] = "film";
        f.server.world.samples[task].clear();
        const QStringList files = {u"a.mov"_s, u"b.html"_s, u"c.avi"_s};
        for (int i = 0; i < files.size(); ++i)
            f.server.world.samples[task].append({{u"task"_s, task},
                                                 {u"metric"_s, u"samples"_s},
                                                 {u"variant"_s, u"v"_s},
                                                 {u"iter"_s, i + 1},
                                                 {u"timestamp"_s, 1795306896524.0},
                                                 {u"url"_s, QString(base + files[i])}});
        const auto media = await(f.source.media(RunId(task), u"samples/v"_s, {}));
        QVERIFY(media);
        QCOMPARE(media->size(), 2);
        QCOMPARE(media->at(0).kind, MediaKind::Video);
        QCOMPARE(media->at(0).mimeType, u"video/mp4"_s);
        QCOMPARE(media->at(1).kind, MediaKind::Html);
        QCOMPARE(media->at(1).bytes, "<b>page</b>"_ba);
        QVERIFY2(f.source.warnings().join(u' ').contains(u".avi"_s),
                 qPrintable(f.source.warnings().join(u' ')));
    }

    void samplesAreFetched()
    {
        SourceFixture f;
        f.server.world.files["x.png"] = "picture";
        for (QJsonObject &event : f.server.world.samples[task])
            event["url"_L1] = QString(f.server.http.url().toString() + u"/files/x.png"_s);
        const auto media = await(f.source.media(RunId(task), u"samples/img a"_s, {}));
        QVERIFY(media);
        QCOMPARE(media->size(), 1);
        QCOMPARE(media->first().bytes, QByteArray("picture"));
        QCOMPARE(media->first().step, 1.0);
    }

    void samplesAreWhatTheyAre()
    {
        SourceFixture f;
        const QString base = f.server.http.url().toString() + u"/files/"_s;
        f.server.world.files["note.txt"] = "words";
        f.server.world.samples[task].clear();
        const QStringList addresses = {base + u"note.txt"_s, base + u"gone.png"_s,
                                       u"s3://bucket/x.png"_s};
        for (int i = 0; i < addresses.size(); ++i)
            f.server.world.samples[task].append({{u"task"_s, task},
                                                 {u"metric"_s, u"samples"_s},
                                                 {u"variant"_s, u"text"_s},
                                                 {u"iter"_s, i + 1},
                                                 {u"timestamp"_s, 1795306896524.0},
                                                 {u"url"_s, addresses[i]}});
        const auto media = await(f.source.media(RunId(task), u"samples/text"_s, {}));
        QVERIFY(media);
        QCOMPARE(media->size(), 1);
        QCOMPARE(media->first().kind, MediaKind::Text);
        QCOMPARE(media->first().key, u"samples/text"_s);
        QCOMPARE(media->first().bytes, "words"_ba);
        const QString warnings = f.source.warnings().join(u'\n');
        QVERIFY2(warnings.contains(u"not on the server"_s), qPrintable(warnings));
        QVERIFY2(warnings.contains(u"cloud store"_s), qPrintable(warnings));

        f.server.world.files.clear();
        QCOMPARE(await(f.source.media(RunId(task), u"samples/text"_s, {})).error().code,
                 ErrorCode::NotFound);
        // They are of that answer, not for ever.
        QVERIFY(await(f.source.runs()));
        QVERIFY(f.source.warnings().isEmpty());
    }

    void onlyTheStepThatIsWantedIsFetched()
    {
        SourceFixture f;
        const QString base = f.server.http.url().toString() + u"/files/"_s;
        f.server.world.samples[task].clear();
        for (int i = 1; i <= 30; ++i) {
            f.server.world.files[QByteArray::number(i) + ".txt"] = QByteArray::number(i);
            f.server.world.samples[task].append({{u"task"_s, task},
                                                 {u"metric"_s, u"samples"_s},
                                                 {u"variant"_s, u"text"_s},
                                                 {u"iter"_s, 10 * i},
                                                 {u"timestamp"_s, 1795306896524.0},
                                                 {u"url"_s, QString(base + u"%1.txt"_s.arg(i))}});
        }
        f.server.world.files.remove("30.txt");
        const auto shown = [&f](const SampleSteps &steps) {
            const auto media = await(f.source.media(RunId(task), u"samples/text"_s, steps));
            QByteArrayList texts;
            for (const MediaSample &sample : media ? *media : QVector<MediaSample>())
                texts << sample.bytes;
            return texts;
        };
        QCOMPARE(shown(SampleSteps::atOrBefore(55)), QByteArrayList{"5"});
        QCOMPARE(shown(SampleSteps::atOrBefore(50)), QByteArrayList{"5"});
        QCOMPARE(shown(SampleSteps::last()), QByteArrayList{"29"});
        QCOMPARE(shown(SampleSteps::atOrBefore(9)), QByteArrayList());
        QCOMPARE(shown({}).size(), 9);
    }

    void aSampleThatIsTooLargeIsNotRead()
    {
        SourceFixture f;
        f.server.world.files["x.png"] = QByteArray(33 * 1024 * 1024, 'x');
        for (QJsonObject &event : f.server.world.samples[task])
            event["url"_L1] = QString(f.server.http.url().toString() + u"/files/x.png"_s);
        const auto media = await(f.source.media(RunId(task), u"samples/img a"_s, {}));
        QVERIFY(!media);
        QCOMPARE(media.error().code, ErrorCode::LimitExceeded);
    }

    void aWidgetOfARunningTaskIsAskedAgain()
    {
        SourceFixture f;
        (*f.server.world.task(task))["status"_L1] = u"in_progress"_s;
        const auto feed =
            f.source.openFrame(f.frame(scalarWidget + u"&plotleaf.refresh=1s"_s), f.shelf);
        QVERIFY(feed);
        QSignalSpy settled(feed.get(), &PanelFeed::settled);
        QSignalSpy changed(feed.get(), &PanelFeed::figureChanged);
        feed->setVisible(true);
        QVERIFY(settled.wait(hangMs));
        QCOMPARE(changed.size(), 1);
        QVERIFY(feed->figure()->live);
        f.server.world.goOn(task, {u"loss"_s, u"train"_s, 30, 1795306896600, 0.01});
        QVERIFY(changed.wait(hangMs));
        QCOMPARE(feed->figure()->content["data"_L1][0]["x"_L1].toArray().size(), 31);
        QVERIFY(feed->figure()->revision > 1);
    }

    void equalWidgetsAskOnce()
    {
        SourceFixture f;
        (*f.server.world.task(task))["status"_L1] = u"in_progress"_s;
        // In two reports, one with a name of its own and a little wider.
        ClearmlSource elsewhere(u"clearml"_s, f.client, {});
        const auto one =
            f.source.openFrame(f.frame(scalarWidget + u"&plotleaf.refresh=1"_s), f.shelf);
        const auto other = elsewhere.openFrame(f.frame(scalarWidget), f.shelf);
        one->setPixelWidth(700);
        other->setPixelWidth(740);
        QSignalSpy oneSettled(one.get(), &PanelFeed::settled);
        QSignalSpy otherSettled(other.get(), &PanelFeed::settled);
        one->setVisible(true);
        other->setVisible(true);
        QVERIFY(oneSettled.wait(hangMs));
        QVERIFY(!otherSettled.isEmpty() || otherSettled.wait(hangMs));
        QCOMPARE(f.server.calls.count(u"reports.get_task_data"_s), 1);
        // The more eager one brings news to both.
        QSignalSpy otherChanged(other.get(), &PanelFeed::figureChanged);
        f.server.world.goOn(task, {u"loss"_s, u"train"_s, 30, 1795306896600, 0.01});
        QVERIFY(otherChanged.wait(hangMs));
        QCOMPARE(f.server.calls.count(u"reports.get_task_data"_s), 2);
        QCOMPARE(one->figure()->content, other->figure()->content);
    }

    void aZoomedWidgetHasAllThePointsThereAre()
    {
        SourceFixture f;
        const auto feed = f.source.openFrame(f.frame(scalarWidget), f.shelf);
        feed->setPixelWidth(700);
        QSignalSpy settled(feed.get(), &PanelFeed::settled);
        feed->setVisible(true);
        QVERIFY(settled.wait(hangMs));
        const auto asked = [&] {
            const QJsonObject body = f.server.lastBody[u"reports.get_task_data"_s];
            return body["scalar_metrics_iter_histogram"_L1]["samples"_L1].toInt();
        };
        QCOMPARE(asked(), 2000);
        const auto steps = [&] { return feed->figure()->content["data"_L1][0]["x"_L1].toArray(); };
        QCOMPARE(steps().size(), 30);
        feed->setRange({2.0, 5.0});
        QCOMPARE(steps(), (QJsonArray{1, 2, 3, 4, 5, 6}));
        QTRY_COMPARE_WITH_TIMEOUT(asked(), 6000, hangMs);
        // Further in and back: nothing that was not asked for yet.
        feed->setRange({3.0, 4.0});
        feed->setRange({});
        QCOMPARE(steps().size(), 30);
        QVERIFY(await(f.source.runs())); // time for a question, were there one
        QCOMPARE(f.server.calls.count(u"reports.get_task_data"_s), 2);
    }

    void coloursThatAPersonChoseAreTheirs()
    {
        SourceFixture f;
        // What the web app calls this line; a dot would be a path in the preferences.
        const QJsonObject picked = {{u"baseline--DOT--f304f4?"_s, QJsonArray{1, 2, 255, 1}}};
        f.server.world.preferences[f.server.world.me] = {
            {u"colorsPreference"_s, QJsonObject{{u"colorPreferences"_s, picked}}}};
        const auto feed = f.source.openFrame(f.frame(scalarWidget), f.shelf);
        QSignalSpy settled(feed.get(), &PanelFeed::settled);
        feed->setVisible(true);
        QVERIFY(settled.wait(hangMs));
        const QJsonValue trace = feed->figure()->content["data"_L1][0];
        QCOMPARE(trace["line"_L1]["color"_L1].toString(), u"#0102ff"_s);
        QCOMPARE(trace["meta"_L1]["colors"_L1]["dark"_L1].toString(), u"#0102ff"_s);
    }

    void aWidgetOfAnotherWorkspaceIsAskedThere()
    {
        SourceFixture f;
        const auto show = [&f](const QString &widget) {
            const auto feed = f.source.openFrame(f.frame(widget), f.shelf);
            QSignalSpy settled(feed.get(), &PanelFeed::settled);
            feed->setVisible(true);
            return settled.wait(hangMs) && feed->figure()->kind != Figure::Kind::Message;
        };
        const auto tenant = [&f] {
            return f.server.lastHeaders[u"reports.get_task_data"_s]["x-clearml-tenant"];
        };
        QVERIFY(show(scalarWidget));
        QVERIFY(tenant().isEmpty());
        // The same question of another one is another question.
        QVERIFY(show(scalarWidget + u"&company=other"_s));
        QCOMPARE(tenant(), "other"_ba);
        QVERIFY(await(ClearmlCatalog(u"clearml"_s, f.client)
                          .frameRuns(f.frame(scalarWidget + u"&company=third"_s))));
        QCOMPARE(tenant(), "third"_ba);
        // So are the names that the frame's form offers.
        ClearmlCatalog catalog(u"clearml"_s, f.client);
        const RunPick pick = {RunKind::Run, {RunId(task)}, u"fourth"_s};
        const auto tenantOf = [&f](const QString &call) {
            return f.server.lastHeaders[call]["x-clearml-tenant"];
        };
        QVERIFY(await(catalog.cards(pick)));
        QCOMPARE(tenantOf(u"tasks.get_all_ex"_s), "fourth"_ba);
        QVERIFY(await(catalog.sampleNames(pick)));
        QCOMPARE(tenantOf(u"events.get_multi_task_metrics"_s), "fourth"_ba);
        QVERIFY(await(catalog.singleValues(pick)));
        QCOMPARE(tenant(), "fourth"_ba);
        RunListQuery query;
        query.tenant = u"fifth"_s;
        QVERIFY(await(catalog.runs(query)));
        QCOMPARE(tenantOf(u"tasks.get_all_ex"_s), "fifth"_ba);

        f.server.world.files["x.png"] = "picture";
        for (QJsonObject &event : f.server.world.samples[task])
            event["url"_L1] = QString(f.server.http.url().toString() + u"/files/x.png?a=%2F"_s);
        QVERIFY(
            show(u"type=sample&company=a%26b&metrics=samples&variants=img+a&objects="_s + task));
        QCOMPARE(tenant(), "a&b"_ba);
        QCOMPARE(f.server.http.lastQuery["/files/x.png"], "a=%2F&tenant=a%26b"_ba);
        f.server.checkSchema();
    }

    void aHiddenWidgetAsksNothing()
    {
        SourceFixture f;
        const auto feed = f.source.openFrame(f.frame(scalarWidget), f.shelf);
        QVERIFY(await(f.source.runs())); // time for a question, were there one
        QVERIFY(!f.server.calls.contains(u"reports.get_task_data"_s));
        QVERIFY(!feed->figure());
    }

    void whenTheServerIsAwayWhatWasShownStays()
    {
        SourceFixture f;
        (*f.server.world.task(task))["status"_L1] = u"in_progress"_s;
        const auto feed =
            f.source.openFrame(f.frame(scalarWidget + u"&plotleaf.refresh=1"_s), f.shelf);
        QSignalSpy changed(feed.get(), &PanelFeed::figureChanged);
        feed->setVisible(true);
        QVERIFY(changed.wait(hangMs));
        f.server.http.setReachable(false);
        QVERIFY(changed.wait(hangMs));
        QCOMPARE(feed->figure()->kind, Figure::Kind::Plot);
        QVERIFY(feed->figure()->stale.contains(u"127.0.0.1"_s));
        QVERIFY(feed->figure()->notes.isEmpty());

        f.server.http.setReachable(true);
        QVERIFY(changed.wait(hangMs));
        QVERIFY(feed->figure()->stale.isEmpty());
    }

    void aFeedMayGoWhileItAsks()
    {
        SourceFixture f;
        f.server.http.add({FakeFault::Kind::Hold, "get_task_data"});
        auto feed = f.source.openFrame(f.frame(scalarWidget), f.shelf);
        feed->setVisible(true);
        QTRY_VERIFY(f.server.http.isHolding());
        feed.reset();
        f.server.http.release();
        QVERIFY(await(f.source.runs()));
    }

    void sourcesAreFoundByNameAndFrame()
    {
        SourceFixture f;
        const RunSources::Maker make = clearmlSourceMaker({{u"prod"_s, f.client}});
        QVERIFY(make(u"clearml"_s));
        QVERIFY(make(u"clearml:Demo/Vision"_s));
        QVERIFY(make(u"clearml/prod:Demo"_s));
        QVERIFY(!make(u"clearml/elsewhere"_s));
        QVERIFY(!make(u"folder:/x"_s));
        QVERIFY(make(u"frame:"_s + f.frame(scalarWidget)));
        QVERIFY(make(u"frame:/widgets?type=scalar&tasks=1"_s)); // of old, without a host
        QVERIFY(!make(u"frame:https://elsewhere/widgets/?type=scalar&objects=1"_s));
        QVERIFY(!make(u"frame:https://youtube.com/embed"_s));
    }

    void theEnvironmentNamesAServer()
    {
        TestClock clock;
        QProcessEnvironment environment;
        QVERIFY(clearmlClientsOfEnvironment(environment, clock).empty());
        environment.insert(u"CLEARML_API_HOST"_s, u"http://h:8008"_s);
        QVERIFY(clearmlClientsOfEnvironment(environment, clock).empty()); // no credentials
        environment.insert(u"CLEARML_API_ACCESS_KEY"_s, u"A"_s);
        environment.insert(u"CLEARML_API_SECRET_KEY"_s, u"B"_s);
        const ClearmlClients clients = clearmlClientsOfEnvironment(environment, clock);
        QCOMPARE(clients.size(), size_t(1));
        QCOMPARE(clients.front().client->servers().web, QUrl(u"http://h:8080"_s));

        // As where a server is added: without its authorities it is not asked at all.
        environment.insert(u"CLEARML_API_HOST_VERIFY_CERT"_s, u"/nowhere/own.pem"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"/nowhere/own.pem"_s));
        QVERIFY(clearmlClientsOfEnvironment(environment, clock).empty());
    }
};

QTEST_GUILESS_MAIN(TestClearmlSource)
#include "test_clearml_source.moc"
