#include "ui/page/report_page.h"

#include "support/page_driver.h"
#include "support/test_paths.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <csignal>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray longText(int paragraphs)
{
    QByteArray text;
    for (int i = 0; i < paragraphs; ++i)
        text += "Paragraph " + QByteArray::number(i) + "\n\n";
    return text;
}

QByteArray pngOf(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Kills the process that draws the page, as a bug in it would.
void killRenderer(PageDriver &driver)
{
    QSignalSpy crashed(&driver.page, &ReportPage::crashed);
    ::kill(static_cast<pid_t>(driver.page.view()->page()->renderProcessPid()), SIGKILL);
    if (crashed.isEmpty() && !crashed.wait(hangMs))
        qFatal("the crash was not noticed");
}

} // namespace

class ReportPageTest : public QObject
{
    Q_OBJECT

private slots:
    void showsADocument()
    {
        PageDriver driver;
        driver.show("# Hello\n\nWorld *now*\n");
        QVERIFY(driver.text(u"h1"_s).contains(u"Hello"_s));
        QCOMPARE(driver.text(u"p em"_s), u"now"_s);
    }

    void aPatchTouchesOnlyWhatChanged()
    {
        PageDriver driver;
        driver.show("one\n\ntwo\n\nthree\n");
        driver.evaluate(u"document.querySelectorAll('p').forEach((p) => (p.kept = true))"_s);
        driver.show("one\n\nTWO\n\nnew\n\nthree\n");
        QCOMPARE(driver
                     .evaluate(u"Array.from(document.querySelectorAll('p'), (p) => p.textContent + "
                               "(p.kept ? '*' : '')).join()"_s)
                     .toString(),
                 u"one*,TWO,new,three*"_s);
    }

    void theNewestVersionWins()
    {
        PageDriver driver;
        QSignalSpy shown(&driver.page, &ReportPage::shown);
        driver.waitForShown(50, [&] {
            for (int version = 1; version <= 50; ++version)
                driver.page.setDocument(markdown("v" + QByteArray::number(version), version));
        });
        QCOMPARE(driver.text(u"main"_s).trimmed(), u"v50"_s);
        QVERIFY2(shown.size() < 50, "every single version was sent");
    }

    void lineEndsOfUnicodeArriveAsText()
    {
        PageDriver driver;
        driver.show("a\u2028b\u2029c \\` '\"</script>"
                    "\n");
        QCOMPARE(driver.text(u"p"_s).remove(u'\n'), u"a\u2028b\u2029c ` '\""_s);
    }

    void tasksTellTheirLine()
    {
        PageDriver driver;
        driver.show("- [ ] a\n- [x] b\n");
        driver.show("new\n\nlines\n\n- [ ] a\n- [x] b\n");
        QSignalSpy toggled(&driver.page, &ReportPage::taskToggled);
        driver.evaluate(u"document.querySelectorAll('input')[1].click()"_s);
        QVERIFY(!toggled.isEmpty() || toggled.wait(hangMs));
        QCOMPARE(toggled.first(), (QVariantList{5, false}));
    }

    void scrollsToALine()
    {
        PageDriver driver;
        driver.show(longText(300));
        driver.page.scrollToLine(400);
        QCOMPARE(driver.evaluate(firstVisible()).toString(), u"Paragraph 200"_s);
    }

    void theReaderScrollingIsToldAndWeAreNot()
    {
        PageDriver driver;
        driver.show(longText(300));
        QSignalSpy scrolled(&driver.page, &ReportPage::scrolledByReader);
        driver.page.scrollToLine(200);
        driver.evaluate(u"0"_s);
        driver.show(longText(301));
        QCOMPARE(scrolled.size(), 0);
        driver.page.view()->setFocus();
        QTest::keyClick(driver.page.view()->focusProxy(), Qt::Key_PageDown);
        QVERIFY(!scrolled.isEmpty() || scrolled.wait(hangMs));
        QVERIFY2(scrolled.last().first().toDouble() > 200,
                 qPrintable(scrolled.last().first().toString()));
    }

