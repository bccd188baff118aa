#include "ui/page/contents_numbers.h"
#include "ui/page/document_sync.h"
#include "ui/page/link_rules.h"
#include "ui/page/mime_types.h"
#include "ui/page/page_engine.h"
#include "ui/page/page_scheme_handler.h"
#include "ui/page/page_script.h"
#include "ui/page/page_strings.h"
#include "ui/page/plain_ids.h"
#include "ui/page/request_guard.h"
#include "ui/page/title_block.h"

#include "core/markdown/markdown_parser.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJSEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

MarkdownDocumentPtr parsed(const QByteArray &text, qint64 version = 1)
{
    return std::make_shared<MarkdownDocument>(MarkdownParser::parse(text, {}, version));
}

QString htmlOf(const MarkdownDocument &document)
{
    QByteArray html;
    for (const MarkdownBlock &block : document.blocks)
        html += block.html + '\n';
    return QString::fromUtf8(html);
}

} // namespace

/// The parts of the page that need no page to be tested.
class PagePartsTest : public QObject
{
    Q_OBJECT

private slots:
    void literalsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"hello"_s;
        QTest::newRow("quotes") << u"'a' \"b\" `c` ${d}"_s;
        QTest::newRow("backslash at the end") << u"a\\"_s;
        QTest::newRow("lines") << u"a\nb\rc\u2028d\u2029e"_s;
        QTest::newRow("end of script") << u"</script><!--"_s;
        QTest::newRow("beyond") << u"😀 \u0000 \u007f é"_s;
    }

    void literalsComeBackAsTheyWere()
    {
        QFETCH(QString, text);
        const QString literal = PageScript::literal(text);
        QVERIFY(!literal.contains(u'\n') && !literal.contains(u'<') &&
                !literal.contains(u'\u2028'));
        QJSEngine engine;
        QCOMPARE(engine.evaluate(literal).toString(), text);
    }

    void callsHandOverJson()
    {
        QJSEngine engine;
        engine.globalObject().setProperty(u"globalThis"_s, engine.globalObject());
        engine.evaluate(u"globalThis.plotleaf = { f(...all) { this.seen = JSON.stringify(all) },"
                        " g() { throw new Error('no') } }"_s);
        const QJsonObject object{{u"__proto__"_s, 1}, {u"'"_s, u"\u2028"_s}};
        QCOMPARE(engine.evaluate(PageScript::call(u"f"_s, {object, u"x"_s, 2})).toString(),
                 QString());
        QCOMPARE(QJsonDocument::fromJson(engine.evaluate(u"plotleaf.seen"_s).toString().toUtf8())
                     .array(),
                 (QJsonArray{object, u"x"_s, 2}));
        QVERIFY(!engine.evaluate(PageScript::call(u"g"_s, {})).toString().isEmpty());
        QVERIFY(!engine.evaluate(PageScript::call(u"missing"_s, {})).toString().isEmpty());
    }

    void everyTextOfThePageIsTranslatable()
    {
        QFile source(plotleaf::sourceDir() + u"/resources/web/src/strings.ts"_s);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(source.readAll());
        static const QRegularExpression entry(u"^  (\\w+): '((?:[^'\\\\]|\\\\.)*)',"_s,
                                              QRegularExpression::MultilineOption);
        QJsonObject known;
        for (auto match = entry.globalMatch(text); match.hasNext();) {
            const auto found = match.next();
            known.insert(found.captured(1), found.captured(2));
        }
        QVERIFY(known.size() > 10);
        QCOMPARE(pageStrings().keys(), known.keys());
        for (const QString &name : known.keys())
            QCOMPARE(pageStrings().value(name).toString(), known.value(name).toString());
    }

    void theUsersSwitchesStay()
    {
        const QByteArray flags = PageEngine::withOfflineSwitches("--mine --proxy-server=theirs:1 ");
        const QByteArrayList list = flags.split(' ');
        QVERIFY(list.contains("--mine"));
        // Chromium believes the last one.
        QVERIFY(list.indexOf("--proxy-server=127.0.0.1:9") >
                list.indexOf("--proxy-server=theirs:1"));
        QVERIFY(flags.contains("--force-webrtc-ip-handling-policy=disable_non_proxied_udp"));
        QCOMPARE(PageEngine::withOfflineSwitches(flags), flags);
        QVERIFY(!PageEngine::withOfflineSwitches({}).startsWith(' '));
    }

    void patchesHoldOnlyWhatChanged()
    {
        const auto before = parsed("one\n\ntwo\n\nthree\n", 1);
        const auto after = parsed("one\n\nTWO\n\nnew\n\nthree\n", 2);
        const QJsonObject patch = DocumentSync::patch(before, after);
        QCOMPARE(patch["version"_L1].toInt(), 2);
        QCOMPARE(patch["start"_L1].toInt(), 1);
        QCOMPARE(patch["remove"_L1].toInt(), 1);
        QCOMPARE(patch["insert"_L1].toArray().size(), 2);
        QCOMPARE(patch["insert"_L1][0]["first"_L1].toInt(), 2);
        QCOMPARE(patch["insert"_L1][0]["hash"_L1].toString(),
                 QString::number(after->blocks[1].hash));
        QCOMPARE(patch["shift"_L1].toInt(), 2);
        QCOMPARE(patch["total"_L1].toInt(), 4);
        QVERIFY(!patch.contains("lines"_L1));
        QCOMPARE(DocumentSync::patch({}, before)["insert"_L1].toArray().size(), 3);
    }

    void unevenMovesSendAllLines()
    {
        const auto before = parsed("one\n\ntwo\n\nthree\n");
        const auto after = parsed("one\n\n\ntwo\n\n\nthree\n");
        const QJsonObject patch = DocumentSync::patch(before, after);
        QCOMPARE(patch["insert"_L1].toArray().size(), 0);
        QCOMPARE(patch["lines"_L1].toArray(), (QJsonArray{0, 0, 3, 3, 6, 6}));
    }

    void onlyRealAddressesLeadOutside()
    {
        for (const char *good : {"https://a.example/x", "http://a.example", "mailto:a@b.example"})
            QVERIFY2(LinkRules::isOutside(QUrl(QString::fromLatin1(good))), good);
        for (const char *bad : {"", "file:///etc/passwd", "javascript:alert(1)", "plotleaf://page/",
                                "data:text/html,x", "https:", "mailto:", "other.md", "//a.example",
                                "vbscript:x", "ftp://a.example"})
            QVERIFY2(!LinkRules::isOutside(QUrl(QString::fromLatin1(bad))), bad);
    }

    void onlyOurSchemePassesTheGuard()
    {
        using Info = QWebEngineUrlRequestInfo;
        const auto allowed = [](const char *address, int type) {
            return RequestGuard::isAllowed(QUrl(QString::fromLatin1(address)), type);
        };
        QVERIFY(allowed("plotleaf://page/", Info::ResourceTypeMainFrame));
        QVERIFY(allowed("plotleaf://asset/a.png", Info::ResourceTypeImage));
        QVERIFY(allowed("data:image/png;base64,AA", Info::ResourceTypeImage));
        QVERIFY(!allowed("data:text/html,x", Info::ResourceTypeMainFrame));
        QVERIFY(!allowed("plotleaf://page/", Info::ResourceTypeSubFrame));
        QVERIFY(!allowed("plotleaf://page/x.js", Info::ResourceTypeScript));
        for (const char *address :
             {"http://a.example/", "https://a.example/", "ws://a.example/", "file:///etc/passwd",
              "ftp://a.example/", "blob:x", "qrc:/x", "chrome://crash"})
            QVERIFY2(!allowed(address, Info::ResourceTypeImage), address);
    }

    void typesAreFromAList()
    {
        QCOMPARE(MimeTypes::ofAsset(u"a.b.PNG"_s), "image/png");
        QCOMPARE(MimeTypes::ofPageFile(u"page.css"_s), "text/css");
        for (const QString &name :
             {u"a.html"_s, u"a.js"_s, u"a.xhtml"_s, u"a"_s, u".png/"_s, u"a.pdf"_s})
            QCOMPARE(MimeTypes::ofAsset(name), QByteArray());
        QCOMPARE(MimeTypes::ofPageFile(u"page.js"_s), QByteArray());
        QVERIFY(MimeTypes::isServable(u"Image/PNG"_s));
        QVERIFY(!MimeTypes::isServable(u"text/html"_s));
    }

    void pathsStayInside()
    {
        const auto path = [](const char *address) {
            return PageSchemeHandler::safePath(QUrl(QString::fromLatin1(address)));
        };
        QCOMPARE(path("plotleaf://asset/sub/a%20b.png"), u"sub/a b.png"_s);
        QCOMPARE(path("plotleaf://asset/..png"), u"..png"_s);
        for (const char *bad :
             {"plotleaf://asset/..%2fx", "plotleaf://asset/a/%2e%2e/x",
              "plotleaf://asset//etc/passwd", "plotleaf://asset/%2fetc", "plotleaf://asset/a%5cb",
              "plotleaf://asset/a%00b", "plotleaf://asset/./x%2f..", "plotleaf://asset/"})
            QCOMPARE(path(bad), QString());
    }

    void idsBecomePlainAndLinksFollow()
    {
        const auto document = parsed("# Über\n\n## plain\n\n[a](#über) [b](#plain) `#über`\n");
        const auto plain = withPlainIds(document);
        QCOMPARE(plain->outline[0].id, u"pl-place-1"_s);
        QCOMPARE(plain->outline[1].id, u"plain"_s);
        const QString html = htmlOf(*plain);
        QVERIFY2(html.contains(u"<h1 id=\"pl-place-1\">"_s), qPrintable(html));
        QVERIFY(html.contains(u"<a href=\"#pl-place-1\">a</a>"_s));
        QVERIFY(html.contains(u"<a href=\"#plain\">b</a>"_s));
        QVERIFY(html.contains(u"<code>#über</code>"_s));
        QCOMPARE(withPlainIds(plain), plain);
    }

    void frontPartsAreEscapedAndComplete()
    {
        PrintedReport report;
        report.document = parsed("# A\n\n## B <x> & c\n\n### C\n");
        report.summary.name = u"<script>"_s;
        report.summary.tags = {u"<b>"_s};
        const auto front = withFrontParts(report, {true, true, true});
        const QString html = htmlOf(*front);
        QVERIFY(html.contains(u"&lt;script&gt;"_s) && !html.contains(u"<script>"_s));
        QVERIFY(html.contains(u"&lt;b&gt;"_s));
        QCOMPARE(html.count(u"href=\"#a\""_s), 2); // the contents and the hidden places
        QCOMPARE(front->blocks.size(), report.document->blocks.size() + 3);
        QCOMPARE(withFrontParts(report, {false, false, false})->blocks.size(),
                 report.document->blocks.size());
    }

    void contentsAreLeftOutWhereTheyAreNoHelp()
    {
        PrintedReport report;
        report.document = parsed("# A\n\n## B\n");
        QVERIFY(!htmlOf(*withFrontParts(report, {})).contains(u"pl-contents"_s));
        report.document = parsed("[TOC]\n\n# A\n\n## B\n\n## C\n");
        QVERIFY(!htmlOf(*withFrontParts(report, {})).contains(u"pl-contents"_s));
        report.document = parsed("# A\n\n## B\n\n## C\n");
        QVERIFY(htmlOf(*withFrontParts(report, {})).contains(u"pl-contents"_s));
    }

    void numbersStandBehindTheContents()
    {
        const auto outline = parsed("# A\n\n# B\n")->outline;
        const auto link = [](const char *to, int target, double top) {
            return PdfLink{0, QRectF(10, top, 50, 10), QString::fromLatin1(to), target};
        };
        // The title's own link, the contents with a line that wraps, and links of the text.
        const auto notes = contentsNumbers({link("title", 0, 0), link("a", 1, 20), link("a", 1, 30),
                                            link("b", 4, 40), link("a", 1, 90)},
                                           outline);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0].number, u"2"_s);
        QCOMPARE(notes[0].line.top(), 30.0);
        QCOMPARE(notes[1].number, u"5"_s);
        QVERIFY(contentsNumbers({link("a", 1, 20), link("x", 1, 30)}, outline).isEmpty());
        QVERIFY(contentsNumbers({}, outline).isEmpty());
        QVERIFY(contentsNumbers({link("a", 1, 20)}, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PagePartsTest)
#include "test_page_parts.moc"
