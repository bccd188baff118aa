#include "fakes/clearml/captured_world.h"
#include "support/run_browser_parts.h"
#include "ui/runs/chart_legend.h"
#include "ui/runs/run_table.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace plotleaf::test::captured;
using namespace Qt::StringLiterals;

/// What runs hold, tab by tab, and how it gets into a report.
class TestRunContents : public QObject
{
    Q_OBJECT

private slots:
    void curvesOfATaskAreDrawnAndEmbedded();
    void comparedTasksHaveAGraphicForEachVariant();
    void curvesComeWhenTheyAreInSight();
    void valuesAndParametersAreListed();
    void samplesAreShownAsPictures();
    void parametersStayWithoutMetrics();
    void textSamplesAreRead();
    void plotsAreEmbedded();
    void whatIsNotThereIsSaid();
    void theCodeIsCopied();
};

void TestRunContents::curvesOfATaskAreDrawnAndEmbedded()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.choose({u"baseline"_s});
    ScalarCard *loss = shownCard(fixture, u"loss"_s);
    const auto *legend = loss->findChild<ChartLegend *>();
    QCOMPARE(legend->count(), 2);
    QCOMPARE(legend->item(0)->text(), u"train"_s);
    const QString code = embedded(fixture, loss);
    QVERIFY2(code.startsWith(u"<iframe src=\""_s + fixture.clearml.server.http.url().toString() +
                             u"/widgets/?type=scalar&objectType=task&xaxis=iter&objects="_s +
                             baseline + u"&metrics=loss&variants=train&variants=val\" name=\""_s),
             qPrintable(code));
    fixture.clearml.server.checkSchema();
}

void TestRunContents::comparedTasksHaveAGraphicForEachVariant()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.choose({u"baseline"_s, u"wide"_s});
    ScalarCard *train = shownCard(fixture, u"loss / train"_s);
    QVERIFY(titles(fixture).contains(u"loss / val"_s));
    QCOMPARE(train->chart()->curves().size(), 2);
    const auto *legend = train->findChild<ChartLegend *>();
    QStringList names = {legend->item(0)->text(), legend->item(1)->text()};
    names.sort();
    QCOMPARE(names, (QStringList{u"baseline"_s, u"wide"_s}));
    const QString code = embedded(fixture, train);
    QCOMPARE(code.count(u"objects="_s), 2);
    QVERIFY(code.contains(u"variants=train"_s) && !code.contains(u"variants=val"_s));
    const auto groups = fixture.browser->findChildren<QWidget *>(u"embedGroup"_s);
    QString group;
    for (const QWidget *button : groups) {
        if (button->isVisible() && group.isEmpty())
            group = embedded(fixture, button);
    }
    QVERIFY2(group.startsWith(u"<h2>loss</h2>\n"_s), qPrintable(group));
    QCOMPARE(group.count(u"<iframe"_s), 2);
    fixture.clearml.server.checkSchema();
}

void TestRunContents::curvesComeWhenTheyAreInSight()
{
    RunBrowserFixture fixture(false);
    ClearmlWorld &world = fixture.clearml.server.world;
    const QString task = world.addTask(u"many"_s, u"Nets"_s);
    for (int metric = 0; metric < 60; ++metric) {
        for (int i = 0; i < 3; ++i)
            world.goOn(task, {u"metric %1"_s.arg(metric, 2, 10, QChar(u'0')), u"v"_s, i, i, 1.0});
    }
    fixture.connectPlace();
    fixture.choose({u"many"_s});
    shownCard(fixture, u"metric 00"_s);
    const auto asked = fixture.clearml.server.calls.count(u"reports.get_task_data"_s);
    QVERIFY2(asked < 60, qPrintable(QString::number(asked)));
    fixture.child<QLineEdit>("metricFilter")->setText(u"metric 57"_s);
    QCOMPARE(shownCard(fixture, u"metric 57"_s)->chart()->curves().size(), 1);
}

