#include "core/services/clearml/widgets/clearml_links.h"
#include "core/services/clearml/widgets/clearml_widget_query.h"
#include "fakes/clearml/captured_world.h"
#include "support/clearml_fixture.h"

#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString task = u"f304f40dab074373a820433938a9911c"_s;
const QString other = u"6d97c910038243a381f25fc726378d58"_s;

struct WidgetFixture : ClearmlFixture
{
    std::shared_ptr<MediaShelf> shelf = std::make_shared<MediaShelf>();

    WidgetFixture() { fillCapturedWorld(server.world); }

    ClearmlWidgetAnswer ask(const QString &rest)
    {
        const auto widget =
            readClearmlWidget(server.http.url().toString() + u"/widgets/?"_s + rest);
        if (!widget)
            qFatal("no widget");
        const auto body = clearmlTaskDataBody(*widget, 2000);
        Result<QJsonObject> data = body;
        if (body)
            data = run(client->call(u"reports.get_task_data"_s, *body));
        return run(drawClearmlWidget(client, *widget, shelf, data));
    }
};

ClearmlWidget widgetOf(const QString &rest)
{
    return *readClearmlWidget(u"https://h/widgets/?"_s + rest);
}

} // namespace

/// Widgets asked for over HTTP, and the addresses that belong to them.
class TestClearmlWidgetQuery : public QObject
{
    Q_OBJECT

private slots:
    void scalarsAndFurtherTraining()
    {
        WidgetFixture f;
        const QString rest = u"type=scalar&objects="_s + task + u"&metrics=loss&variants=train"_s;
        const ClearmlWidgetAnswer before = f.ask(rest);
        QCOMPARE(before.figure.kind, Figure::Kind::Plot);
        QVERIFY(!before.figure.live);
        QCOMPARE(before.figure.content["data"_L1][0]["x"_L1].toArray().size(), 30);
        (*f.server.world.task(task))["status"_L1] = u"in_progress"_s;
        f.server.world.goOn(task, {u"loss"_s, u"train"_s, 30, 1795306896600, 0.01});
        const ClearmlWidgetAnswer after = f.ask(rest);
        QVERIFY(after.figure.live);
        QVERIFY(after.figure.asOf > before.figure.asOf);
        QCOMPARE(after.figure.content["data"_L1][0]["x"_L1].toArray().size(), 31);
        f.server.checkSchema();
    }

    void whatWasFoundIsLinked()
    {
        WidgetFixture f;
        const QString web = f.server.http.url().toString();
        QCOMPARE(f.ask(u"type=scalar&objects="_s + task + u"&metrics=loss"_s).figure.original,
                 web + u"/projects/*/tasks/"_s + task + u"/output/scalars"_s);
        QCOMPARE(
            f.ask(u"type=scalar&objects="_s + task + u"&objects="_s + other + u"&metrics=loss"_s)
                .figure.original,
            web + u"/projects/*/compare-tasks;ids="_s + task + u',' + other +
                u"/scalars/graph?metricVariants=loss&metricName="_s);
        QVERIFY(f.ask(u"type=scalar&objects=gone&metrics=loss"_s).figure.original.isEmpty());
    }

    void onlyTheFieldsThatAreNeeded()
    {
        WidgetFixture f;
        f.ask(u"type=single&objects="_s + task);
        const QJsonObject body = f.server.lastBody[u"reports.get_task_data"_s];
        QVERIFY(body["only_fields"_L1].toArray().contains(u"name"_s));
        QVERIFY(!body["only_fields"_L1].toArray().contains(u"last_metrics"_s));
    }

    /// The form that this server refuses, and the one it takes.
    void commaListsWork()
    {
        WidgetFixture f;
        for (const QString &tags : {u"tags[]=__$or,k0.7"_s, u"tags[]=__$or&tags[]=k0.7"_s}) {
            const ClearmlWidgetAnswer answer =
                f.ask(u"type=scalar&metrics=loss&variants=train&page=0&page_size=1&"
                      "project=2f5b81ca6e4f44ac91706052754ceeb5&order_by[]=-last_update&"_s +
                      tags);
            QCOMPARE(answer.figure.kind, Figure::Kind::Plot);
            QCOMPARE(answer.figure.content["data"_L1][0]["name"_L1].toString(), u"train - wide"_s);
        }
    }

