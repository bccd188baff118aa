#include "support/page_driver.h"
#include "support/xss_payloads.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// Hostile reports, against a server that listens for whoever calls. Once as they come in, through
/// the sanitiser, and once as if there were none: then everything behind it has to hold alone.
class HostilePageTest : public QObject
{
    Q_OBJECT

    QTcpServer m_server;
    QByteArrayList m_payloads;

    /// After a round trip to the page and to a socket of our own nothing is still on its way.
    void expectQuiet(PageDriver &driver, const QByteArray &what)
    {
        const QString title = driver.evaluate(u"document.title"_s).toString();
        QVERIFY2(title == u"Report"_s, QByteArray("a script ran: " + what).constData());
        const QString place = driver.evaluate(u"location.href"_s).toString();
        QVERIFY2(place == u"plotleaf://page/"_s,
                 QByteArray("it went elsewhere: " + what).constData());
        const int frames = driver.evaluate(u"window.frames.length"_s).toInt();
        QVERIFY2(frames == 0, QByteArray("there are frames: " + what).constData());
        QVERIFY2(!m_server.hasPendingConnections(), what.constData());
    }

    /// Connections are told in order: if somebody called before us, they are here by now.
    void expectNobodyCalled()
    {
        QTcpSocket socket;
        socket.connectToHost(m_server.serverAddress(), m_server.serverPort());
        QVERIFY(m_server.hasPendingConnections() || m_server.waitForNewConnection(hangMs));
        const std::unique_ptr<QTcpSocket> first(m_server.nextPendingConnection());
        QVERIFY(socket.waitForConnected(hangMs));
        QCOMPARE(first->peerPort(), socket.localPort());
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        m_payloads = readPayloads(m_server.serverPort());
        QVERIFY2(m_payloads.size() >= 200, "there are fewer payloads than promised");
    }

    void eachPayloadInAReport()
    {
        PageDriver driver;
        QSignalSpy links(&driver.page, &ReportPage::linkActivated);
        for (const QByteArray &payload : m_payloads) {
            driver.show(payload + "\n\nEnd\n");
            driver.evaluate(provokeEverything());
            expectQuiet(driver, payload);
            if (QTest::currentTestFailed())
                return;
        }
        for (const QVariantList &link : links) {
            const QString scheme = link.first().toUrl().scheme();
            QVERIFY2(scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1,
                     qPrintable(scheme));
        }
        expectNobodyCalled();
    }

    void allPayloadsInOneReport()
    {
        PageDriver driver;
        driver.show(m_payloads.join("\n\n") + "\n");
        driver.evaluate(provokeEverything());
        expectQuiet(driver, "all together");
        expectNobodyCalled();
    }

    void wallsBehindTheSanitiserHoldAlone()
    {
        PageDriver driver;
        driver.show("text\n");
        driver.evaluate(
            u"globalThis.raw = document.body.appendChild(document.createElement('div'))"_s);
        for (const QByteArray &payload : m_payloads) {
            const QByteArray base64 = payload.toBase64();
            driver.evaluate(u"raw.innerHTML = new TextDecoder().decode("
                            "Uint8Array.from(atob('%1'), (c) => c.charCodeAt(0)))"_s.arg(
                                QString::fromLatin1(base64)));
            driver.evaluate(u"document.title = document.title"_s);
            QVERIFY2(driver.evaluate(u"document.title"_s).toString() != "hit"_L1,
                     payload.constData());
            QCOMPARE(driver.page.view()->url(), QUrl(u"plotleaf://page/"_s));
        }
        expectNobodyCalled();
    }

    void scriptElementsThatAreMadeAliveDoNotRun()
    {
        PageDriver driver;
        driver.show("text\n");
        driver.evaluate(uR"js(
            const script = document.createElement('script');
            script.textContent = "document.title = 'hit'";
            document.head.append(script);
            const button = document.createElement('button');
            button.setAttribute('onclick', "document.title = 'hit'");
            document.body.append(button);
            button.click();
            location.href = 'javascript:document.title="hit"';
        )js"_s);
        QCOMPARE(driver.evaluate(u"document.title"_s).toString(), u"Report"_s);
    }

    void ourOwnCodeCannotReachTheNetworkEither()
    {
        PageDriver driver;
        driver.show("text\n");
        const QString address = u"http://127.0.0.1:%1/"_s.arg(m_server.serverPort());
        driver.evaluate(uR"js((() => {
            const url = '%1';
            new Image().src = url + 'image';
            const request = new XMLHttpRequest();
            request.open('GET', url + 'xhr', false);
            try { request.send() } catch {}
            try { fetch(url + 'fetch').catch(() => {}) } catch {}
            try { navigator.sendBeacon(url + 'beacon', 'x') } catch {}
            try { new WebSocket(url.replace('http', 'ws')) } catch {}
            for (const rel of ['preconnect', 'prefetch', 'stylesheet', 'icon', 'dns-prefetch']) {
                const link = document.createElement('link');
                link.rel = rel;
                link.href = url + rel;
                document.head.append(link);
            }
            const frame = document.createElement('iframe');
            frame.src = url + 'frame';
            document.body.append(frame);
            const form = document.createElement('form');
            form.action = url + 'form';
            document.body.append(form);
            form.submit();
            window.open(url + 'window');
            location.href = url + 'navigation';
        })())js"_s.arg(address));
        driver.show("later\n");
        QCOMPARE(driver.page.view()->url(), QUrl(u"plotleaf://page/"_s));
        QCOMPARE(driver.text(u"main p"_s), u"later"_s);
        expectNobodyCalled();
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<HostilePageTest>(argc, argv);
}
#include "test_hostile_page.moc"
