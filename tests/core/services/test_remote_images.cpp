#include "core/services/remote/remote_images.h"

#include "core/services/remote/image_type.h"
#include "core/services/remote/local_network.h"
#include "support/http_server.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QtEndian>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// The head of a PNG of this size; more is not looked at.
QByteArray pngHead(quint32 width, quint32 height)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    for (const quint32 number : {width, height}) {
        const quint32 big = qToBigEndian(number);
        bytes.append(reinterpret_cast<const char *>(&big), 4);
    }
    return bytes + QByteArray("\x08\x02\0\0\0", 5);
}

/// Without a length Qt 6.4 now and then asks twice. `headers` end with their line ends.
QByteArray answer(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" +
           body;
}

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

} // namespace

class RemoteImagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<RemoteImages> m_images;
    TestClock m_clock;

    QString cacheFolder() const { return m_folder->filePath(u"cache/remote"_s); }

    ErrorCode errorOf(const QUrl &url)
    {
        const auto image = await(m_images->fetch(url));
        if (image)
            qFatal("this should not have worked");
        if (image.error().message.isEmpty())
            qFatal("an error without words");
        return image.error().code;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpServer>();
        m_images = std::make_unique<RemoteImages>(cacheFolder(), m_clock);
    }

    void fetchesAndTellsTheRealType()
    {
        m_server->serve("/a", pngHead(7, 5), "text/html");
        const auto image = await(m_images->fetch(m_server->url("/a")));
        QVERIFY(image);
        QCOMPARE(image->mimeType, u"image/png"_s);
        QCOMPARE(image->bytes, pngHead(7, 5));
    }

    void keepsWhatItHas()
    {
        m_server->serve("/a", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        m_images = std::make_unique<RemoteImages>(cacheFolder(), m_clock);
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        QCOMPARE(m_server->requests.size(), 1);
    }

    void offlineOnlyWhatItHasIsShown()
    {
        m_server->serve("/a", pngHead(7, 5));
        m_server->serve("/b", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        const auto network = std::make_shared<NetworkUse>(NetworkUse{NetworkPolicy::Offline});
        m_images->setNetworkUse(network);
        m_images->setOwner([](const QUrl &) -> std::optional<QFuture<Result<QByteArray>>> {
            qFatal("nobody is to be asked");
        });
        m_clock.advance(365LL * 24 * 3600 * 1000); // not fresh any more
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        const auto other = await(m_images->fetch(m_server->url("/b")));
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Network);
        QVERIFY2(other.error().message.contains(u"offline"_s), qPrintable(other.error().message));
        QCOMPARE(m_server->requests.size(), 1);
        network->policy = NetworkPolicy::Online;
        m_images->setOwner({});
        QVERIFY(await(m_images->fetch(m_server->url("/b"))));
    }

    void aDamagedCacheIsFetchedAgain()
    {
        m_server->serve("/a", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        const QStringList files = QDir(cacheFolder()).entryList(QDir::Files);
        QCOMPARE(files.size(), 2); // and what is known of its freshness
        QFile file(QDir(cacheFolder()).filePath(files.first()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.close();
        QCOMPARE(await(m_images->fetch(m_server->url("/a")))->bytes, pngHead(7, 5));
    }

    void askedTwiceAtOnceItAsksOnce()
    {
        m_server->serve("/a", pngHead(7, 5));
        const auto first = m_images->fetch(m_server->url("/a"));
        const auto second = m_images->fetch(m_server->url("/a"));
        QVERIFY(await(first));
        QVERIFY(await(second));
        QCOMPARE(m_server->requests.size(), 1);
    }

    void tellsNothingAboutTheReader()
    {
        m_server->serve("/a", pngHead(7, 5));
        m_server->serve("/b", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        QVERIFY(await(m_images->fetch(m_server->url("/b"))));
        for (const QByteArray &request : m_server->requests) {
            QVERIFY(request.startsWith("GET "));
            QVERIFY2(!request.toLower().contains("cookie") &&
                         !request.toLower().contains("referer"),
                     request.constData());
        }
    }

    void refusesWhatIsNoPicture_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("page") << QByteArray("<html>hello</html>") << ErrorCode::Damaged;
        QTest::newRow("nothing") << QByteArray() << ErrorCode::Damaged;
        QTest::newRow("svg in a page") << QByteArray("<html><svg/></html>") << ErrorCode::Damaged;
        QTest::newRow("bomb") << pngHead(100'000, 100'000) << ErrorCode::LimitExceeded;
        QTest::newRow("too large") << pngHead(7, 5) + QByteArray(RemoteImages::largestImage, 'x')
                                   << ErrorCode::LimitExceeded;
    }

    void refusesWhatIsNoPicture()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        m_server->serve("/a", body, "image/png");
        QCOMPARE(errorOf(m_server->url("/a")), code);
        QCOMPARE(QDir(cacheFolder()).entryList(QDir::Files).size(), 0);
    }

    void aLengthThatLiesDoesNotHelp()
    {
        m_server->serveRaw(
            "/a", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n" +
                      pngHead(7, 5) + QByteArray(RemoteImages::largestImage, 'x'));
        QCOMPARE(errorOf(m_server->url("/a")), ErrorCode::LimitExceeded);
    }

    void otherAddressesAreNotAsked()
    {
        for (const QString &address :
             {u"file:///etc/passwd"_s, u"ftp://a.example/a.png"_s, u"http:///a.png"_s, u"a.png"_s,
              u"http://user:secret@127.0.0.1/a.png"_s, u"data:image/png;base64,AA"_s, QString()})
            QCOMPARE(errorOf(QUrl(address)), ErrorCode::InvalidInput);
    }

    void redirectionsOnTheSameHostAreFollowed()
    {
        m_server->redirect("/a", "/b");
        m_server->serve("/b", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
    }

    void redirectionsElsewhereNeedHttps()
    {
        HttpServer other;
        m_server->redirect("/a",
                           "http://localhost:" + QByteArray::number(other.url("/").port()) + "/x");
        m_server->redirect("/b", "file:///etc/passwd");
        QVERIFY(!await(m_images->fetch(m_server->url("/a"))));
        QVERIFY(!await(m_images->fetch(m_server->url("/b"))));
        QCOMPARE(other.requests.size(), 0);
    }

    /// What another host's server says must not make us knock at doors behind the firewall.
    void redirectionsIntoTheLocalNetworkAreRefused()
    {
        HttpServer other;
        const QByteArray port = QByteArray::number(other.url("/").port());
        m_server->redirect("/a", "https://localhost:" + port + "/x");
        m_server->redirect("/b", "https://[::ffff:127.0.0.1]:" + port + "/x");
        for (const char *path : {"/a", "/b"})
            QVERIFY(!await(m_images->fetch(m_server->url(path))));
        QCOMPARE(other.connections, 0);

        // But the person may have allowed that host.
        m_images->setConsent([](const QUrl &url) { return url.host() == "localhost"_L1; });
        QVERIFY(!await(m_images->fetch(m_server->url("/b"))));
        QCOMPARE(other.connections, 0);
        // It speaks no https, so nothing comes of it.
        QVERIFY(!await(m_images->fetch(m_server->url("/a"))));
        QVERIFY(other.connections > 0);
    }

    void addressesOfTheLocalNetwork_data()
    {
        QTest::addColumn<bool>("isLocal");
        for (const char *address : {"127.0.0.1",
                                    "127.9.9.9",
                                    "10.0.0.1",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "169.254.169.254",
                                    "100.64.0.1",
                                    "0.0.0.0",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "::1",
                                    "::",
                                    "fe80::1",
                                    "fd00::1",
                                    "fc00::1",
                                    "fec0::1",
                                    "ff02::1",
                                    "::ffff:10.0.0.1",
                                    "64:ff9b::10.0.0.1",
                                    "2002:0a00:0001::1",
                                    "2001::1"})
            QTest::newRow(address) << true;
        for (const char *address :
             {"1.1.1.1", "11.0.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "192.169.1.1",
              "169.253.1.1", "100.63.0.1", "100.128.0.1", "223.255.255.255", "128.0.0.1",
              "2606:4700::1", "2001:db8:1::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"})
            QTest::newRow(address) << false;
    }

    void addressesOfTheLocalNetwork()
    {
        QFETCH(bool, isLocal);
        const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!address.isNull());
        QCOMPARE(isLocalNetwork(address), isLocal);
    }

    void whatIsOldIsAskedForAgain()
    {
        m_server->serve("/a", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        m_server->serve("/a", pngHead(9, 9));
        m_clock.advance(hour - 1);
        QCOMPARE(await(m_images->fetch(m_server->url("/a")))->bytes, pngHead(7, 5));
        m_clock.advance(1);
        QCOMPARE(await(m_images->fetch(m_server->url("/a")))->bytes, pngHead(9, 9));
        QCOMPARE(await(m_images->fetch(m_server->url("/a")))->bytes, pngHead(9, 9));
        QCOMPARE(m_server->requests.size(), 2);
    }

    void freshAsLongAsTheServerSays_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<qint64>("lasts");
        QTest::newRow("max-age") << "Cache-Control: public, max-age=7200"_ba << 2 * hour;
        QTest::newRow("never") << "Cache-Control: no-cache"_ba << 5 * minute;
        QTest::newRow("not kept") << "Cache-Control: no-store, max-age=7200"_ba << 5 * minute;
        QTest::newRow("a second") << "Cache-Control: max-age=1"_ba << 5 * minute;
        QTest::newRow("a year") << "Cache-Control: max-age=31536000"_ba << 7 * 24 * hour;
        QTest::newRow("for others") << "Cache-Control: s-maxage=7200"_ba << hour;
        QTest::newRow("date") << "Date: Sat, 21 Nov 2026 09:00:00 GMT\r\n"
                                 "Expires: Sat, 21 Nov 2026 12:00:00 GMT"_ba
                              << 3 * hour;
        QTest::newRow("no date") << "Expires: 0"_ba << 5 * minute;
        QTest::newRow("nothing") << "X-A: b"_ba << hour;
    }

    void freshAsLongAsTheServerSays()
    {
        QFETCH(QByteArray, headers);
        QFETCH(qint64, lasts);
        m_server->serveRaw("/a", answer("200 OK", headers + "\r\n", pngHead(7, 5)));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        m_images = std::make_unique<RemoteImages>(cacheFolder(), m_clock);
        m_clock.advance(lasts - 1);
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        QCOMPARE(m_server->requests.size(), 1);
        m_clock.advance(1);
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        QCOMPARE(m_server->requests.size(), 2);
    }

    void whatHasNotChangedIsNotSentAgain()
    {
        m_server->serveRaw("/a", answer("200 OK",
                                        "ETag: \"v1\"\r\n"
                                        "Last-Modified: Sat, 21 Nov 2026 08:00:00 GMT\r\n",
                                        pngHead(7, 5)));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        m_server->serveRaw("/a", answer("304 Not Modified", "Cache-Control: max-age=7200\r\n", {}));
        for (int round = 0; round < 2; ++round) {
            m_clock.advance(2 * hour);
            QCOMPARE(await(m_images->fetch(m_server->url("/a")))->bytes, pngHead(7, 5));
            // Newer versions of Qt write the names of headers in small letters.
            const QByteArray asked = m_server->requests.last().toLower();
            QVERIFY2(asked.contains("if-none-match: \"v1\"\r\n"), asked.constData());
            QVERIFY2(asked.contains("if-modified-since: sat, 21 nov 2026 08:00:00 gmt\r\n"),
                     asked.constData());
        }
        m_clock.advance(hour);
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        QCOMPARE(m_server->requests.size(), 3);
    }

    /// Never a hole in a report that had a picture.
    void whatIsOldStaysWhereThereIsNothingNewer_data()
    {
        QTest::addColumn<QByteArray>("newer");
        QTest::newRow("gone") << answer("404 Not Found", {}, {});
        QTest::newRow("a page") << answer("200 OK", {}, "<html>");
        QTest::newRow("offline") << QByteArray();
    }

    void whatIsOldStaysWhereThereIsNothingNewer()
    {
        QFETCH(QByteArray, newer);
        m_server->serve("/a", pngHead(7, 5));
        const QUrl url = m_server->url("/a");
        QVERIFY(await(m_images->fetch(url)));
        m_clock.advance(2 * hour);
        if (newer.isEmpty())
            m_server.reset();
        else
            m_server->serveRaw("/a", newer);
        QCOMPARE(await(m_images->fetch(url))->bytes, pngHead(7, 5));
        QCOMPARE(await(m_images->fetch(url))->bytes, pngHead(7, 5));
        if (m_server)
            QCOMPARE(m_server->requests.size(), 2); // not at every key press
    }

    void whatIsOldIsShownWhereTheServerIsSlow()
    {
        m_server->serve("/a", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        m_clock.advance(2 * hour);
        m_server->hold("/a");
        QCOMPARE(await(m_images->fetch(m_server->url("/a")))->bytes, pngHead(7, 5));
        const auto again = m_images->fetch(m_server->url("/a"));
        QVERIFY(again.isFinished());
        m_server->serve("/a", pngHead(9, 9));
        m_server->release();
        QTRY_COMPARE_WITH_TIMEOUT(await(m_images->fetch(m_server->url("/a")))->bytes, pngHead(9, 9),
                                  hangMs);
    }

    void redirectionsInACircleEnd()
    {
        m_server->redirect("/a", "/a");
        QVERIFY(!await(m_images->fetch(m_server->url("/a"))));
    }

    /// Addresses are looked at, not requests: for one redirection that it tells, Qt 6.4 now and
    /// then puts the next request on two connections (5 redirections, 6 to 11 requests), and then
    /// counts it twice.
    void noMoreThanFiveRedirectionsAreFollowed()
    {
        for (int i = 0; i < 10; ++i)
            m_server->redirect("/" + QByteArray::number(i), "/" + QByteArray::number(i + 1));
        QVERIFY(!await(m_images->fetch(m_server->url("/0"))));
        QSet<QByteArray> asked;
        for (const QByteArray &request : std::as_const(m_server->requests))
            asked.insert(request.split(' ').value(1));
        QVERIFY(asked.contains("/1"));
        asked.subtract({"/0", "/1", "/2", "/3", "/4", "/5"});
        QCOMPARE(asked, QSet<QByteArray>());
    }

    void failuresAreTold()
    {
        QCOMPARE(errorOf(m_server->url("/none")), ErrorCode::Network);
        m_server->serveRaw("/a", "garbage");
        QCOMPARE(errorOf(m_server->url("/a")), ErrorCode::Network);
        const QUrl gone = m_server->url("/a");
        m_server.reset();
        QCOMPARE(errorOf(gone), ErrorCode::Network);
    }

    void leavingInTheMiddleIsFine()
    {
        const auto future = m_images->fetch(m_server->url("/a"));
        m_images.reset();
        QVERIFY(future.isCanceled());
    }

    void typesOfPictures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("type");
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0") << u"image/jpeg"_s;
        QTest::newRow("gif") << QByteArray("GIF89a") << u"image/gif"_s;
        QTest::newRow("webp") << QByteArray("RIFF1234WEBP") << u"image/webp"_s;
        QTest::newRow("avif") << QByteArray("\0\0\0\x1c"
                                            "ftypavif",
                                            12)
                              << u"image/avif"_s;
        QTest::newRow("svg") << QByteArray("<?xml version='1.0'?>\n<!-- x -->\n<svg>")
                             << u"image/svg+xml"_s;
    }

    void typesOfPictures()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, type);
        const auto found = imageTypeOf(bytes, 1000);
        QVERIFY(found);
        QCOMPARE(*found, type);
    }
};

QTEST_GUILESS_MAIN(RemoteImagesTest)
#include "test_remote_images.moc"
