#include "core/panels/source_catalog.h"
#include "fakes/clearml/captured_world.h"
#include "fakes/fake_run_source.h"
#include "support/page_driver.h"
#include "support/run_browser_fixture.h"
#include "ui/runs/chart_canvas.h"
#include "ui/runs/chart_legend.h"
#include "ui/runs/run_chart.h"
#include "ui/runs/run_list_model.h"
#include "ui/runs/run_project_tree.h"
#include "ui/runs/run_table.h"
#include "ui/runs/scalar_card.h"
#include "ui/runs/scalars_tab.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace plotleaf::test::captured;
using namespace Qt::StringLiterals;

namespace {

/// The first card of the metric, once its curves are drawn.
ScalarCard *shownCard(RunBrowserFixture &fixture, const QString &title)
{
    ScalarCard *found = nullptr;
    const auto isDrawn = [&] {
        const auto cards = fixture.browser->findChildren<ScalarCard *>();
        for (ScalarCard *card : cards) {
            if (card->title() == title && card->isVisible())
                found = card;
        }
        return found && found->chart() && !found->chart()->curves().isEmpty() &&
               found->chart()->message().isEmpty();
    };
    if (!RunBrowserFixture::waitFor(isDrawn))
        qFatal("no curves of %s", qPrintable(title));
    return found;
}

/// A folder with one run.
RunPlace folderPlace()
{
    const auto source = std::make_shared<FakeRunSource>();
    source->addRun(u"mine"_s);
    source->addSeries(u"mine"_s, u"train/loss"_s, {3, 2, 1});
    source->addSeries(u"mine"_s, u"train/acc"_s, {1, 2, 3});
    return {u"folder:/runs"_s, u"/runs"_s, std::make_shared<SourceCatalog>(source), {}};
}

QStringList titles(const RunBrowserFixture &fixture)
{
    QStringList found;
    for (const ScalarCard *card : fixture.child<ScalarsTab>("scalarsTab")->cards())
        found.append(card->title());
    return found;
}

/// The code that a button puts into the report.
QString embedded(RunBrowserFixture &fixture, const QWidget *button)
{
    QSignalSpy wanted(fixture.browser.get(), &RunBrowser::insertWanted);
    button->findChild<QToolButton *>(u"embed"_s)->click();
    return wanted.isEmpty() ? QString() : wanted.first().first().toString();
}

void openTab(const RunBrowserFixture &fixture, int index)
{
    fixture.child<QTabWidget>("runTabs")->setCurrentIndex(index);
}

QString messageOf(const QWidget *tab)
{
    return tab->findChild<QLabel *>(u"messageTitle"_s)->text();
}

} // namespace

class TestRunBrowser : public QObject
{
    Q_OBJECT

private slots:
    void withoutAServerItOffersToAddOne();
    void escapeClosesIt();
    void aPlaceThatIsNotOpenSaysWhy();
    void curvesOfATaskAreDrawnAndEmbedded();
    void comparedTasksHaveAGraphicForEachVariant();
    void runsAreSearchedAndNarrowed();
    void projectsNarrowTheList();
    void morePlacesAreNoPlaces();
    void askingAgainStaysInTheProject();
    void aFolderHasRunsAfterModels();
    void moreComesWhileScrolling();
    void curvesComeWhenTheyAreInSight();
    void aServerThatFailsIsToldAndAskedAgain();
    void valuesAndParametersAreListed();
    void samplesAreShownAsPictures();
    void parametersStayWithoutMetrics();
    void tagsThatDoNotComeAreTold();
    void textSamplesAreRead();
    void hostileNamesArePlainText();
    void plotsAreEmbedded();
    void whatIsNotThereIsSaid();
    void theCodeIsCopied();
    void everythingHasANameToBeRead();
};

void TestRunBrowser::withoutAServerItOffersToAddOne()
{
    RunBrowserFixture fixture;
    QSignalSpy wanted(fixture.browser.get(), &RunBrowser::addServerWanted);
    auto *add = fixture.child<QPushButton>("addServerForRuns");
    QVERIFY(add->isVisible());
    add->click();
    QCOMPARE(wanted.size(), 1);
}

void TestRunBrowser::escapeClosesIt()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    QVERIFY(fixture.browser->isVisible());
    QTest::keyClick(fixture.child<QLineEdit>("runSearch"), Qt::Key_Escape);
    QVERIFY(!fixture.browser->isVisible());
}

