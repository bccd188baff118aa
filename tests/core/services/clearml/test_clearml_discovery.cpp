#include "core/services/clearml/clearml_discovery.h"
#include "support/clearml_fixture.h"

#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class TestClearmlDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void addressesOfEverything_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("web");
        QTest::newRow("web") << u"http://h:8080/"_s << u"http://h:8080"_s;
        QTest::newRow("api") << u" http://h:8008 "_s << u"http://h:8080"_s;
        QTest::newRow("files") << u"http://h:8081"_s << u"http://h:8080"_s;
        QTest::newRow("node port") << u"http://h:30008"_s << u"http://h:30080"_s;
        QTest::newRow("hosted") << u"https://api.clear.ml"_s << u"https://app.clear.ml"_s;
        QTest::newRow("page") << u"https://app.clear.ml/projects/abc/tasks/1?x=y#z"_s
                              << u"https://app.clear.ml"_s;
        QTest::newRow("report") << u"http://h:8080/reports/1/2"_s << u"http://h:8080"_s;
        QTest::newRow("sub-path") << u"https://h/clearml/dashboard"_s << u"https://h/clearml"_s;
        QTest::newRow("proxied api") << u"https://h/api"_s << u"https://h"_s;
        QTest::newRow("proxied files") << u"https://h/clearml/files/"_s << u"https://h/clearml"_s;
        QTest::newRow("proxied, with port") << u"http://h:8080/api"_s << u"http://h:8080"_s;
        QTest::newRow("bare") << u"clearml.example.com"_s << u"https://clearml.example.com"_s;
    }
    void addressesOfEverything()
    {
        QFETCH(QString, text);
        QFETCH(QString, web);
        const auto addresses = clearmlWebAddresses(text);
        QVERIFY(addresses);
        QCOMPARE(addresses->first(), QUrl(web));
    }

    void whatIsNoAddress()
    {
        for (const QString &text : {u""_s, u"ftp://h"_s, u"https://"_s})
            QVERIFY(!clearmlWebAddresses(text));
        for (const QString &text : {u"http://user:hush@h"_s, u"user:hush@h"_s}) {
            const auto addresses = clearmlWebAddresses(text);
            QVERIFY(!addresses);
            QVERIFY(!addresses.error().message.contains(u"hush"_s));
        }
    }

    void completedAsTheSdkDoes()
    {
        QCOMPARE(completedClearmlServers({QUrl(u"http://h:8008"_s), {}, {}}),
                 (ClearmlServers{QUrl(u"http://h:8008"_s), QUrl(u"http://h:8080"_s),
                                 QUrl(u"http://h:8081"_s)}));
        QCOMPARE(completedClearmlServers({QUrl(u"https://api.clear.ml"_s), {}, {}}),
                 (ClearmlServers{QUrl(u"https://api.clear.ml"_s), QUrl(u"https://app.clear.ml"_s),
                                 QUrl(u"https://files.clear.ml"_s)}));
        QCOMPARE(completedClearmlServers({QUrl(u"https://h/api"_s), {}, {}}),
                 (ClearmlServers{QUrl(u"https://h/api"_s), QUrl(u"https://h"_s),
                                 QUrl(u"https://h/files"_s)}));
    }

    void foundThroughTheProxyOfTheWebApp()
    {
        ClearmlFixture fixture;
        fixture.server.hasPasswords = true;
        const auto found = discover(fixture);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QCOMPARE(found->servers.web, fixture.server.http.url());
        QCOMPARE(found->servers.api, QUrl(fixture.server.http.url().toString() + u"/api"_s));
        QCOMPARE(found->servers.files, QUrl(fixture.server.http.url().toString() + u"/files"_s));
        QVERIFY(found->hasPasswords);
        fixture.server.checkSchema();
    }

    void foundWhereTheWebAppIsConfiguredToLook()
    {
        ClearmlFixture web;
        FakeClearml elsewhere;
        web.server.configuration = {{u"apiBaseUrl"_s, elsewhere.http.url().toString()}};
        const auto found = discover(web);
        QVERIFY(found);
        QCOMPARE(found->servers.api, elsewhere.http.url());
    }

    void configuredAddressesWithASecretAreNotAsked()
    {
        ClearmlFixture web;
        FakeClearml elsewhere;
        QUrl secret = elsewhere.http.url();
        secret.setUserInfo(u"user:pass"_s);
        web.server.configuration = {{u"apiBaseUrl"_s, secret.toString()},
                                    {u"fileBaseUrl"_s, secret.toString()}};
        const auto found = discover(web);
        QVERIFY(found);
        QCOMPARE(found->servers.api, QUrl(web.server.http.url().toString() + u"/api"_s));
        QCOMPARE(found->servers.files, QUrl(web.server.http.url().toString() + u"/files"_s));
        QVERIFY(elsewhere.http.arrivals.isEmpty());
        QVERIFY(found->notes.join(u' ').contains(u"password in it"_s));
        QVERIFY(!found->notes.join(u' ').contains(u"pass@"_s));
    }

    void configuredAddressesLoseTheirLastSlash()
    {
        ClearmlFixture web;
        FakeClearml elsewhere;
        const QString base = elsewhere.http.url().toString();
        web.server.configuration = {{u"apiBaseUrl"_s, QString(base + u"/api/"_s)},
                                    {u"fileBaseUrl"_s, QString(base + u"/files/"_s)}};
        const auto found = discover(web);
        QVERIFY(found);
        QCOMPARE(found->servers.api, QUrl(base + u"/api"_s));
        QCOMPARE(found->servers.files, QUrl(base + u"/files"_s));
    }

    void withoutSchemePlainHttpIsFoundToo()
    {
        ClearmlFixture fixture;
        const auto found = discover(fixture.server.http.url().authority());
        QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
        QCOMPARE(found->servers.web, fixture.server.http.url());
    }

    void nothingThereIsSaidWithWhatWasTried()
    {
        ClearmlFixture fixture;
        fixture.server.http.setReachable(false);
        const auto found = discover(fixture);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::NotFound);
        QVERIFY(found.error().detail.contains(u"/api"_s));
    }

private:
    static Result<FoundClearml> discover(ClearmlFixture &fixture)
    {
        return discover(fixture.server.http.url().toString());
    }
    static Result<FoundClearml> discover(const QString &address)
    {
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        return awaitTask(discoverClearml(std::make_shared<HttpSession>(transport), address));
    }
};

QTEST_GUILESS_MAIN(TestClearmlDiscovery)
#include "test_clearml_discovery.moc"
