#include "support/table_folder.h"

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// Tables that grow, are replaced, damaged or hostile.
class TableFollowingTest : public QObject, private TableFolder
{
    Q_OBJECT

private slots:
    void init() { start(); }

    void readsOnlyWhatIsNew();
    void whatIsAsItWasIsNotLookedAtAgain();
    void halfALineWaits();
    void aLastLineWithoutEndIsRead();
    void aReplacedFileIsReadAnew();
    void countsWhatCannotBeRead();
    void namesAgainInTheMiddle();
    void hostileFilesEnd();
};

void TableFollowingTest::readsOnlyWhatIsNew()
{
    write(u"a.csv"_s, "step,loss\n");
    for (int i = 0; i < 1000; ++i)
        append(u"a.csv"_s, QByteArray::number(i) + ",1\n");
    QCOMPARE(runs().size(), 1);
    const quint64 seen = m_seen;
    QCOMPARE(runs().size(), 1);
    QCOMPARE(m_seen, seen);
    // Had it been read anew, the change of a line far behind the beginning would be seen.
    QFile file(m_folder->filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QVERIFY(text.size() < 64 * 1024);
    for (int i = 1000; i < 20'000; ++i)
        text += QByteArray::number(i) + ",1\n";
    QVERIFY(file.resize(0));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QCOMPARE(values(u"a.csv"_s, u"loss"_s).size(), 20'000U);
    text.replace(text.size() - 2, 1, "9"); // the last value, which was read
    text += "20000,3\n";
    write(u"a.csv"_s, text);
    const Numbers loss = values(u"a.csv"_s, u"loss"_s);
    QCOMPARE(loss[19'999], 1);
    QCOMPARE(loss[20'000], 3);
}

void TableFollowingTest::whatIsAsItWasIsNotLookedAtAgain()
{
    const QByteArray data = "name,weight\nana,1.5\nbob,2.5\n";
    const QByteArray training = "epoch,loss_\n0,1.5\n1,2.5\n2,3\n";
    QCOMPARE(training.size(), data.size());
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    const auto setTime = [&](const QDateTime &modified) {
        QFile file(m_folder->filePath(u"a.csv"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(modified, QFileDevice::FileModificationTime));
    };
    write(u"a.csv"_s, data);
    setTime(time);
    QVERIFY(runs().isEmpty());
    write(u"a.csv"_s, training);
    setTime(time); // as it was, for all that a listing shows
    QVERIFY(runs().isEmpty());
    setTime(time.addSecs(1));
    QCOMPARE(runs().size(), 1);
}

void TableFollowingTest::halfALineWaits()
{
    write(u"a.csv"_s, "step,loss\n1,0.5\n");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5}));
    append(u"a.csv"_s, "2,0.2");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5}));
    append(u"a.csv"_s, "5\n3");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5, 0.25}));
    append(u"a.csv"_s, ",0.125\n");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5, 0.25, 0.125}));

    write(u"a.jsonl"_s, "{\"step\": 1, \"x\": 1}\n{\"step\": 2, ");
    QCOMPARE(values(u"a.jsonl"_s, u"x"_s), (Numbers{1}));
    append(u"a.jsonl"_s, "\"x\": 2}\n");
    QCOMPARE(values(u"a.jsonl"_s, u"x"_s), (Numbers{1, 2}));
    QCOMPARE(m_index->warnings(), QStringList());
}

void TableFollowingTest::aLastLineWithoutEndIsRead()
{
    write(u"a.csv"_s, "step,loss\n1,0.5\n2,0.25");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5, 0.25}));
    append(u"a.csv"_s, "\n3,0.125"); // a writer that puts the end of a line before the next
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5, 0.25}));
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5, 0.25, 0.125})); // has not grown
    append(u"a.csv"_s, "9\n"); // it was half a line after all
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.5, 0.25, 0.1259}));
    write(u"a.jsonl"_s, "{\"step\": 1, \"x\": 1}\n{\"step\": 2, \"x\": 2}");
    QCOMPARE(values(u"a.jsonl"_s, u"x"_s), (Numbers{1, 2}));
    append(u"a.jsonl"_s, "\n{\"step\": 3, \"x\": 3}");
    QCOMPARE(values(u"a.jsonl"_s, u"x"_s), (Numbers{1, 2, 3}));
}

void TableFollowingTest::aReplacedFileIsReadAnew()
{
    write(u"a.csv"_s, "step,loss\n1,1\n2,1\n3,1\n");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s).size(), 3U);
    write(u"a.csv"_s, "step,loss\n1,2\n");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{2}));
    write(u"a.csv"_s, "step,acc,loss\n1,2,3\n2,3,4\n3,4,5\n4,5,6\n");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{3, 4, 5, 6}));
    QVERIFY(QFile::remove(m_folder->filePath(u"a.csv"_s)));
    QCOMPARE(runs().size(), 0);
}

