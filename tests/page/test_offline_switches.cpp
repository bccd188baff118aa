#include "support/page_driver.h"
#include "ui/page/page_engine.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QWebEnginePage>
#include <QWebEngineProfile>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// The last wall by itself: Chromium's switches, against a page that has every other freedom.
class OfflineSwitchesTest : public QObject
{
    Q_OBJECT

private slots:
    void theUsersSwitchesStay()
    {
        const QByteArray flags = PageEngine::withOfflineSwitches("--no-sandbox --lang=de");
        QVERIFY(flags.startsWith("--no-sandbox --lang=de --proxy-server="));
        QCOMPARE(PageEngine::withOfflineSwitches(flags), flags);
    }

    void aPageWithoutAnyWallReachesNobody()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QWebEngineProfile profile;
        QWebEnginePage page(&profile);
        const QString url = u"http://127.0.0.1:%1/"_s.arg(server.serverPort());
        QTestEventLoop loop;
        connect(&page, &QWebEnginePage::titleChanged, &loop, [&](const QString &title) {
            if (title == "all failed"_L1)
                loop.exitLoop();
        });
        page.setHtml(uR"(<!DOCTYPE html><title>trying</title><body><link rel=preconnect href="%1">
            <script>
            const url = '%1';
            const image = new Promise((resolve) => {
                const image = new Image();
                image.onerror = resolve;
                image.src = url + 'image';
            });
            const socket = new Promise((resolve) => {
                new WebSocket(url.replace('http', 'ws')).onclose = resolve;
            });
            const frame = new Promise((resolve) => {
                const frame = document.createElement('iframe');
                frame.onload = resolve;
                frame.src = url + 'frame';
                document.body.append(frame);
            });
            const failed = fetch(url + 'fetch', {mode: 'no-cors'}).catch((error) => error);
            Promise.all([image, socket, frame, failed]).then(() => document.title = 'all failed');
            </script>)"_s.arg(url));
        loop.enterLoopMSecs(hangMs);
        QCOMPARE(page.title(), u"all failed"_s);

        // Connections are told in order: if somebody called before us, they are here by now.
        QTcpSocket own;
        own.connectToHost(server.serverAddress(), server.serverPort());
        QVERIFY(server.hasPendingConnections() || server.waitForNewConnection(hangMs));
        const std::unique_ptr<QTcpSocket> first(server.nextPendingConnection());
        QVERIFY(own.waitForConnected(hangMs));
        QCOMPARE(first->peerPort(), own.localPort());
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<OfflineSwitchesTest>(argc, argv);
}
#include "test_offline_switches.moc"