void TestRunContents::valuesAndParametersAreListed()
{
    RunBrowserFixture fixture;
    for (const QString &task : {baseline, wide})
        fixture.clearml.server.world.goOn(
            task,
            {u"Summary"_s, u"parameters"_s, singleValueIteration, 0, task == wide ? 42.0 : 21.0});
    fixture.connectPlace();
    fixture.choose({u"baseline"_s, u"wide"_s});
    openTab(fixture, 3);
    auto *values = fixture.child<RunTable>("singleValues");
    QVERIFY(fixture.waitFor([&] { return values->rowCount() > 0; }));
    QCOMPARE(values->columnCount(), 4);
    const QString code = embedded(fixture, values->parentWidget());
    QVERIFY2(code.contains(u"type=single"_s) && code.count(u"objects="_s) == 2, qPrintable(code));
    openTab(fixture, 4);
    auto *parameters = fixture.child<RunTable>("parameters");
    QVERIFY(fixture.waitFor([&] { return parameters->rowCount() > 1; }));
    const int all = parameters->rowCount();
    fixture.child<QAbstractButton>("onlyDifferences")->click();
    QVERIFY(parameters->rowCount() > 0 && parameters->rowCount() <= all);
    auto *metric = fixture.child<QComboBox>("parallelMetric");
    QVERIFY(fixture.waitFor([&] { return metric->count() > 0; }));
    const QString parallel = embedded(fixture, metric->parentWidget());
    QVERIFY2(parallel.contains(u"type=parcoords"_s) && parallel.contains(u"variants="_s),
             qPrintable(parallel));
    fixture.clearml.server.checkSchema();
}

void TestRunContents::samplesAreShownAsPictures()
{
    RunBrowserFixture fixture(false);
    ClearmlWorld &world = fixture.clearml.server.world;
    const QString task = world.addTask(u"pictures"_s, u"Nets"_s);
    QImage picture(64, 32, QImage::Format_RGB32);
    picture.fill(fixture.theme.color(ColorRole::Danger));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    world.files["samples/a.png"] = bytes;
    const QString url = fixture.clearml.servers().files.toString() + u"/samples/a.png"_s;
    world.samples[task].append({{u"url"_s, url},
                                {u"key"_s, u"a"_s},
                                {u"metric"_s, u"sample"_s},
                                {u"variant"_s, u"cat"_s},
                                {u"iter"_s, 7},
                                {u"timestamp"_s, 1.79e12},
                                {u"task"_s, task},
                                {u"type"_s, u"training_debug_image"_s}});
    fixture.connectPlace();
    fixture.choose({u"pictures"_s});
    openTab(fixture, 2);
    auto *samples = fixture.child<QListWidget>("samples");
    const auto isPicture = [&] {
        if (samples->count() != 1)
            return false;
        const QImage shown = samples->item(0)->icon().pixmap(64, 32).toImage();
        return !shown.isNull() &&
               shown.pixelColor(shown.rect().center()) == fixture.theme.color(ColorRole::Danger);
    };
    QVERIFY(fixture.waitFor(isPicture));
    QVERIFY(samples->item(0)->text().contains(u"step 7"_s));
    const QString code = embedded(fixture, samples->parentWidget());
    QVERIFY2(code.contains(u"type=sample"_s) && code.contains(u"variants=cat"_s), qPrintable(code));
}

/// Metrics and parameters are two questions; the second fails here.
void TestRunContents::parametersStayWithoutMetrics()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.choose({u"baseline"_s, u"wide"_s});
    shownCard(fixture, u"loss / train"_s);
    // The first to be asked are the parameters; they are held until the other one has failed.
    const FakeAnswer refusal = {403, "application/json", R"({"meta": {"result_code": 403,
        "result_subcode": 20, "result_msg": "no metrics for you"}, "data": {}})"};
    fixture.clearml.server.http.add({FakeFault::Kind::Hold, "tasks.get_all_ex"});
    fixture.clearml.server.http.add({FakeFault::Kind::Refuse, "tasks.get_all_ex", refusal});
    openTab(fixture, 4);
    auto *problem = fixture.child<QLabel>("parallelProblem");
    QVERIFY(fixture.waitFor([&] { return !problem->isHidden(); }));
    QVERIFY2(problem->text().contains(u"metrics are missing"_s), qPrintable(problem->text()));
    fixture.clearml.server.http.release();
    auto *parameters = fixture.child<RunTable>("parameters");
    QVERIFY(fixture.waitFor([&] { return parameters->rowCount() > 1; }));
    QVERIFY(parameters->isVisible() && problem->isVisible());
}

