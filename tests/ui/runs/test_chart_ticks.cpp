#include "ui/runs/chart_ticks.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QVector<ChartTick> &ticks)
{
    QStringList found;
    for (const ChartTick &tick : ticks)
        found.append(tick.text);
    return found;
}

double local(const QString &iso)
{
    return double(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch());
}

} // namespace

class TestChartTicks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void areRound_data();
    void areRound();
    void lieInTheRange_data();
    void lieInTheRange();
    void aDecadeAndLessHasMarks();
    void durationsAreCountedInWholeUnits();
    void hoursOfSeveralDaysSayWhichDay();
    void placesAreReadInFull();
};

void TestChartTicks::areRound_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QStringList>("wanted");
    QTest::newRow("unit") << 0.0 << 1.0 << QStringList{u"0.0"_s, u"0.2"_s, u"0.4"_s,
                                                       u"0.6"_s, u"0.8"_s, u"1.0"_s};
    QTest::newRow("negative") << -0.31 << 0.29 << QStringList{u"-0.3"_s, u"-0.2"_s, u"-0.1"_s,
                                                              u"0.0"_s,  u"0.1"_s,  u"0.2"_s};
    QTest::newRow("steps") << 0.0 << 9999.0
                           << QStringList{u"0"_s, u"2\u202f000"_s, u"4\u202f000"_s, u"6\u202f000"_s,
                                          u"8\u202f000"_s};
    QTest::newRow("millions") << 0.0 << 2.1e6
                              << QStringList{u"0"_s, u"0.5M"_s, u"1.0M"_s, u"1.5M"_s, u"2.0M"_s};
    QTest::newRow("close together")
        << 0.99991 << 0.99999
        << QStringList{u"0.99992"_s, u"0.99994"_s, u"0.99996"_s, u"0.99998"_s};
}

void TestChartTicks::areRound()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(QStringList, wanted);
    QCOMPARE(texts(chartTicks(ChartScale::Linear, from, to, 6)), wanted);
}

void TestChartTicks::lieInTheRange_data()
{
    QTest::addColumn<int>("scale");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    const double now = local(u"2026-11-22T10:17:31Z"_s);
    QTest::newRow("linear") << int(ChartScale::Linear) << -3.7e-9 << 8.8e-9;
    QTest::newRow("a range at the end of what a double tells apart")
        << int(ChartScale::Linear) << 1e17 << 1e17 + 16;
    QTest::newRow("log, many decades") << int(ChartScale::Log) << -12.0 << 9.0;
    QTest::newRow("log, the smallest there are") << int(ChartScale::Log) << -322.0 << -309.0;
    QTest::newRow("log, two decades") << int(ChartScale::Log) << -1.3 << 0.8;
    QTest::newRow("log, a hair") << int(ChartScale::Log) << 0.30 << 0.31;
    QTest::newRow("seconds") << int(ChartScale::Time) << now << now + 7'000;
    QTest::newRow("a day") << int(ChartScale::Time) << now << now + 86'400'000.0;
    QTest::newRow("ten years") << int(ChartScale::Time) << now << now + 3.15e11;
    QTest::newRow("duration") << int(ChartScale::Duration) << 0.0 << 9'000.0;
}

void TestChartTicks::lieInTheRange()
{
    QFETCH(int, scale);
    QFETCH(double, from);
    QFETCH(double, to);
    for (const int most : {2, 4, 7, 12}) {
        const QVector<ChartTick> ticks = chartTicks(ChartScale(scale), from, to, most);
        QVERIFY2(!ticks.isEmpty(), qPrintable(QString::number(most)));
        QVERIFY2(ticks.size() <= most + 2, qPrintable(texts(ticks).join(u'|')));
        const double slack = (to - from) * 1e-6;
        QVERIFY(std::ranges::all_of(ticks, [&](const ChartTick &tick) {
            return tick.at >= from - slack && tick.at <= to + slack;
        }));
        QVERIFY(std::ranges::is_sorted(ticks, std::ranges::less_equal(), &ChartTick::at) ||
                ticks.size() == 1 ||
                std::ranges::adjacent_find(ticks, std::ranges::greater_equal(), &ChartTick::at) ==
                    ticks.end());
    }
}

void TestChartTicks::aDecadeAndLessHasMarks()
{
    const auto ticks = chartTicks(ChartScale::Log, std::log10(0.2), std::log10(0.9), 5);
    QCOMPARE(texts(ticks), (QStringList{u"0.2"_s, u"0.4"_s, u"0.6"_s, u"0.8"_s}));
    QVERIFY(std::abs(ticks[1].at - std::log10(0.4)) < 1e-9);
    QCOMPARE(texts(chartTicks(ChartScale::Log, 0, 4, 5)),
             (QStringList{u"1"_s, u"10"_s, u"100"_s, u"1\u202f000"_s, u"10\u202f000"_s}));
}

void TestChartTicks::durationsAreCountedInWholeUnits()
{
    const auto ticks = chartTicks(ChartScale::Duration, 0, 4 * 3600, 5);
    QCOMPARE(texts(ticks), (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(ticks[1].at, 3600.0);
    QCOMPARE(durationUnit(4 * 3600), u"h"_s);
}

void TestChartTicks::hoursOfSeveralDaysSayWhichDay()
{
    const double from = local(u"2026-11-22T20:00:00Z"_s);
    const QStringList found = texts(chartTicks(ChartScale::Time, from, from + 20 * 3'600'000.0, 5));
    QVERIFY2(found.contains(u"23 Nov 00:00"_s) && found.contains(u"23 Nov 12:00"_s),
             qPrintable(found.join(u'|')));
    QCOMPARE(texts(chartTicks(ChartScale::Time, from, from + 3'600'000.0, 3)),
             (QStringList{u"20:00"_s, u"20:30"_s, u"21:00"_s}));
}

void TestChartTicks::placesAreReadInFull()
{
    QCOMPARE(chartPlaceText(ChartScale::Log, 2), u"100"_s);
    QCOMPARE(chartPlaceText(ChartScale::Duration, 5400), u"90 min"_s);
    QCOMPARE(chartPlaceText(ChartScale::Linear, 1250), u"1\u202f250"_s);
}

QTEST_GUILESS_MAIN(TestChartTicks)
#include "test_chart_ticks.moc"
