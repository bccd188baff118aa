#include "core/markdown/markdown_guard.h"
#include "core/markdown/parse_budget.h"
#include "core/markdown/rescan_guard.h"

#include <QTest>

using namespace plotleaf;

namespace {

QByteArray table(int columns, int rows)
{
    return QByteArray("|a").repeated(columns) + '\n' + QByteArray("|-").repeated(columns) + '\n' +
           QByteArray("|x\n").repeated(rows);
}

using Lines = QVector<RefusedLines>;

// Texts put together from parts become a QByteArray here, which a view would not keep.
Lines hostile(const QByteArray &text)
{
    return findHostileLines(text);
}

Lines rescanned(const QByteArray &text)
{
    return findRescannedLines(text);
}

QByteArray times(int count, const QByteArray &text)
{
    return text.repeated(count);
}

} // namespace

/// What is refused before it is parsed, and what is not.
class MarkdownGuardTest : public QObject
{
    Q_OBJECT

private slots:
    void tablesThatWouldBeFilledUp()
    {
        QCOMPARE(hostile("text\n\n" + table(1000, 100) + "\nend\n"),
                 (Lines{{2, 103, RefusalReason::TableTooLarge}}));
        QCOMPARE(hostile(table(1000, 40)), Lines());
        QCOMPARE(hostile(table(3, 10'000)), Lines());
        // As long as its text says.
        const QByteArray full = QByteArray("|a").repeated(300) + '\n';
        QCOMPARE(hostile(full + QByteArray("|-").repeated(300) + '\n' + full.repeated(500)),
                 Lines());
    }

    void tablesAreSeparate()
    {
        const QByteArray text = table(1000, 40) + '\n' + table(1000, 40) + '\n' + table(1000, 100);
        QCOMPARE(hostile(text).size(), 1);
        QCOMPARE(hostile(text).first().firstLine, 86);
    }

    void definitionsThatExpand()
    {
        const QByteArray definition = "[Label  a]: " + QByteArray(10'000, 'x') + "\n\n";
        QCOMPARE(hostile(definition + QByteArray("[label A] ").repeated(10'000)),
                 (Lines{{0, 0, RefusalReason::ExpandsTooMuch}}));
        QCOMPARE(hostile(definition + QByteArray("[label a] ").repeated(100)), Lines());
        QCOMPARE(hostile(definition + QByteArray("[other] ").repeated(10'000)), Lines());
        QCOMPARE(hostile("[a]: /short\n\n" + QByteArray("[a] ").repeated(100'000)), Lines());
    }

    void definitionsAreCountedTogether()
    {
        QByteArray text;
        for (char name = 'a'; name < 'k'; ++name)
            text += QByteArray("[") + name + "]: " + QByteArray(3000, 'x') + "\n\n";
        for (char name = 'a'; name < 'k'; ++name)
            text += times(1000, QByteArray("[") + name + "] ") + "\n\n";
        const Lines refused = hostile(text);
        QVERIFY(refused.size() >= 4 && refused.size() < 10);
    }

    void rescans_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("image openers") << QByteArray("![[]()");
        QTest::newRow("images and references") << QByteArray("![[a]");
        QTest::newRow("names") << QByteArray("www._");
        QTest::newRow("names with letters") << QByteArray("www.a_");
        QTest::newRow("CDATA") << QByteArray("<![CDATA[");
        QTest::newRow("declarations") << QByteArray("<!A ");
        QTest::newRow("instructions") << QByteArray("<?");
    }

    void rescans()
    {
        QFETCH(QByteArray, piece);
        const QByteArray text = "before\n\n" + piece.repeated(50'000) + "\n\nbehind\n";
        QCOMPARE(rescanned(text), (Lines{{2, 3, RefusalReason::Unparsable}}));
        QCOMPARE(rescanned(piece.repeated(500)), Lines());
        // The same in paragraphs of their own is harmless.
        QCOMPARE(rescanned(times(1000, piece.repeated(50) + "\n\n")), Lines());
    }

    void timeIsCountedTogether()
    {
        const QByteArray paragraph = QByteArray("<?").repeated(10'000) + "\n\n";
        QCOMPARE(rescanned(paragraph), Lines());
        const Lines refused = rescanned(paragraph.repeated(10));
        QVERIFY(!refused.isEmpty() && refused.size() < 10);
        QVERIFY(refused.first().firstLine > 0);
    }

    void whatEndsIsReadOnce()
    {
        QCOMPARE(rescanned(QByteArray("<?php a ?> ").repeated(50'000)), Lines());
        QCOMPARE(rescanned(QByteArray("<?").repeated(50'000) + "?>"), Lines());
        QCOMPARE(rescanned(QByteArray("<!-- a --> ").repeated(50'000)), Lines());
        QCOMPARE(rescanned(QByteArray("[![a](b)](www.c.de) ").repeated(20'000)), Lines());
        QCOMPARE(rescanned(QByteArray("[[1, 2], [3, 4]] ").repeated(50'000) + "![a](b)"), Lines());
    }

    void budgetEndsWithEnoughForTheRest()
    {
        ParseBudget budget(300'000);
        const int rest = budget.rest().cpuMilliseconds + budget.whole().cpuMilliseconds;
        int deaths = 0;
        while (budget.maySearch()) {
            budget.spend(1000 * budget.part(300'000).cpuMilliseconds);
            ++deaths;
        }
        QVERIFY(deaths >= 3 && deaths < 20);
        const int all = budget.spentMilliseconds() + rest;
        // 2 s of optimised code; others have as much more as a part of one byte has.
        const int slowness = ParseBudget(0).part(0).cpuMilliseconds / 60;
        QVERIFY2(all <= slowness * 2000, qPrintable(QString::number(all)));
    }

    void budgetGrowsWithTheText()
    {
        QVERIFY(ParseBudget(10'000'000).whole().cpuMilliseconds >
                ParseBudget(1000).whole().cpuMilliseconds);
        // Sanitizers need several times as much, for whatever is parsed.
        const qint64 memoryUse = ParseBudget(0).whole().memoryBytes / 112'000'000;
        QVERIFY(memoryUse >= 1);
        QVERIFY(ParseBudget(10'000'000).whole().memoryBytes > memoryUse * 1'000'000'000);
        QVERIFY(ParseBudget(450'000).whole().memoryBytes < memoryUse * 200'000'000);
        ParseBudget budget(0);
        budget.spend(1500);
        QCOMPARE(budget.spentMilliseconds(), 1);
        QVERIFY(budget.mayBisect());
    }
};

QTEST_GUILESS_MAIN(MarkdownGuardTest)
#include "test_markdown_guard.moc"
