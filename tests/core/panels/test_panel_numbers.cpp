#include "core/panels/histogram_grid.h"
#include "core/panels/number_text.h"
#include "core/panels/plot_json.h"
#include "core/runs/series_statistics.h"

#include <QDateTime>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

class PanelNumbersTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAsText_data()
    {
        QTest::addColumn<double>("number");
        const auto row = [](const QString &text, double number) {
            QTest::newRow(qPrintable(text)) << number;
        };
        row(u"0"_s, 0);
        row(u"0"_s, -0.0);
        row(u"0.9123"_s, 0.91234567);
        row(u"0.5"_s, 0.5);
        row(u"-1.235"_s, -1.23456);
        row(u"0.0001234"_s, 0.00012340001);
        row(u"9.999e-05"_s, 0.00009999);
        row(u"1e-05"_s, 1e-5);
        row(u"999"_s, 999);
        row(u"1\u202f234"_s, 1234);
        row(u"-1\u202f234\u202f567"_s, -1234567);
        row(u"12\u202f346"_s, 12345.678);
        row(u"123.5"_s, 123.456789);
        row(u"1.235e+20"_s, 1.23456e20);
        row(u"NaN"_s, notANumber);
        row(u"∞"_s, infinity);
        row(u"-∞"_s, -infinity);
    }

    void numbersAsText()
    {
        QFETCH(double, number);
        QCOMPARE(numberText(number), QString::fromUtf8(QTest::currentDataTag()));
    }

    void valuesAsText()
    {
        QCOMPARE(valueText({}), u"–"_s);
        QCOMPARE(valueText(3), u"3"_s);
        QCOMPARE(valueText(true), u"true"_s);
        QCOMPARE(valueText(u"sgd"_s), u"sgd"_s);
        QCOMPARE(valueText(QStringList{u"a"_s, u"b"_s}), u"a, b"_s);
        QCOMPARE(valueText(QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC)),
                 u"2026-11-21T09:00:00Z"_s);
    }

    void plotNumbersAreShortButSharp()
    {
        // A float that came through a double: 17 digits that nobody needs.
        QCOMPARE(plotNumbers({0.10000000149011612, 1}), (QJsonArray{0.1, 1}));
        QCOMPARE(plotNumbers({notANumber, 1, infinity}),
                 (QJsonArray{QJsonValue(), 1, QJsonValue()}));
        // A small change on a large value stays visible.
        const QJsonArray small = plotNumbers({1e9, 1e9 + 0.001});
        QVERIFY(small[0] != small[1]);
        QCOMPARE(plotNumbers({1'795'251'600'000, 1'795'251'600'500}),
                 (QJsonArray{1795251600000.0, 1795251600500.0}));
        QCOMPARE(plotNumbers({-1e300, 1e300}), (QJsonArray{-1e300, 1e300}));
        QCOMPARE(plotNumbers({5e-324, 0}), (QJsonArray{5e-324, 0}));
        // A logarithmic axis shows what is small beside the spread.
        QCOMPARE(plotNumbers({1e-9, 2.5e-5, 1.2345678912e-3, 1000}),
                 (QJsonArray{1e-9, 2.5e-5, 1.234568e-3, 1000}));
        QVERIFY(plotNumbers({}).isEmpty());
    }

    void statistics()
    {
        const Series series{{0, 10, 20, 30}, {0, 1, 2, 3}, {notANumber, 3, -1, infinity}};
        QCOMPARE(statisticOf(series, SeriesStatistic::Min)->value, -1.0);
        QCOMPARE(statisticOf(series, SeriesStatistic::Min)->step, 20.0);
        QCOMPARE(statisticOf(series, SeriesStatistic::Max)->value, 3.0);
        QCOMPARE(statisticOf(series, SeriesStatistic::Mean)->value, 1.0);
        QCOMPARE(statisticOf(series, SeriesStatistic::Last)->value, infinity);
        QVERIFY(!statisticOf({}, SeriesStatistic::Last));
        QVERIFY(std::isnan(statisticOf({{0}, {0}, {notANumber}}, SeriesStatistic::Max)->value));
        const Series huge{{0, 1}, {0, 1}, {1.7e308, 1.7e308}};
        QCOMPARE(statisticOf(huge, SeriesStatistic::Mean)->value, 1.7e308);
    }

    void histogramsKeepTheirSum()
    {
        // Buckets of different width, the last open as TensorBoard writes it.
        const HistogramSample sample{5, 0, {0, 0.5, 1.7e308}, {4, 2, 8}, -1, 3};
        const HistogramGrid grid = histogramGrid({sample}, 8, 100);
        double sum = 0;
        for (const auto &row : grid.counts)
            sum += row.front();
        QVERIFY(std::abs(sum - 14) < 1e-9);
        QCOMPARE(grid.counts[0][0], 2.0); // -1 … -0.5, half of the first bucket
        QCOMPARE(grid.centers.front(), -0.75);
        QCOMPARE(grid.steps, std::vector<double>{5});
    }

    void hostileHistogramsAreBounded()
    {
        const QVector<HistogramSample> samples{
            {0, 0, {1, 0, notANumber, infinity}, {1, 1, 1, 1}, 0, 1},
            {1, 0, {1}, {-5, notANumber}, 0, 1},
            {2, 0, {}, {}, notANumber, notANumber},
            {3, 0, {7, 7}, {2, 3}, 7, 7},
            {4, 0, {1e308}, {1}, -1.7e308, 1.7e308},
        };
        for (const HistogramSample &sample : samples) {
            const HistogramGrid grid = histogramGrid({sample}, 4, 2);
            for (const auto &row : grid.counts) {
                for (const double count : row)
                    QVERIFY(std::isfinite(count) && count >= 0);
            }
        }
        QVERIFY(histogramGrid({samples[2]}, 4, 2).counts.empty());
        QCOMPARE(histogramGrid({samples[3]}, 4, 2).counts.size(), 4U);
    }

    void manyHistogramsAreThinned()
    {
        QVector<HistogramSample> samples;
        for (int i = 0; i < 1000; ++i)
            samples.push_back({double(i), 0, {1}, {1}, 0, 1});
        const HistogramGrid grid = histogramGrid(samples, 3, 10);
        QCOMPARE(grid.steps.size(), 10U);
        QCOMPARE(grid.steps.front(), 0.0);
        QCOMPARE(grid.steps.back(), 999.0);
    }
};

QTEST_GUILESS_MAIN(PanelNumbersTest)
#include "test_panel_numbers.moc"
