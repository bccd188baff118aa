#include "ui/editor/text_search.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// `marks`: a letter for each option, "r" expression, "c" case, "w" whole words.
TextSearch search(const QString &pattern, const QString &marks = {})
{
    const Result<TextSearch> compiled = TextSearch::compile(
        {pattern, marks.contains(u'r'), marks.contains(u'c'), marks.contains(u'w')});
    if (!compiled)
        qFatal("%s", qPrintable(compiled.error().message));
    return *compiled;
}

/// Where everything is that is found, as "start+length".
QString allMatches(const TextSearch &search, const QString &text)
{
    QStringList places;
    for (const SearchMatch &match : search.matchesIn(text, 0, int(text.size())))
        places.append(u"%1+%2"_s.arg(match.start).arg(match.length));
    return places.join(u' ');
}

} // namespace

class TextSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("marks");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("places");
        const auto row = [](const char *name, const QString &pattern, const QString &marks,
                            const QString &text, const QString &places) {
            QTest::newRow(name) << pattern << marks << text << places;
        };
        row("plain", u"a"_s, {}, u"aba"_s, u"0+1 2+1"_s);
        row("any case", u"A"_s, {}, u"aBA"_s, u"0+1 2+1"_s);
        row("this case", u"A"_s, u"c"_s, u"aBA"_s, u"2+1"_s);
        row("signs are signs", u"a.*(b"_s, {}, u"a.*(b axx(b"_s, u"0+5"_s);
        row("umlauts in any case", u"ÄÖ"_s, {}, u"äö"_s, u"0+2"_s);
        row("whole words", u"los"_s, u"w"_s, u"los loss (los)"_s, u"0+3 10+3"_s);
        row("whole words with umlauts", u"Gr"_s, u"w"_s, u"Größe Gr"_s, u"6+2"_s);
        row("whole words of an expression", u"a|b"_s, u"rw"_s, u"a ab b"_s, u"0+1 5+1"_s);
        row("expression", u"\\d+"_s, u"r"_s, u"a12b3"_s, u"1+2 4+1"_s);
        row("lines have ends", u"^a$"_s, u"r"_s, u"a\nab\na"_s, u"0+1 5+1"_s);
        row("over lines", u"a\\nb"_s, u"r"_s, u"a\nb"_s, u"0+3"_s);
        row("letters of two units", u"🌿"_s, {}, u"a🌿b🌿"_s, u"1+2 4+2"_s);
        row("nothing", u"x"_s, {}, u"abc"_s, {});
        row("empty matches are none", u"x*"_s, u"r"_s, u"ab"_s, {});
    }

    void matches()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, marks);
        QFETCH(QString, text);
        QFETCH(QString, places);
        QCOMPARE(allMatches(search(pattern, marks), text), places);
    }

    void goesRoundInBothDirections()
    {
        const TextSearch a = search(u"a"_s);
        const QString text = u"a b a b a"_s;
        QCOMPARE(a.next(text, 0)->start, 0);
        QCOMPARE(a.next(text, 1)->start, 4);
        QCOMPARE(a.next(text, 9)->start, 0);
        QCOMPARE(a.previous(text, 9)->start, 8);
        QCOMPARE(a.previous(text, 8)->start, 4);
        QCOMPARE(a.previous(text, 0)->start, 8);
        QVERIFY(!a.next(u"bbb"_s, 0) && !a.previous(u"bbb"_s, 3));
    }

    void countsUpToALimit()
    {
        const TextSearch a = search(u"a"_s);
        const QString text = u"a"_s.repeated(100);
        QCOMPARE(a.count(text, 10, 1000).total, 100);
        QCOMPARE(a.count(text, 10, 1000).before, 10);
        QCOMPARE(a.count(text, 90, 50).total, 50);
    }

    void onlyAPartIsLookedThrough()
    {
        const TextSearch a = search(u"a"_s);
        const QVector<SearchMatch> found = a.matchesIn(u"a a a a"_s, 1, 5);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().start, 2);
    }

    void manyHitsTakeLinearTime()
    {
        // Quadratic work would take minutes and run into the test's time limit.
        const QString text = u"a line\n"_s.repeated(500'000);
        QCOMPARE(search(u"line"_s).matchesIn(text, 0, int(text.size())).size(), 500'000);
    }

    void replacements_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("marks");
        QTest::addColumn<QString>("replacement");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &pattern, const QString &marks,
                            const QString &replacement, const QString &before,
                            const QString &after) {
            QTest::newRow(name) << pattern << marks << replacement << before << after;
        };
        row("plain", u"a"_s, {}, u"b"_s, u"aXa"_s, u"bXb"_s);
        row("to nothing", u"a"_s, {}, {}, u"aXa"_s, u"X"_s);
        row("plain keeps signs", u"a"_s, {}, u"\\1\\n"_s, u"a"_s, u"\\1\\n"_s);
        row("groups", u"(\\w+)=(\\w+)"_s, u"r"_s, u"\\2: \\1"_s, u"a=b c=d"_s, u"b: a d: c"_s);
        row("a group that is not there", u"(a)"_s, u"r"_s, u"<\\5>"_s, u"a"_s, u"<>"_s);
        row("line feed and tab", u","_s, u"r"_s, u"\\n\\t"_s, u"a,b"_s, u"a\n\tb"_s);
        row("a backslash", u","_s, u"r"_s, u"\\\\"_s, u"a,b"_s, u"a\\b"_s);
        row("a backslash at the end", u","_s, u"r"_s, u"x\\"_s, u"a,b"_s, u"ax\\b"_s);
        row("what is put in is not searched again", u"a"_s, {}, u"aa"_s, u"aa"_s, u"aaaa"_s);
        row("at every line's start", u"^"_s, u"r"_s, u"> "_s, u"a\nb"_s, u"> a\n> b"_s);
    }

    void replacements()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, marks);
        QFETCH(QString, replacement);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QCOMPARE(*search(pattern, marks).replaceAll(before, replacement), after);
    }

    void nothingFoundIsNothingReplaced() { QVERIFY(!search(u"x"_s).replaceAll(u"abc"_s, u"y"_s)); }

    void oneReplacementKnowsItsSurroundings()
    {
        // The match is looked at where it is: what stands in front of it counts.
        const TextSearch digits = search(u"(?<=b)(\\d)"_s, u"r"_s);
        const QString text = u"a1 b2"_s;
        const SearchMatch match = *digits.next(text, 0);
        QCOMPARE(match.start, 4);
        QCOMPARE(digits.replacementFor(text, match, u"<\\1>"_s), u"<2>"_s);
    }

    void whatIsNoExpressionIsExplained_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern : {"(", "[a", "a{2,1}", "\\", "(?<n"})
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }

    void whatIsNoExpressionIsExplained()
    {
        QFETCH(QString, pattern);
        const Result<TextSearch> broken = TextSearch::compile({pattern, true, false, false});
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, ErrorCode::InvalidInput);
        QVERIFY2(broken.error().message.contains(u"character"_s),
                 qPrintable(broken.error().message));
        // The same as plain text is fine.
        QVERIFY(TextSearch::compile({pattern, false, false, false}));
    }
};

QTEST_GUILESS_MAIN(TextSearchTest)
#include "test_text_search.moc"
