#include "core/report/text_diff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

using Kind = DiffLine::Kind;

/// Differences of texts by line.
class TextDiffTest : public QObject
{
    Q_OBJECT

    static QString changed(QString text, const QVector<TextChange> &changes)
    {
        for (auto change = changes.crbegin(); change != changes.crend(); ++change)
            text.replace(change->position, change->removed, change->inserted);
        return text;
    }

private slots:
    void linesOnly_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QVector<TextChange>>("changes");
        using Changes = QVector<TextChange>;
        QTest::newRow("equal") << u"a\nb\n"_s << u"a\nb\n"_s << Changes();
        QTest::newRow("both empty") << QString() << QString() << Changes();
        QTest::newRow("from nothing") << QString() << u"a\nb"_s << Changes{{0, 0, u"a\nb"_s}};
        QTest::newRow("to nothing") << u"a\nb"_s << QString() << Changes{{0, 3, QString()}};
        QTest::newRow("in a line")
            << u"a\nbee\nc\n"_s << u"a\nbeer\nc\n"_s << Changes{{2, 4, u"beer\n"_s}};
        QTest::newRow("above and below") << u"a\nb\nc\nd\n"_s << u"A\nb\nc\nD\n"_s
                                         << Changes{{0, 2, u"A\n"_s}, {6, 2, u"D\n"_s}};
        QTest::newRow("inserted") << u"a\nc\n"_s << u"a\nb\nc\n"_s << Changes{{2, 0, u"b\n"_s}};
        QTest::newRow("at the beginning") << u"b\n"_s << u"a\nb\n"_s << Changes{{0, 0, u"a\n"_s}};
        QTest::newRow("at the end") << u"a\n"_s << u"a\nb\n"_s << Changes{{2, 0, u"b\n"_s}};
        QTest::newRow("removed") << u"a\nb\nc\n"_s << u"a\nc\n"_s << Changes{{2, 2, QString()}};
        QTest::newRow("the last line's end")
            << u"a\nb"_s << u"a\nb\n"_s << Changes{{2, 1, u"b\n"_s}};
        QTest::newRow("characters that are two")
            << u"a\n\U0001F600\nc\n"_s << u"a\n\U0001F600!\nc\n"_s
            << Changes{{2, 3, u"\U0001F600!\n"_s}};
        QTest::newRow("null") << u"a"_s + QChar(0) + u"\nb\n"_s << u"a"_s + QChar(0) + u"\nc\n"_s
                              << Changes{{3, 2, u"c\n"_s}};
        QTest::newRow("half a character") << QString(QChar(0xd800)) << QString(QChar(0xdc00))
                                          << Changes{{0, 1, QString(QChar(0xdc00))}};
    }

    void linesOnly()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(textChanges(before, after), "changes");
        QCOMPARE(changed(before, textChanges(before, after)), after);
    }

    void leadsToTheOtherText()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const auto text = [&] {
            QString lines;
            for (int count = random.bounded(12); count > 0; --count)
                lines += QString(QChar(u'a' + random.bounded(4))) + u'\n';
            return random.bounded(3) == 0 ? lines + u'z' : lines;
        };
        for (int i = 0; i < 2000; ++i) {
            const QString before = text();
            const QString after = text();
            QCOMPARE(changed(before, textChanges(before, after)), after);
            QStringList kept;
            for (const DiffLine &line : diffLines(before, after, 100)) {
                if (line.kind != Kind::Removed)
                    kept.append(line.text);
            }
            const QString shown = after.endsWith(u'\n') ? after.chopped(1) : after;
            if (before != after)
                QCOMPARE(kept.join(u'\n'), shown);
        }
    }

    void readableWithWhatIsAround()
    {
        const QVector<DiffLine> lines = diffLines(u"1\n2\n3\n4\n5\n6\n7\n8\n9\n"_s,
                                                  u"1\n2\n3\nfour\n5\n6\n7\n8\n9\nten\n"_s, 1);
        const QVector<DiffLine> expected{{Kind::Gap, {}},         {Kind::Same, u"3"_s},
                                         {Kind::Removed, u"4"_s}, {Kind::Added, u"four"_s},
                                         {Kind::Same, u"5"_s},    {Kind::Gap, {}},
                                         {Kind::Same, u"9"_s},    {Kind::Added, u"ten"_s}};
        QCOMPARE(lines, expected);
        QVERIFY(diffLines(u"a"_s, u"a"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TextDiffTest)
#include "test_text_diff.moc"
