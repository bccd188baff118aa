#include "support/panel_fixture.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

MediaSample
sample(const QString &key, MediaKind kind, const QString &mimeType, const QByteArray &bytes)
{
    MediaSample made;
    made.key = key;
    made.kind = kind;
    made.step = 1200;
    made.mimeType = mimeType;
    made.bytes = bytes;
    return made;
}

HistogramSample histogram(double step, std::vector<double> counts)
{
    return {step, 0, {-0.5, 0, 0.5, 1}, std::move(counts), -1, 1};
}

void fillRuns(FakeRunSource &source)
{
    const double nan = std::nan("");
    source.addRun(u"run-1"_s).state = RunState::Running;
    source.addRun(u"run-2"_s);
    source.addRun(u"baseline"_s);
    source.addRun(u"run-3"_s);
    source.addSeries(u"run-1"_s, u"val/loss"_s, {2.5, 2, nan, 1.5, 1});
    source.addSeries(u"run-2"_s, u"val/loss"_s, {2.6, 1.9, 1.3});
    source.addSeries(u"baseline"_s, u"val/loss"_s, {2, 2});
    source.addSeries(u"run-3"_s, u"accuracy"_s, {0.1, 0.5, 0.8});
    source.addSeries(u"run-2"_s, u"accuracy"_s, {0.25, 0.91234567, nan});
    source.run(u"run-1"_s).config.insert(u"lr"_s, 1e-3);
    source.run(u"run-2"_s).config.insert(u"lr"_s, 1e-5);
    source.addMedia(u"run-1"_s, sample(u"generated"_s, MediaKind::Image, u"image/png"_s, "png"_ba));
    source.addMedia(u"run-1"_s, sample(u"voice"_s, MediaKind::Audio, u"audio/wav"_s, "wav"_ba));
    source.addMedia(u"run-1"_s,
                    sample(u"words"_s, MediaKind::Text, u"text/markdown"_s, "The quick <fox>"_ba));
    source.addMedia(u"run-1"_s, sample(u"episode"_s, MediaKind::Video, u"video/mp4"_s, "mp4"_ba));
    source.addMedia(u"run-1"_s, sample(u"page"_s, MediaKind::Html, u"text/html"_s, "<b>1</b>"_ba));
    source.addHistogram(u"run-1"_s, u"layer1/weights"_s, histogram(0, {1, 4, 4, 1}));
    source.addHistogram(u"run-1"_s, u"layer1/weights"_s, histogram(10, {2, 5, 4, 1}));
    source.addHistogram(u"run-1"_s, u"layer1/weights"_s, histogram(20, {0, 6, 7, 2}));
}

} // namespace

/// The figures in tests/data/figures are what the page's tests draw. They are made by this test:
/// with PLOTLEAF_UPDATE_FIGURES set it writes them, without it compares.
class FigureExamplesTest : public QObject
{
    Q_OBJECT

private slots:
    void examples_data()
    {
        QTest::addColumn<QString>("yaml");
        const auto row = [](const char *name, const QString &yaml) { QTest::newRow(name) << yaml; };
        row("plot_line", u"type: line\ntitle: Validation loss\nruns: folder:runs\ny: val/loss\n"
                         "smooth: ema:0.5\nscale: {y: log}\nrange: {y: [0.1, 10]}\nwidth: half\n"
                         "colors: {baseline: \"#888888\"}\n"_s);
        row("plot_wall",
            u"type: line\nruns: {source: folder:runs, ids: [run-3]}\nx: wall\ny: accuracy\n"_s);
        row("plot_histogram",
            u"type: figure\ntitle: Weights\nruns: {source: folder:runs, ids: [run-1]}\n"
            "bins: 4\n"_s);
        row("plot_groups",
            u"type: line\ntitle: Loss by architecture\nruns: folder:runs\ny: val/loss\n"
            "group: state\naggregate: mean, std, max\n"_s);
        row("table_groups", u"type: table\nruns: folder:runs\ny: accuracy\ngroup: state\n"_s);
        row("scalar", u"type: scalar\ntitle: Best accuracy\nwidth: third\ny: accuracy\nvalue: max\n"
                      "runs: {source: folder:runs, filter: summary.accuracy != null}\n"_s);
        row("table", u"type: table\ntitle: Runs\ny: [val/loss, accuracy]\n"
                     "runs: {source: folder:runs, order: name, limit: 3}\nfields: [state]\n"_s);
        row("media", u"type: media\ntitle: Samples\nruns: {source: folder:runs, ids: [run-1]}\n"_s);
        row("message", u"type: line\ntitle: Loss\nwidth: half\nruns: folder:runs\nsmoth: 0.6\n"_s);
    }

    void examples()
    {
        QFETCH(QString, yaml);
        PanelFixture fixture;
        fillRuns(*fixture.source);
        const QJsonObject made = fixture.figure(yaml).toJson();

        QFile file(plotleaf::testData() +
                   u"/figures/%1.json"_s.arg(QLatin1String(QTest::currentDataTag())));
        if (qEnvironmentVariableIsSet("PLOTLEAF_UPDATE_FIGURES")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QJsonDocument(made).toJson());
        }
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
        // The text first, which shows where they differ.
        QCOMPARE(QJsonDocument(made).toJson(), QJsonDocument(kept).toJson());
    }
};

QTEST_GUILESS_MAIN(FigureExamplesTest)
#include "test_figure_examples.moc"