void TableFollowingTest::countsWhatCannotBeRead()
{
    write(u"a.csv"_s, "step,loss\n1,1\nx,2\n3,three\n4,4,4\n,5\n6,6\n");
    QCOMPARE(runs().size(), 1);
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{1, 5, 6}));
    // A row without a step is of the step before.
    QCOMPARE(steps(u"a.csv"_s, u"loss"_s), (Numbers{1, 3, 6}));
    QCOMPARE(m_index->warnings(),
             QStringList{u"a.csv: 3 line(s) cannot be read, the first is line 3"_s});
    write(u"b.jsonl"_s, "{\"step\": 1, \"x\": 1}\nTraceback\n{\"step\": 2, \"x\": 2}\n");
    QCOMPARE(values(u"b.jsonl"_s, u"x"_s), (Numbers{1, 2}));
    QCOMPARE(runs().size(), 2);
    QVERIFY(
        m_index->warnings().contains(u"b.jsonl: 1 line(s) cannot be read, the first is line 2"_s));
    // Quotes that nothing closes hide their own line only.
    write(u"c.csv"_s, "step,loss\n1,1\n2,\"2\n3,3\n4,4\n");
    QCOMPARE(values(u"c.csv"_s, u"loss"_s), (Numbers{1, 3, 4}));
    write(u"d.csv"_s, "step,note,loss\n1,\"two\nlines, \"\"quoted\"\"\",1\nx,,\n2,,2\n");
    QCOMPARE(values(u"d.csv"_s, u"loss"_s), (Numbers{1, 2}));
    QCOMPARE(runs()[3].config, (QVariantMap{{u"note"_s, u"two\nlines, \"quoted\""_s}}));
    QVERIFY(
        m_index->warnings().contains(u"d.csv: 1 line(s) cannot be read, the first is line 4"_s));
}

void TableFollowingTest::namesAgainInTheMiddle()
{
    write(u"a.csv"_s, "epoch,loss\n0,1\n1,2\nepoch,acc,loss\n2,0.5,3\n");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{1, 2, 3}));
    QCOMPARE(values(u"a.csv"_s, u"acc"_s), (Numbers{0.5}));
    QCOMPARE(m_index->warnings(), QStringList());
    write(u"b.csv"_s, "epoch,loss,loss,\n0,1,2,3\n");
    QCOMPARE(values(u"b.csv"_s, u"loss.1"_s), (Numbers{2}));
}

void TableFollowingTest::hostileFilesEnd()
{
    const QByteArray longLine = "2," + QByteArray(20 << 20, '7') + "\n";
    write(u"a.csv"_s, "step,loss\n1,1\n" + longLine + "3,3\n");
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{1, 3}));
    QCOMPARE(runs().size(), 1);
    QVERIFY(m_index->warnings().contains(u"a.csv: lines of more than 4 MB are passed over"_s));
    QVERIFY(
        m_index->warnings().contains(u"a.csv: 1 line(s) cannot be read, the first is line 3"_s));

    QByteArray wide = "step";
    for (int i = 0; i < 1'000'000; ++i)
        wide += ",c" + QByteArray::number(i);
    write(u"b.csv"_s, wide + "\n1" + QByteArray(",1").repeated(1'000'000) + "\n");
    QCOMPARE(runs().size(), 1);
    QVERIFY(
        m_index->warnings().contains(u"The table “b.csv” is not read: its lines are too long."_s));

    QByteArray keys;
    for (int i = 0; i < 12'000; ++i)
        keys += "{\"step\": 1, \"k" + QByteArray::number(i) + "\": 1}\n";
    write(u"c.jsonl"_s, keys);
    QCOMPARE(runs().size(), 2);
    QCOMPARE(runs()[1].metrics.size(), 10'000);
    QVERIFY(m_index->warnings().contains(u"c.jsonl: there are too many columns to read all"_s));

    write(u"d.jsonl"_s, "{\"step\": 1, \"x\": 1}\n" + QByteArray(1'000'000, '[') +
                            "\n{\"step\": 2, \"x\": " + QByteArray("{\"a\":").repeated(900) + "1" +
                            QByteArray("}").repeated(900) + "}\n{\"step\": 3, \"x\": 3}\n");
    QCOMPARE(values(u"d.jsonl"_s, u"x"_s), (Numbers{1, 3}));
    write(u"e.csv"_s, "step,loss\n1,1\n" + QByteArray("2,\"\n").repeated(2'000'000) + "3,3\n");
    QCOMPARE(values(u"e.csv"_s, u"loss"_s).front(), 1);
}

QTEST_GUILESS_MAIN(TableFollowingTest)
#include "test_table_following.moc"
