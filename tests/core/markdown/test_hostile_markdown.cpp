#include "core/markdown/markdown_host.h"
#include "support/test_paths.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

using namespace plotleaf;

namespace {

QString helperPath()
{
    return binDir() + u"/plotleaf-markdown";
}

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

/// Processor time in milliseconds of all helpers so far that have ended.
qint64 helpersMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto milliseconds = [](const timeval &time) {
        return time.tv_sec * 1000 + time.tv_usec / 1000;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

/// The most memory in MB that any helper so far had.
qint64 helpersMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss / 1024;
}

// What a build costs beside an optimised one, for which the promise is given.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int slowness = 10;
constexpr int memoryUse = 3;
#elif defined(NDEBUG)
constexpr int slowness = 1;
constexpr int memoryUse = 1;
#else
constexpr int slowness = 2;
constexpr int memoryUse = 1;
#endif

} // namespace

/// Texts that make cmark-gfm 0.29.0.gfm.6 hang, eat memory or abort. The figures behind the names
/// are what it needs when nothing stands in its way.
///
/// Time is measured where the machine's load does not count: by how often a helper died, by what
/// the host's budget says, and by the processor time of all helpers together.
class HostileMarkdownTest : public QObject
{
    Q_OBJECT

private slots:
    void knownCulpritsAreSeenBeforehand_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::newRow("reference 50000 x 50000 (aborts)") << longReference(50'000, 50'000);
        QTest::newRow("reference 10000 x 10000 (100 MB of HTML)") << longReference(10'000, 10'000);
        QTest::newRow("table 1000 x 1000 (1.1 s)") << wideTable(1000, 1000);
        QTest::newRow("table 3000 x 3000 (22.6 s, 2.3 GB)") << wideTable(3000, 3000);
        QTest::newRow("table 10000 x 10000 (over 40 s)") << wideTable(10'000, 10'000);
        QTest::newRow("image openers (30 s)") << repeated("![[]()", 50'000);
        QTest::newRow("image openers and a reference (6 s)")
            << QString(repeated("![[a]", 50'000) + QStringLiteral("\n\n[a]: b"));
        QTest::newRow("www autolinks (30 s)") << repeated("www._", 50'000);
        QTest::newRow("CDATA openers (4.4 s)") << QString(u'a' + repeated("<![CDATA[", 50'000));
        QTest::newRow("declarations (2.3 s)") << QString(u'a' + repeated("<!A ", 50'000));
        QTest::newRow("processing instructions (1.4 s)") << QString(u'a' + repeated("<?", 50'000));
    }

    void knownCulpritsAreSeenBeforehand()
    {
        QFETCH(QString, hostile);
        MarkdownHost host(helperPath());
        const MarkdownDocumentPtr document = render(host, before + hostile + behind);
        QVERIFY(showsTheRest(*document));
        QCOMPARE(document->problems.size(), 1);
        QVERIFY(htmlOf(*document).contains("<div class=\"pl-problem\">"));
        QVERIFY(document->problems.first().firstLine >= before.count(u'\n'));
        QCOMPARE(host.deaths(), 0);
        expectModestHelpers(host);
    }

    void harmlessExcessIsShown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one footnote 50000 times (11.8 MB of HTML)")
            << QString(repeated("[^1]", 50'000) + QStringLiteral("\n\n[^1]: note"));
        QTest::newRow("nested quotes") << repeated(">", 50'000);
        QTest::newRow("nested brackets") << repeated("[", 50'000);
        QTest::newRow("nested emphasis") << repeated("*a **a ", 30'000);
        QTest::newRow("backticks") << repeated("`` ` ", 50'000);
        QTest::newRow("dollars") << repeated("$a $", 50'000);
        QTest::newRow("double dollars") << repeated("$$a\n", 50'000);
        QTest::newRow("nested lists") << repeated("- ", 20'000);
        // What looks like a culprit and is none.
        QTest::newRow("instructions that end") << repeated("<?xml a?> ", 30'000);
        QTest::newRow("numbers in brackets")
            << QString(QStringLiteral("```\n") + repeated("[[1, 2], [3, 4]], ", 30'000) +
                       QStringLiteral("\n```"));
        QTest::newRow("gallery") << repeated("[![a](b.png)](https://www.c.d) ", 10'000);
        QTest::newRow("paragraphs with open mark-up") << repeated("a <? b <!A www.\n\n", 5000);
    }

    void harmlessExcessIsShown()
    {
        QFETCH(QString, text);
        MarkdownHost host(helperPath());
        const MarkdownDocumentPtr document = render(host, before + text + behind);
        QVERIFY(showsTheRest(*document));
        QCOMPARE(host.deaths(), 0);
        for (const MarkdownProblem &problem : document->problems)
            QCOMPARE(problem.message, MarkdownTexts::translated().outputTooLarge);
        expectModestHelpers(host);
    }

    void unknownCulpritsMeetTheBudget_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::newRow("table heads that do not fit (over 40 s)")
            << repeated("a|b|c\n-|-\n", 15'000);
        QTest::newRow("deep list, then blank lines (25 s)")
            << QString(repeated("- ", 25'000) + u'a' + repeated("\n", 50'000));
    }

    /// Nothing but the helper's limits is against these.
    void unknownCulpritsMeetTheBudget()
    {
        QFETCH(QString, hostile);
        MarkdownHost host(helperPath());
        const MarkdownDocumentPtr document = render(host, before + hostile + behind);
        QVERIFY(showsTheRest(*document));
        expectModestHelpers(host);
        // Newer versions of cmark-gfm cope with it.
        if (document->problems.isEmpty() && host.deaths() == 0)
            return;
        QCOMPARE(document->problems.size(), 1);
        QVERIFY(document->problems.first().firstLine >= before.count(u'\n'));
        QVERIFY(host.deaths() > 0);
        QVERIFY(host.spentMilliseconds() <= slowness * 1000);

        // The next key finds it known.
        const MarkdownDocumentPtr again =
            render(host, QStringLiteral("A key press.\n\n") + before + hostile + behind);
        QVERIFY(showsTheRest(*again));
        QCOMPARE(again->problems.size(), 1);
        QCOMPARE(host.deaths(), 0);
        expectModestHelpers(host);
    }

    void manyCulpritsInOneReport()
    {
        const QString unknown = repeated("a|b|c\n-|-\n", 3000);
        const QStringList culprits = {repeated("![[]()", 50'000),
                                      QString(u'a' + repeated("<![CDATA[", 50'000)),
                                      repeated("www._", 50'000),
                                      wideTable(3000, 3000),
                                      longReference(50'000, 50'000),
                                      unknown,
                                      unknown + u'a',
                                      unknown + u'b'};
        MarkdownHost host(helperPath());
        const MarkdownDocumentPtr document =
            render(host, before + culprits.join(QStringLiteral("\n\nbetween\n\n")) + behind);
        QVERIFY(htmlOf(*document).contains("<h1 id=\"before\">Before</h1>"));
        QVERIFY(document->problems.size() >= 2);
        expectModestHelpers(host);
    }

    /// More than can be looked for: the end is refused unseen, but there is an answer in time.
    void moreCulpritsThanTheBudgetAllows()
    {
        const QString unknown = repeated("a|b|c\n-|-\n", 3000);
        QString text = before;
        for (int i = 0; i < 60; ++i)
            text += unknown + QStringLiteral("%1\n\n").arg(i);
        MarkdownHost host(helperPath());
        const MarkdownDocumentPtr document = render(host, text + behind);
        QVERIFY(htmlOf(*document).contains("<h1 id=\"before\">Before</h1>"));
        // Newer versions of cmark-gfm cope with all of it.
        QVERIFY(!document->problems.isEmpty() || host.deaths() == 0);
        QVERIFY(host.deaths() < 20);
        // 1.8 MB: the budget grows with the text.
        QVERIFY2(host.spentMilliseconds() <= slowness * 3000,
                 qPrintable(QString::number(host.spentMilliseconds())));
        host.stop();
    }

    void unclosedDetailsHoldWhatFollows()
    {
        MarkdownHost host(helperPath());
        const MarkdownDocumentPtr document =
            render(host, before + repeated("<details>\n\n", 20'000) + behind);
        QVERIFY(htmlOf(*document).contains("<h1 id=\"before\">Before</h1>"));
        QVERIFY(htmlOf(*document).contains("Behind"));
        QCOMPARE(host.deaths(), 0);
        expectModestHelpers(host);
    }

private:
    qint64 m_millisecondsBefore = 0;

    MarkdownDocumentPtr render(MarkdownHost &host, const QString &text)
    {
        m_millisecondsBefore = helpersMilliseconds();
        QElapsedTimer timer;
        timer.start();
        const auto document = host.render(text.toUtf8(), {}, 1);
        qInfo("%lld ms, %d deaths, budget %d ms", timer.elapsed(), host.deaths(),
              host.spentMilliseconds());
        if (!document)
            qFatal("%s", qPrintable(document.error().message));
        return *document;
    }

    static bool showsTheRest(const MarkdownDocument &document)
    {
        const QByteArray html = htmlOf(document);
        return html.contains("<h1 id=\"before\">Before</h1>") &&
               html.contains("<p>The <em>first</em> part.</p>") &&
               html.contains("int a;\n\nint b;") &&
               html.contains("<h2 id=\"behind\">Behind</h2>") &&
               html.contains("<p>The <strong>last</strong> part.</p>");
    }

    /// Ends the host's helper to see what all of them have used.
    void expectModestHelpers(MarkdownHost &host)
    {
        host.stop();
        const qint64 milliseconds = helpersMilliseconds() - m_millisecondsBefore;
        qInfo("%lld ms of processor time, %lld MB", milliseconds, helpersMegabytes());
        QVERIFY2(milliseconds < slowness * 2000, qPrintable(QString::number(milliseconds)));
        QVERIFY2(helpersMegabytes() < memoryUse * 256,
                 qPrintable(QString::number(helpersMegabytes())));
    }
};

QTEST_GUILESS_MAIN(HostileMarkdownTest)
#include "test_hostile_markdown.moc"
