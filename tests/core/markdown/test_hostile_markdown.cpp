#include "core/markdown/markdown_service.h"

#include "support/test_paths.h"
#include "support/wait.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace plotleaf;
using plotleaf::test::await;

namespace {

const QString helperPath = plotleaf::binDir() + u"/plotleaf-markdown"_s;

QString repeated(const char *text, int count)
{
    return QString::fromLatin1(text).repeated(count);
}

QString wideTable(int columns, int rows)
{
    return repeated("|a", columns) + u'\n' + repeated("|-", columns) + u'\n' +
           repeated("|x\n", rows);
}

QString longReference(int addressSize, int uses)
{
    return QStringLiteral("[a]: ") + repeated("x", addressSize) + QStringLiteral("\n\n") +
           repeated("[a] ", uses);
}

const QString before =
    QStringLiteral("# Before\n\nThe *first* part.\n\n```cpp\nint a;\n\nint b;\n```\n\n");
const QString behind = QStringLiteral("\n\n## Behind\n\nThe **last** part.\n");

QByteArray htmlOf(const MarkdownDocument &document)
{
    QByteArray html;
    for (const MarkdownBlock &block : document.blocks)
        html += block.html;
    return html;
}

bool showsTheRest(const MarkdownDocument &document)
{
    const QByteArray html = htmlOf(document);
    return html.contains("<h1 id=\"before\">Before</h1>") &&
           html.contains("<p>The <em>first</em> part.</p>") && html.contains("int a;\n\nint b;") &&
           html.contains("<h2 id=\"behind\">Behind</h2>") &&
           html.contains("<p>The <strong>last</strong> part.</p>");
}

} // namespace

/// Texts that make cmark-gfm 0.29.0.gfm.6 hang, eat memory or abort. The figures behind the names
/// are what it needs when nothing stands in its way.
class HostileMarkdownTest : public QObject
{
    Q_OBJECT

private slots:
    void restIsShown_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::addColumn<bool>("mayBeShown"); // where a faster parser or machine may well manage
        QTest::newRow("reference 50000 x 50000 (aborts)") << longReference(50'000, 50'000) << false;
        QTest::newRow("reference 10000 x 10000 (100 MB of HTML)")
            << longReference(10'000, 10'000) << false;
        QTest::newRow("table 1000 x 1000 (1.1 s)") << wideTable(1000, 1000) << false;
        QTest::newRow("table 3000 x 3000 (22.6 s, 2.3 GB)") << wideTable(3000, 3000) << false;
        QTest::newRow("table 10000 x 10000 (over 40 s)") << wideTable(10'000, 10'000) << false;
        QTest::newRow("image openers (30 s)") << repeated("![[]()", 50'000) << true;
        QTest::newRow("www autolinks (30 s)") << repeated("www._", 50'000) << true;
        QTest::newRow("CDATA openers (4.4 s)")
            << QString(u'a' + repeated("<![CDATA[", 50'000)) << true;
        QTest::newRow("declarations (2.3 s)") << QString(u'a' + repeated("<!A ", 50'000)) << true;
        QTest::newRow("processing instructions (1.4 s)")
            << QString(u'a' + repeated("<?", 50'000)) << true;
        QTest::newRow("one footnote 50000 times (11.8 MB of HTML)")
            << QString(repeated("[^1]", 50'000) + QStringLiteral("\n\n[^1]: note")) << true;
        QTest::newRow("nested quotes") << repeated(">", 50'000) << true;
        QTest::newRow("nested brackets") << repeated("[", 50'000) << true;
        QTest::newRow("nested emphasis") << repeated("*a **a ", 30'000) << true;
        QTest::newRow("backticks") << repeated("`` ` ", 50'000) << true;
        QTest::newRow("dollars") << repeated("$a $", 50'000) << true;
        QTest::newRow("double dollars") << repeated("$$a\n", 50'000) << true;
        QTest::newRow("unclosed details") << repeated("<details>\n\n", 20'000) << true;
        QTest::newRow("nested lists") << repeated("- ", 20'000) << true;
    }

    void restIsShown()
    {
        QFETCH(QString, hostile);
        QFETCH(bool, mayBeShown);
        MarkdownService service(helperPath);
        QVERIFY(await(service.renderOnce(QStringLiteral("warm"))).isOk());

        QElapsedTimer timer;
        timer.start();
        const auto document = await(service.renderOnce(before + hostile + behind));
        const qint64 first = timer.restart();
        QVERIFY(document.isOk());
        const auto again = await(
            service.renderOnce(QStringLiteral("A key press.\n\n") + before + hostile + behind));
        qInfo("%lld ms, with the next key %lld ms, %d problems, %lld KB of HTML", first,
              timer.elapsed(), int((*document)->problems.size()),
              qint64(htmlOf(**document).size() / 1000));

        QVERIFY(again.isOk());
        if (QByteArrayView(QTest::currentDataTag()).startsWith("unclosed details"))
            return; // what follows is inside them
        QVERIFY(showsTheRest(**document));
        QVERIFY(showsTheRest(**again));
        QVERIFY(mayBeShown || (*document)->problems.size() == 1);
        QCOMPARE((*again)->problems.size(), (*document)->problems.size());
        if (!(*document)->problems.isEmpty()) {
            QVERIFY(htmlOf(**document).contains("<div class=\"pl-problem\">"));
            QVERIFY((*document)->problems.first().firstLine >= before.count(u'\n'));
        }
    }

    void severalCulpritsInOneReport()
    {
        MarkdownService service(helperPath);
        const QStringList culprits = {
            repeated("![[]()", 50'000), QString(u'a' + repeated("<![CDATA[", 50'000)),
            repeated("www._", 50'000), wideTable(3000, 3000), longReference(50'000, 50'000)};
        QElapsedTimer timer;
        timer.start();
        const auto document = await(
            service.renderOnce(before + culprits.join(QStringLiteral("\n\nbetween\n\n")) + behind));
        qInfo("%lld ms, %d problems", timer.elapsed(), int((*document)->problems.size()));
        QVERIFY(document.isOk());
        QVERIFY(htmlOf(**document).contains("<h1 id=\"before\">Before</h1>"));
        QVERIFY((*document)->problems.size() >= 2);
    }
};

QTEST_GUILESS_MAIN(HostileMarkdownTest)
#include "test_hostile_markdown.moc"
