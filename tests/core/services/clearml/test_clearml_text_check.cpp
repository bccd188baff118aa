#include "core/services/clearml/clearml_text_check.h"

#include "support/test_clock.h"

#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QString frame(const QString &name)
{
    return u"<iframe src=\"https://h/widgets/?type=single&objects=1\" name=\""_s + name +
           u"\"></iframe>"_s;
}

const QString f = u"<iframe src=\"a\"></iframe>"_s;

QString mended(const QString &text)
{
    CountingIdSource ids;
    const QString result = mendedClearmlText(text, clearmlMends(text, ids));
    // What is mended needs no more.
    return clearmlMends(result, ids).isEmpty() ? result : u"not yet: "_s + result;
}

/// The text with `code` where "|" stands, and "|" where the cursor is then.
QString inserted(QString text, const QString &code = f)
{
    const qsizetype place = text.indexOf(u'|');
    text.remove(place, 1);
    CountingIdSource ids;
    const ClearmlInsertion insertion = clearmlInsertion(text, place, code, ids);
    text.insert(insertion.start, insertion.inserted);
    return text.insert(insertion.cursor, u'|');
}

QString newName(int n)
{
    return u"00000000-0000-0000-0000-%1"_s.arg(n, 12, 16, QLatin1Char('0'));
}

} // namespace

