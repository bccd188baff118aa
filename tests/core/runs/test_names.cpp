#include "core/runs/natural_sort.h"
#include "core/runs/nearest_names.h"
#include "core/runs/run_label.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <random>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

Run runOf(const QString &name, int age = 0)
{
    Run run;
    run.id = RunId(name);
    run.name = name;
    run.created = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(age);
    return run;
}

QVector<Run> runsOf(const QStringList &names)
{
    QVector<Run> runs;
    for (const QString &name : names)
        runs.append(runOf(name));
    return runs;
}

} // namespace

class NamesTest : public QObject
{
    Q_OBJECT

private slots:
    void sortsAsPeopleDo()
    {
        const QStringList expected{u""_s,
                                   u"a"_s,
                                   u"a1"_s,
                                   u"a01b"_s,
                                   u"a2"_s,
                                   u"A10"_s,
                                   u"a10b"_s,
                                   u"b"_s,
                                   u"run2/x1"_s,
                                   u"run10"_s,
                                   u"run99999999999999999999998"_s,
                                   u"run99999999999999999999999"_s};
        QStringList names = expected;
        std::mt19937 random(std::random_device{}());
        for (int round = 0; round < 20; ++round) {
            std::shuffle(names.begin(), names.end(), random);
            naturalSort(names);
            QCOMPARE(names, expected);
        }
        QVERIFY(std::is_neq(naturalOrder(u"a01", u"a1")));
        QVERIFY(std::is_eq(naturalOrder(u"x", u"x")));
    }

    void findsWhatWasMeant_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("a letter missing") << u"val/los"_s << QStringList({u"val/loss"_s});
        QTest::newRow("swapped") << u"val/lsos"_s << QStringList({u"val/loss"_s});
        QTest::newRow("case") << u"VAL/LOSS"_s << QStringList({u"val/loss"_s});
        QTest::newRow("only the end") << u"loss"_s << QStringList({u"val/loss"_s, u"train/loss"_s});
        QTest::newRow("two mistakes") << u"acuraccy"_s << QStringList({u"accuracy"_s});
        QTest::newRow("nothing like it") << u"perplexity"_s << QStringList();
        QTest::newRow("empty") << QString() << QStringList();
        QTest::newRow("very long") << QString(100'000, u'x') << QStringList();
    }

    void findsWhatWasMeant()
    {
        QFETCH(QString, wanted);
        QFETCH(QStringList, expected);
        const QStringList known{u"train/loss"_s, u"val/loss"_s, u"accuracy"_s, u"lr"_s};
        QCOMPARE(nearestNames(wanted, known), expected);
    }

    void nearestComesFirstAndFew()
    {
        const QStringList known{u"loss_c"_s, u"lossy"_s, u"loss"_s, u"loss_a"_s, u"loss_b"_s};
        const QStringList near = nearestNames(u"losss"_s, known, 2);
        QCOMPARE(near, QStringList({u"lossy"_s, u"loss"_s}));
    }

    void labelsLeaveOutWhatIsCommon_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << QStringList() << QStringList();
        QTest::newRow("one") << QStringList(u"a/b"_s) << QStringList(u"a/b"_s);
        QTest::newRow("front and back")
            << QStringList({u"mnist/lr-0.1/train"_s, u"mnist/lr-0.01/train"_s})
            << QStringList({u"lr-0.1"_s, u"lr-0.01"_s});
        QTest::newRow("nothing common")
            << QStringList({u"a/x"_s, u"b/y"_s}) << QStringList({u"a/x"_s, u"b/y"_s});
        QTest::newRow("one within the other")
            << QStringList({u"a"_s, u"a/val"_s}) << QStringList({u"a"_s, u"a/val"_s});
        QTest::newRow("different depth")
            << QStringList({u"x/a"_s, u"x/y/a"_s}) << QStringList({u"a"_s, u"y/a"_s});
        QTest::newRow("long") << QStringList({QString(100, u'a'), u"b"_s})
                              << QStringList({QString(QString(23, u'a') + u'…' + QString(23, u'a')),
                                              u"b"_s});
    }

    void labelsLeaveOutWhatIsCommon()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, expected);
        QCOMPARE(runLabels(runsOf(names)), expected);
    }

    void labelsOfTheSameNameAreToldApart()
    {
        QVector<Run> runs = runsOf({u"run"_s, u"run"_s, u"other"_s});
        runs[0].id = RunId(u"000011112222aaaa"_s);
        runs[1].id = RunId(u"000011112222bbbb"_s);
        QCOMPARE(runLabels(runs),
                 QStringList({u"run (2222aaaa)"_s, u"run (2222bbbb)"_s, u"other"_s}));
    }

    void aNewRunChangesNoColour()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        QVector<Run> runs;
        QHash<QString, int> known;
        for (int i = 0; i < 40; ++i) {
            runs.append(runOf(u"run-%1"_s.arg(random()), i));
            std::shuffle(runs.begin(), runs.end(), random);
            const QVector<int> colours = runColours(runs, 10);
            for (qsizetype k = 0; k < runs.size(); ++k) {
                const QString id = runs[k].id.toString();
                QCOMPARE(known.value(id, colours[k]), colours[k]);
                known.insert(id, colours[k]);
            }
            if (runs.size() == 10)
                QCOMPARE(QSet<int>(colours.begin(), colours.end()).size(), 10);
        }
    }

    void coloursAreTheSameOnEveryMachine()
    {
        QCOMPARE(runColours(runsOf({u"lr-0.1"_s}), 10),
                 QVector<int>{runColours(runsOf({u"lr-0.1"_s, u"x"_s}), 10)[0]});
        QCOMPARE(runColours({}, 10), QVector<int>());
        QCOMPARE(runColours(runsOf({u"a"_s, u"b"_s}), 0), QVector<int>({0, 0}));
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "test_names.moc"
