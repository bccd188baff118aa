#include "fakes/clearml/captured_world.h"
#include "support/page_driver.h"
#include "support/run_browser_parts.h"
#include "ui/runs/chart_legend.h"
#include "ui/runs/run_project_tree.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
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

/// A place whose project Demo is open in the tree, so that its own projects are seen.
struct DemoProjects : RunBrowserFixture
{
    DemoProjects()
    {
        clearml.server.world.makeProject(u"Demo"_s);
        connectPlace();
        tree = child<QTreeWidget>("runProjects");
        if (!waitFor([this] { return itemOf(u"Demo"_s) != nullptr; }))
            qFatal("the project is not listed");
        tree->expandItem(itemOf(u"Demo"_s));
        if (!waitFor([this] { return itemOf(u"Vision"_s) != nullptr; }))
            qFatal("its own projects are not listed");
    }
    QTreeWidgetItem *itemOf(const QString &text) const
    {
        return tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }

    QTreeWidget *tree = nullptr;
};

} // namespace

/// Places, projects and lists of runs; how the browser is used with the keyboard and read aloud.
class TestRunBrowser : public QObject
{
    Q_OBJECT

private slots:
    void withoutAServerItOffersToAddOne();
    void escapeClosesIt();
    void aPlaceThatIsNotOpenSaysWhy();
    void runsAreSearchedAndNarrowed();
    void projectsNarrowTheList();
    void morePlacesAreNoPlaces();
    void askingAgainStaysInTheProject();
    void aFolderHasRunsAfterModels();
    void moreComesWhileScrolling();
    void aServerThatFailsIsToldAndAskedAgain();
    void tagsThatDoNotComeAreTold();
    void hostileNamesArePlainText();
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
    DemoProjects fixture;
    QTreeWidget *tree = fixture.tree;
    const auto itemOf = [&](const QString &text) { return fixture.itemOf(text); };
    tree->setCurrentItem(itemOf(u"Others"_s));
    QVERIFY(fixture.waitFor([&] { return fixture.listed().size() == 4; }));
    fixture.child<QLineEdit>("runProjectSearch")->setText(u"vis"_s);
    QVERIFY(fixture.waitFor([&] { return itemOf(u"Demo/Vision"_s) != nullptr; }));
    // The project that was chosen is not in sight any more.
    QVERIFY(fixture.waitFor([&] { return fixture.listed().size() > 5; }));
}

void TestRunBrowser::askingAgainStaysInTheProject()
{
    DemoProjects fixture;
    QTreeWidget *tree = fixture.tree;
    const auto itemOf = [&](const QString &text) { return fixture.itemOf(text); };
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