void TestRunBrowser::aPlaceThatIsNotOpenSaysWhy()
{
    RunBrowserFixture fixture;
    RunPlace closed = fixture.place();
    closed.catalog = nullptr;
    fixture.browser->setPlaces({closed});
    auto *message = fixture.child<QLabel>("runListMessage");
    QVERIFY2(message->text().contains(u"Connecting to prod"_s), qPrintable(message->text()));
    closed.problem = u"The secret is not known."_s;
    fixture.browser->setPlaces({closed});
    QCOMPARE(message->text(), closed.problem);
    fixture.connectPlace();
    QVERIFY(!message->isVisible());
}

void TestRunBrowser::curvesOfATaskAreDrawnAndEmbedded()
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

void TestRunBrowser::comparedTasksHaveAGraphicForEachVariant()
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

void TestRunBrowser::runsAreSearchedAndNarrowed()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    QVERIFY(fixture.listed().size() > 5);
    fixture.child<QLineEdit>("runSearch")->setText(u"baselin"_s);
    QVERIFY(fixture.waitFor([&] {
        return fixture.listed().size() > 1 && fixture.listed().contains(u"baseline"_s) &&
               fixture.listed().filter(u"baseline"_s).size() == fixture.listed().size();
    }));
    fixture.child<QLineEdit>("runSearch")->setText(u"nothing is called so"_s);
    auto *message = fixture.child<QLabel>("runListMessage");
    QVERIFY(fixture.waitFor([&] { return message->text().contains(u"matches"_s); }));
    fixture.child<QLineEdit>("runSearch")->clear();
    QVERIFY(fixture.waitFor([&] { return fixture.listed().size() > 5; }));
    auto *states = fixture.child<QComboBox>("runState");
    states->setCurrentIndex(states->findData(int(RunState::Failed)));
    const QVector<QJsonObject> &tasks = fixture.clearml.server.world.tasks;
    const auto failed = std::ranges::count_if(tasks, [](const QJsonObject &task) {
        return task[QLatin1String("status")].toString() == u"failed"_s;
    });
    QVERIFY(failed >= 4 && failed < tasks.size());
    QVERIFY(fixture.waitFor([&] { return fixture.listed().size() == failed; }));
    QVERIFY(fixture.listed().first().startsWith(u"tagged"_s));
    auto *menu = fixture.child<QMenu>("runTagMenu");
    QVERIFY(fixture.waitFor([&] { return !menu->actions().isEmpty(); }));
    for (QAction *action : menu->actions()) {
        if (action->data() == u"t1"_s)
            action->trigger();
    }
    QVERIFY(fixture.waitFor([&] { return fixture.listed() == QStringList{u"tagged t1"_s}; }));
    fixture.clearml.server.checkSchema();
}

void TestRunBrowser::projectsNarrowTheList()
{
    RunBrowserFixture fixture;
    fixture.clearml.server.world.makeProject(u"Demo"_s);
    fixture.connectPlace();
    auto *tree = fixture.child<QTreeWidget>("runProjects");
    const auto itemOf = [&](const QString &text) {
        return tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    };
    QVERIFY(fixture.waitFor([&] { return itemOf(u"Demo"_s) != nullptr; }));
    tree->expandItem(itemOf(u"Demo"_s));
    QVERIFY(fixture.waitFor([&] { return itemOf(u"Vision"_s) != nullptr; }));
    tree->setCurrentItem(itemOf(u"Others"_s));
    QVERIFY(fixture.waitFor([&] { return fixture.listed().size() == 4; }));
    fixture.child<QLineEdit>("runProjectSearch")->setText(u"vis"_s);
    QVERIFY(fixture.waitFor([&] { return itemOf(u"Demo/Vision"_s) != nullptr; }));
    // The project that was chosen is not in sight any more.
    QVERIFY(fixture.waitFor([&] { return fixture.listed().size() > 5; }));
}

