#include "core/services/clearml/clearml_client.h"
#include "fakes/clearml/fake_clearml.h"
#include "support/clearml_fixture.h"
#include "support/tls_server.h"

#include <QCryptographicHash>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// Signing in, renewing, trying again: over HTTP, against the server in memory.
class TestClearmlClient : public QObject
{
    Q_OBJECT

private slots:
    void signsInAndSaysWho()
    {
        ClearmlFixture fixture;
        const auto token = fixture.run(fixture.client->signIn());
        QVERIFY2(token, qPrintable(token ? QString() : token.error().detail));
        QCOMPARE(token->userName, u"Default User"_s);
        QCOMPARE(token->company, fixture.server.world.company);
        QCOMPARE(token->serverVersion, u"2.3.0"_s);
        fixture.server.checkSchema();
    }

    void callsWithTheToken()
    {
        ClearmlFixture fixture;
        const auto data = fixture.run(fixture.client->call(u"users.get_current_user"_s, {}));
        QVERIFY(data);
        QCOMPARE((*data)["user"_L1]["id"_L1].toString(), fixture.server.world.me);
        QVERIFY(fixture.server.lastHeaders[u"users.get_current_user"_s]["authorization"].startsWith(
            "Bearer "));
        QVERIFY(
            fixture.server.lastHeaders[u"users.get_current_user"_s]["x-clearml-client"].startsWith(
                "plotleaf-"));
        QVERIFY(fixture.run(fixture.client->call(u"users.get_current_user"_s, {})));
        QCOMPARE(fixture.server.calls.count(u"auth.login"_s), 1);
    }

    void wrongCredentialsAreSaid()
    {
        ClearmlFixture fixture;
        fixture.server.secretKey = u"another"_s;
        const auto data = fixture.run(fixture.client->call(u"reports.get_tags"_s, {}));
        QVERIFY(!data);
        QCOMPARE(data.error().code, ErrorCode::NotSignedIn);
        QCOMPARE(fixture.server.calls, QStringList{u"auth.login"_s});
    }

    void aTokenNotAcceptedAnyMoreIsRenewedOnce()
    {
        ClearmlFixture fixture;
        QVERIFY(fixture.run(fixture.client->signIn()));
        fixture.server.revokeTokens();
        QVERIFY(fixture.run(fixture.client->call(u"reports.get_tags"_s, {})));
        QCOMPARE(fixture.server.calls.count(u"auth.login"_s), 2);
        QCOMPARE(fixture.server.calls.count(u"reports.get_tags"_s), 2);
    }

    void manyCallsShareOneSignIn()
    {
        ClearmlFixture fixture;
        auto first = fixture.client->call(u"reports.get_tags"_s, {});
        auto second = fixture.client->call(u"reports.get_tags"_s, {});
        QVERIFY(fixture.run(std::move(first)));
        QVERIFY(fixture.run(std::move(second)));
        QCOMPARE(fixture.server.calls.count(u"auth.login"_s), 1);
    }

    /// Our clock is hours off; only how long the token holds counts.
    void theTokenIsRenewedBeforeItEndsWhateverTheClocksSay()
    {
        ClearmlFixture fixture;
        fixture.server.clockAhead = -5 * 3600;
        fixture.server.tokenLifetime = 3600;
        QVERIFY(fixture.run(fixture.client->signIn()));
        QVERIFY(qAbs(fixture.client->clockSkewSeconds()) > 4 * 3600);
        fixture.clock.advance(3000 * 1000);
        QVERIFY(fixture.run(fixture.client->call(u"reports.get_tags"_s, {})));
        QCOMPARE(fixture.server.calls.count(u"auth.login"_s), 1);
        fixture.clock.advance(300 * 1000);
        QVERIFY(fixture.run(fixture.client->call(u"reports.get_tags"_s, {})));
        QCOMPARE(fixture.server.calls.count(u"auth.login"_s), 2);
    }

