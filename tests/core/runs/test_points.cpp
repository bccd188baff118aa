#include "core/runs/points.h"

#include <QTest>

#include <limits>

using namespace plotleaf;

class PointsTest : public QObject
{
    Q_OBJECT

private slots:
    void mapsTheAxes()
    {
        const Series series{{0, 10, 20}, {1000.5, 1001, 1003}, {1, 2, 3}};
        QCOMPARE(pointsOf(series, XAxis::Step).x, (std::vector<double>{0, 10, 20}));
        QCOMPARE(pointsOf(series, XAxis::Relative).x, (std::vector<double>{0, 0.5, 2.5}));
        QCOMPARE(pointsOf(series, XAxis::Relative, 1000).x, (std::vector<double>{0.5, 1, 3}));
        QCOMPARE(pointsOf(series, XAxis::Wall).x, (std::vector<double>{1000500, 1001000, 1003000}));
        QCOMPARE(pointsOf(series, XAxis::Wall).y, series.value);
        QCOMPARE(pointsOf({}, XAxis::Relative).size(), 0U);
    }

    void aClockThatWasSetBackIsPutInOrder()
    {
        const Series series{{0, 1, 2, 3}, {10, 30, 20, 20}, {1, 2, 3, 4}};
        const Points points = pointsOf(series, XAxis::Wall);
        QCOMPARE(points.x, (std::vector<double>{10000, 20000, 20000, 30000}));
        QCOMPARE(points.y, (std::vector<double>{1, 3, 4, 2}));
    }

    void aTimeThatIsNoneIsLeftOut()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Series series{{0, 1, 2}, {10, nan, 12}, {1, 2, 3}};
        QCOMPARE(pointsOf(series, XAxis::Relative).y, (std::vector<double>{1, 3}));
        QCOMPARE(pointsOf(series, XAxis::Step).size(), 3U);
    }
};

QTEST_GUILESS_MAIN(PointsTest)
#include "test_points.moc"