void TestRunBrowser::askingAgainStaysInTheProject()
{
    RunBrowserFixture fixture;
    fixture.clearml.server.world.makeProject(u"Demo"_s);
    fixture.connectPlace();
    auto *tree = fixture.child<QTreeWidget>("runProjects");
    const auto itemOf = [&](const QString &text) {
        return tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    };
    QVERIFY(fixture.waitFor([&] { return itemOf(u"Demo"_s) != nullptr; }));
    tree->expandItem(itemOf(u"Demo"_s));
    QVERIFY(fixture.waitFor([&] { return itemOf(u"Vision"_s) != nullptr; }));
    tree->setCurrentItem(itemOf(u"Vision"_s));
    const auto isNarrowed = [&] {
        return fixture.listed().contains(u"baseline"_s) && fixture.listed().size() == 11;
    };
    QVERIFY(fixture.waitFor(isNarrowed));
    fixture.choose({u"baseline"_s});
    shownCard(fixture, u"loss"_s);

    QSignalSpy changed(fixture.child<RunProjectTree>("runProjectTree"),
                       &RunProjectTree::projectChanged);
    fixture.child<QToolButton>("reloadRuns")->click();
    QVERIFY(fixture.waitFor([&] { return itemOf(u"Vision"_s) != nullptr; }));
    QCOMPARE(tree->currentItem(), itemOf(u"Vision"_s));
    QVERIFY(itemOf(u"Demo"_s)->isExpanded());
    QVERIFY(fixture.waitFor(isNarrowed));
    QVERIFY(fixture.waitFor(
        [&] { return !fixture.list()->selectionModel()->selectedRows().isEmpty(); }));
    QCOMPARE(fixture.list()->selectionModel()->selectedRows().first().data(), u"baseline"_s);
    QVERIFY(changed.isEmpty());

    // One that is gone is not narrowed to any more, and that is told once.
    ClearmlWorld &world = fixture.clearml.server.world;
    world.projects.remove(world.projectNamed(u"Demo/Vision"_s));
    fixture.child<QToolButton>("reloadRuns")->click();
    QVERIFY(fixture.waitFor([&] { return changed.size() == 1; }));
    QCOMPARE(changed.first().first().toString(), QString());
}

void TestRunBrowser::aFolderHasRunsAfterModels()
{
    RunBrowserFixture fixture;
    const RunPlace folder = folderPlace();
    fixture.browser->setPlaces({fixture.place(), folder});
    auto *kind = fixture.child<QComboBox>("runKind");
    kind->setCurrentIndex(1);
    fixture.browser->choosePlace(folder.id);
    QVERIFY(!kind->isVisible());
    QVERIFY(fixture.waitFor([&] { return fixture.listed() == QStringList{u"mine"_s}; }));
    fixture.browser->choosePlace(fixture.place().id);
    QVERIFY(kind->isVisible());
    QCOMPARE(kind->currentIndex(), 1);
}

void TestRunBrowser::morePlacesAreNoPlaces()
{
    RunBrowserFixture fixture;
    RunPlace first = fixture.place();
    RunPlace second = fixture.place();
    first.catalog = second.catalog = nullptr; // not open yet, both
    first.id = u"clearml/first"_s;
    fixture.browser->setPlaces({first, second});
    QSignalSpy server(fixture.browser.get(), &RunBrowser::addServerWanted);
    QSignalSpy folder(fixture.browser.get(), &RunBrowser::folderWanted);
    auto *place = fixture.child<QComboBox>("runPlace");
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(place, Qt::Key_Down);
    QCOMPARE(place->currentData(), second.id);
    QVERIFY(server.isEmpty() && folder.isEmpty());

    QVERIFY(!fixture.child<QToolButton>("morePlaces")->accessibleName().isEmpty());
    fixture.child<QAction>("chooseRunFolder")->trigger();
    fixture.child<QAction>("addRunServer")->trigger();
    QCOMPARE(folder.size(), 1);
    QCOMPARE(server.size(), 1);
    QCOMPARE(place->currentData(), second.id);
    fixture.browser->setPlaces({first, second, fixture.place()});
    QCOMPARE(place->currentData(), second.id);
}

void TestRunBrowser::moreComesWhileScrolling()
{
    RunBrowserFixture fixture(false);
    for (int i = 0; i < 120; ++i)
        fixture.clearml.server.world.addTask(u"run %1"_s.arg(i), u"Many"_s);
    fixture.connectPlace();
    QCOMPARE(fixture.listed().size(), 50);
    fixture.list()->verticalScrollBar()->setValue(fixture.list()->verticalScrollBar()->maximum());
    QVERIFY(fixture.waitFor([&] { return fixture.listed().size() >= 100; }));
    QSet<QString> distinct;
    for (const QString &name : fixture.listed())
        distinct.insert(name);
    QCOMPARE(distinct.size(), fixture.listed().size());
}

void TestRunBrowser::curvesComeWhenTheyAreInSight()
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

