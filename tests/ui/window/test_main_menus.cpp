#include "support/window_fixture.h"
#include "ui/editor/cheat_sheet.h"
#include "ui/page/report_page.h"
#include "ui/widgets/command_palette.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QShortcut>
#include <QTest>
#include <QToolBar>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// Every action in the menus, with the menus in them.
QList<QAction *> allActions(const MainWindow &window)
{
    QList<QAction *> actions;
    for (const PaletteCommand &command : paletteCommands(*window.menuBar()))
        actions.append(command.action);
    return actions;
}

/// The letters behind "&" of what stands side by side in one menu, each once.
QString sharedMnemonics(const QList<QAction *> &actions)
{
    QHash<QString, QString> known;
    QStringList shared;
    for (const QAction *action : actions) {
        const QString text = QString(action->text()).remove(u"&&"_s);
        const auto at = text.indexOf(u'&');
        if (at < 0 || !action->isVisible())
            continue;
        const QString letter = text.mid(at + 1, 1).toLower();
        if (known.contains(letter))
            shared.append(known.value(letter) + u" / "_s + text);
        known.insert(letter, text);
    }
    return shared.join(u'\n');
}

} // namespace

/// The menus as a whole, in the library and over an open report.
class TestMainMenus : public QObject
{
    Q_OBJECT

private slots:
    void shortcutsAreUnique_data();
    void shortcutsAreUnique();
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();
    void everyActionIsInThePalette_data();
    void everyActionIsInThePalette();
    void everyActionHasAName();
    void toolBarHoldsNothingThatMenusDoNot();
    void menusStayWholeWhenTabsChange();
    void savesOnlyWhatCanBeSaved();
    void markdownHelpIsThereOnce();
    void libraryChoicesAreShown();
    void themeChoicesAreShown();
    void liveDemoIsStoppedWhereItWasStarted();

private:
    void openReportIfAsked(WindowFixture &f)
    {
        QFETCH(bool, report);
        if (!report)
            return;
        f.window->openReport(f.add(u"Alpha"_s));
        QVERIFY(f.waitForTab(u"Alpha"_s));
    }
    static void bothPlaces()
    {
        QTest::addColumn<bool>("report");
        QTest::newRow("library") << false;
        QTest::newRow("report") << true;
    }
};

void TestMainMenus::shortcutsAreUnique_data()
{
    bothPlaces();
}

void TestMainMenus::shortcutsAreUnique()
{
    WindowFixture f;
    openReportIfAsked(f);
    QHash<QKeySequence, QString> known;
    int count = 0;
    for (const QAction *action : allActions(*f.window)) {
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(!known.contains(keys),
                     qPrintable(u"%1: %2 and %3"_s.arg(keys.toString(), known.value(keys),
                                                       action->objectName())));
            known.insert(keys, action->objectName());
            ++count;
        }
    }
    QVERIFY(count > 8);
    for (const QShortcut *shortcut : f.window->findChildren<QShortcut *>()) {
        // Ctrl+F searches the library there, and the text in a report.
        const bool isEverywhere = shortcut->context() != Qt::WidgetWithChildrenShortcut &&
                                  shortcut->context() != Qt::WidgetShortcut;
        QVERIFY2(!isEverywhere || !known.contains(shortcut->key()),
                 qPrintable(shortcut->key().toString()));
    }
}

void TestMainMenus::mnemonicsAreUnique_data()
{
    bothPlaces();
}

void TestMainMenus::mnemonicsAreUnique()
{
    WindowFixture f;
    openReportIfAsked(f);
    QCOMPARE(sharedMnemonics(f.window->menuBar()->actions()), QString());
    for (const QMenu *menu : f.window->menuBar()->findChildren<QMenu *>()) {
        const QString shared = sharedMnemonics(menu->actions());
        QVERIFY2(shared.isEmpty(), qPrintable(menu->objectName() + u": "_s + shared));
    }
}

void TestMainMenus::everyActionIsInThePalette_data()
{
    bothPlaces();
}

void TestMainMenus::everyActionIsInThePalette()
{
    WindowFixture f;
    openReportIfAsked(f);
    const QList<QAction *> actions = allActions(*f.window);
    CommandPalette palette(f.theme, paletteCommands(*f.window->menuBar()), f.window.get());
    palette.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *search = palette.findChild<QLineEdit *>(u"commandSearch"_s);
    auto *list = palette.findChild<QListWidget *>(u"commandList"_s);
    QCOMPARE(list->count(), actions.size());
    QSet<QString> paths;
    for (const PaletteCommand &command : paletteCommands(*f.window->menuBar())) {
        QVERIFY2(!command.path.isEmpty() && !command.path.contains(u'&'), qPrintable(command.path));
        QVERIFY2(!paths.contains(command.path), qPrintable(command.path));
        paths.insert(command.path);
        search->setText(command.path);
        QVERIFY2(!list->findItems(command.path, Qt::MatchExactly).isEmpty(),
                 qPrintable(command.path));
    }
    for (const char *name :
         {"newReport", "importMarkdown", "settings", "searchLibrary", "showLibrary", "showProjects",
          "showArchive", "theme0", "theme1", "theme2", "welcomeReport", "panelHelp", "liveDemo",
          "about", "quit", "reportRename", "reportPublish"})
        QVERIFY2(actions.contains(f.action(name)), name);
}