    void anotherReportStartsAtItsTop()
    {
        PageDriver driver;
        driver.show(longText(300));
        driver.page.scrollToLine(400);
        QVERIFY(driver.evaluate(u"scrollY"_s).toDouble() > 0);
        driver.page.clear();
        driver.show("# Other\n\n" + longText(300));
        QCOMPARE(driver.evaluate(u"scrollY"_s).toDouble(), 0.0);
        QVERIFY(driver.text(u"h1"_s).contains(u"Other"_s));
    }

    void linksAreToldAndNeverFollowed_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("told");
        QTest::newRow("https") << QByteArray("https://example.org/a?b=c") << true;
        QTest::newRow("mailto") << QByteArray("mailto:a@example.org") << true;
        QTest::newRow("report") << QByteArray("plotleaf-report:0123abc") << true;
        QTest::newRow("no report") << QByteArray("plotleaf-report:../0123") << false;
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("script") << QByteArray("javascript:alert(1)") << false;
        QTest::newRow("relative") << QByteArray("other.md") << false;
        QTest::newRow("shell") << QByteArray("plotleaf://page/") << false;
    }

    void linksAreToldAndNeverFollowed()
    {
        QFETCH(QByteArray, address);
        QFETCH(bool, told);
        PageDriver driver;
        QSignalSpy links(&driver.page, &ReportPage::linkActivated);
        driver.show("<a href=\"" + address + "\">x</a> <a href=\"https://last.example/\">y</a>\n");
        driver.evaluate(u"document.querySelectorAll('a').forEach((a) => a.click())"_s);
        // The second link is the sign that the first one has been dealt with.
        while (links.isEmpty() || links.last().first().toUrl().host() != "last.example"_L1)
            QVERIFY(links.wait(hangMs));
        QCOMPARE(links.size(), told ? 2 : 1);
        if (told)
            QCOMPARE(links.first().first().toUrl(), QUrl(QString::fromUtf8(address)));
        QCOMPARE(driver.page.view()->url(), QUrl(u"plotleaf://page/"_s));
        QCOMPARE(driver.text(u"a"_s), u"x"_s);
    }

    void linksThatLeadNowhereAreTold()
    {
        PageDriver driver;
        QSignalSpy refused(&driver.page, &ReportPage::linkRefused);
        driver.show("[a](other.md) [b](#none) [c](#here)\n\n# Here\n");
        driver.evaluate(u"document.querySelectorAll('p a').forEach((a) => a.click())"_s);
        while (refused.size() < 2)
            QVERIFY(refused.wait(hangMs));
        QCOMPARE(refused.at(0).first().toString(), u"other.md"_s);
        QCOMPARE(refused.at(1).first().toString(), u"#none"_s);
        // All clicks have been heard by now: the third one needs nobody.
        QCOMPARE(refused.size(), 2);
    }

    void picturesHaveTheirRoomAtTheFirstShow()
    {
        QTemporaryDir folder;
        QImage picture(640, 480, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        QVERIFY(picture.save(folder.filePath(u"a b.png"_s)));
        PageResources resources;
        resources.assetPath = [&](const QString &name) { return folder.filePath(name); };
        PageDriver driver(resources);
        driver.page.setAssetSizes({{u"a b.png"_s, QSize(640, 480)}});
        driver.show("![a](asset:a%20b.png)\n\nbelow\n");
        // Only what was known beforehand is written into the element.
        QCOMPARE(driver.evaluate(u"document.querySelector('img').getAttribute('height')"_s),
                 QVariant(u"480"_s));
        QTRY_COMPARE_WITH_TIMEOUT(driver.evaluate(loadedWidth(u"img"_s)).toInt(), 640, hangMs);
    }

    void remotePicturesAskFirst()
    {
        PageDriver driver;
        QSignalSpy asked(&driver.page, &ReportPage::remoteImageAsked);
        driver.show("![a curve](https://pictures.example/curve.png)\n");
        driver.evaluate(u"document.querySelector('.pl-remote button').click()"_s);
        QVERIFY(!asked.isEmpty() || asked.wait(hangMs));
        QCOMPARE(asked.first().first().toUrl(), QUrl(u"https://pictures.example/curve.png"_s));
    }

    void allowedRemotePicturesComeFromUs()
    {
        QList<QUrl> wanted;
        PageDriver driver(remoteResources(wanted));
        driver.show(
            "![](https://pictures.example/curve.png?a=b&c=d) ![](https://no.example/a.png)\n");
        QCOMPARE(wanted.size(), 0);
        driver.page.allowRemoteImages({false, {u"pictures.example"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(driver.evaluate(loadedWidth(u"img"_s)).toInt(), 7, hangMs);
        QCOMPARE(wanted, QList<QUrl>{QUrl(u"https://pictures.example/curve.png?a=b&c=d"_s)});
    }

    void aReportCannotConsentItself()
    {
        QList<QUrl> wanted;
        PageDriver driver(remoteResources(wanted));
        driver.page.allowRemoteImages({false, {u"pictures.example"_s}});
        driver.show("![](plotleaf://remote/?url=https%3A%2F%2Fspy.example%2Fa.png)\n");
        QCOMPARE(
            driver.evaluate(xhrStatus(u"plotleaf://remote/?url=https%3A%2F%2Fspy.example%2F"_s))
                .toInt(),
            0);
        QCOMPARE(wanted.size(), 0);
    }

    void consentEndsWithTheReport()
    {
        QList<QUrl> wanted;
        PageDriver driver(remoteResources(wanted));
        driver.page.allowRemoteImages({true, {}});
        driver.page.clear();
        driver.show("![](https://pictures.example/curve.png)\n");
        QCOMPARE(driver.evaluate(u"document.querySelectorAll('.pl-remote').length"_s).toInt(), 1);
        QCOMPARE(wanted.size(), 0);
    }

    void themesChange()
    {
        PageDriver driver;
        driver.show("text\n");
        const QString colour = u"getComputedStyle(document.documentElement).backgroundColor"_s;
        const QString light = driver.evaluate(colour).toString();
        driver.page.setTheme(PageTheme::Dark);
        QVERIFY(driver.evaluate(colour).toString() != light);
        driver.page.setTheme(PageTheme::Light);
        QCOMPARE(driver.evaluate(colour).toString(), light);
    }

    void assetsAreServed()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a b.png"_s), pngOf(7, 5));
        PageResources resources;
        resources.assetPath = [&](const QString &name) { return folder.filePath(name); };
        PageDriver driver(resources);
        driver.show("![](<asset:a b.png>)\n");
        QTRY_COMPARE_WITH_TIMEOUT(driver.evaluate(loadedWidth(u"img"_s)).toInt(), 7, hangMs);
    }

    void mediaAreServedWithTheirType()
    {
        PageResources resources;
        resources.media = [](const QString &path) -> std::optional<MediaBytes> {
            if (path == "run/sample 1"_L1)
                return MediaBytes{u"image/png"_s, pngOf(9, 5)};
            return MediaBytes{u"text/html"_s, "<script>1</script>"};
        };
        PageDriver driver(resources);
        driver.show("![](plotleaf://media/run/sample%201)\n");
        QTRY_COMPARE_WITH_TIMEOUT(driver.evaluate(loadedWidth(u"img"_s)).toInt(), 9, hangMs);
        QCOMPARE(driver.evaluate(xhrStatus(u"plotleaf://media/page.html"_s)).toInt(), 0);
    }

    void filmsThatRunsLoggedCanBePlayed()
    {
        QFile film(sourceDir() + u"/tests/data/media/red.webm"_s);
        QVERIFY(film.open(QIODevice::ReadOnly));
        PageResources resources;
        resources.media = [bytes = film.readAll()](const QString &) {
            return std::optional(MediaBytes{u"video/webm"_s, bytes});
        };
        PageDriver driver(resources);
        driver.show("<video src=\"plotleaf://media/film\" controls></video>\n");
        QTRY_COMPARE_WITH_TIMEOUT(
            driver.evaluate(u"document.querySelector('video').videoWidth"_s).toInt(), 32, hangMs);
    }

    void nothingOutsideTheReportIsServed_data()
    {
        QTest::addColumn<QString>("address");
        for (const QString &address :
             {u"plotleaf://asset/../secret.png"_s, u"plotleaf://asset/%2e%2e/secret.png"_s,
              u"plotleaf://asset/%2e%2e%2fsecret.png"_s,
              u"plotleaf://asset/sub/..%2f..%2fsecret.png"_s, u"plotleaf://asset/..%5csecret.png"_s,
              u"plotleaf://asset//etc/passwd"_s, u"plotleaf://asset/%2fetc/passwd"_s,
              u"plotleaf://asset/%00.png"_s, u"plotleaf://page/../../etc/passwd"_s,
              u"plotleaf://page/page.js"_s, u"plotleaf://other/a.png"_s,
              u"plotleaf://remote/?url=http%3A%2F%2Fx%2Fa.png"_s, u"plotleaf://asset/script.js"_s,
              u"plotleaf://asset/page.html"_s})
            QTest::newRow(qPrintable(address)) << address;
    }

    void nothingOutsideTheReportIsServed()
    {
        QFETCH(QString, address);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"inside"_s));
        writeFile(folder.filePath(u"secret.png"_s), pngOf(7, 5));
        for (const QString &name : {u"script.js"_s, u"page.html"_s, u"good.png"_s})
            writeFile(folder.filePath(u"inside/"_s + name), "text");
        PageResources resources;
        resources.assetPath = [&](const QString &name) {
            return folder.filePath(u"inside/"_s + name);
        };
        PageDriver driver(resources);
        driver.show("text\n");
        QCOMPARE(driver.evaluate(xhrStatus(u"plotleaf://asset/good.png"_s)).toInt(), 200);
        QCOMPARE(driver.evaluate(xhrStatus(address)).toInt(), 0);
    }

    void aDeadRendererComesBack()
    {
        PageDriver driver;
        driver.show("# Before\n\n" + longText(300));
        driver.page.scrollToLine(202);
        driver.waitForShown(driver.version(), [&] { killRenderer(driver); });
        QVERIFY(driver.text(u"h1"_s).contains(u"Before"_s));
        QCOMPARE(driver.evaluate(firstVisible()).toString(), u"Paragraph 100"_s);
        driver.show("# After\n");
        QVERIFY(driver.text(u"h1"_s).contains(u"After"_s));
    }

    void aTextThatAlwaysKillsIsLeftAloneUntilItChanges()
    {
        PageDriver driver;
        driver.show("# Deadly\n");
        for (int i = 0; i < ReportPage::crashLimit; ++i)
            driver.waitForShown(driver.version(), [&] { killRenderer(driver); });
        QCOMPARE(driver.text(u"h1"_s), QString());
        QVERIFY(driver.text(u".pl-problem"_s).contains(u"safe"_s));
        killRenderer(driver); // with the notice: now nothing is started any more
        driver.show("# Mended\n");
        QVERIFY(driver.text(u"h1"_s).contains(u"Mended"_s));
    }

    void theLayoutMayDeleteTheView()
    {
        auto window = std::make_unique<QWidget>();
        auto page = std::make_unique<ReportPage>(PageResources{});
        page->view()->setParent(window.get());
        window.reset();
        QCOMPARE(page->view(), nullptr);
        page->setDocument(markdown("text"));
        page.reset();
    }

private:
    static PageResources remoteResources(QList<QUrl> &wanted)
    {
        PageResources resources;
        resources.remote = [&wanted](const QUrl &url) {
            wanted += url;
            return QtFuture::makeReadyFuture(
                Result<RemoteImage>(RemoteImage{u"image/png"_s, pngOf(7, 5)}));
        };
        return resources;
    }

    static QString loadedWidth(const QString &selector)
    {
        return u"document.querySelector('%1')?.naturalWidth ?? 0"_s.arg(selector);
    }

    /// The text of the paragraph at the top of the view.
    static QString firstVisible()
    {
        return u"Array.from(document.querySelectorAll('p'))"
               ".find((p) => p.getBoundingClientRect().bottom > 0).textContent"_s;
    }

    /// 0 when the request was refused.
    static QString xhrStatus(const QString &address)
    {
        return u"(() => { const r = new XMLHttpRequest(); r.open('GET', '%1', false);"
               " try { r.send() } catch { return 0 } return r.responseText.length ? 200 : 0 })()"_s
                   .arg(address);
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<ReportPageTest>(argc, argv);
}
#include "test_report_page.moc"