/// What a text needs so that the web app shows and saves it.
class TestClearmlTextCheck : public QObject
{
    Q_OBJECT

private slots:
    void blankLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: nothing to mend
        QTest::newRow("heading") << f + u"\n# A\ntext"_s << f + u"\n\n# A\ntext"_s;
        QTest::newRow("same line") << f + u"  **a**"_s << f + u"\n\n**a**"_s;
        QTest::newRow("windows") << f + u"\r\n# A\r\n"_s << f + u"\r\n\r\n# A\r\n"_s;
        QTest::newRow("fence") << f + u"\n```\na\n```"_s << f + u"\n\n```\na\n```"_s;
        QTest::newRow("address") << f + u"\n<https://a.b>"_s << f + u"\n\n<https://a.b>"_s;
        QTest::newRow("group") << u"<h2>m</h2>\n"_s + f + u'\n' + f + u"\ntext"_s
                               << u"<h2>m</h2>\n"_s + f + u'\n' + f + u"\n\ntext"_s;
        QTest::newRow("behind other HTML") << f + u"\n<br>\ntext"_s << f + u"\n<br>\n\ntext"_s;
        QTest::newRow("twice") << f + u"\na\n"_s + f + u"\nb"_s
                               << f + u"\n\na\n"_s + f + u"\n\nb"_s;
        QTest::newRow("quoted") << u"> "_s + f + u"\n> text"_s << u"> "_s + f + u"\n> \n> text"_s;
        QTest::newRow("behind a paragraph") << u"a\n"_s + f + u"\nb"_s << u"a\n"_s + f + u"\n\nb"_s;
        QTest::newRow("tag over lines")
            << u"<iframe\nsrc='a'\n></iframe>\ntext"_s << u"<iframe\nsrc='a'\n></iframe>\n\ntext"_s;
        QTest::newRow("behind an element") << u"<div>\n"_s + f + u"\n</div>\ntext"_s << QString();
        QTest::newRow("blank already") << f + u"\n\ntext"_s << QString();
        QTest::newRow("blank with spaces") << f + u"\n \t\ntext"_s << QString();
        QTest::newRow("at the end") << f << QString();
        QTest::newRow("frames only") << f + u'\n' + f + u'\n' << QString();
        QTest::newRow("inline") << u"see "_s + f + u" there\nand *here*"_s << QString();
        QTest::newRow("inside an element") << u"<div>\n"_s + f + u"\ntext\n</div>"_s << QString();
        QTest::newRow("in an element behind") << f + u"\n<div>\ntext\n</div>"_s << QString();
        QTest::newRow("in a fence") << u"```\n"_s + f + u"\n# A\n```"_s << QString();
        QTest::newRow("comment") << f + u"\n<!-- a -->\n"_s << QString();
        QTest::newRow("no frame") << u"<div></div>\ntext"_s << QString();
        QTest::newRow("behind a fence in one run")
            << u"```\n\n"_s + f + u"\n```\n"_s + f + u"\na"_s
            << u"```\n\n"_s + f + u"\n```\n"_s + f + u"\n\na"_s;
    }

    void blankLines()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(mended(text), expected.isEmpty() ? text : expected);
    }

    void placesAreTold()
    {
        CountingIdSource ids;
        const QString text = u"a\n\n"_s + frame(u"n"_s) + u"\n# B\n\n"_s + frame(u"n"_s);
        const QVector<ClearmlMend> mends = clearmlMends(text, ids);
        QCOMPARE(mends.size(), 2);
        QCOMPARE(mends[0].kind, ClearmlMend::Kind::BlankLine);
        QCOMPARE(mends[0].line, 3);
        QCOMPARE(mends[1].kind, ClearmlMend::Kind::FrameName);
        QCOMPARE(mends[1].line, 5);
        QVERIFY(mends[0].text() != mends[1].text());
    }

    void names()
    {
        const QString two = frame(u"n"_s) + u"\n\n"_s + frame(u"n"_s);
        QCOMPARE(mended(two), frame(u"n"_s) + u"\n\n"_s + frame(newName(1)));
        const QString other = frame(u"n"_s) + u"\n\n"_s + frame(u"m"_s);
        QCOMPARE(mended(other), other);
        QCOMPARE(mended(two + u"\n\n"_s + frame(u"n"_s)),
                 frame(u"n"_s) + u"\n\n"_s + frame(newName(1)) + u"\n\n"_s + frame(newName(2)));
        const QString unnamed = f + u"\n\n"_s + f;
        QCOMPARE(mended(unnamed), unnamed);
        const QString bare = u"<iframe name=n src=a></iframe>\n\n<iframe NAME = n></iframe>"_s;
        QCOMPARE(mended(bare), u"<iframe name=n src=a></iframe>\n\n<iframe NAME = "_s + newName(1) +
                                   u"></iframe>"_s);
    }

    /// The web app looks for names in code too; what code shows is not changed where it need not.
    void namesInCode()
    {
        const QString code = u"```\n"_s + frame(u"n"_s) + u"\n```\n"_s;
        QCOMPARE(mended(frame(u"n"_s) + u"\n\n"_s + code), frame(newName(1)) + u"\n\n"_s + code);
        QCOMPARE(mended(code + u'`' + frame(u"n"_s) + u'`'),
                 code + u'`' + frame(newName(1)) + u'`');
    }

    void insertion_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << u"|"_s << f + u"\n\n|"_s;
        QTest::newRow("at the end") << u"a\n\n|"_s << u"a\n\n"_s + f + u"\n\n|"_s;
        QTest::newRow("behind a paragraph") << u"a\n|"_s << u"a\n\n"_s + f + u"\n\n|"_s;
        QTest::newRow("end of a line") << u"a|"_s << u"a\n\n"_s + f + u"\n\n|"_s;
        QTest::newRow("within a line") << u"a|b\nc"_s << u"ab\n\n"_s + f + u"\n\n|c"_s;
        QTest::newRow("before a paragraph") << u"|a"_s << f + u"\n\n|a"_s;
        QTest::newRow("on a blank line") << u"a\n\n|\n\nb"_s << u"a\n\n"_s + f + u"\n\n|b"_s;
        QTest::newRow("between") << u"a\n\n|\nb"_s << u"a\n\n"_s + f + u"\n\n|b"_s;
        QTest::newRow("before a frame") << u"|"_s + f << f + u"\n|"_s + f;
        QTest::newRow("behind a frame") << f + u"\n|"_s << f + u'\n' + f + u"\n\n|"_s;
        QTest::newRow("indented") << u"  |  a"_s << f + u"\n\n|    a"_s;
        QTest::newRow("windows") << u"a\r\n|\r\nb\r\n"_s
                                 << u"a\r\n\r\n"_s + f + u"\r\n\r\n|b\r\n"_s;
        QTest::newRow("windows, within a line")
            << u"a|b\r\nc\r\n"_s << u"ab\r\n\r\n"_s + f + u"\r\n\r\n|c\r\n"_s;
    }

    void insertion()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const QString result = inserted(text);
        QCOMPARE(result, expected);
        CountingIdSource ids;
        QVERIFY(clearmlMends(QString(result).remove(u'|'), ids).isEmpty());
    }

    void insertedNamesAreNew()
    {
        QCOMPARE(inserted(frame(u"n"_s) + u"\n\n|"_s, frame(u"n"_s)),
                 frame(u"n"_s) + u"\n\n"_s + frame(newName(1)) + u"\n\n|"_s);
        QCOMPARE(inserted(u"|"_s, frame(u"n"_s) + u'\n' + frame(u"n"_s)),
                 frame(u"n"_s) + u'\n' + frame(newName(1)) + u"\n\n|"_s);
        // Names in code are taken too.
        QCOMPARE(inserted(u"`"_s + frame(u"n"_s) + u"`\n\n|"_s, frame(u"n"_s)),
                 u"`"_s + frame(u"n"_s) + u"`\n\n"_s + frame(newName(1)) + u"\n\n|"_s);
    }

    /// Hostile and large texts take no longer than they are.
    void largeTexts()
    {
        CountingIdSource ids;
        QString text;
        for (int i = 0; i < 3000; ++i)
            text += frame(u"same"_s) + u"\n# A\n\n"_s;
        QCOMPARE(clearmlMends(text, ids).size(), 2999 + 3000);
        QCOMPARE(mended(text).count(u"same"_s), 1);
        QVERIFY(clearmlMends(u"<iframe name=\""_s.repeated(2000), ids).size() < 2000);
        QVERIFY(clearmlMends(QString(200'000, u'`'), ids).isEmpty());
        QVERIFY(clearmlMends(QString(200'000, u'<'), ids).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClearmlTextCheck)
#include "test_clearml_text_check.moc"
