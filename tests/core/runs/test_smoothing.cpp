#include "core/runs/smoothing.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace plotleaf;
using Type = Smoothing::Type;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool isClose(const std::vector<double> &a, const std::vector<double> &b, double tolerance = 1e-12)
{
    for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (i >= a.size() || i >= b.size() || !(std::abs(a[i] - b[i]) <= tolerance)) {
            qInfo("differs at %zu: %g and %g", i, i < a.size() ? a[i] : notANumber,
                  i < b.size() ? b[i] : notANumber);
            return false;
        }
    }
    return true;
}

Points evenly(const std::vector<double> &y)
{
    Points points;
    for (const double value : y)
        points.append(static_cast<double>(points.size()), value);
    return points;
}

/// The definition, point by point.
std::vector<double> gaussianByDefinition(const Points &points, double deviation)
{
    std::vector<double> result;
    for (const double x : points.x) {
        double sum = 0;
        double weights = 0;
        for (size_t j = 0; j < points.size(); ++j) {
            const double d = (points.x[j] - x) / deviation;
            sum += std::exp(-d * d / 2) * points.y[j];
            weights += std::exp(-d * d / 2);
        }
        result.push_back(sum / weights);
    }
    return result;
}

} // namespace

class SmoothingTest : public QObject
{
    Q_OBJECT

private slots:
    void exponentialByHand()
    {
        // w = 0.5. L: 0.5, 1.25, 2.125; divided by 0.5, 0.75, 0.875.
        const auto smooth = smoothed(evenly({1, 2, 3}), {Type::Exponential, 0.5});
        QVERIFY(isClose(smooth, {1, 5.0 / 3, 17.0 / 7}));
    }

    void timeWeightedByHand()
    {
        // Four units apart in 1000 over the range: w = √0.25 = 0.5, distance 1000/3 · … made small
        // by many points.
        Points points;
        for (int i = 0; i <= 1000; ++i)
            points.append(i, i < 2 ? i : 5);
        const auto smooth = smoothed(points, {Type::TimeWeighted, 0.25});
        // Each step is one unit, so the fade is 0.5: sums 0, 1, 5.5; counts 1, 1.5, 1.75.
        QCOMPARE(smooth[0], 0.0);
        QCOMPARE(smooth[1], 1 / 1.5);
        QCOMPARE(smooth[2], 5.5 / 1.75);
        QVERIFY(std::abs(smooth.back() - 5) < 1e-9);
    }

    void timeWeightedSeesDistance()
    {
        // The last point is far from the others: hardly anything of them is left in it.
        const Points points{{0, 1, 2, 1000}, {10, 10, 10, 0}};
        const auto smooth = smoothed(points, {Type::TimeWeighted, 0.9});
        QVERIFY(smooth[2] > 9.9);
        QVERIFY(smooth[3] < 1e-9);
    }

    void averageByHand()
    {
        const Points points = evenly({1, 2, 3, 4, 10});
        QVERIFY(isClose(smoothed(points, {Type::Average, 3}), {1.5, 2, 3, 17.0 / 3, 7}));
        // An even window has one point more before.
        QVERIFY(isClose(smoothed(points, {Type::Average, 2}), {1, 1.5, 2.5, 3.5, 7}));
        QVERIFY(isClose(smoothed(points, {Type::Average, 1}), points.y));
        QVERIFY(isClose(smoothed(points, {Type::Average, 100}), {4, 4, 4, 4, 4}));
    }

    void averageForgetsASpike()
    {
        std::vector<double> values;
        values.reserve(40);
        for (int i = 0; i < 40; ++i)
            values.push_back(i == 11 ? 1e20 : std::sin(i) + 2);
        for (int window = 1; window <= 80; ++window) {
            const auto smooth = smoothed(evenly(values), {Type::Average, double(window)});
            for (int i = 0; i < 40; ++i) {
                const int from = std::max(0, i - window / 2);
                const int to = std::min(40, i + (window - 1) / 2 + 1);
                const double mean =
                    std::accumulate(values.begin() + from, values.begin() + to, 0.0) / (to - from);
                QVERIFY2(std::abs(smooth[size_t(i)] - mean) <= 1e-12 * mean,
                         qPrintable(QString::asprintf("window %d, point %d", window, i)));
            }
        }
    }

    void gaussianByDefinition()
    {
        const Points sparse{{0, 1, 3, 7, 7.5, 20}, {1, 4, -2, 8, 0, 3}};
        // Beyond five deviations nothing counts, which is less than four millionths.
        QVERIFY(isClose(smoothed(sparse, {Type::Gaussian, 1.5}),
                        ::gaussianByDefinition(sparse, 1.5), 1e-4));
    }

    void gaussianGathersDensePoints()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> uniform(-1, 1);
        Points points;
        for (int i = 0; i < 3000; ++i)
            points.append(i, std::sin(i / 200.0) * 5 + uniform(random));
        for (const double deviation : {5.0, 40.0, 300.0}) {
            QVERIFY(isClose(smoothed(points, {Type::Gaussian, deviation}),
                            ::gaussianByDefinition(points, deviation), 0.03));
        }
    }

    void gapsStayAndCountForNothing_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("weight");
        QTest::newRow("exponential") << static_cast<int>(Type::Exponential) << 0.6;
        QTest::newRow("average") << static_cast<int>(Type::Average) << 50.0;
        QTest::newRow("gaussian") << static_cast<int>(Type::Gaussian) << 2.0;
        QTest::newRow("time weighted") << static_cast<int>(Type::TimeWeighted) << 0.9;
    }

    void gapsStayAndCountForNothing()
    {
        QFETCH(int, type);
        QFETCH(double, weight);
        const Smoothing smoothing{static_cast<Type>(type), weight};
        const Points points{{0, 1, 2, 3, 4, 5}, {1, notANumber, 4, infinity, -infinity, 2}};
        const auto smooth = smoothed(points, smoothing);
        const auto without = smoothed(Points{{0, 2, 5}, {1, 4, 2}}, smoothing);
        QVERIFY(std::isnan(smooth[1]));
        QCOMPARE(smooth[3], infinity);
        QCOMPARE(smooth[4], -infinity);
        QVERIFY(isClose({smooth[0], smooth[2], smooth[5]}, without));
    }

    void aConstantStaysConstantAndBadWeightsAreTamed_data()
    {
        QTest::addColumn<double>("weight");
        for (const double weight : {-1.0, 0.0, 0.5, 0.999, 1.0, 7.0, 1e12, infinity, notANumber})
            QTest::addRow("%g", weight) << weight;
    }

    void aConstantStaysConstantAndBadWeightsAreTamed()
    {
        QFETCH(double, weight);
        const Points points = evenly(std::vector<double>(200, 3.5));
        for (const Type type :
             {Type::None, Type::Exponential, Type::TimeWeighted, Type::Gaussian, Type::Average})
            QVERIFY(isClose(smoothed(points, {type, weight}), points.y, 1e-9));
        QVERIFY(smoothed({}, {Type::Gaussian, weight}).empty());
    }
};

QTEST_GUILESS_MAIN(SmoothingTest)
#include "test_smoothing.moc"
