#include "support/panel_fixture.h"

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString base = u"type: line\nruns: {source: folder:runs, limit: 20}\n"_s;

QJsonArray traces(const Figure &figure)
{
    return figure.content["data"_L1].toArray();
}

QJsonObject trace(const Figure &figure, int index)
{
    return traces(figure)[index].toObject();
}

QJsonArray column(const Figure &figure, int index, const char *name)
{
    return trace(figure, index)[QLatin1String(name)].toArray();
}

QJsonObject layout(const Figure &figure)
{
    return figure.content["layout"_L1].toObject();
}

QStringList names(const Figure &figure)
{
    QStringList names;
    for (const QJsonValue each : traces(figure))
        names << each["name"_L1].toString();
    return names;
}

Series longSeries(size_t size)
{
    Series series;
    for (size_t i = 0; i < size; ++i) {
        series.step.push_back(double(i));
        series.wall.push_back(1e9 + double(i));
        series.value.push_back(i == size / 3 ? 50 : std::sin(double(i) / 1000));
    }
    return series;
}

} // namespace

class LinePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreNamedByWhatDistinguishes()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"mnist/lr-0.1/train"_s);
        fixture.source->addRun(u"mnist/lr-0.2/train"_s);
        for (const QString &run : {u"mnist/lr-0.1/train"_s, u"mnist/lr-0.2/train"_s}) {
            fixture.source->addSeries(run, u"loss"_s, {1, 2});
            fixture.source->addSeries(run, u"acc"_s, {1, 2});
        }
        QCOMPARE(names(fixture.figure(base + u"y: loss"_s)),
                 (QStringList{u"lr-0.1"_s, u"lr-0.2"_s}));
        QCOMPARE(names(fixture.figure(base + u"y: [loss, acc]"_s)),
                 (QStringList{u"lr-0.1 · loss"_s, u"lr-0.1 · acc"_s, u"lr-0.2 · loss"_s,
                              u"lr-0.2 · acc"_s}));
        QCOMPARE(names(fixture.figure(
                     u"type: line\nruns: {source: folder:r, limit: 1}\ny: [loss, acc]"_s)),
                 (QStringList{u"loss"_s, u"acc"_s}));
        QCOMPARE(names(fixture.figure(base + u"y: loss\nnames: {mnist/lr-0.1/train: <Base>}"_s)),
                 (QStringList{u"&lt;Base&gt;"_s, u"lr-0.2"_s}));
    }

    void coloursAreDistinctAndTheSameInEveryPanel()
    {
        PanelFixture fixture;
        for (int i = 0; i < 12; ++i) {
            const QString name = u"run-%1"_s.arg(i);
            fixture.source->addRun(name);
            fixture.source->addSeries(name, u"loss"_s, {1, 2});
            fixture.source->addSeries(name, u"acc"_s, {1, 2});
        }
        const Figure loss = fixture.figure(base + u"y: loss"_s);
        const Figure acc = fixture.figure(base + u"y: acc"_s);
        QSet<QString> looks;
        for (int i = 0; i < 12; ++i) {
            const int color = trace(loss, i)["meta"_L1]["colorIndex"_L1].toInt(-1);
            QVERIFY(color >= 0 && color < 10);
            QCOMPARE(trace(acc, i)["meta"_L1]["colorIndex"_L1].toInt(), color);
            looks.insert(QString::number(color) + trace(loss, i)["line"_L1]["dash"_L1].toString());
        }
        QCOMPARE(looks.size(), 12);
    }

    void smoothingShowsTheOriginalBehind()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {4, 0, 4, 0});
        const Figure figure = fixture.figure(base + u"y: loss\nsmooth: ema:0.5"_s);
        QCOMPARE(traces(figure).size(), 2);
        QCOMPARE(trace(figure, 0)["meta"_L1]["role"_L1].toString(), u"original"_s);
        QCOMPARE(column(figure, 0, "y"), (QJsonArray{4, 0, 4, 0}));
        // TensorBoard's formula: L = 2, 1, 2.5, 1.25 over 1 - 0.5^n.
        QVERIFY(std::abs(column(figure, 1, "y")[1].toDouble() - 1 / 0.75) < 1e-5);
        QVERIFY(std::abs(column(figure, 1, "y")[3].toDouble() - 1.25 / 0.9375) < 1e-5);
        QCOMPARE(traces(fixture.figure(base + u"y: loss\nsmooth: {weight: 0.5, original: false}"_s))
                     .size(),
                 1);
    }

    void allPointsAreReducedToTheWidthAndSpikesStay()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, longSeries(200'000));
        const auto feed = fixture.open(base + u"y: loss"_s);
        feed->setPixelWidth(320);
        const Figure figure = PanelFixture::settled(*feed);
        QVERIFY(column(figure, 0, "x").size() > 320);
        QVERIFY(column(figure, 0, "x").size() < 4 * 320);
        QVERIFY(column(figure, 0, "y").contains(QJsonValue(50)));
        QCOMPARE(column(figure, 0, "x").last().toDouble(), 199'999.0);
    }

    void zoomIsSharperAndHasAMargin()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, longSeries(200'000));
        const auto feed = fixture.open(base + u"y: loss"_s);
        PanelFixture::settled(*feed);
        QSignalSpy spy(feed.get(), &PanelFeed::figureChanged);
        feed->setRange({1000, 1100});
        QVERIFY(spy.wait(hangMs));
        const QJsonArray x = column(*feed->figure(), 0, "x");
        QVERIFY(x.size() >= 200); // every step of it
        QVERIFY(x.first().toDouble() <= 950 && x.first().toDouble() >= 940);
        QVERIFY(x.last().toDouble() >= 1150 && x.last().toDouble() <= 1160);
        feed->setRange({});
        QVERIFY(spy.wait(hangMs));
        QCOMPARE(column(*feed->figure(), 0, "x").last().toDouble(), 199'999.0);
    }

    void logAxesSayWhatTheyCannotDraw()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {1, 0, -1, 10});
        const Figure figure =
            fixture.figure(base + u"y: loss\nscale: {x: log, y: log}\nrange: {y: [1, 1000]}"_s);
        QCOMPARE(column(figure, 0, "x"), (QJsonArray{1, 2, 3}));
        QCOMPARE(column(figure, 0, "y"), (QJsonArray{QJsonValue(), QJsonValue(), 10}));
        QCOMPARE(layout(figure)["yaxis"_L1]["type"_L1].toString(), u"log"_s);
        QCOMPARE(layout(figure)["yaxis"_L1]["range"_L1].toArray(), (QJsonArray{0, 3}));
        QCOMPARE(figure.notes.size(), 1);
        QVERIFY(figure.notes.first().contains(u"log scale"_s));
    }

    void smoothingIsThatOfTheRealX()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s,
                                  Series{{0, 1, 2, 10, 100}, {0, 0, 0, 0, 0}, {9, 1, 5, 2, 7}});
        for (const QString &smooth :
             {u"ema:0.5"_s, u"twema:0.5"_s, u"gaussian:3"_s, u"average:3"_s}) {
            const QString yaml = base + u"y: loss\nsmooth: "_s + smooth;
            const Figure log = fixture.figure(yaml + u"\nscale: {x: log}"_s);
            QJsonArray y = column(fixture.figure(yaml), 1, "y");
            QCOMPARE(y.size(), 5);
            y.removeFirst(); // its x has no logarithm, but it was smoothed with
            QCOMPARE(column(log, 1, "y"), y);
            QCOMPARE(column(log, 0, "y"), (QJsonArray{1, 5, 2, 7}));
            QCOMPARE(column(log, 1, "x"), (QJsonArray{1, 2, 10, 100}));
            // Each value once, although it is in the smoothed line and in the one behind it.
            QVERIFY2(log.notes.first().endsWith(u": 1."_s), qPrintable(log.notes.first()));
        }
    }

    void nanIsAGapAndIsTold()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s,
                                  {1, std::nan(""), std::numeric_limits<double>::infinity(), 2});
        const Figure figure = fixture.figure(base + u"y: loss"_s);
        QCOMPARE(column(figure, 0, "y").first().toDouble(), 1.0);
        QVERIFY(column(figure, 0, "y").contains(QJsonValue()));
        QCOMPARE(figure.notes,
                 QStringList{u"Values that are NaN or infinite, drawn as gaps: 2."_s});
    }

    void timeAxes()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        Series series{{0, 1, 2}, {1'795'251'600, 1'795'255'200, 1'795'273'200}, {1, 2, 3}};
        fixture.source->addSeries(u"a"_s, u"loss"_s, series);
        const Figure relative = fixture.figure(base + u"y: loss\nx: relative"_s);
        QCOMPARE(column(relative, 0, "x"), (QJsonArray{0, 1, 6}));
        QCOMPARE(layout(relative)["xaxis"_L1]["title"_L1]["text"_L1].toString(),
                 u"Time since start (h)"_s);
        const Figure wall = fixture.figure(base + u"y: loss\nx: wall\nrange: {x: last 1h}"_s);
        QCOMPARE(column(wall, 0, "x").last().toDouble(), 1'795'273'200'000.0);
        QCOMPARE(layout(wall)["xaxis"_L1]["type"_L1].toString(), u"date"_s);
        QCOMPARE(layout(wall)["xaxis"_L1]["range"_L1][0].toDouble(), 1'795'269'600'000.0);
    }

    void lastStepsAndFixedRange()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, longSeries(10'000));
        const Figure last = fixture.figure(base + u"y: loss\nrange: {x: last 100}"_s);
        QCOMPARE(layout(last)["xaxis"_L1]["range"_L1][0].toDouble(), 9'899.0);
        QVERIFY(column(last, 0, "x").first().toDouble() >= 9'898);
        const Figure fixed = fixture.figure(base + u"y: loss\nrange: {x: [10, 20]}"_s);
        QCOMPARE(layout(fixed)["xaxis"_L1]["range"_L1].toArray(), (QJsonArray{10, 20}));
        const Figure wrong = fixture.figure(base + u"y: loss\nrange: {x: last 1h}"_s);
        QCOMPARE(wrong.kind, Figure::Kind::Message);
        QVERIFY(messageOf(wrong).contains(u"x: relative"_s));
    }

    void anotherMetricOnX()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1, 0.5});
        fixture.source->addSeries(u"a"_s, u"epoch"_s, Series{{0, 2, 3}, {0, 2, 3}, {10, 12, 11}});
        const Figure figure = fixture.figure(base + u"y: loss\nx: epoch"_s);
        QCOMPARE(column(figure, 0, "x"), (QJsonArray{10, 11, 12}));
        QCOMPARE(column(figure, 0, "y"), (QJsonArray{3, 0.5, 1}));
        const Figure missing = fixture.figure(base + u"y: loss\nx: epcoh"_s);
        QCOMPARE(missing.kind, Figure::Kind::Message);
        QCOMPARE(missing.content["suggestions"_L1].toArray(), QJsonArray{u"epoch"_s});
    }

    void legendStandsWhereAsked()
    {
        PanelFixture fixture;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            fixture.source->addRun(name);
            fixture.source->addSeries(name, u"loss"_s, {1, 2});
        }
        QVERIFY(layout(fixture.figure(base + u"y: loss"_s))["showlegend"_L1].toBool());
        QVERIFY(
            !layout(fixture.figure(base + u"y: loss\nlegend: none"_s))["showlegend"_L1].toBool());
        // Below the plot the page finds the place; elsewhere it is told, in the plot's own measure.
        QVERIFY(
            !layout(fixture.figure(base + u"y: loss"_s))["legend"_L1].toObject().contains("y"_L1));
        QCOMPARE(layout(fixture.figure(base + u"y: loss\nlegend: top"_s))["legend"_L1]["yref"_L1]
                     .toString(),
                 u"paper"_s);
        QCOMPARE(layout(fixture.figure(base + u"y: loss\nlegend: right"_s))["legend"_L1]["x"_L1]
                     .toDouble(),
                 1.02);
    }

    void aPatternThatFitsTooMuchIsCut()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addRun(u"b"_s);
        for (int i = 0; i < 150; ++i)
            fixture.source->addSeries(u"a"_s, u"m%1"_s.arg(i), {1, 2});
        const Figure figure = fixture.figure(base + u"y: /./"_s);
        QCOMPARE(traces(figure).size(), 100);
        QVERIFY(figure.notes.contains(
            u"… and 96 more."_s)); // the 100 metrics that b lacks, and that some were cut
        QCOMPARE(fixture.source->seriesAsked, 100);
    }

    void logarithmicRelativeTimeHasItsUnit()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s,
                                  Series{{0, 1, 2}, {0, 360, 36'000}, {1, 2, 3}});
        const Figure figure = fixture.figure(
            base + u"y: loss\nx: relative\nscale: {x: log}\nrange: {x: [360, 3600]}"_s);
        QCOMPARE(column(figure, 0, "x"), (QJsonArray{0.1, 10}));
        QCOMPARE(layout(figure)["xaxis"_L1]["range"_L1].toArray(), (QJsonArray{-1, 0}));
    }

    void messagesAndNotes()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addRun(u"b"_s);
        fixture.source->addSeries(u"a"_s, u"train/loss"_s, {1, 2});
        fixture.source->setWarnings({u"events.1: 3 damaged records skipped"_s});
        const Figure none = fixture.figure(base + u"y: trian/loss"_s);
        QCOMPARE(none.kind, Figure::Kind::Message);
        QCOMPARE(none.content["title"_L1].toString(), u"No metric called “trian/loss”"_s);
        QCOMPARE(none.content["suggestions"_L1].toArray(), QJsonArray{u"train/loss"_s});
        QVERIFY(messageOf(fixture.figure(base)).contains(u"y: train/loss"_s));
        QCOMPARE(fixture.figure(base + u"y: [train/loss, vall]"_s).notes,
                 (QStringList{u"events.1: 3 damaged records skipped"_s,
                              u"Nothing is called vall."_s, u"b has no train/loss."_s}));
    }
};

QTEST_GUILESS_MAIN(LinePanelTest)
#include "test_line_panel.moc"