    void readsAreTriedAgain_data()
    {
        QTest::addColumn<FakeFault>("fault");
        using Kind = FakeFault::Kind;
        QTest::newRow("lost") << FakeFault{Kind::LoseRequest, "get_tags"};
        QTest::newRow("cut") << FakeFault{Kind::CutAnswer, "get_tags"};
        QTest::newRow("502") << FakeFault{Kind::Refuse, "get_tags", {502, "text/html", "<h1>502"}};
        QTest::newRow("503") << FakeFault{Kind::Refuse, "get_tags", {503, "text/html", "later"}};
        QTest::newRow("429") << FakeFault{Kind::Refuse, "get_tags", {429, "text/plain", "slow"}};
    }
    void readsAreTriedAgain()
    {
        QFETCH(FakeFault, fault);
        ClearmlFixture fixture;
        fixture.server.http.add(fault);
        fixture.server.http.add(fault);
        const auto tags = fixture.run(fixture.client->call(u"reports.get_tags"_s, {}));
        QVERIFY2(tags, qPrintable(tags ? QString() : tags.error().detail));
        QCOMPARE(fixture.server.http.faultsLeft(), 0);
    }

    /// Not by us, and not by Qt, which likes to send again over a new connection.
    void writesTravelOnce_data() { readsAreTriedAgain_data(); }
    void writesTravelOnce()
    {
        QFETCH(FakeFault, fault);
        fault.path = "reports.create";
        ClearmlFixture fixture;
        QVERIFY(fixture.run(fixture.client->signIn()));
        fixture.server.http.add(fault);
        const auto made = fixture.run(fixture.client->call(
            u"reports.create"_s, {{u"name"_s, u"Once"_s}}, ClearmlEffect::Writes));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Network);
        QCOMPARE(fixture.server.http.arrivals["/reports.create"], 1);
    }

    void whenTheServerAsksToWaitItIsLeftAlone()
    {
        ClearmlFixture fixture;
        QVERIFY(fixture.run(fixture.client->signIn()));
        fixture.server.http.add({FakeFault::Kind::Refuse,
                                 "get_tags",
                                 {503, "text/html", "maintenance", {{"Retry-After", "120"}}}});
        QVERIFY(!fixture.run(fixture.client->call(u"reports.get_tags"_s, {})));
        QCOMPARE(fixture.server.http.arrivals["/reports.get_tags"], 1);
        QCOMPARE(fixture.client->retryAfter(), fixture.clock.now().addSecs(120));
        QVERIFY(fixture.run(fixture.client->call(u"reports.get_tags"_s, {})));
        QVERIFY(!fixture.client->retryAfter().isValid());
    }

    /// A server that asked once and cannot be reached now is tried again as ever.
    void whatTheServerAskedLongAgoIsForgotten()
    {
        ClearmlFixture fixture;
        QVERIFY(fixture.run(fixture.client->signIn()));
        fixture.server.http.add({FakeFault::Kind::Refuse,
                                 "get_tags",
                                 {503, "text/html", "maintenance", {{"Retry-After", "120"}}}});
        QVERIFY(!fixture.run(fixture.client->call(u"reports.get_tags"_s, {})));
        fixture.clock.advance(120'000);
        QVERIFY(!fixture.client->retryAfter().isValid());
        fixture.server.http.add({FakeFault::Kind::CutAnswer, "get_tags"});
        QVERIFY(fixture.run(fixture.client->call(u"reports.get_tags"_s, {})));
    }

    /// Pictures may be anywhere; what happens there is no word of the ClearML server.
    void otherHostsSpeakForThemselves()
    {
        ClearmlFixture fixture;
        FakeAnswer refusal{401, "text/plain", "who?", {{"Retry-After", "600"}}};
        QHash<QByteArray, QByteArray> headers;
        FakeHttp elsewhere([&](const FakeRequest &request) {
            headers = request.headers;
            return refusal;
        });
        HttpRequest request;
        request.url = elsewhere.url();
        auto file = fixture.run(fixture.client->files(request, ClearmlEffect::Reads));
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::NotAllowed);
        QCOMPARE(file.error().message, u"127.0.0.1 refuses the file (401)"_s);
        QVERIFY(!fixture.client->retryAfter().isValid());
        QVERIFY(!headers.contains("authorization"));

        refusal.status = 404;
        file = fixture.run(fixture.client->files(request, ClearmlEffect::Reads));
        QCOMPARE(file.error().code, ErrorCode::NotFound);
    }

    /// Other servers are not believed what a person has accepted for this one.
    void theAcceptedCertificateIsForThisServerOnly()
    {
        ClearmlFixture fixture;
        FakeHttp tls(
            [](const FakeRequest &) {
                return FakeAnswer{200, "text/plain", "hello"};
            },
            tlsServer());
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        transport.acceptedCertificate =
            testCertificate(u"server.pem"_s).digest(QCryptographicHash::Sha256);
        const auto read = [&](const ClearmlServers &servers) {
            const auto client = std::make_shared<ClearmlClient>(
                servers, ClearmlCredentials{fixture.server.accessKey, fixture.server.secretKey},
                fixture.clock, transport);
            HttpRequest request;
            request.url = tls.url();
            return fixture.run(client->files(request, ClearmlEffect::Reads));
        };
        const auto elsewhere = read(fixture.servers());
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().code, ErrorCode::NotTrusted);
        QVERIFY(tls.arrivals.isEmpty());
        ClearmlServers servers = fixture.servers();
        servers.files = tls.url();
        const auto own = read(servers);
        QVERIFY2(own, qPrintable(own ? QString() : own.error().message));
    }

    /// What an address leaves out is what https and http mean by themselves.
    void portsThatAreWrittenOut()
    {
        QCOMPARE(portOf(QUrl(u"https://h"_s)), portOf(QUrl(u"https://h:443/x"_s)));
        QCOMPARE(portOf(QUrl(u"http://h"_s)), 80);
        QCOMPARE(portOf(QUrl(u"http://h:8081"_s)), 8081);
    }

    void stoppingEndsWhatIsUnderWay()
    {
        ClearmlFixture fixture;
        QVERIFY(fixture.run(fixture.client->signIn()));
        fixture.server.http.add({FakeFault::Kind::Hold, "get_tags"});
        auto call = fixture.client->call(u"reports.get_tags"_s, {});
        QTRY_VERIFY(fixture.server.http.isHolding());
        fixture.client->stop();
        const auto tags = fixture.run(std::move(call));
        QVERIFY(!tags);
        QCOMPARE(tags.error().code, ErrorCode::Cancelled);
        const auto later = fixture.run(fixture.client->call(u"reports.get_tags"_s, {}));
        QCOMPARE(later.error().code, ErrorCode::Cancelled);
    }

    void whoHasStoppedDoesNotAskTheClock()
    {
        ClearmlFixture fixture;
        auto clock = std::make_unique<TestClock>();
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        const auto client = std::make_shared<ClearmlClient>(
            fixture.servers(),
            ClearmlCredentials{fixture.server.accessKey, fixture.server.secretKey}, *clock,
            transport);
        QVERIFY(fixture.run(client->signIn()));
        client->stop();
        clock.reset();
        const auto later = fixture.run(client->call(u"reports.get_tags"_s, {}));
        QCOMPARE(later.error().code, ErrorCode::Cancelled);
    }

    void aServerThatIsOffIsUnreachable()
    {
        ClearmlFixture fixture;
        fixture.server.http.setReachable(false);
        const auto tags = fixture.run(fixture.client->call(u"reports.get_tags"_s, {}));
        QCOMPARE(tags.error().code, ErrorCode::Network);
    }

    void answersThatAreNoneAreSaid_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("html") << FakeAnswer{200, "text/html", "<h1>hi"} << ErrorCode::Damaged;
        QTest::newRow("no meta") << FakeAnswer{200, "application/json", "{}"} << ErrorCode::Damaged;
        QTest::newRow("413") << FakeAnswer{413, "text/html", "big"} << ErrorCode::LimitExceeded;
        QTest::newRow("404 of a proxy") << FakeAnswer{404, "text/html", "no"} << ErrorCode::Damaged;
        QTest::newRow("elsewhere")
            << FakeAnswer{301, "text/html", "", {{"Location", "https://x.example/"}}}
            << ErrorCode::Damaged;
    }
    void answersThatAreNoneAreSaid()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(ErrorCode, code);
        ClearmlFixture fixture;
        fixture.server.http.add({FakeFault::Kind::Refuse, "get_tags", answer});
        const auto tags = fixture.run(fixture.client->call(u"reports.get_tags"_s, {}));
        QVERIFY(!tags);
        QCOMPARE(tags.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestClearmlClient)
#include "test_clearml_client.moc"
