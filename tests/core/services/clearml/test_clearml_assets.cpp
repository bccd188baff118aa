#include "core/services/clearml/clearml_assets.h"
#include "core/services/clearml/clearml_projects.h"
#include "fakes/clearml/captured_world.h"
#include "support/clearml_fixture.h"

#include <QTest>

#include <algorithm>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

struct AssetsFixture : ClearmlFixture
{
    ClearmlAssets assets{client};
    RemoteId report{server.world.addReport(u"Pictures"_s, {}, u"text"_s)};

    QString base() const { return server.http.url().toString(); }
};

} // namespace

/// Pictures of reports and the project view, over HTTP.
class TestClearmlAssets : public QObject
{
    Q_OBJECT

private slots:
    void aPictureIsUploadedAndListed()
    {
        AssetsFixture f;
        const QByteArray bytes("\x89PNG\r\n\r\n--\0\xff", 12);
        const auto url = f.run(f.assets.upload(f.report, u"loss curve.png"_s, bytes));
        QVERIFY2(url, qPrintable(url ? QString() : url.error().detail));
        QCOMPARE(url->toString(QUrl::FullyEncoded),
                 f.base() + u"/files/reports/"_s + f.report.toString() + u"/loss%20curve.png"_s);
        const QByteArray path = "reports/" + f.report.toString().toLatin1() + "/loss curve.png";
        QCOMPARE(f.server.world.files.value(path), bytes);
        QCOMPARE(*f.run(f.assets.list(f.report)), QStringList{url->toString(QUrl::FullyEncoded)});
        f.server.checkSchema();
    }

    void nothingIsOverwritten()
    {
        AssetsFixture f;
        const auto one = f.run(f.assets.upload(f.report, u"a.png"_s, "one"));
        const auto two = f.run(f.assets.upload(f.report, u"a.png"_s, "two"));
        QVERIFY(one && two);
        QVERIFY(*one != *two);
        QVERIFY(two->toString().endsWith(u"/a-2.png"_s));
        QCOMPARE(f.server.world.files.value("reports/" + f.report.toString().toLatin1() + "/a.png"),
                 QByteArray("one"));
        QCOMPARE(f.run(f.assets.list(f.report))->size(), 2);
    }

    void theReportsOwnFormOfAddressIsKept()
    {
        AssetsFixture f;
        f.server.world.editReport(f.report.toString(), f.server.world.me, [&](QJsonObject &report) {
            report["report_assets"_L1] =
                QJsonArray{u"http://storage.example:8081/reports/x/b.png"_s};
        });
        ClearmlServers servers = f.servers();
        servers.web = QUrl(u"http://web.example"_s);
        servers.files = f.server.http.url();
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        const auto client = std::make_shared<ClearmlClient>(
            servers, ClearmlCredentials{f.server.accessKey, f.server.secretKey}, f.clock,
            transport);
        ClearmlAssets assets(client);
        const auto proxied = f.run(assets.upload(f.report, u"a.png"_s, "x"));
        QVERIFY(proxied->toString().startsWith(u"http://web.example/files/reports/"_s));
        f.server.world.editReport(f.report.toString(), f.server.world.me, [&](QJsonObject &report) {
            report["report_assets"_L1] = QJsonArray{QString(f.base() + u"/reports/x/b.png"_s)};
        });
        const auto direct = f.run(assets.upload(f.report, u"c.png"_s, "x"));
        QVERIFY(direct->toString().startsWith(f.base() + u"/reports/"_s));
    }

