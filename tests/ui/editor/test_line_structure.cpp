#include "ui/editor/line_structure.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// What a line holds, as text: where quote, indentation, marker and content begin, and the rest.
QString described(const QString &line)
{
    const LineStructure s = parseLine(line);
    QString text =
        u"q%1 i%2 m%3 c%4"_s.arg(s.quoteEnd).arg(s.indentEnd).arg(s.markerEnd).arg(s.contentStart);
    if (s.list == LineStructure::List::Bullet)
        text += u" bullet"_s + s.marker;
    if (s.list == LineStructure::List::Numbered)
        text += u" number%1"_s.arg(s.number) + s.marker;
    if (s.isTask())
        text += s.taskDone ? u" done"_s : u" open"_s;
    if (s.headingLevel > 0)
        text += u" h%1"_s.arg(s.headingLevel);
    return text;
}

} // namespace

/// What stands at the start of a line, which every command for lines goes by.
class LineStructureTest : public QObject
{
    Q_OBJECT

private slots:
    void lines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &line, const QString &expected) {
            QTest::newRow(qPrintable(line.isEmpty() ? u"(empty)"_s : line)) << line << expected;
        };
        row({}, u"q0 i0 m0 c0"_s);
        row(u"text"_s, u"q0 i0 m0 c0"_s);
        row(u"   text"_s, u"q0 i3 m3 c3"_s);
        row(u"- a"_s, u"q0 i0 m2 c2 bullet-"_s);
        row(u"  * a"_s, u"q0 i2 m4 c4 bullet*"_s);
        row(u"+"_s, u"q0 i0 m1 c1 bullet+"_s);
        row(u"-a"_s, u"q0 i0 m0 c0"_s);
        row(u"12. a"_s, u"q0 i0 m4 c4 number12."_s);
        row(u"3) a"_s, u"q0 i0 m3 c3 number3)"_s);
        row(u"3)a"_s, u"q0 i0 m0 c0"_s);
        row(u"1234567890. a"_s, u"q0 i0 m0 c0"_s); // CommonMark: at most nine digits
        row(u"- [ ] a"_s, u"q0 i0 m2 c6 bullet- open"_s);
        row(u"- [x] a"_s, u"q0 i0 m2 c6 bullet- done"_s);
        row(u"- [X]"_s, u"q0 i0 m2 c5 bullet- done"_s);
        row(u"1. [ ] a"_s, u"q0 i0 m3 c7 number1. open"_s);
        row(u"- [y] a"_s, u"q0 i0 m2 c2 bullet-"_s);
        row(u"- [ ]a"_s, u"q0 i0 m2 c2 bullet-"_s);
        row(u"[ ] a"_s, u"q0 i0 m0 c0"_s);
        row(u"# a"_s, u"q0 i0 m0 c2 h1"_s);
        row(u"###### a"_s, u"q0 i0 m0 c7 h6"_s);
        row(u"####### a"_s, u"q0 i0 m0 c0"_s);
        row(u"#a"_s, u"q0 i0 m0 c0"_s);
        row(u"##"_s, u"q0 i0 m0 c2 h2"_s);
        row(u"> a"_s, u"q2 i2 m2 c2"_s);
        row(u">a"_s, u"q1 i1 m1 c1"_s);
        row(u"> > - a"_s, u"q4 i4 m6 c6 bullet-"_s);
        row(u">> ## a"_s, u"q3 i3 m3 c6 h2"_s);
        row(u"- # a"_s, u"q0 i0 m2 c4 bullet- h1"_s);
        row(u"- - -"_s, u"q0 i0 m0 c0"_s); // a rule
        row(u"> ***"_s, u"q2 i2 m2 c2"_s);
    }

    void lines()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        QCOMPARE(described(line), expected);
    }

    void rules_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isRule");
        for (const char *line : {"---", "***", "___", " - - -", "-----------", "*\t*\t*"})
            QTest::newRow(line) << QString::fromLatin1(line) << true;
        for (const char *line : {"", "--", "-*-", "--- a", "===", "- -", "   "})
            QTest::newRow(qPrintable(u"no: "_s + QString::fromLatin1(line)))
                << QString::fromLatin1(line) << false;
    }

    void rules()
    {
        QFETCH(QString, line);
        QFETCH(bool, isRule);
        QCOMPARE(isThematicBreak(line), isRule);
    }

    void fences_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("length");
        const auto row = [](const char *line, int length) {
            QTest::newRow(line) << QString::fromLatin1(line) << length;
        };
        row("```", 3);
        row("````python", 4);
        row("~~~~~", 5);
        row("  ```", 3);
        row("``", 0);
        row("``` a ` b", 0); // a code span, not a fence
        row("~~~ a ` b", 3);
        row("```a```", 0);
        row("text ```", 0);
        row("``~", 0);
    }

    void fences()
    {
        QFETCH(QString, line);
        QFETCH(int, length);
        QCOMPARE(fenceLength(line), length);
    }
};

QTEST_GUILESS_MAIN(LineStructureTest)
#include "test_line_structure.moc"
