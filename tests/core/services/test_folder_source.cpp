#include "core/services/folders/folder_source.h"
#include "core/services/register_services.h"

#include "core/runs/run_sources.h"
#include "support/test_clock.h"
#include "support/test_paths.h"
#include "support/wait.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace plotleaf;
using namespace Qt::StringLiterals;
using plotleaf::test::await;

class FolderSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void listsTheRunsOfRealWriters();
    void readsSeriesWithNanAndInfinity();
    void readsMediaAndHistograms();
    void speaksOfWhatIsNotThere();
    void isMadeFromASpec_data();
    void isMadeFromASpec();

private:
    static QString data() { return plotleaf::testData() + u"/tensorboard"_s; }

    test::TestClock m_clock;
    FolderSource m_source{u"folder:x"_s, data(), m_clock};
};

void FolderSourceTest::listsTheRunsOfRealWriters()
{
    const auto runs = await(m_source.runs());
    QVERIFY(runs);
    QStringList ids;
    for (const Run &run : *runs)
        ids.append(run.id.toString());
    QCOMPARE(ids, QStringList({u"every-number-type"_s, u"keras"_s, u"pytorch-form"_s,
                               u"pytorch-form/trial"_s, u"restart"_s, u"tensorflow2"_s}));

    const Run keras = runs->at(1);
    QCOMPARE(keras.metrics,
             QStringList({u"batch_acc"_s, u"batch_loss"_s, u"epoch_acc"_s, u"epoch_loss"_s,
                          u"epoch_val_acc"_s, u"epoch_val_loss"_s}));
    QCOMPARE(keras.created.date(), QDate(2020, 4, 1));
    QCOMPARE(keras.state, RunState::Finished);

    const Run trial = runs->at(3);
    QCOMPARE(trial.config, QVariantMap({{u"arch"_s, u"mlp"_s}, {u"lr"_s, 0.1}}));

    const Run tensorflow = runs->at(5);
    QCOMPARE(tensorflow.config, QVariantMap({{u"layers"_s, 3.0},
                                             {u"lr"_s, 0.01},
                                             {u"nesterov"_s, true},
                                             {u"optimizer"_s, u"adam"_s}}));
    QCOMPARE(tensorflow.media, QStringList({u"notes"_s, u"samples"_s, u"tone"_s}));
    QCOMPARE(tensorflow.histograms, QStringList({u"weights"_s}));
    QCOMPARE(m_source.warnings(), QStringList());
}

void FolderSourceTest::readsSeriesWithNanAndInfinity()
{
    const auto series = await(m_source.series(RunId(u"tensorflow2"_s), u"loss"_s));
    QVERIFY(series);
    QCOMPARE((*series)->size(), 10U);
    const auto &value = (*series)->value;
    QCOMPARE(value[1], 0.5);
    QVERIFY(std::isnan(value[2]));
    QCOMPARE(value[4], std::numeric_limits<double>::infinity());
    QCOMPARE(value[7], -std::numeric_limits<double>::infinity());
    QCOMPARE((*series)->step.back(), 9.0);
}

void FolderSourceTest::readsMediaAndHistograms()
{
    for (const auto &[run, key, count] : {std::tuple(u"tensorflow2"_s, u"samples"_s, 4),
                                          std::tuple(u"pytorch-form"_s, u"digit"_s, 1)}) {
        const auto images = await(m_source.media(RunId(run), key, {}));
        QVERIFY(images);
        QCOMPARE(images->size(), count);
        QCOMPARE(images->first().mimeType, u"image/png"_s);
        QVERIFY(images->first().bytes.startsWith("\x89PNG"));
    }
    const auto texts = await(m_source.media(RunId(u"tensorflow2"_s), u"notes"_s, {}));
    QCOMPARE(texts->at(1).bytes, "step **5**");
    QCOMPARE(texts->at(1).step, 5.0);
    const auto first = SampleSteps::atOrBefore(texts->at(0).step);
    const auto text = await(m_source.media(RunId(u"tensorflow2"_s), u"notes"_s, first));
    QCOMPARE(text->size(), 1);
    QCOMPARE(text->at(0).step, texts->at(0).step);
    const auto tones = await(m_source.media(RunId(u"pytorch-form"_s), u"tone"_s, {}));
    QCOMPARE(tones->at(0).mimeType, u"audio/wav"_s);
    QCOMPARE(tones->at(0).kind, MediaKind::Audio);

    const auto tensors = await(m_source.histograms(RunId(u"tensorflow2"_s), u"weights"_s, {}));
    QCOMPARE(tensors->size(), 2);
    QCOMPARE(tensors->at(0).counts, std::vector<double>(10, 10.0));
    QCOMPARE(tensors->at(0).min, 0.0);
    QCOMPARE(tensors->at(0).max, 99.0);
    const auto tensor =
        await(m_source.histograms(RunId(u"tensorflow2"_s), u"weights"_s, SampleSteps::last()));
    QCOMPARE(tensor->size(), 1);
    QCOMPARE(tensor->at(0).step, tensors->at(1).step);
    const auto histo = await(m_source.histograms(RunId(u"pytorch-form"_s), u"weights"_s, {}));
    QCOMPARE(histo->at(0).limits.back(), 100.0);
    QCOMPARE(histo->at(0).counts.back(), 50.0);
}

void FolderSourceTest::speaksOfWhatIsNotThere()
{
    const auto metric = await(m_source.series(RunId(u"tensorflow2"_s), u"los"_s));
    QCOMPARE(metric.error().code, ErrorCode::NotFound);
    QCOMPARE(metric.error().message, u"The run has no metric “los”."_s);
    const auto run = await(m_source.series(RunId(u"nothing"_s), u"loss"_s));
    QCOMPARE(run.error().code, ErrorCode::NotFound);
    QVERIFY(run.error().message.startsWith(u"There is no run “nothing” in"_s));
    const auto outside = await(m_source.series(RunId(u"../tensorboard/keras"_s), u"loss"_s));
    QCOMPARE(outside.error().code, ErrorCode::NotFound);

    FolderSource missing(u"folder:missing"_s, data() + u"/missing"_s, m_clock);
    const auto runs = await(missing.runs());
    QCOMPARE(runs.error().code, ErrorCode::NotFound);
    QVERIFY(runs.error().message.contains(u"/missing"_s));
}

void FolderSourceTest::isMadeFromASpec_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<bool>("known");
    QTest::newRow("folder:") << u"folder:keras"_s << true;
    QTest::newRow("folders:") << u"folders: keras"_s << true;
    QTest::newRow("relative") << u"keras"_s << true;
    QTest::newRow("absolute") << data() + u"/keras"_s << true;
    QTest::newRow("a workspace") << u"clearml/prod"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void FolderSourceTest::isMadeFromASpec()
{
    QFETCH(QString, spec);
    QFETCH(bool, known);
    RunSources sources;
    registerServices(sources, m_clock, data());
    const auto source = sources.source(spec);
    QCOMPARE(source.isOk(), known);
    if (!known)
        return;
    const auto runs = await((*source)->runs());
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->first().id.toString(), u"."_s);
    QCOMPARE(runs->first().name, u"keras"_s);
}

QTEST_GUILESS_MAIN(FolderSourceTest)
#include "test_folder_source.moc"
