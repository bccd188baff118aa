#include "support/window_fixture.h"
#include "ui/editor/source_editor.h"
#include "ui/page/report_page.h"
#include "ui/widgets/command_palette.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QTabBar>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void opensAReportInATab();
    void closesTheTabOfADeletedReport();
    void tellsWhenAReportGoesFromElsewhere();
    void unsavedTextOfADeletedReportStaysOpen();
    void menusFollowTheTab();
    void paletteFindsEveryAction();
    void paletteRunsWhatWasChosen();
    void importsFiles();
    void remembersRecentReportsAndThePlace();
    void theModeLastChosenIsTheNextReports();
    void themeIsSwitchedFromTheMenu();
    void firstStartBringsTheWelcomeReportOnce();
    void fontSettingsTakeEffectAtOnce();
    void reportsOpenInTheModeThatWasSet();
    void settingsDialogChangesTheWindow();
    void searchShortcutsLeadToTheSearch();
    void windowStateIsRemembered();
    void archivedReportsAreNotRecent();
};

void TestMainWindow::opensAReportInATab()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha & Co"_s, {}, {}, u"# Hello\n"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha && Co"_s));
    QCOMPARE(f.tabs()->count(), 2);
    f.window->openReport(id);
    QCOMPARE(f.tabs()->count(), 2);
    QVERIFY(f.window->windowTitle().contains(u"Alpha & Co"_s));
    f.action("closeTab")->trigger();
    QCOMPARE(f.tabs()->count(), 1);
    QVERIFY(f.tabs()->isLibraryCurrent());
}

void TestMainWindow::closesTheTabOfADeletedReport()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QVERIFY(await(f.library->setArchived(id, true)));
    QVERIFY(await(f.library->remove(id)));
    QVERIFY(QTest::qWaitFor([&] { return f.tabs()->count() == 1; }, hangMs));
}

void TestMainWindow::tellsWhenAReportGoesFromElsewhere()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    // Nobody here archived it first.
    emit f.library->reportRemoved(id);
    QVERIFY(QTest::qWaitFor([&] { return f.tabs()->count() == 1; }, hangMs));
    const auto *text = f.window->findChild<QLabel *>(u"notificationText"_s);
    QVERIFY2(text->text().contains(u"“Alpha” is no longer in the library"_s),
             qPrintable(text->text()));
}

void TestMainWindow::unsavedTextOfADeletedReportStaysOpen()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    auto *editor = f.tabs()->currentView()->findChild<SourceEditor *>();
    QTest::keyClicks(editor, u"mine"_s);
    QVERIFY(await(f.library->setArchived(id, true)));
    QVERIFY(await(f.library->remove(id)));
    QVERIFY(f.waitForTab(u"Alpha (kept)"_s));
    QCOMPARE(editor->text(), u"mine"_s);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto kept = await(f.library->report(f.tabs()->currentView()->reportId()));
            return kept && kept->text == u"mine"_s;
        },
        hangMs));
}

void TestMainWindow::menusFollowTheTab()
{
    WindowFixture f;
    const auto insertMenu = f.window->findChild<QMenu *>(u"insertMenu"_s);
    QVERIFY(!insertMenu->menuAction()->isVisible());
    QVERIFY(!f.action("reportMove")->isEnabled());
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QVERIFY(insertMenu->menuAction()->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return f.action("reportMove")->isEnabled(); }, hangMs));
    f.tabs()->showLibrary();
    QVERIFY(!insertMenu->menuAction()->isVisible());
    QVERIFY2(f.action("settings"), "an action that belongs to nobody's view was lost");
}