    void aPublishedReportTakesNone()
    {
        AssetsFixture f;
        f.server.world.publishReport(f.report.toString(), f.server.world.me);
        const auto url = f.run(f.assets.upload(f.report, u"a.png"_s, "x"));
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::NotAllowed);
        QVERIFY(f.server.world.files.isEmpty());
    }

    /// While the file goes up, somebody else adds a picture.
    void whatOthersListMeanwhileStaysListed()
    {
        AssetsFixture f;
        const QString theirs = f.base() + u"/files/reports/"_s + f.report.toString() + u"/b.png"_s;
        f.whileHeld("/files/", [&] {
            f.server.world.editReport(
                f.report.toString(), f.server.world.me,
                [&](QJsonObject &report) { report["report_assets"_L1] = QJsonArray{theirs}; });
        });
        const auto url = f.run(f.assets.upload(f.report, u"a.png"_s, "x"));
        QVERIFY2(url, qPrintable(url ? QString() : url.error().detail));
        const QStringList expected{theirs, url->toString(QUrl::FullyEncoded)};
        QCOMPARE(*f.run(f.assets.list(f.report)), expected);
    }

    void removed()
    {
        AssetsFixture f;
        const auto url = f.run(f.assets.upload(f.report, u"a b.png"_s, "x"));
        const QString address = url->toString(QUrl::FullyEncoded);
        QVERIFY(f.run(f.assets.removeUnused(f.report, address)));
        QVERIFY(f.server.world.files.isEmpty());
        QVERIFY(f.run(f.assets.list(f.report))->isEmpty());
        QVERIFY(f.run(f.assets.removeUnused(f.report, address))); // gone already
    }

    /// Who asks may have read an older text.
    void whatTheServersTextShowsIsNotRemoved()
    {
        AssetsFixture f;
        const auto url = f.run(f.assets.upload(f.report, u"a (1).png"_s, "x"));
        const QString address = url->toString(QUrl::FullyEncoded);
        QString written = address;
        written.replace(u"%20"_s, u" "_s);
        f.server.world.editReport(f.report.toString(), f.server.world.me, [&](QJsonObject &report) {
            report["report"_L1] = u"![a](<%1>)"_s.arg(written);
        });
        const auto removed = f.run(f.assets.removeUnused(f.report, address));
        QVERIFY(removed && !*removed);
        QCOMPARE(f.server.world.files.size(), 1);
        QCOMPARE(*f.run(f.assets.list(f.report)), QStringList{address});
    }

    /// The list of a report's pictures is written by whoever can write there.
    void onlyFilesOfTheReportAreDeleted_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("another report's") << u"reports/other/a.png"_s;
        QTest::newRow("a model") << u"project/task/models/model.pt"_s;
        QTest::newRow("up") << u"reports/%1/../other/a.png"_s;
        QTest::newRow("up, encoded") << u"reports/%1/%2E%2e%2Fother/a.png"_s;
        QTest::newRow("the folder") << u"reports/%1/"_s;
    }
    void onlyFilesOfTheReportAreDeleted()
    {
        QFETCH(QString, path);
        AssetsFixture f;
        path.replace(u"%1"_s, f.report.toString());
        const QString address = f.base() + u"/files/"_s + path;
        f.server.world.editReport(f.report.toString(), f.server.world.me, [&](QJsonObject &report) {
            report["report_assets"_L1] = QJsonArray{address};
        });
        f.server.http.arrivals.clear();
        QVERIFY(f.run(f.assets.removeUnused(f.report, address)));
        QVERIFY(f.run(f.assets.list(f.report))->isEmpty());
        const auto asked = f.server.http.arrivals.keys();
        QVERIFY(std::ranges::none_of(
            asked, [](const QByteArray &one) { return one.startsWith("/files/"); }));
    }

    void tokensAndLargeFiles()
    {
        AssetsFixture f;
        f.server.http.add({FakeFault::Kind::Refuse, "/files/", {413, "text/html", "too large"}});
        const auto url = f.run(f.assets.upload(f.report, u"a.png"_s, "x"));
        QVERIFY(!url); // the question whether the name is taken met it
        QCOMPARE(url.error().code, ErrorCode::LimitExceeded);
        f.server.revokeTokens();
        QVERIFY(f.run(f.assets.upload(f.report, u"a.png"_s, "x")));
    }

    void namesAsTheWebAppMakesThem()
    {
        QCOMPARE(clearmlFileName(u"a b.png"_s), u"a b.png"_s);
        QCOMPARE(clearmlFileName(u"\\x\\y.png"_s), u"x.slash.y.png"_s);
        QCOMPARE(clearmlFileName(u"50%(1)#.png"_s), u"500x250x2810x290x23.png"_s);
        QCOMPARE(clearmlFileName(u"/"_s), u"file"_s);
    }

    void unusedOnesAreFound()
    {
        const QStringList assets = {
            u"http://w/files//reports/1/a.png"_s, u"http://f:8081/reports/1/b%20c.png"_s,
            u"http://f:8081/reports/1/d.png"_s, u"http://f:8081/reports/1/e%20%281%29.png"_s,
            u"http://f:8081/reports/1/f.png"_s};
        const QString text =
            u"![a](http://f:8081/reports/1/a.png) ![b](</files/reports/1/b c.png>) "
            u"![not d](http://f:8081/reports/1/d.png.old) "
            u"![e](http://f:8081/reports/1/e%20(1).png?download) "
            u"<video src=\"http://f:8081/reports/1/f.png\"></video>"_s;
        QCOMPARE(unusedClearmlAssets(assets, text), QStringList{assets[2]});
    }

    void projectCardsWithTheServersCounts()
    {
        ClearmlFixture f;
        fillCapturedWorld(f.server.world);
        const auto top = f.run(clearmlProjects(f.client, {}));
        QVERIFY2(top, qPrintable(top ? QString() : top.error().detail));
        QCOMPARE(top->size(), 2);
        QCOMPARE(top->at(0).path, QString()); // the root's own
        QCOMPARE(top->at(0).reports, 2);
        QCOMPARE(top->at(1).path, u"Par1"_s);
        QCOMPARE(top->at(1).reports, 4); // without the archived one
        QCOMPARE(top->at(1).published, 1);
        QCOMPARE(top->at(1).subprojects, QStringList{u"Sub"_s});

        const auto inside = f.run(clearmlProjects(f.client, u"Par1"_s));
        QVERIFY(inside);
        QCOMPARE(inside->size(), 2);
        QCOMPARE(inside->at(0).path, u"Par1"_s);
        QCOMPARE(inside->at(0).reports, 2);
        QCOMPARE(inside->at(1).path, u"Par1/Sub"_s);
        QCOMPARE(inside->at(1).reports, 2);
        QCOMPARE(f.run(clearmlProjects(f.client, u"Nowhere"_s)).error().code, ErrorCode::NotFound);
        f.server.checkSchema();
    }

    void moreProjectCardsThanOneAnswerHolds()
    {
        ClearmlFixture f;
        for (int i = 0; i < 520; ++i)
            f.server.world.addReport(u"Report"_s, u"project %1"_s.arg(i), {});
        const auto top = f.run(clearmlProjects(f.client, {}));
        QVERIFY(top);
        QCOMPARE(top->size(), 520);
    }
};

QTEST_GUILESS_MAIN(TestClearmlAssets)
#include "test_clearml_assets.moc"
