#include "core/services/http/http_session.h"
#include "fakes/clearml/fake_http.h"
#include "support/clearml_fixture.h"
#include "support/tls_server.h"

#include <QCryptographicHash>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

HttpTransport direct()
{
    HttpTransport transport;
    transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    return transport;
}

/// A server that says "hello" and what it was asked last.
struct Echo
{
    explicit Echo(std::unique_ptr<QTcpServer> server = nullptr)
        : http(
              [this](const FakeRequest &request) {
                  last = request;
                  return FakeAnswer{200, "text/plain", "hello"};
              },
              std::move(server))
    {
    }

    FakeRequest last;
    FakeHttp http;

    Result<HttpAnswer> get(const HttpTransport &transport)
    {
        const auto session = std::make_shared<HttpSession>(transport);
        HttpRequest request;
        request.url = http.url();
        return awaitTask(session->send(request));
    }
};

} // namespace

class TestHttpSession : public QObject
{
    Q_OBJECT

private slots:
    void aCertificateOfNobodyIsRefusedInWords()
    {
        Echo echo(tlsServer());
        const auto answer = echo.get(direct());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::NotTrusted);
        QVERIFY(answer.error().message.contains(u"127.0.0.1"_s));
        QVERIFY(answer.error().message.contains(u"certificate"_s, Qt::CaseInsensitive));
        // What a person is shown and may accept.
        QCOMPARE(answer.error().detail.toLatin1(),
                 testCertificate(u"server.pem"_s).digest(QCryptographicHash::Sha256).toHex());
        QCOMPARE(echo.http.arrivals.size(), 0);
    }

    /// There is no certificate that a person could be asked about.
    void plainHttpBehindHttpsIsNoQuestionOfTrust()
    {
        Echo echo;
        QUrl url = echo.http.url();
        url.setScheme(u"https"_s);
        const auto session = std::make_shared<HttpSession>(direct());
        HttpRequest request;
        request.url = url;
        const auto answer = awaitTask(session->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QCOMPARE(echo.http.arrivals.size(), 0);
    }

    void anOwnAuthorityIsBelieved()
    {
        Echo echo(tlsServer());
        HttpTransport transport = direct();
        transport.authorities = {testCertificate(u"authority.pem"_s)};
        const auto answer = echo.get(transport);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        QCOMPARE(answer->body, QByteArray("hello"));
    }

    void onlyTheAcceptedCertificateIsAccepted()
    {
        Echo echo(tlsServer());
        HttpTransport transport = direct();
        transport.acceptedCertificate =
            testCertificate(u"server.pem"_s).digest(QCryptographicHash::Sha256);
        QVERIFY(echo.get(transport));
        transport.acceptedCertificate =
            testCertificate(u"authority.pem"_s).digest(QCryptographicHash::Sha256);
        QCOMPARE(echo.get(transport).error().code, ErrorCode::NotTrusted);
    }

    void timesOfHeaders()
    {
        QCOMPARE(httpTime("Sat, 21 Nov 2026 09:00:00 GMT"),
                 QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC));
        QVERIFY(!httpTime("yesterday").isValid());
        QVERIFY(!httpTime({}).isValid());
    }

    void throughAProxy()
    {
        // To a proxy a request names the whole address.
        Echo proxy;
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s,
                                        quint16(proxy.http.url().port()));
        const auto session = std::make_shared<HttpSession>(transport);
        HttpRequest request;
        request.url = QUrl(u"http://clearml.invalid/api/x"_s);
        QVERIFY(awaitTask(session->send(request)));
        QCOMPARE(proxy.last.path, QByteArray("http://clearml.invalid/api/x"));
    }

    void nobodyListensLongerThanAllowed()
    {
        Echo echo;
        echo.http.add({FakeFault::Kind::Hold, ""});
        HttpTransport transport = direct();
        transport.timeout = std::chrono::milliseconds(50);
        const auto answer = echo.get(transport);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }

    void endlessAnswersEnd()
    {
        FakeHttp http([](const FakeRequest &) {
            return FakeAnswer{200, "text/plain", QByteArray(3'000'000, 'x')};
        });
        const auto session = std::make_shared<HttpSession>(direct());
        HttpRequest request;
        request.url = http.url();
        request.largestAnswer = 1'000'000;
        const auto answer = awaitTask(session->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::LimitExceeded);
    }

    void pausesEndWhenTheSessionIsStopped()
    {
        const auto session = std::make_shared<HttpSession>(direct());
        QCoro::Task<> pause = session->pause(std::chrono::hours(1));
        bool isOver = false;
        pause.then([&isOver] { isOver = true; });
        session->stop();
        QTRY_VERIFY(isOver);
    }

    void verbsAndHeaders()
    {
        Echo echo;
        const auto session = std::make_shared<HttpSession>(direct());
        for (const QByteArray verb : {"GET", "POST", "DELETE", "HEAD"}) {
            HttpRequest request;
            request.verb = verb;
            request.url = echo.http.url();
            request.headers = {{"X-Test", "yes"}};
            if (verb == "POST")
                request.body = "body";
            const auto answer = awaitTask(session->send(request));
            QVERIFY(answer);
            QCOMPARE(answer->status, 200);
            QCOMPARE(echo.last.method, verb);
            QCOMPARE(echo.last.headers.value("x-test"), QByteArray("yes"));
            QCOMPARE(echo.last.body, request.body);
            QCOMPARE(answer->header("content-type"), QByteArray("text/plain"));
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpSession)
#include "test_http_session.moc"