void TestMainWindow::paletteFindsEveryAction()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    const QList<PaletteCommand> commands = paletteCommands(*f.window->menuBar());
    QVERIFY(commands.size() > 30);
    CommandPalette palette(f.theme, commands, f.window.get());
    palette.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *search = palette.findChild<QLineEdit *>(u"commandSearch"_s);
    auto *list = palette.findChild<QListWidget *>(u"commandList"_s);
    QCOMPARE(list->count(), commands.size());
    for (const PaletteCommand &command : commands) {
        QVERIFY2(!command.path.isEmpty() && !command.path.contains(u'&'), qPrintable(command.path));
        search->setText(command.path);
        QVERIFY2(!list->findItems(command.path, Qt::MatchExactly).isEmpty(),
                 qPrintable(command.path));
    }
    search->setText(u"rprnm"_s);
    QVERIFY2(list->findItems(u"Report › Rename"_s, Qt::MatchExactly).size() == 1,
             "initials are not enough");
    search->setText(u"no such command at all"_s);
    QCOMPARE(list->count(), 0);
}

void TestMainWindow::paletteRunsWhatWasChosen()
{
    WindowFixture f;
    f.action("commandPalette")->trigger();
    auto *palette = f.window->findChild<CommandPalette *>();
    QVERIFY(palette);
    QTest::keyClicks(palette->findChild<QLineEdit *>(u"commandSearch"_s), u"theme dark"_s);
    QTest::keyClick(palette->findChild<QLineEdit *>(u"commandSearch"_s), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return f.theme.isDark(); }, hangMs));
}

void TestMainWindow::importsFiles()
{
    WindowFixture f;
    QFile file(f.folder.filePath(u"notes.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# Notes of today\n");
    file.close();
    f.window->open({file.fileName(), f.folder.filePath(u"absent.md"_s)});
    QVERIFY(f.waitForTab(u"Notes of today"_s));
    QVERIFY2(f.window->findChild<QWidget *>(u"notificationBar"_s)->isVisible(),
             "nothing says that a file is missing");
}

void TestMainWindow::remembersRecentReportsAndThePlace()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QMenu *recent = f.window->findChild<QMenu *>(u"recentMenu"_s);
    QVERIFY(QTest::qWaitFor([&] { return recent->actions().size() == 1; }, hangMs));
    QCOMPARE(recent->actions().first()->text(), u"Alpha"_s);
    const QSize size(790, 650); // fits into the screen of the offscreen platform
    f.window->resize(size);
    f.window->close();
    MainWindow again(ReportViewServices{*f.library, f.sources, f.clock, f.theme, f.folder.path()},
                     f.preferences);
    QCOMPARE(again.size(), size);
}

void TestMainWindow::theModeLastChosenIsTheNextReports()
{
    WindowFixture f;
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QCOMPARE(f.tabs()->currentView()->mode(), ReportView::Mode::Both);
    f.tabs()->currentView()->setMode(ReportView::Mode::Source);
    f.window->openReport(f.add(u"Beta"_s));
    QVERIFY(f.waitForTab(u"Beta"_s));
    QCOMPARE(f.tabs()->currentView()->mode(), ReportView::Mode::Source);
    QCOMPARE(
        Preferences(f.folder.filePath(u"preferences.ini"_s)).value(Preference::ReportMode).toInt(),
        int(ReportView::Mode::Source));
}

void TestMainWindow::themeIsSwitchedFromTheMenu()
{
    WindowFixture f;
    f.action("theme2")->trigger();
    QVERIFY(f.theme.isDark());
    QCOMPARE(f.preferences.value(Preference::Theme).toInt(), int(ThemeMode::Dark));
    f.action("theme1")->trigger();
    QVERIFY(!f.theme.isDark());
}

