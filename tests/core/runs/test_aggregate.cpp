#include "core/runs/aggregate.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace plotleaf;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// The mean of the finite values that the line has at exactly this x.
double meanAt(const Points &line, double x)
{
    double sum = 0;
    int count = 0;
    for (size_t i = 0; i < line.size(); ++i) {
        if (line.x[i] == x && std::isfinite(line.y[i])) {
            sum += line.y[i];
            ++count;
        }
    }
    return count > 0 ? sum / count : notANumber;
}

/// The line at x by the definition in the header, in the plainest words.
double valueAt(const Points &line, double x)
{
    double before = -infinity;
    double behind = infinity;
    for (size_t i = 0; i < line.size(); ++i) {
        if (!std::isfinite(line.y[i]))
            continue;
        if (line.x[i] <= x)
            before = std::max(before, line.x[i]);
        if (line.x[i] >= x)
            behind = std::min(behind, line.x[i]);
    }
    if (std::isinf(before) || std::isinf(behind))
        return notANumber;
    if (before == behind)
        return meanAt(line, x);
    const double part = (x - before) / (behind - before);
    return meanAt(line, before) + part * (meanAt(line, behind) - meanAt(line, before));
}

bool isClose(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * (1 + std::abs(b));
}

} // namespace

class AggregateTest : public QObject
{
    Q_OBJECT

private slots:
    void statistics()
    {
        const std::vector<double> values{4, notANumber, 1, infinity, 7, 4};
        QCOMPARE(aggregateOf(Aggregate::Mean, values), 4.0);
        QCOMPARE(aggregateOf(Aggregate::Median, values), 4.0);
        QCOMPARE(aggregateOf(Aggregate::Min, values), 1.0);
        QCOMPARE(aggregateOf(Aggregate::Max, values), 7.0);
        // Of the population: √((0 + 9 + 9 + 0) / 4).
        QCOMPARE(aggregateOf(Aggregate::Std, values), std::sqrt(4.5));
        QCOMPARE(aggregateOf(Aggregate::Stderr, values), std::sqrt(4.5) / 2);
        QCOMPARE(aggregateOf(Aggregate::Median, {1, 2, 10, 4}), 3.0);
        QCOMPARE(aggregateOf(Aggregate::Std, {5}), 0.0);
        for (const QString &name : aggregateNames())
            QVERIFY(std::isnan(aggregateOf(*aggregateFromName(name), {notANumber, infinity})));
    }

    void largeValuesKeepTheirDigits()
    {
        QVERIFY(
            isClose(aggregateOf(Aggregate::Std, {1e9 + 1, 1e9 + 2, 1e9 + 3}), std::sqrt(2.0 / 3)));
    }

    void namesReadBack()
    {
        QCOMPARE(aggregateNames().size(), 6);
        for (const QString &name : aggregateNames())
            QCOMPARE(aggregateName(*aggregateFromName(name)), name);
        QVERIFY(!aggregateFromName(u"average"));
    }

    void sameStepsAreTakenAsTheyAre()
    {
        const AlignedLines lines({{{0, 1, 2}, {1, 2, 3}}, {{0, 1, 2}, {3, 4, 5}}});
        const Points mean = lines.aggregated(Aggregate::Mean);
        QCOMPARE(mean.x, (std::vector<double>{0, 1, 2}));
        QCOMPARE(mean.y, (std::vector<double>{2, 3, 4}));
    }

    void aLineCountsOnlyBetweenItsEnds()
    {
        // The first ends at 10, the second begins at 5; between its points a line is straight.
        const AlignedLines lines({{{0, 10}, {0, 10}}, {{5, 20}, {100, 100}}});
        const Points mean = lines.aggregated(Aggregate::Mean);
        QCOMPARE(mean.x, (std::vector<double>{0, 5, 10, 20}));
        QCOMPARE(mean.y, (std::vector<double>{0, 52.5, 55, 100}));
    }

