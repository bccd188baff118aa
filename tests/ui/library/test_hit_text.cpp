#include "ui/library/hit_text.h"

#include <QFont>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestHitText : public QObject
{
    Q_OBJECT

private slots:
    void breaksAtSpaces();
    void endsInAnEllipsis();
    void marksHitsAcrossLines();
    void takesAnything_data();
    void takesAnything();
};

void TestHitText::breaksAtSpaces()
{
    const QFontMetrics metrics{QFont()};
    const int width = metrics.horizontalAdvance(u"one two thr"_s);
    const auto lines = hitLines(u"one two\n three"_s, metrics, width, 3);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).text.trimmed(), u"one two"_s);
    QCOMPARE(lines.at(1).text, u"three"_s);
}

void TestHitText::endsInAnEllipsis()
{
    const QFontMetrics metrics{QFont()};
    const int width = metrics.horizontalAdvance(u"one two three"_s);
    const auto lines =
        hitLines(u"one two three four five six seven eight nine ten"_s, metrics, width, 2);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.last().text.endsWith(u'…'), qPrintable(lines.last().text));
    QVERIFY(metrics.horizontalAdvance(lines.last().text) <= width);
}

void TestHitText::marksHitsAcrossLines()
{
    const QFontMetrics metrics{QFont()};
    const int width = metrics.horizontalAdvance(u"the gradient "_s) + 2;
    const auto lines = hitLines(u"the \x02gradient\x03 \x02"
                                u"explodes\x03 here"_s,
                                metrics, width, 3);
    QCOMPARE(lines.at(0).marks.size(), 1);
    QCOMPARE(
        lines.at(0).text.mid(lines.at(0).marks.first().start, lines.at(0).marks.first().length),
        u"gradient"_s);
    QCOMPARE(
        lines.at(1).text.mid(lines.at(1).marks.first().start, lines.at(1).marks.first().length),
        u"explodes"_s);
    for (const HitLine &line : lines)
        QVERIFY(!line.text.contains(u'\x02') && !line.text.contains(u'\x03'));
}

void TestHitText::takesAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u"   \n\t "_s;
    QTest::newRow("one long word") << QString(5000, u'x');
    QTest::newRow("only an opening mark") << u"a \x02"
                                             u"bc"_s;
    QTest::newRow("marks in the wrong order") << u"a\x03 b\x02 c"_s;
    QTest::newRow("empty mark") << u"\x02\x03"_s;
}

void TestHitText::takesAnything()
{
    QFETCH(QString, text);
    const QFontMetrics metrics{QFont()};
    for (const int width : {1, 40, 4000}) {
        const auto lines = hitLines(text, metrics, width, 2);
        QVERIFY(lines.size() <= 2);
        for (const HitLine &line : lines) {
            for (const HitLine::Mark &mark : line.marks)
                QVERIFY(mark.start >= 0 && mark.length > 0 &&
                        mark.start + mark.length <= line.text.size());
        }
    }
}

QTEST_MAIN(TestHitText)

#include "test_hit_text.moc"