void TestRunContents::textSamplesAreRead()
{
    RunBrowserFixture fixture(false);
    ClearmlWorld &world = fixture.clearml.server.world;
    const QString task = world.addTask(u"texts"_s, u"Nets"_s);
    for (int i = 1; i <= 2; ++i) {
        const QString name = u"samples/%1.txt"_s.arg(i);
        world.files[name.toUtf8()] = "words <b>of</b> " + QByteArray::number(i) + "\nmore";
        world.samples[task].append(
            {{u"url"_s, QString(fixture.clearml.servers().files.toString() + u'/' + name)},
             {u"metric"_s, u"sample"_s},
             {u"variant"_s, u"words"_s},
             {u"iter"_s, i},
             {u"timestamp"_s, 1.79e12},
             {u"task"_s, task},
             {u"type"_s, u"training_debug_image"_s}});
    }
    fixture.connectPlace();
    fixture.choose({u"texts"_s});
    fixture.clearml.server.http.add({FakeFault::Kind::Hold, "reports.get_task_data"});
    openTab(fixture, 2);
    auto *told = fixture.child<QLabel>("samplesTold");
    QVERIFY(fixture.waitFor([&] { return fixture.clearml.server.http.isHolding(); }));
    QVERIFY(told->isVisible() && told->text().contains(u"Looking"_s));
    fixture.clearml.server.http.release();
    auto *text = fixture.child<QPlainTextEdit>("sampleText");
    QVERIFY(fixture.waitFor([&] { return text->isVisible(); }));
    QVERIFY(!told->isVisible());
    auto *samples = fixture.child<QListWidget>("samples");
    QVERIFY(fixture.waitFor([&] {
        return samples->count() == 2 && samples->item(1)->text().contains(u"words <b>"_s);
    }));
    samples->setCurrentRow(0);
    QCOMPARE(text->toPlainText(), u"words <b>of</b> 2\nmore"_s);
    samples->setCurrentRow(1);
    QCOMPARE(text->toPlainText(), u"words <b>of</b> 1\nmore"_s);

    // What is gone meanwhile is said in its place; the names stay.
    world.samples[task].clear();
    auto *names = fixture.child<QListWidget>("sampleNames");
    names->setCurrentRow(-1);
    names->setCurrentRow(0);
    QVERIFY(fixture.waitFor(
        [&] { return told->isVisible() && told->text().startsWith(u"No sample"_s); }));
    fixture.clearml.server.http.setReachable(false);
    names->setCurrentRow(-1);
    names->setCurrentRow(0);
    QVERIFY(fixture.waitFor([&] { return told->text().contains(u"127.0.0.1"_s); }));
    QVERIFY(names->isVisible() && !text->isVisible());
}

void TestRunContents::plotsAreEmbedded()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.choose({u"baseline"_s});
    openTab(fixture, 1);
    auto *names = fixture.child<QListWidget>("plotNames");
    QVERIFY(fixture.waitFor([&] { return names->count() > 0; }));
    names->setCurrentRow(names->count() - 1);
    const QString code = embedded(fixture, fixture.child<QWidget>("figurePreview")->parentWidget());
    QVERIFY2(code.contains(u"type=plot"_s) && code.contains(baseline), qPrintable(code));
}

void TestRunContents::whatIsNotThereIsSaid()
{
    RunBrowserFixture fixture(false);
    fixture.clearml.server.world.addTask(u"fresh"_s, u"Nets"_s);
    fixture.connectPlace();
    fixture.choose({u"fresh"_s});
    const char *tabs[] = {"scalarsTab", "plotsTab", "samplesTab", "valuesTab", "parametersTab"};
    for (int i = 0; i < 5; ++i) {
        openTab(fixture, i);
        const auto *tab = fixture.child<QWidget>(tabs[i]);
        QVERIFY2(fixture.waitFor([&] { return messageOf(tab).startsWith(u"No "_s); }), tabs[i]);
    }
}

void TestRunContents::theCodeIsCopied()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.choose({u"baseline"_s});
    shownCard(fixture, u"loss"_s)->findChild<QToolButton *>(u"copyEmbed"_s)->click();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"<iframe "_s));
    QVERIFY(fixture.child<QLabel>("runBrowserTold")->isVisible());
}

QTEST_MAIN(TestRunContents)
#include "test_run_contents.moc"
