#include "support/wait.h"
#include "ui/runs/chart_canvas.h"
#include "ui/runs/chart_legend.h"
#include "ui/runs/run_chart.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/theme/theme_colors.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

SeriesPtr seriesOf(size_t count, const std::function<double(double)> &value)
{
    auto series = std::make_shared<Series>();
    for (size_t i = 0; i < count; ++i) {
        series->step.push_back(double(i));
        series->wall.push_back(1.79e9 + double(i) * 10);
        series->value.push_back(value(double(i)));
    }
    return series;
}

/// A chart on a screen of its own, with two curves.
class ChartFixture
{
public:
    ChartFixture()
    {
        theme.apply();
        chart.resize(800, 420);
        chart.show();
    }

    ChartCurve curve(const QString &key, const SeriesPtr &series, ColorRole role) const
    {
        return {key, key, themeColor(role, false), themeColor(role, true), series};
    }
    void show(const QVector<ChartCurve> &curves)
    {
        QSignalSpy shown(&chart, &RunChart::shown);
        chart.setCurves(curves);
        if (!shown.wait(hangMs))
            qFatal("the curves do not come");
    }
    void showLosses()
    {
        show({curve(u"train"_s, seriesOf(1000, [](double x) { return std::exp(-x / 200); }),
                    ColorRole::Danger),
              curve(u"val"_s, seriesOf(500, [](double x) { return 2 + std::exp(-x / 100); }),
                    ColorRole::Link)});
    }
    void setOptions(const ChartOptions &options)
    {
        QSignalSpy shown(&chart, &RunChart::shown);
        chart.setOptions(options);
        if (!shown.wait(hangMs))
            qFatal("the curves do not come");
    }
    /// Where of the canvas so much of the plot is to the left and above.
    QPoint inPlot(double across, double down)
    {
        const QRectF area = chart.canvas()->plotArea();
        return {int(area.left() + area.width() * across), int(area.top() + area.height() * down)};
    }
    void turnWheel(const QPoint &at, int notches, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent turn(at, chart.canvas()->mapToGlobal(at), {}, QPoint(0, 120 * notches),
                         Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart.canvas(), &turn);
    }
    /// Pixels of the picture that have nearly this colour.
    int pixelsOf(const QColor &color)
    {
        const QImage picture = chart.canvas()->grab().toImage();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                count += std::abs(pixel.red() - color.red()) < 12 &&
                                 std::abs(pixel.green() - color.green()) < 12 &&
                                 std::abs(pixel.blue() - color.blue()) < 12
                             ? 1
                             : 0;
            }
        }
        return count;
    }

    SystemColorScheme system;
    Theme theme{system};
    RunChart chart{theme};
};

} // namespace

class TestRunChart : public QObject
{
    Q_OBJECT

private slots:
    void drawsEachCurveInItsColour();
    void hidesACurveFromTheLegend();
    void zoomsAtThePointer();
    void aWheelThatIsNotItsOwnPasses();
    void marksAPartWithShift();
    void movesWithTheMouseWithinWhatThereIs();
    void readsAllCurvesAtThePointer();
    void readsWithTheKeyboard();
    void aZoomSeesEveryPoint();
    void smoothsAndKeepsTheOriginal();
    void aLogarithmicAxisSaysWhatItLeavesOut();
    void timesAreAxesToo();
    void gapsAreGaps();
    void bothThemes();
    void newValuesDoNotMoveWhatIsLookedAt();
};

void TestRunChart::drawsEachCurveInItsColour()
{
    ChartFixture fixture;
    fixture.showLosses();
    QVERIFY(fixture.pixelsOf(themeColor(ColorRole::Danger, false)) > 300);
    QVERIFY(fixture.pixelsOf(themeColor(ColorRole::Link, false)) > 150);
    QCOMPARE(fixture.chart.view().x(), (ChartRange{0, 999}));
}

void TestRunChart::hidesACurveFromTheLegend()
{
    ChartFixture fixture;
    fixture.showLosses();
    auto *legend = fixture.chart.findChild<ChartLegend *>();
    QCOMPARE(legend->count(), 2);
    legend->setCurrentRow(1);
    QTest::keyClick(legend, Qt::Key_Space);
    QCOMPARE(fixture.pixelsOf(themeColor(ColorRole::Link, false)), 0);
    QVERIFY(fixture.pixelsOf(themeColor(ColorRole::Danger, false)) > 300);
    QTest::mouseClick(legend->viewport(), Qt::LeftButton, {},
                      legend->visualItemRect(legend->item(1)).center());
    QVERIFY(fixture.pixelsOf(themeColor(ColorRole::Link, false)) > 150);
}