    void gapsArePassedOver()
    {
        const AlignedLines lines({{{0, 1, 2}, {0, notANumber, 4}}, {{1}, {10}}});
        QCOMPARE(lines.aggregated(Aggregate::Mean).y, (std::vector<double>{0, 6, 4}));
        QCOMPARE(
            AlignedLines({{{0, 1}, {notANumber, infinity}}}).aggregated(Aggregate::Mean).size(),
            0U);
        QCOMPARE(AlignedLines({}).aggregated(Aggregate::Mean).size(), 0U);
    }

    void severalValuesAtOneXCountAsTheirMean()
    {
        const AlignedLines lines({{{1, 1, 1, 2}, {1, 2, 6, 0}}, {{1, 2}, {5, 0}}});
        QCOMPARE(lines.aggregated(Aggregate::Mean).y, (std::vector<double>{4, 0}));
    }

    void manyXAreGatheredAndTheMeanStays()
    {
        std::vector<Points> lines(3);
        double sum = 0;
        for (size_t line = 0; line < lines.size(); ++line) {
            // No two lines share an x.
            for (int i = 0; i < 5000; ++i) {
                const double y = std::sin(i / 500.0) + double(line);
                lines[line].append(i + double(line) / 4, y);
                sum += y;
            }
        }
        const Points mean = AlignedLines(lines, 100).aggregated(Aggregate::Mean);
        QVERIFY(mean.size() <= 100);
        QVERIFY(mean.size() >= 99);
        QVERIFY(std::ranges::is_sorted(mean.x));
        QVERIFY(mean.x.front() >= 0 && mean.x.back() <= 5000);
        double meanOfMeans = 0;
        for (const double y : mean.y)
            meanOfMeans += y / double(mean.size());
        QVERIFY(std::abs(meanOfMeans - sum / 15'000) < 0.01);
    }

    void anyNumberOfLinesOfTheirOwnX()
    {
        for (size_t count = 1; count <= 17; ++count) {
            std::vector<Points> lines(count);
            for (size_t line = 0; line < count; ++line) {
                for (size_t i = 0; i < 3; ++i)
                    lines[line].append(double(i * count + line), double(line));
                lines[line].append(1000, double(line)); // what all share is there once
            }
            const Points lowest = AlignedLines(lines).aggregated(Aggregate::Min);
            QCOMPARE(lowest.size(), 3 * count + 1);
            for (size_t i = 0; i + 1 < lowest.size(); ++i)
                QCOMPARE(lowest.x[i], double(i));
            QCOMPARE(lowest.y.front(), 0.0);
            QCOMPARE(lowest.x.back(), 1000.0);
        }
    }

    void followsItsDefinition()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 300; ++round) {
            std::vector<Points> lines(1 + random() % 5);
            std::vector<double> everyX;
            for (Points &line : lines) {
                double x = double(random() % 5);
                for (size_t i = random() % 12; i > 0; --i) {
                    line.append(x, random() % 9 == 0 ? notANumber : double(random() % 100) / 7);
                    if (std::isfinite(line.y.back()))
                        everyX.push_back(x);
                    x += double(random() % 4) / 2;
                }
            }
            std::ranges::sort(everyX);
            everyX.erase(std::unique(everyX.begin(), everyX.end()), everyX.end());
            const AlignedLines aligned(lines);
            for (const QString &name : aggregateNames()) {
                const Aggregate aggregate = *aggregateFromName(name);
                const Points points = aligned.aggregated(aggregate);
                QCOMPARE(points.x, everyX);
                for (size_t i = 0; i < points.size(); ++i) {
                    std::vector<double> values;
                    values.reserve(lines.size());
                    for (const Points &line : lines)
                        values.push_back(valueAt(line, points.x[i]));
                    QVERIFY2(isClose(points.y[i], aggregateOf(aggregate, values)),
                             qPrintable(name));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(AggregateTest)
#include "test_aggregate.moc"