    void samplesComeWithTheirFiles()
    {
        WidgetFixture f;
        const QByteArray path = "Demo/Vision/baseline.f304f40dab074373a820433938a9911c/metrics/"
                                "samples/img a/samples_img a_00000001.jpeg";
        f.server.world.files[path] = "jpeg bytes";
        // The files server of the captures is elsewhere now.
        for (QJsonObject &event : f.server.world.samples[task]) {
            event["url"_L1] = event["url"_L1].toString().replace(
                u"http://localhost:8081"_s, f.server.http.url().toString() + u"/files"_s);
        }
        const ClearmlWidgetAnswer answer =
            f.ask(u"type=sample&metrics=samples&variants=img%20a&objects="_s + task);
        QCOMPARE(answer.figure.kind, Figure::Kind::Media);
        const QJsonValue item = answer.figure.content["items"_L1][0];
        QCOMPARE(item["kind"_L1].toString(), u"image"_s);
        QCOMPARE(item["caption"_L1].toString(), u"img a"_s);
        const auto media = f.shelf->find(QUrl(item["src"_L1].toString()).path());
        QVERIFY(media);
        QCOMPARE(media->bytes, QByteArray("jpeg bytes"));
        f.server.checkSchema();
    }

    /// The token is for the installation; another host must not see it.
    void theTokenStaysAtHome()
    {
        WidgetFixture f;
        QHash<QByteArray, QByteArray> seen;
        FakeHttp stranger([&seen](const FakeRequest &request) {
            seen = request.headers;
            return FakeAnswer{200, "image/png", "stolen?"};
        });
        for (QJsonObject &event : f.server.world.samples[task])
            event["url"_L1] = QString(stranger.url().toString() + u"/x.png"_s);
        const ClearmlWidgetAnswer answer =
            f.ask(u"type=sample&metrics=samples&variants=img%20a&objects="_s + task);
        QCOMPARE(answer.figure.kind, Figure::Kind::Media);
        QVERIFY(!seen.isEmpty());
        QVERIFY(!seen.contains("authorization"));
    }

    void aRedirectionDoesNotTakeTheTokenAlong()
    {
        WidgetFixture f;
        QHash<QByteArray, QByteArray> seen;
        FakeHttp stranger([&seen](const FakeRequest &request) {
            seen = request.headers;
            return FakeAnswer{200, "image/png", "x"};
        });
        f.server.http.add(
            {FakeFault::Kind::Refuse,
             "/files/",
             {302, "text/html", "", {{"Location", stranger.url().toEncoded() + "/y"}}}});
        for (QJsonObject &event : f.server.world.samples[task])
            event["url"_L1] = QString(f.server.http.url().toString() + u"/files/x.png"_s);
        const ClearmlWidgetAnswer answer =
            f.ask(u"type=sample&metrics=samples&variants=img%20a&objects="_s + task);
        QCOMPARE(answer.figure.kind, Figure::Kind::Media);
        QVERIFY(!seen.isEmpty());
        QVERIFY(!seen.contains("authorization"));
    }

    void whatGoesWrongIsSaid()
    {
        WidgetFixture f;
        for (QJsonObject &event : f.server.world.samples[task])
            event["url"_L1] = u"s3://bucket/key.png"_s;
        const QString sample = u"type=sample&metrics=samples&variants=img%20a&objects="_s + task;
        QCOMPARE(f.ask(sample).figure.kind, Figure::Kind::Message);
        QCOMPARE(f.ask(u"type=single&page=0"_s).figure.kind, Figure::Kind::Message);
        f.server.http.setReachable(false);
        const Figure away = f.ask(u"type=single&objects="_s + task).figure;
        QCOMPARE(away.kind, Figure::Kind::Message);
        QCOMPARE(away.content["severity"_L1].toString(), u"error"_s);
    }

    void linksToTheWebApp()
    {
        const QUrl web(u"https://h"_s);
        const auto link = [&web](const QString &rest, const QStringList &ids) {
            return clearmlResourceLink(widgetOf(rest), web, ids).toString(QUrl::FullyEncoded);
        };
        QCOMPARE(link(u"type=scalar"_s, {u"1"_s}),
                 u"https://h/projects/*/tasks/1/output/scalars"_s);
        QCOMPARE(link(u"type=plot"_s, {u"1"_s}), u"https://h/projects/*/tasks/1/output/plots"_s);
        QCOMPARE(link(u"type=sample"_s, {u"1"_s}),
                 u"https://h/projects/*/tasks/1/output/debugImages"_s);
        QCOMPARE(link(u"type=parcoords"_s, {u"1"_s}), u"https://h/projects/*/tasks/1/"_s);
        QCOMPARE(link(u"type=plot&objectType=model"_s, {u"1"_s}),
                 u"https://h/projects/*/models/1/plots"_s);
        QCOMPARE(link(u"type=scalar&metrics=a b&metrics=c&variants=v w"_s, {u"1"_s, u"2"_s}),
                 u"https://h/projects/*/compare-tasks;ids=1,2/scalars/graph?metricVariants="
                 "a%20b%2Cc&metricName=&params=v%20w"_s);
    }
};

QTEST_GUILESS_MAIN(TestClearmlWidgetQuery)
#include "test_clearml_widget_query.moc"