void TestMainWindow::firstStartBringsTheWelcomeReportOnce()
{
    WindowFixture f;
    f.window->offerDemo();
    QVERIFY(f.waitForTab(u"Welcome to Plotleaf"_s));
    QVERIFY2(
        QDir(f.folder.filePath(u"runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() >= 2,
        "the recorded runs are not in the workspace");
    const auto reports = [&] { return await(f.library->find({})).value().total; };
    QCOMPARE(reports(), 1);
    f.window->offerDemo();
    f.action("welcomeReport")->trigger();
    QCOMPARE(reports(), 1);
}

void TestMainWindow::fontSettingsTakeEffectAtOnce()
{
    WindowFixture f;
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    f.preferences.setValue(Preference::BodyFontSize, 14.0);
    QCOMPARE(f.theme.bodyPointSize(), 14.0);
    const auto *editor = f.child<QWidget>("sourceEditor");
    QCOMPARE(editor->font().pointSizeF(), 14.0); // as the body, where nothing else is said
    f.preferences.setValue(Preference::EditorFontSize, 18.0);
    QCOMPARE(editor->font().pointSizeF(), 18.0);
    QCOMPARE(f.theme.bodyPointSize(), 14.0);
    f.preferences.setValue(Preference::EditorFontFamily, u"Liberation Mono"_s);
    QCOMPARE(editor->font().family(), u"Liberation Mono"_s);
    f.open();
    QCOMPARE(f.theme.font(FontRole::Editor).pointSizeF(), 18.0);
}

void TestMainWindow::reportsOpenInTheModeThatWasSet()
{
    WindowFixture f;
    for (const auto mode :
         {ReportView::Mode::Source, ReportView::Mode::Preview, ReportView::Mode::Both}) {
        f.preferences.setValue(Preference::ReportMode, int(mode));
        const QString name = u"Report %1"_s.arg(int(mode));
        f.window->openReport(f.add(name));
        QVERIFY(f.waitForTab(name));
        QCOMPARE(f.tabs()->currentView()->mode(), mode);
    }
}

void TestMainWindow::settingsDialogChangesTheWindow()
{
    WindowFixture f;
    f.action("theme1")->trigger();
    f.action("settings")->trigger();
    auto *theme = f.child<QComboBox>("themeField");
    QCOMPARE(theme->currentIndex(), 1);
    theme->setCurrentIndex(2);
    QVERIFY(f.theme.isDark());
    QVERIFY(f.action("theme2")->isChecked());
}

void TestMainWindow::searchShortcutsLeadToTheSearch()
{
    WindowFixture f;
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    f.action("searchLibrary")->trigger();
    QVERIFY(f.tabs()->isLibraryCurrent());
    QVERIFY(f.child<QLineEdit>("librarySearch")->hasFocus());
    f.child<QWidget>("reportCards")->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    QTest::keyClick(f.child<QWidget>("reportCards"), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(f.child<QLineEdit>("librarySearch")->hasFocus());
}

void TestMainWindow::windowStateIsRemembered()
{
    WindowFixture f;
    f.window->showMaximized();
    f.window->close();
    f.open();
    QVERIFY2(f.window->isMaximized(), "came back smaller");
    f.window->showNormal();
    f.window->resize(700, 500);
    f.window->close();
    f.preferences.setValue(Preference::WindowGeometry, QByteArray("damaged"));
    f.open();
    QVERIFY(f.window->width() > 700);
}

void TestMainWindow::archivedReportsAreNotRecent()
{
    WindowFixture f;
    const ReportId alpha = f.add(u"Alpha & Co"_s);
    f.window->openReport(alpha);
    QVERIFY(f.waitForTab(u"Alpha && Co"_s));
    f.window->openReport(f.add(u"Beta"_s));
    QVERIFY(f.waitForTab(u"Beta"_s));
    auto *recent = f.child<QMenu>("recentMenu");
    const auto names = [&] {
        QStringList texts;
        for (const QAction *action : recent->actions())
            texts.append(action->text());
        return texts;
    };
    QVERIFY(QTest::qWaitFor(
        [&] {
            return names() == QStringList({u"Beta"_s, u"Alpha && Co"_s});
        },
        hangMs));
    QVERIFY(await(f.library->setArchived(alpha, true)));
    f.open();
    recent = f.child<QMenu>("recentMenu");
    QVERIFY(QTest::qWaitFor([&] { return names() == QStringList{u"Beta"_s}; }, hangMs));
    recent->actions().first()->trigger();
    QVERIFY(f.waitForTab(u"Beta"_s));
}

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_main_window.moc"
