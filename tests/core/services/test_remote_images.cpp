#include "core/services/remote/remote_images.h"

#include "core/services/remote/image_type.h"
#include "support/http_server.h"
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

} // namespace

class RemoteImagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<RemoteImages> m_images;

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
        m_images = std::make_unique<RemoteImages>(cacheFolder());
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
        m_images = std::make_unique<RemoteImages>(cacheFolder());
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        QCOMPARE(m_server->requests.size(), 1);
    }

    void aDamagedCacheIsFetchedAgain()
    {
        m_server->serve("/a", pngHead(7, 5));
        QVERIFY(await(m_images->fetch(m_server->url("/a"))));
        const QStringList files = QDir(cacheFolder()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
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