void TestRunBrowser::aServerThatFailsIsToldAndAskedAgain()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.clearml.server.http.setReachable(false);
    fixture.choose({u"baseline"_s});
    auto *tab = fixture.child<ScalarsTab>("scalarsTab");
    QVERIFY(fixture.waitFor([&] { return messageOf(tab).contains(u"does not answer"_s); }));
    fixture.clearml.server.http.setReachable(true);
    tab->findChild<QPushButton *>(u"runTabAgain"_s)->click();
    shownCard(fixture, u"loss"_s);
    // What is chosen stays so when the list is asked for again.
    fixture.child<QToolButton>("reloadRuns")->click();
    QVERIFY(fixture.waitFor([&] {
        const QModelIndexList chosen = fixture.list()->selectionModel()->selectedRows();
        return chosen.size() == 1 && chosen.first().data() == u"baseline"_s;
    }));
    fixture.clearml.server.http.setReachable(false);
    fixture.child<QToolButton>("reloadRuns")->click();
    auto *message = fixture.child<QLabel>("runListMessage");
    QVERIFY(fixture.waitFor(
        [&] { return message->isVisible() && message->property("look") == u"error"_s; }));
}

void TestRunBrowser::valuesAndParametersAreListed()
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

void TestRunBrowser::samplesAreShownAsPictures()
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
void TestRunBrowser::parametersStayWithoutMetrics()
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

void TestRunBrowser::tagsThatDoNotComeAreTold()
{
    RunBrowserFixture fixture;
    fixture.clearml.server.http.add(
        {FakeFault::Kind::Refuse, "organization.get_tags", {403, "text/plain", "no"}});
    fixture.connectPlace();
    auto *message = fixture.child<QLabel>("runListMessage");
    QVERIFY(fixture.waitFor([&] { return message->text().contains(u"tags are missing"_s); }));
    QVERIFY(message->isVisible() && fixture.listed().size() > 5);
    fixture.child<QToolButton>("reloadRuns")->click();
    QVERIFY(
        fixture.waitFor([&] { return fixture.child<QMenu>("runTagMenu")->actions().size() > 1; }));
    QVERIFY(!message->text().contains(u"tags are missing"_s));
}

void TestRunBrowser::textSamplesAreRead()
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

void TestRunBrowser::hostileNamesArePlainText()
{
    RunBrowserFixture fixture(false);
    ClearmlWorld &world = fixture.clearml.server.world;
    const QString hostile = u"<img src=x> & <b>bold</b>"_s;
    const QString task = world.addTask(hostile, hostile);
    for (int i = 0; i < 3; ++i)
        world.goOn(task, {u"<i>loss</i>"_s, hostile, i, i, 1.0});
    fixture.connectPlace();
    fixture.choose({hostile});
    ScalarCard *card = shownCard(fixture, u"<i>loss</i>"_s);
    const QString toolTip = card->findChild<ChartLegend *>()->item(0)->toolTip();
    QTextDocument shown;
    shown.setHtml(toolTip);
    QVERIFY2(Qt::mightBeRichText(toolTip), qPrintable(toolTip));
    QCOMPARE(shown.toPlainText(), u"Click to hide "_s + hostile);
    card->chart()->setMessage(hostile);
    const auto labels = fixture.browser->findChildren<QLabel *>();
    int seen = 0;
    for (const QLabel *label : labels) {
        if (!label->text().contains(u'<'))
            continue;
        ++seen;
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    }
    QVERIFY(seen >= 3);
}

void TestRunBrowser::plotsAreEmbedded()
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

void TestRunBrowser::whatIsNotThereIsSaid()
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

void TestRunBrowser::theCodeIsCopied()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.choose({u"baseline"_s});
    shownCard(fixture, u"loss"_s)->findChild<QToolButton *>(u"copyEmbed"_s)->click();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"<iframe "_s));
    QVERIFY(fixture.child<QLabel>("runBrowserTold")->isVisible());
}

void TestRunBrowser::everythingHasANameToBeRead()
{
    RunBrowserFixture fixture;
    fixture.connectPlace();
    fixture.choose({u"baseline"_s});
    shownCard(fixture, u"loss"_s);
    const auto widgets = fixture.browser->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
            widget->inherits("QScrollArea") || widget->inherits("QTabBar") ||
            widget->inherits("QTabWidget") || widget->objectName().startsWith(u"qt_"_s) ||
            widget->parentWidget()->inherits("QComboBox"))
            continue;
        const QString name = widget->accessibleName() + widget->property("text").toString();
        QVERIFY2(!name.isEmpty(), qPrintable(QLatin1String(widget->metaObject()->className()) +
                                             u' ' + widget->objectName()));
    }
}

int main(int argc, char *argv[])
{
    return runPageTest<TestRunBrowser>(argc, argv);
}
#include "test_run_browser.moc"
