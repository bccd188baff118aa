#include "core/markdown/line_scanner.h"
#include "core/markdown/line_starts.h"
#include "core/markdown/refused_text.h"
#include "core/markdown/text_splice.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;

namespace {

QByteArrayList linesOf(QByteArrayView text)
{
    QByteArrayList lines;
    LineScanner scanner(text);
    while (scanner.next())
        lines += scanner.line().toByteArray();
    return lines;
}

/// Words and line ends of all kinds.
QByteArray randomText(QRandomGenerator &random, int pieces)
{
    const QByteArrayList kinds{"a", "bc", "\n", "\r\n", "\r", "\n\n", " "};
    QByteArray text;
    for (int i = 0; i < pieces; ++i)
        text += kinds[random.bounded(int(kinds.size()))];
    return text;
}

} // namespace

/// Lines: what they are, where they start, and how they are taken out.
class TextLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void linesEndInThreeWays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("lines");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &lines) {
            QTest::newRow(name) << text << lines;
        };
        row("nothing", "", {});
        row("one", "a", {"a"});
        row("an end at the end starts no line", "a\n", {"a"});
        row("LF", "a\nb", {"a", "b"});
        row("CR LF", "a\r\nb\r\n", {"a", "b"});
        row("CR", "a\rb\r", {"a", "b"});
        row("blank lines", "\n\r\n\r\n\ra", {"", "", "", "", "a"});
        row("mixed", "a\rb\nc\r\nd", {"a", "b", "c", "d"});
        row("NUL", QByteArray("a\0b\nc", 5), {QByteArray("a\0b", 3), "c"});
    }

    void linesEndInThreeWays()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, lines);
        QCOMPARE(linesOf(text), lines);
    }

    void startsAreWhereTheScannerSays()
    {
        const QByteArray text = "a\nbc\r\n\rd";
        const LineStarts starts(text);
        QCOMPARE(starts.count(), 4);
        const QVector<qsizetype> expected{0, 2, 6, 7, 8};
        for (int line = 0; line < expected.size(); ++line)
            QCOMPARE(starts.start(line), expected[line]);
        const QVector<int> lineOfByte{0, 0, 1, 1, 1, 1, 2, 3, 3};
        for (int offset = 0; offset < lineOfByte.size(); ++offset)
            QCOMPARE(starts.lineAt(offset), lineOfByte[offset]);
        QCOMPARE(LineStarts().count(), 0);
        QCOMPARE(LineStarts().lineAt(0), 0);
        QCOMPARE(LineStarts().start(0), 0);
    }

    void replacedLinesStartWhereThoseOfTheNewTextDo()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 300; ++round) {
            QByteArray text = randomText(random, random.bounded(40)) + "x\n";
            LineStarts starts(text);
            const int first = random.bounded(starts.count());
            const int end = first + random.bounded(starts.count() - first + 1);
            QByteArray part = randomText(random, random.bounded(10));
            // Whole lines: what is behind must not join what is new.
            if (!part.isEmpty())
                part += "y\n";
            const qsizetype begin = starts.start(first);
            if (text.first(begin).endsWith('\r'))
                continue; // a line feed behind it would belong to it
            const QByteArray after = text.first(begin) + part + text.mid(starts.start(end));
            starts.replace(first, end, part);
            const LineStarts fresh(after);
            QCOMPARE(starts.count(), fresh.count());
            for (int line = 0; line <= fresh.count(); ++line)
                QCOMPARE(starts.start(line), fresh.start(line));
        }
    }

    void linesAreCountedAsTheParserDoes()
    {
        QCOMPARE(countLines(""), 0);
        QCOMPARE(countLines("a"), 1);
        QCOMPARE(countLines("a\n"), 1);
        QCOMPARE(countLines("a\n\n"), 2);
        QCOMPARE(countLines("a\r\nb"), 2);
    }

    void refusalsAreMerged()
    {
        const auto unparsable = RefusalReason::Unparsable;
        const auto table = RefusalReason::TableTooLarge;
        QCOMPARE(mergedRefusals({}), QVector<RefusedLines>());
        QCOMPARE(mergedRefusals({{5, 6, table}, {1, 2, unparsable}}),
                 (QVector<RefusedLines>{{1, 2, unparsable}, {5, 6, table}}));
        QCOMPARE(mergedRefusals({{1, 4, table}, {2, 3, unparsable}, {4, 8, unparsable}}),
                 (QVector<RefusedLines>{{1, 8, table}}));
        QCOMPARE(mergedRefusals({{1, 2, table}, {3, 4, table}}).size(), 2);
    }

    void refusedLinesBecomeBlank()
    {
        const QByteArray text = "ab\ncd\r\nef\rgh";
        QCOMPARE(withoutLines(text, {}), text);
        QCOMPARE(withoutLines(text, {{1, 2}}), QByteArray("ab\n  \r\n  \rgh"));
        QCOMPARE(withoutLines(text, {{0, 0}, {3, 9}}), QByteArray("  \ncd\r\nef\r  "));
    }

    void splicesGiveTheNextText()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 500; ++round) {
            const QByteArray before = randomText(random, random.bounded(12));
            const QByteArray after = randomText(random, random.bounded(12));
            const TextSplice splice = spliceBetween(before, after);
            const auto applied = applySplice(before, splice);
            QVERIFY(applied);
            QCOMPARE(*applied, after);
        }
    }

    void aSpliceIsNoLargerThanTheChange()
    {
        const TextSplice typed = spliceBetween("abcdef", "abcXdef");
        QCOMPARE(typed.offset, 3);
        QCOMPARE(typed.removed, 0);
        QCOMPARE(typed.inserted, QByteArray("X"));
        const TextSplice repeated = spliceBetween("aaa", "aa");
        QCOMPARE(repeated.removed, 1);
        QVERIFY(repeated.inserted.isEmpty());
        QVERIFY(spliceBetween("same", "same").inserted.isEmpty());
    }

    void splicesThatDoNotFitAreErrors()
    {
        for (const TextSplice &splice :
             {TextSplice{-1, 0, {}}, TextSplice{0, -1, {}}, TextSplice{0, 4, {}},
              TextSplice{4, 0, {}}, TextSplice{2, 2, {}},
              TextSplice{std::numeric_limits<qint64>::max(), 1, {}},
              TextSplice{1, std::numeric_limits<qint64>::max(), {}}})
            QVERIFY(!applySplice("abc", splice));
    }
};

QTEST_GUILESS_MAIN(TextLinesTest)
#include "test_text_lines.moc"