void TestRunChart::zoomsAtThePointer()
{
    ChartFixture fixture;
    fixture.showLosses();
    fixture.chart.canvas()->setFocus();
    fixture.turnWheel(fixture.inPlot(0.25, 0.5), 3);
    const ChartRange x = fixture.chart.view().x();
    QVERIFY(x.size() < 520 && x.size() > 500); // 0.8 to the third
    QVERIFY(std::abs(x.from + x.size() * 0.25 - 999 * 0.25) < 3);
    QVERIFY(!fixture.chart.view().chosenY());
    fixture.turnWheel(fixture.inPlot(0.25, 0.5), 1, Qt::ShiftModifier);
    QVERIFY(fixture.chart.view().chosenY());
    QTest::mouseDClick(fixture.chart.canvas(), Qt::LeftButton, {}, fixture.inPlot(0.5, 0.5));
    QVERIFY(fixture.chart.view().isWhole());
}

void TestRunChart::aWheelThatIsNotItsOwnPasses()
{
    ChartFixture fixture;
    fixture.showLosses();
    fixture.chart.canvas()->clearFocus();
    fixture.turnWheel(fixture.inPlot(0.5, 0.5), 3);
    QVERIFY(fixture.chart.view().isWhole());
    fixture.turnWheel(fixture.inPlot(0.5, 0.5), 3, Qt::ControlModifier);
    QVERIFY(!fixture.chart.view().isWhole());
}

void TestRunChart::marksAPartWithShift()
{
    ChartFixture fixture;
    fixture.showLosses();
    ChartCanvas *canvas = fixture.chart.canvas();
    const QPoint from = fixture.inPlot(0.2, 0.1);
    const QPoint to = fixture.inPlot(0.4, 0.6);
    QTest::mousePress(canvas, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, Qt::ShiftModifier, to);
    const ChartRange x = fixture.chart.view().x();
    QVERIFY(std::abs(x.from - 199.8) < 4 && std::abs(x.to - 399.6) < 4);
    QVERIFY(fixture.chart.view().chosenY());
    QTest::keyClick(canvas, Qt::Key_Home);
    QVERIFY(fixture.chart.view().isWhole());
}

void TestRunChart::movesWithTheMouseWithinWhatThereIs()
{
    ChartFixture fixture;
    fixture.showLosses();
    ChartCanvas *canvas = fixture.chart.canvas();
    canvas->setFocus();
    fixture.turnWheel(fixture.inPlot(0.5, 0.5), 3);
    const ChartRange before = fixture.chart.view().x();
    const auto drag = [&](const QPoint &from, const QPoint &to) {
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas, to);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    };
    drag(fixture.inPlot(0.5, 0.5), fixture.inPlot(0.4, 0.5));
    QVERIFY(std::abs(fixture.chart.view().x().from - before.from - before.size() * 0.1) < 3);
    QVERIFY(!fixture.chart.view().chosenY());
    drag(fixture.inPlot(0.1, 0.5), fixture.inPlot(0.9, 0.5));
    QCOMPARE(fixture.chart.view().x().from, 0.0);
}

void TestRunChart::readsAllCurvesAtThePointer()
{
    ChartFixture fixture;
    fixture.showLosses();
    ChartCanvas *canvas = fixture.chart.canvas();
    QTest::mouseMove(canvas, fixture.inPlot(0.2, 0.5));
    const QString read = canvas->accessibleDescription();
    QVERIFY2(read.contains(u"train: 0.36"_s) || read.contains(u"train: 0.37"_s), qPrintable(read));
    QVERIFY2(read.contains(u"val: 2.13"_s) || read.contains(u"val: 2.14"_s), qPrintable(read));
    // Where one has ended, only the other is read.
    QTest::mouseMove(canvas, fixture.inPlot(0.9, 0.5));
    QVERIFY2(!canvas->accessibleDescription().contains(u"val"_s),
             qPrintable(canvas->accessibleDescription()));
}

void TestRunChart::readsWithTheKeyboard()
{
    ChartFixture fixture;
    fixture.show(
        {fixture.curve(u"loss"_s, seriesOf(11, [](double x) { return x * x; }), ColorRole::Link)});
    ChartCanvas *canvas = fixture.chart.canvas();
    QTest::keyClick(canvas, Qt::Key_Right);
    QVERIFY(canvas->accessibleDescription().contains(u"loss: 36"_s));
    QTest::keyClick(canvas, Qt::Key_Left);
    QVERIFY(canvas->accessibleDescription().contains(u"loss: 25"_s));
    QTest::keyClick(canvas, Qt::Key_Plus);
    QVERIFY(!fixture.chart.view().isWhole());
}

