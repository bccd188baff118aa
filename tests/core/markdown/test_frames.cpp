#include "core/markdown/markdown_parser.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

const QByteArray frame =
    "<iframe src=\"https://h/widgets/?type=scalar&objects=1\" name=\"a\" width=\"100%\" "
    "height=\"400\"></iframe>";

MarkdownDocument parsed(const QByteArray &text)
{
    return MarkdownParser::parse(text);
}

QByteArray htmlOf(const MarkdownDocument &document)
{
    QByteArray html;
    for (const MarkdownBlock &block : document.blocks)
        html += block.html;
    return html;
}

} // namespace

/// Frames of ClearML's widgets are places for panels.
class TestFrames : public QObject
{
    Q_OBJECT

private slots:
    void aWidgetBecomesAPlace()
    {
        const MarkdownDocument document = parsed("# Title\n\n" + frame + "\n\nend\n");
        QCOMPARE(document.panels.size(), 1);
        const MarkdownPanel &panel = document.panels.first();
        QCOMPARE(panel.info, u"iframe"_s);
        QCOMPARE(panel.source, u"https://h/widgets/?type=scalar&objects=1"_s);
        QCOMPARE(panel.firstLine, 2);
        QCOMPARE(panel.lastLine, 2);
        const QByteArray html = htmlOf(document);
        QVERIFY(html.contains(QByteArray("data-panel=\"" + panel.key.toLatin1() + "\"")));
        QVERIFY(!html.contains("<iframe"));
    }

    /// What the web app's button for a whole metric writes.
    void aGroupOfWidgets()
    {
        const MarkdownDocument document =
            parsed("<h2>loss</h2>\n" + frame + "\n" + frame + "\n\ntext\n");
        QCOMPARE(document.panels.size(), 2);
        QVERIFY(document.panels[0].key != document.panels[1].key);
        QCOMPARE(document.panels[0].firstLine, 1);
        QCOMPARE(document.panels[1].firstLine, 2);
        QVERIFY(htmlOf(document).contains("<h2>loss</h2>"));
    }

    void insideAGrid()
    {
        const MarkdownDocument document =
            parsed("<div class=\"grid g-2-col\"><div>" + frame + "</div><div>x</div></div>\n");
        QCOMPARE(document.panels.size(), 1);
        QVERIFY(htmlOf(document).startsWith("<div class=\"grid g-2-col\"><div><div"));
    }

    void addressesOfOldAndOddSpelling()
    {
        QCOMPARE(parsed("<IFRAME width=5 src='/widgets?type=scalar&tasks=1'></IFRAME>\n")
                     .panels.first()
                     .source,
                 u"/widgets?type=scalar&tasks=1"_s);
        QCOMPARE(parsed("<iframe\n  src=\"http://h/widgets/?type=plot\">\n</iframe>\n")
                     .panels.first()
                     .lastLine,
                 2);
    }

    void otherFramesAreLeft()
    {
        for (const QByteArray &text :
             {QByteArray("<iframe src=\"https://youtube.com/embed/x\"></iframe>\n"),
              QByteArray("<iframe src=\"https://h/widgets/?type=plot\">\n"),
              QByteArray("<iframe name=\"x\"></iframe>\n"),
              QByteArray("<iframe src=\"https://h/widgets/\"></iframe>\n"),
              QByteArray("<iframe src=\"https://h/other/widgets-x?type=plot\"></iframe>\n"),
              QByteArray("```\n" + frame + "\n```\n")}) {
            const MarkdownDocument document = parsed(text);
            QVERIFY2(document.panels.isEmpty(), text.constData());
        }
        QVERIFY(htmlOf(parsed("<iframe src=\"https://youtube.com/embed/x\"></iframe>\n"))
                    .contains("<iframe"));
    }

    void theFrameStaysTheSameWhenTextIsWrittenAbove()
    {
        const MarkdownDocument before = parsed(frame + "\n");
        const MarkdownDocument after = parsed("new\n\n" + frame + "\n");
        QCOMPARE(before.panels.first().key, after.panels.first().key);
        QCOMPARE(before.blocks.last().hash, after.blocks.last().hash);
    }

    /// The address is text in the placeholder, and no way out of it.
    void hostileAddresses()
    {
        const QByteArray html = htmlOf(
            parsed("<iframe src='https://h/widgets/?\"><script>alert(1)</script>'></iframe>\n"));
        QVERIFY(!html.contains("<script"));
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "test_frames.moc"