void TestMainMenus::everyActionHasAName()
{
    WindowFixture f;
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QSet<QString> names;
    for (const QAction *action : allActions(*f.window)) {
        const bool isRecent = action->text() == u"Alpha"_s;
        QVERIFY2(isRecent || !action->objectName().isEmpty(), qPrintable(action->text()));
        QVERIFY2(isRecent || !names.contains(action->objectName()),
                 qPrintable(action->objectName()));
        names.insert(action->objectName());
    }
}

void TestMainMenus::toolBarHoldsNothingThatMenusDoNot()
{
    WindowFixture f;
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    const QList<QAction *> actions = allActions(*f.window);
    int count = 0;
    for (const QToolBar *bar : f.window->findChildren<QToolBar *>()) {
        for (QAction *action : bar->actions()) {
            const bool isCommand = !action->isSeparator() && !action->text().isEmpty();
            if (!isCommand || action->menu())
                continue;
            QVERIFY2(actions.contains(action), qPrintable(action->text()));
            ++count;
        }
    }
    QVERIFY(count > 5);
}

void TestMainMenus::menusStayWholeWhenTabsChange()
{
    WindowFixture f;
    const auto names = [&] {
        QStringList all;
        for (const QAction *action : allActions(*f.window))
            all.append(action->objectName());
        return all;
    };
    const QStringList before = names();
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QVERIFY(names().size() > before.size() + 15);
    f.tabs()->showLibrary();
    f.tabs()->setCurrentIndex(1);
    f.action("closeTab")->trigger();
    QStringList after = names();
    after.removeAll(QString()); // the recent reports
    QStringList wanted = before;
    wanted.removeAll(QString());
    QCOMPARE(after, wanted);
}

void TestMainMenus::savesOnlyWhatCanBeSaved()
{
    WindowFixture f;
    QVERIFY(!f.action("save")->isEnabled());
    QVERIFY(!f.action("closeTab")->isEnabled());
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QVERIFY(f.action("save")->isEnabled());
    QVERIFY(f.action("closeTab")->isEnabled());
    f.action("closeTab")->trigger();
    QVERIFY(await(f.library->publish(id)));
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QVERIFY2(!f.action("save")->isEnabled(), "a locked report can be saved");
}

void TestMainMenus::markdownHelpIsThereOnce()
{
    WindowFixture f;
    QVERIFY(f.action("markdownHelp")->isVisible());
    f.action("markdownHelp")->trigger();
    auto *sheet = f.window->findChild<CheatSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    delete sheet;
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QVERIFY(!f.action("markdownHelp")->isVisible());
    QVERIFY(f.action("cheatSheet")->isVisible());
}

void TestMainMenus::libraryChoicesAreShown()
{
    WindowFixture f;
    QVERIFY(!f.action("showArchive")->isChecked());
    f.action("showArchive")->trigger();
    QVERIFY(f.action("showArchive")->isChecked());
    f.child<QWidget>("archiveButton")->setFocus();
    QTest::keyClick(f.child<QWidget>("archiveButton"), Qt::Key_Space);
    QVERIFY2(!f.action("showArchive")->isChecked(), "the menu says something else than the page");
    f.action("showProjects")->trigger();
    QVERIFY(f.action("showProjects")->isChecked());
    QCOMPARE(f.preferences.value(Preference::LibraryLayout).toString(), u"projects"_s);
    f.open();
    QVERIFY2(f.action("showProjects")->isChecked(), "forgotten at the next start");
}

void TestMainMenus::themeChoicesAreShown()
{
    WindowFixture f;
    for (const int mode : {2, 1, 0}) {
        f.action(qPrintable(u"theme%1"_s.arg(mode)))->trigger();
        QCOMPARE(f.theme.mode(), ThemeMode(mode));
        for (int other = 0; other < 3; ++other)
            QCOMPARE(f.action(qPrintable(u"theme%1"_s.arg(other)))->isChecked(), other == mode);
    }
    f.preferences.setValue(Preference::Theme, 2); // as the settings dialog does
    QVERIFY(f.action("theme2")->isChecked());
}

void TestMainMenus::liveDemoIsStoppedWhereItWasStarted()
{
    WindowFixture f;
    const QString start = f.action("liveDemo")->text();
    f.action("liveDemo")->trigger();
    QVERIFY(f.waitForTab(u"Live demo run"_s));
    QVERIFY(f.action("liveDemo")->text() != start);
    f.action("liveDemo")->trigger();
    QVERIFY(QTest::qWaitFor([&] { return f.action("liveDemo")->text() == start; }, hangMs));
}

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    TestMainMenus test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_main_menus.moc"
