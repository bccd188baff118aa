#include "core/report/text_frames.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// "line:text" of each frame; those in code in brackets.
QStringList framesOf(const QString &text)
{
    QStringList result;
    for (const TextFrame &frame : textFrames(text)) {
        const QString own = text.mid(frame.start, frame.length);
        const QString shown = QString::number(frame.line) + u':' + own;
        result << (frame.isCode ? u'[' + shown + u']' : shown);
    }
    return result;
}

const QString f = u"<iframe src=\"a\"></iframe>"_s;

} // namespace

/// Where the frames of a text are.
class TestTextFrames : public QObject
{
    Q_OBJECT

private slots:
    void places_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << u"text <b>x</b> <iframes></iframes>"_s << QStringList();
        QTest::newRow("block and inline")
            << u"a\n\n"_s + f + u"\n\nb "_s + f << QStringList{u"2:"_s + f, u"4:"_s + f};
        QTest::newRow("windows") << u"a\r\n\r\n"_s + f << QStringList{u"2:"_s + f};
        QTest::newRow("tag over lines")
            << u"<iframe\n a='>'\n></iframe>\n"_s + f
            << QStringList{u"0:<iframe\n a='>'\n></iframe>"_s, u"3:"_s + f};
        QTest::newRow("not closed")
            << u"<iframe a>\n"_s + f << QStringList{u"0:<iframe a>"_s, u"1:"_s + f};
        QTest::newRow("no tag") << u"<iframe a=\"b"_s << QStringList();
        QTest::newRow("escaped") << u"\\"_s + f << QStringList();
        QTest::newRow("comment") << u"<!-- "_s + f + u" -->"_s + f << QStringList{u"0:"_s + f};
        QTest::newRow("code span")
            << u"`"_s + f + u"` "_s + f << QStringList{u"[0:"_s + f + u']', u"0:"_s + f};
        QTest::newRow("tick alone") << u"`"_s + f << QStringList{u"0:"_s + f};
        QTest::newRow("fence") << u"```html\n"_s + f + u"\n```\n"_s + f
                               << QStringList{u"[1:"_s + f + u']', u"3:"_s + f};
        QTest::newRow("fence in fence") << u"````\n```\n"_s + f + u"\n```\n````\n"_s + f
                                        << QStringList{u"[2:"_s + f + u']', u"5:"_s + f};
        QTest::newRow("open fence") << u"~~~\n\n"_s + f << QStringList{u"[2:"_s + f + u']'};
        QTest::newRow("indented") << u"a\n\n    "_s + f + u"\n    "_s + f + u"\n"_s + f
                                  << QStringList{u"[2:"_s + f + u']', u"[3:"_s + f + u']',
                                                 u"4:"_s + f};
        QTest::newRow("continued paragraph") << u"a\n    "_s + f << QStringList{u"1:"_s + f};
        QTest::newRow("in a list") << u"- a\n\n    "_s + f << QStringList{u"2:"_s + f};
        QTest::newRow("behind a list")
            << u"- a\n\nb\n\n    "_s + f << QStringList{u"[4:"_s + f + u']'};
        QTest::newRow("quoted") << u"> "_s + f << QStringList{u"0:"_s + f};
    }

    void places()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(framesOf(text), expected);
    }

    void attributes()
    {
        const QString tag = u"<iframe a  b = c d='e f' G=\"h>\" /i=j/k>rest"_s;
        QStringList found;
        for (const TagAttribute &one : tagAttributes(tag))
            found << one.name + u'=' + tag.mid(one.valueStart, one.valueLength);
        QCOMPARE(found, (QStringList{u"a="_s, u"b=c"_s, u"d=e f"_s, u"g=h>"_s, u"i=j/k"_s}));
        QCOMPARE(tagEnd(tag, 0), tag.indexOf(u"rest"_s));
        QVERIFY(tagAttributes(u"<iframe>"_s).isEmpty());
        QVERIFY(tagAttributes(u"<iframe a=\"b"_s).size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestTextFrames)
#include "test_text_frames.moc"