/// One value out of a million that is different is seen before zooming and after.
void TestRunChart::aZoomSeesEveryPoint()
{
    ChartFixture fixture;
    fixture.show({fixture.curve(
        u"loss"_s, seriesOf(1'000'000, [](double x) { return x == 500'000 ? 100.0 : 1.0; }),
        ColorRole::Link)});
    ChartCanvas *canvas = fixture.chart.canvas();
    canvas->setFocus();
    const auto peakIsSeen = [&] {
        // The axis reaches to the peak, so the line of ones lies at the bottom.
        QTest::mouseMove(canvas, fixture.inPlot(0.3, 0.5));
        const QImage picture = canvas->grab().toImage();
        const QPoint top = fixture.inPlot(0.5, 0.06);
        for (int x = top.x() - 8; x <= top.x() + 8; ++x) {
            if (picture.pixelColor(x, top.y() + 10).blue() >
                picture.pixelColor(x, top.y() + 10).red() + 40)
                return true;
        }
        return false;
    };
    QVERIFY(peakIsSeen());
    fixture.turnWheel(fixture.inPlot(0.5, 0.5), 20);
    QVERIFY(fixture.chart.view().x().size() < 20'000);
    QVERIFY(peakIsSeen());
}

void TestRunChart::smoothsAndKeepsTheOriginal()
{
    ChartFixture fixture;
    fixture.show(
        {fixture.curve(u"loss"_s, seriesOf(400, [](double x) { return int(x) % 2 ? 1.0 : 0.0; }),
                       ColorRole::Danger)});
    ChartOptions options;
    options.smoothing = 0.95;
    fixture.setOptions(options);
    ChartCanvas *canvas = fixture.chart.canvas();
    QTest::mouseMove(canvas, fixture.inPlot(0.5, 0.5));
    const QString read = canvas->accessibleDescription();
    QVERIFY2(read.contains(u"loss: 0.4"_s) || read.contains(u"loss: 0.5"_s), qPrintable(read));
    QVERIFY2(read.contains(u"(0)"_s) || read.contains(u"(1)"_s), qPrintable(read));
    QVERIFY(fixture.pixelsOf(themeColor(ColorRole::Danger, false)) > 100);
}

void TestRunChart::aLogarithmicAxisSaysWhatItLeavesOut()
{
    ChartFixture fixture;
    fixture.show({fixture.curve(u"loss"_s, seriesOf(100, [](double x) { return x < 3 ? -1 : x; }),
                                ColorRole::Link)});
    ChartOptions options;
    options.isYLog = true;
    fixture.setOptions(options);
    auto *note = fixture.chart.findChild<QLabel *>(u"chartNote"_s);
    QVERIFY(note->isVisible() && note->text().contains(u"3 value"_s));
    fixture.show(
        {fixture.curve(u"loss"_s, seriesOf(10, [](double) { return -1.0; }), ColorRole::Link)});
    QVERIFY(fixture.chart.message().contains(u"above zero"_s));
    fixture.show({fixture.curve(u"loss"_s, std::make_shared<Series>(), ColorRole::Link)});
    QVERIFY(fixture.chart.message().contains(u"No values"_s));
}

void TestRunChart::timesAreAxesToo()
{
    ChartFixture fixture;
    fixture.showLosses();
    ChartOptions options;
    options.xAxis = XAxis::Relative;
    fixture.setOptions(options);
    QCOMPARE(fixture.chart.view().x(), (ChartRange{0, 9990}));
    options.xAxis = XAxis::Wall;
    fixture.setOptions(options);
    QCOMPARE(fixture.chart.view().x().from, 1.79e12);
    QTest::mouseMove(fixture.chart.canvas(), fixture.inPlot(0.2, 0.5));
    QVERIFY(fixture.chart.canvas()->accessibleDescription().contains(u"2026"_s));
}

void TestRunChart::gapsAreGaps()
{
    ChartFixture fixture;
    fixture.show({fixture.curve(
        u"loss"_s, seriesOf(1000, [](double x) { return x > 300 && x < 700 ? std::nan("") : 1.0; }),
        ColorRole::Danger)});
    const QImage picture = fixture.chart.canvas()->grab().toImage();
    const auto isDrawnAt = [&](double across) {
        const QPoint middle = fixture.inPlot(across, 0.5);
        for (int y = middle.y() - 3; y <= middle.y() + 3; ++y) {
            if (picture.pixelColor(middle.x(), y).red() >
                picture.pixelColor(middle.x(), y).blue() + 60)
                return true;
        }
        return false;
    };
    QVERIFY(isDrawnAt(0.15));
    QVERIFY(!isDrawnAt(0.5));
    QVERIFY(isDrawnAt(0.85));
}

void TestRunChart::bothThemes()
{
    ChartFixture fixture;
    fixture.theme.setMode(ThemeMode::Dark);
    fixture.showLosses();
    QVERIFY(fixture.pixelsOf(themeColor(ColorRole::Danger, true)) > 300);
    fixture.theme.setMode(ThemeMode::Light);
    QVERIFY(fixture.pixelsOf(themeColor(ColorRole::Danger, false)) > 300);
}

void TestRunChart::newValuesDoNotMoveWhatIsLookedAt()
{
    ChartFixture fixture;
    fixture.showLosses();
    fixture.chart.canvas()->setFocus();
    fixture.turnWheel(fixture.inPlot(0.5, 0.5), 4);
    const ChartRange before = fixture.chart.view().x();
    fixture.show(
        {fixture.curve(u"train"_s, seriesOf(2000, [](double x) { return x; }), ColorRole::Danger)});
    QCOMPARE(fixture.chart.view().x(), before);
}

QTEST_MAIN(TestRunChart)
#include "test_run_chart.moc"
