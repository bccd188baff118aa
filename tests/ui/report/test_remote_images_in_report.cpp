#include "support/http_server.h"
#include "support/opened_report.h"
#include "ui/dialogs/image_sites_dialog.h"
#include "ui/report/blocked_images_notice.h"
#include "ui/report/link_dialog.h"

#include <QBuffer>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray pictureBytes(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

/// Two pictures of a server on this machine.
class PictureServer : public HttpServer
{
public:
    PictureServer()
    {
        serve("/a.png", pictureBytes(40, 30));
        serve("/b.png", pictureBytes(20, 10));
    }
    QString text() const
    {
        return u"# Pictures\n\n![a](%1)\n\n![b](%2)\n"_s.arg(url("/a.png").toString(),
                                                             url("/b.png").toString());
    }
};

QString widths()
{
    return u"Array.from(document.querySelectorAll('.pl-report img'), i => i.naturalWidth).join()"_s;
}

} // namespace

/// Pictures from elsewhere, from the notice to the server's log.
class RemoteImagesInReportTest : public QObject
{
    Q_OBJECT

    static BlockedImagesNotice *noticeOf(const OpenedReport &r)
    {
        return r.view->findChild<BlockedImagesNotice *>();
    }
    static void waitForNotice(const OpenedReport &r)
    {
        waitUntil([&] { return noticeOf(r)->isVisible(); }, u"the notice"_s);
    }
    static void click(const OpenedReport &r, const QString &button)
    {
        QTest::mouseClick(noticeOf(r)->findChild<QPushButton *>(button), Qt::LeftButton);
    }
    static QAction *menuAction(const OpenedReport &r, int index)
    {
        r.evaluate(u"document.querySelector('.pl-remote button').click()"_s);
        waitUntil([&] { return r.view->findChild<QMenu *>(u"remoteImageMenu"_s) != nullptr; });
        return r.view->findChild<QMenu *>(u"remoteImageMenu"_s)->actions().at(index);
    }

private slots:
    void nothingIsFetchedUnasked()
    {
        PictureServer server;
        OpenedReport r(server.text());
        waitForNotice(r);
        QVERIFY2(noticeOf(r)->text().contains(u"2 images"_s) &&
                     noticeOf(r)->text().contains(u"127.0.0.1"_s),
                 qPrintable(noticeOf(r)->text()));
        QCOMPARE(server.requests.size(), 0);
        QCOMPARE(r.evaluate(widths()).toString(), QString());
    }

    void consentForTheReportIsRememberedForItAlone()
    {
        PictureServer server;
        OpenedReport r(server.text());
        waitForNotice(r);
        click(r, u"loadForReport"_s);
        r.waitForPage(widths() + u" === '40,20'"_s);
        QVERIFY(!noticeOf(r)->isVisible());
        QCOMPARE(server.requests.size(), 2);
        // Another start, and the server is gone: they are on disk.
        r.consents = std::make_unique<RemoteConsents>(*r.library);
        r.images = std::make_unique<RemoteImages>(r.folder() + u"/remote"_s, r.clock());
        server.serveRaw("/a.png", "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
        r.reopen();
        r.waitForPage(widths() + u" === '40,20'"_s);
        QCOMPARE(server.requests.size(), 2);
        QVERIFY(r.consents->hosts().isEmpty());
        QVERIFY(!r.consents->forReport(ReportId(u"another"_s)).all);
    }

    void consentForTheSitesCountsEverywhere()
    {
        PictureServer server;
        OpenedReport r(server.text());
        waitForNotice(r);
        click(r, u"alwaysFromSites"_s);
        r.waitForPage(widths() + u" === '40,20'"_s);
        QCOMPARE(r.consents->hosts(), QStringList{u"127.0.0.1"_s});
        QVERIFY(!r.consents->forReport(r.id).all);
        QVERIFY(!noticeOf(r)->isVisible());
    }

    void aClickOnAPictureOffersTheSame()
    {
        PictureServer server;
        OpenedReport r(server.text());
        waitForNotice(r);
        QAction *always = menuAction(r, 1);
        QVERIFY(always->text().contains(u"127.0.0.1"_s));
        always->trigger();
        r.waitForPage(widths() + u" === '40,20'"_s);
        QCOMPARE(r.consents->hosts(), QStringList{u"127.0.0.1"_s});
    }

    void aClickedPictureCanBeSeenInTheBrowser()
    {
        PictureServer server;
        OpenedReport r(server.text());
        waitForNotice(r);
        menuAction(r, 3)->trigger();
        QVERIFY(r.view->findChild<LinkDialog *>());
        QCOMPARE(server.requests.size(), 0);
    }

    void aClosedNoticeComesBackForAnotherSite()
    {
        PictureServer server;
        OpenedReport r(server.text());
        waitForNotice(r);
        emit noticeOf(r)->findChild<QToolButton *>()->clicked();
        QVERIFY(!noticeOf(r)->isVisible());
        r.editor->moveCursor(QTextCursor::End);
        r.type(u"\n![c]("_s + server.url("/c.png").toString() + u")\n"_s);
        r.waitForPage(u"document.querySelectorAll('.pl-remote').length === 3"_s);
        QVERIFY(!noticeOf(r)->isVisible());
        r.type(u"\n![d](https://other.example/d.png)\n"_s);
        waitForNotice(r);
        QVERIFY(noticeOf(r)->text().contains(u"other.example"_s));
    }

    void whatDidNotComeCanBeTriedAgain()
    {
        PictureServer server;
        server.serveRaw("/a.png", "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        OpenedReport r(server.text());
        waitForNotice(r);
        click(r, u"loadForReport"_s);
        r.waitForPage(
            u"document.querySelector('.pl-remote button')?.textContent === 'Try again'"_s);
        server.serve("/a.png", pictureBytes(40, 30));
        r.evaluate(u"document.querySelector('.pl-remote button').click()"_s);
        r.waitForPage(widths() + u" === '40,20'"_s);
    }

    void sitesCanBeForgotten()
    {
        PictureServer server;
        OpenedReport r(server.text());
        r.consents->allowHosts({u"a.example"_s, u"b.example"_s});
        r.consents->allowReport(r.id);
        ImageSitesDialog dialog(*r.consents, r.theme());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *sites = dialog.findChild<QListWidget *>(u"imageSites"_s);
        QCOMPARE(sites->count(), 2);
        dialog.findChild<QPushButton *>(u"removeSite"_s)->click();
        QCOMPARE(r.consents->hosts(), QStringList{u"b.example"_s});
        dialog.findChild<QPushButton *>(u"removeSite"_s)->click();
        QVERIFY(!sites->isVisible());
        QVERIFY(!dialog.findChild<QPushButton *>(u"removeSite"_s)->isEnabled());
        auto *again = dialog.findChild<QPushButton *>(u"askAgain"_s);
        again->click();
        QVERIFY(!r.consents->hasReports());
        QVERIFY(!again->isEnabled());
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<RemoteImagesInReportTest>(argc, argv);
}
#include "test_remote_images_in_report.moc"
