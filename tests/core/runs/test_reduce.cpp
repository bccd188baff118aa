#include "core/runs/curve.h"
#include "core/runs/reduce.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace plotleaf;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Points randomPoints(std::mt19937 &random, size_t count, double gapShare)
{
    std::uniform_real_distribution<double> uniform(0, 1);
    Points points;
    double x = 0;
    double y = 0;
    for (size_t i = 0; i < count; ++i) {
        x += uniform(random) < 0.1 ? 0 : uniform(random);
        y += uniform(random) - 0.5;
        const double dice = uniform(random);
        points.append(x, dice < gapShare ? notANumber : dice < gapShare * 2 ? infinity : y);
    }
    return points;
}

bool isSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Whether `part` is `whole` with points left out.
bool isSelection(const Points &part, const Points &whole)
{
    size_t at = 0;
    for (size_t i = 0; i < part.size(); ++i, ++at) {
        while (at < whole.size() && !(part.x[i] == whole.x[at] && isSame(part.y[i], whole.y[at])))
            ++at;
        if (at == whole.size())
            return false;
    }
    return true;
}

std::pair<double, double> extremes(const Points &points)
{
    std::pair<double, double> result(infinity, -infinity);
    for (const double y : points.y) {
        if (std::isfinite(y))
            result = {std::min(result.first, y), std::max(result.second, y)};
    }
    return result;
}

Points copyOf(const Points &points, const IndexRange &range)
{
    Points part;
    for (size_t i = range.first; i < range.last; ++i)
        part.append(points.x[i], points.y[i]);
    return part;
}

} // namespace

class ReduceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_seed = std::random_device()();
        qInfo("seed %u", m_seed);
        m_random.seed(m_seed);
    }

    void keepsWhatMatters_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("gapShare");
        for (const int count : {0, 1, 2, 3, 10, 63, 64, 1000, 33'000, 200'000}) {
            for (const double gapShare : {0.0, 0.01, 0.45})
                QTest::addRow("%d points, %g gaps", count, gapShare) << count << gapShare;
        }
    }

    void keepsWhatMatters()
    {
        QFETCH(int, count);
        QFETCH(double, gapShare);
        const Points points = randomPoints(m_random, static_cast<size_t>(count), gapShare);
        const Curve curve(points);
        constexpr size_t pixels = 100;
        const Points minMax = curve.reduceMinMax(pixels);
        const Points lttb = reduceLttb(points, pixels);
        const Points both = curve.reduce(pixels);
        for (const Points *reduced : {&minMax, &lttb, &both}) {
            QVERIFY(isSelection(*reduced, points));
            QCOMPARE(extremes(*reduced), extremes(points));
            QVERIFY(reduced->size() <= std::max<size_t>(pixels * 5 + 2, 2));
            if (count == 0)
                continue;
            QCOMPARE(reduced->x.front(), points.x.front());
            QCOMPARE(reduced->x.back(), points.x.back());
            QVERIFY(isSame(reduced->y.front(), points.y.front()));
            QVERIFY(isSame(reduced->y.back(), points.y.back()));
        }
        if (static_cast<size_t>(count) <= pixels)
            QCOMPARE(both.size(), points.size());
        if (gapShare == 0)
            QVERIFY(both.size() <= pixels * 2 + 4);
    }

    void everyColumnKeepsItsExtremes()
    {
        const Points points = randomPoints(m_random, 50'000, 0);
        constexpr size_t columns = 50;
        const Points reduced = Curve(points).reduceMinMax(columns);
        const double width = points.x.back() - points.x.front();
        for (size_t column = 0; column < columns; ++column) {
            const auto in = [&](double x) {
                const double from =
                    points.x.front() + width * static_cast<double>(column) / columns;
                return x >= from && x < from + width / columns;
            };
            Points whole;
            Points part;
            for (size_t i = 0; i < points.size(); ++i) {
                if (in(points.x[i]))
                    whole.append(points.x[i], points.y[i]);
            }
            for (size_t i = 0; i < reduced.size(); ++i) {
                if (in(reduced.x[i]))
                    part.append(reduced.x[i], reduced.y[i]);
            }
            QCOMPARE(extremes(part), extremes(whole));
        }
    }

    void aPartIsReducedAsIfItWereAlone()
    {
        const Points points = randomPoints(m_random, 100'000, 0.01);
        const Curve curve(points);
        std::uniform_real_distribution<double> anywhere(points.x.front() - 10,
                                                        points.x.back() + 10);
        for (int round = 0; round < 100; ++round) {
            const double a = anywhere(m_random);
            const double b = anywhere(m_random);
            const XRange range{std::min(a, b), std::max(a, b)};
            const IndexRange indexes = indexesIn(points, range);
            const Points part = copyOf(points, indexes);
            const Points reduced = curve.reduceMinMax(200, range);
            const Points alone = Curve(part).reduceMinMax(200);
            QCOMPARE(reduced.x, alone.x);
            QVERIFY(std::equal(reduced.y.begin(), reduced.y.end(), alone.y.begin(), isSame));
            QCOMPARE(extremes(curve.reduce(200, range)), extremes(part));
        }
    }

    void aRangeHasAPointOnEitherSide()
    {
        Points points;
        for (int i = 0; i < 10; ++i)
            points.append(i * 10, i);
        const auto range = [&](std::optional<double> from, std::optional<double> to) {
            const IndexRange indexes = indexesIn(points, {from, to});
            return std::pair(indexes.first, indexes.last);
        };
        QCOMPARE(range(15, 35), std::pair(size_t{1}, size_t{5})); // 10 20 30 40
        QCOMPARE(range(20, 30), std::pair(size_t{1}, size_t{5}));
        QCOMPARE(range({}, 5), std::pair(size_t{0}, size_t{2}));
        QCOMPARE(range(85, {}), std::pair(size_t{8}, size_t{10}));
        QCOMPARE(range(-10, -5), std::pair(size_t{0}, size_t{1}));
        QCOMPARE(range(100, 200), std::pair(size_t{9}, size_t{10}));
        QCOMPARE(range(35, 15), std::pair(size_t{3}, size_t{3}));
        QCOMPARE(indexesIn({}, {}).size(), 0U);
    }

    void aSpikeBetweenAMillionPointsStays()
    {
        Points points;
        for (int i = 0; i < 1'000'000; ++i)
            points.append(i, i == 654'321 ? 1.0 : i == 400'000 ? notANumber : 0.0);
        const Points reduced = Curve(points).reduce(500);
        QCOMPARE(std::count(reduced.y.begin(), reduced.y.end(), 1.0), 1);
        QVERIFY(std::any_of(reduced.y.begin(), reduced.y.end(),
                            [](double y) { return std::isnan(y); }));
    }

    void enormousValuesDoNotOverflow()
    {
        constexpr double huge = std::numeric_limits<double>::max();
        Points points;
        for (int i = 0; i < 10'000; ++i)
            points.append(i, i % 2 ? huge : -huge);
        const Points reduced = Curve(points).reduce(50);
        QCOMPARE(extremes(reduced), std::pair(-huge, huge));
        QVERIFY(isSelection(reduced, points));
    }

    void onlyGapsStayAGap()
    {
        Points points;
        for (int i = 0; i < 10'000; ++i)
            points.append(i, notANumber);
        const Points reduced = Curve(points).reduce(50);
        QVERIFY(reduced.size() > 0 && reduced.size() <= 102);
    }

    void lttbTakesTheLargestTriangle()
    {
        // Five points to four: of 1 and 2 in the first bucket ... the worked example by hand: with
        // the left corner (0,0) and the right bucket's mean (3, 0), point (2, 5) spans more than
        // (1, 1).
        const Points points{{0, 1, 2, 3, 4}, {0, 1, 5, 0, 0}};
        const Points reduced = reduceLttb(points, 3);
        QCOMPARE(reduced.x, (std::vector<double>{0, 2, 4}));
    }

private:
    unsigned m_seed = 0;
    std::mt19937 m_random;
};

QTEST_GUILESS_MAIN(ReduceTest)
#include "test_reduce.moc"
