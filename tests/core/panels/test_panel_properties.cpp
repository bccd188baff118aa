#include "core/panels/histogram_grid.h"
#include "core/panels/line_axis.h"
#include "core/panels/plot_json.h"
#include "support/panel_fixture.h"

#include <cmath>
#include <numeric>
#include <random>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QJsonArray column(const Figure &figure, const char *name, int trace = 0)
{
    return figure.content["data"_L1][trace][QLatin1String(name)].toArray();
}

} // namespace

/// What holds for any data. Each test prints the seed that it was run with.
class PanelPropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        m_random.seed(seed);
    }

    void axesLeadThereAndBack()
    {
        for (int round = 0; round < 2000; ++round) {
            LineAxis axis;
            axis.what = round % 3 == 0 ? u"step"_s : u"relative"_s;
            axis.isLog = round % 2 == 0;
            axis.chooseUnit(std::pow(10, between(-1, 8)));
            const double x = std::pow(10, between(-3, 9));
            const double there = axis.toAxis(axis.baseToCurve(x));
            QVERIFY(std::abs(there * axis.unit - x) <= 1e-9 * x);
            QVERIFY(std::abs(axis.toAxis(axis.toCurve(there)) - there) <= 1e-9 * there);
        }
    }

    void unitsMakeNumbersSmall()
    {
        for (int round = 0; round < 500; ++round) {
            LineAxis axis;
            axis.what = u"relative"_s;
            const double seconds = std::pow(10, between(0, 7));
            axis.chooseUnit(seconds);
            QVERIFY2(seconds / axis.unit <= 180 || axis.unitName == "d"_L1,
                     qPrintable(QString::number(seconds)));
            QVERIFY(axis.unit == 1 || seconds / axis.unit > 1);
        }
    }

    void whateverTheDataTheLineStaysInItAndKeepsItsEnds()
    {
        for (int round = 0; round < 25; ++round) {
            PanelFixture fixture;
            fixture.source->addRun(u"a"_s);
            const Series series = randomSeries(1 + m_random() % 40'000);
            fixture.source->addSeries(u"a"_s, u"loss"_s, series);
            const auto feed = fixture.open(u"type: line\nruns: folder:r\ny: loss"_s);
            feed->setPixelWidth(300);
            const Figure figure = PanelFixture::settled(*feed);
            const QJsonArray x = column(figure, "x");
            const QJsonArray y = column(figure, "y");
            QCOMPARE(x.size(), y.size());
            // Two points a pixel, two ends, the extremes of all, and the gaps between.
            QVERIFY2(x.size() <= 320 * 6 + 10, qPrintable(QString::number(x.size())));
            QCOMPARE(x.first().toDouble(), series.step.front());
            QCOMPARE(x.last().toDouble(), series.step.back());
            const auto [low, high] = std::ranges::minmax(finite(series.value));
            double lowest = high;
            double highest = low;
            for (const QJsonValue value : y) {
                if (value.isNull())
                    continue;
                lowest = std::min(lowest, value.toDouble());
                highest = std::max(highest, value.toDouble());
            }
            const double near = 1e-5 * (high - low) + 1e-12;
            QVERIFY(std::abs(lowest - low) <= near && std::abs(highest - high) <= near);
        }
    }

    void zoomingShowsWhatIsThere()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        const Series series = randomSeries(50'000);
        fixture.source->addSeries(u"a"_s, u"loss"_s, series);
        const auto feed = fixture.open(u"type: line\nruns: folder:r\ny: loss"_s);
        PanelFixture::settled(*feed);
        for (int round = 0; round < 20; ++round) {
            const double from = between(0, 40'000);
            const double to = from + between(50, 400);
            QSignalSpy spy(feed.get(), &PanelFeed::figureChanged);
            feed->setRange({from, to});
            QVERIFY(!spy.isEmpty() || spy.wait(hangMs));
            const QJsonArray x = column(*feed->figure(), "x");
            // So few steps are all shown.
            QSet<double> shown;
            for (const QJsonValue value : x)
                shown.insert(value.toDouble());
            for (int step = int(std::ceil(from)); step <= to; ++step)
                QVERIFY2(shown.contains(step), qPrintable(QString::number(step)));
        }
    }

    void onALogAxisOnlyPositiveValuesAreDrawn()
    {
        for (int round = 0; round < 10; ++round) {
            PanelFixture fixture;
            fixture.source->addRun(u"a"_s);
            Series series = randomSeries(2 + m_random() % 3000);
            series.value.back() = 1; // something to see
            fixture.source->addSeries(u"a"_s, u"loss"_s, series);
            const Figure figure =
                fixture.figure(u"type: line\nruns: folder:r\ny: loss\nscale: {x: log, y: log}"_s);
            for (const QJsonValue value : column(figure, "y"))
                QVERIFY(value.isNull() || value.toDouble() > 0);
            for (const QJsonValue value : column(figure, "x"))
                QVERIFY(value.toDouble() > 0);
        }
    }

    void binsHoldWhatTheHistogramsHold()
    {
        for (int round = 0; round < 300; ++round) {
            QVector<HistogramSample> samples;
            for (unsigned i = 1 + m_random() % 5; i > 0; --i)
                samples << randomHistogram();
            const int bins = 1 + int(m_random() % 60);
            const HistogramGrid grid = histogramGrid(samples, bins, 100);
            QCOMPARE(grid.counts.size(), size_t(bins));
            QVERIFY(std::ranges::is_sorted(grid.centers));
            for (size_t step = 0; step < grid.steps.size(); ++step) {
                double sum = 0;
                for (const std::vector<double> &row : grid.counts) {
                    QVERIFY(row[step] >= 0);
                    sum += row[step];
                }
                const std::vector<double> &counts = samples[qsizetype(step)].counts;
                const double whole = std::accumulate(counts.begin(), counts.end(), 0.0);
                QVERIFY2(std::abs(sum - whole) <= 1e-6 * (1 + whole),
                         qPrintable(QStringLiteral("%1 of %2").arg(sum).arg(whole)));
            }
        }
    }

    void numbersForThePageAreNearTheirs()
    {
        for (int round = 0; round < 500; ++round) {
            std::vector<double> values(2 + m_random() % 50);
            const double size = std::pow(10, between(-300, 300));
            for (double &value : values)
                value = between(-1, 1) * size;
            const auto [low, high] = std::ranges::minmax(values);
            const QJsonArray numbers = plotNumbers(values);
            for (size_t i = 0; i < values.size(); ++i)
                QVERIFY(std::abs(numbers[qsizetype(i)].toDouble() - values[i]) <=
                        1e-6 * (high - low));
        }
    }

private:
    double between(double low, double high)
    {
        return std::uniform_real_distribution<double>(low, high)(m_random);
    }

    static std::vector<double> finite(std::vector<double> values)
    {
        std::erase_if(values, [](double value) { return !std::isfinite(value); });
        return values;
    }

    /// Walks, with spikes, gaps and plateaus; the first value is finite.
    Series randomSeries(size_t size)
    {
        Series series;
        double value = between(-10, 10);
        for (size_t i = 0; i < size; ++i) {
            value += m_random() % 4 == 0 ? 0 : between(-1, 1);
            const unsigned dice = m_random() % 1000;
            series.step.push_back(double(i));
            series.wall.push_back(1e9 + double(i));
            series.value.push_back(i == 0      ? value
                                   : dice < 5  ? std::nan("")
                                   : dice == 5 ? std::numeric_limits<double>::infinity()
                                   : dice < 8  ? value + between(-1000, 1000)
                                               : value);
        }
        return series;
    }

    HistogramSample randomHistogram()
    {
        HistogramSample sample;
        sample.min = between(-100, 100);
        double edge = sample.min;
        for (unsigned i = 1 + m_random() % 20; i > 0; --i) {
            edge += between(0, 10);
            sample.limits.push_back(edge);
            sample.counts.push_back(double(m_random() % 100));
        }
        sample.max = edge;
        // TensorBoard's last edge is open.
        if (m_random() % 2 == 0)
            sample.limits.back() = 1.7e308;
        return sample;
    }

    std::mt19937 m_random;
};

QTEST_GUILESS_MAIN(PanelPropertiesTest)
#include "test_panel_properties.moc"
