#include "core/report/report_link.h"
#include "support/window_fixture.h"
#include "ui/page/report_page.h"
#include "ui/report/report_preview.h"
#include "ui/widgets/notification_bar.h"
#include "ui/window/help_page.h"
#include "ui/window/session.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// What a start of the program brings back, and what the tabs do.
class TestSessionRestore : public QObject
{
    Q_OBJECT

private slots:
    void openReportsComeBack();
    void libraryStaysInFrontWhenItWas();
    void whatWasClosedStaysClosed();
    void reportsThatAreGonePassUnsaid();
    void canBeSwitchedOff();
    void whatIsOpenedMeanwhileStaysInFront();
    void nothingComesToTheFrontWhereSomethingElseWill();
    void linksOpenReports();
    void linksInReportsOpenReports();
    void deadLinksAreTold();
    void failedWorkspaceIsAnError();
    void sessionOpensAndKeeps();
    void tabsCloseByTheirButtons();
    void renamedReportRenamesItsTab();
    void typedTextIsOnDiskWhenTheTabIsClosed();
    void helpIsATab();
    void helpWithoutItsTextSaysSo();

private:
    /// Opens them one after the other.
    static void openAll(WindowFixture &f, const QStringList &names)
    {
        for (const QString &name : names) {
            f.window->openReport(f.add(name));
            QVERIFY(f.waitForTab(name));
        }
    }
};

void TestSessionRestore::openReportsComeBack()
{
    WindowFixture f;
    f.window->restoreReports();
    openAll(f, {u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
    f.tabs()->setCurrentIndex(2);
    const QStringList before = f.tabTexts();
    const QStringList recent = f.preferences.value(Preference::RecentReports).toStringList();
    f.open();
    QCOMPARE(f.tabs()->count(), 1);
    f.window->restoreReports();
    QVERIFY(f.waitForTab(u"Beta"_s));
    QCOMPARE(f.tabTexts(), before);
    QCOMPARE(f.preferences.value(Preference::RecentReports).toStringList(), recent);
    f.open(); // once more: what was brought back is remembered too
    f.window->restoreReports();
    QVERIFY(f.waitForTab(u"Beta"_s));
    QCOMPARE(f.tabTexts(), before);
}

void TestSessionRestore::libraryStaysInFrontWhenItWas()
{
    WindowFixture f;
    f.window->restoreReports();
    openAll(f, {u"Alpha"_s, u"Beta"_s});
    f.tabs()->showLibrary();
    f.open();
    f.window->restoreReports();
    QVERIFY(QTest::qWaitFor([&] { return f.tabs()->count() == 3; }, hangMs));
    QVERIFY(f.tabs()->isLibraryCurrent());
}

void TestSessionRestore::whatWasClosedStaysClosed()
{
    WindowFixture f;
    f.window->restoreReports();
    openAll(f, {u"Alpha"_s, u"Beta"_s});
    f.action("closeTab")->trigger();
    f.open();
    f.window->restoreReports();
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QCOMPARE(f.tabs()->count(), 2);
}

void TestSessionRestore::reportsThatAreGonePassUnsaid()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.preferences.setValue(Preference::OpenReports,
                           QStringList{u"nothing"_s, id.toString(), u"nothing else"_s});
    f.preferences.setValue(Preference::FrontReport, u"nothing"_s);
    f.open();
    QSignalSpy changed(f.tabs(), &ReportTabs::placesChanged);
    f.window->restoreReports();
    QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }, hangMs));
    QCOMPARE(f.tabTexts().size(), 2);
    QVERIFY(f.tabs()->isLibraryCurrent());
    QVERIFY(f.window->findChild<NotificationBar *>()->notices().isEmpty());
    QCOMPARE(f.preferences.value(Preference::OpenReports).toStringList(),
             QStringList{id.toString()});
}

void TestSessionRestore::canBeSwitchedOff()
{
    WindowFixture f;
    f.window->restoreReports();
    openAll(f, {u"Alpha"_s});
    f.preferences.setValue(Preference::ReopenReports, false);
    f.open();
    f.window->restoreReports();
    QCOMPARE(f.tabs()->count(), 1);
    QCOMPARE(f.preferences.value(Preference::OpenReports).toStringList(), QStringList());
}

void TestSessionRestore::whatIsOpenedMeanwhileStaysInFront()
{
    WindowFixture f;
    f.window->restoreReports();
    openAll(f, {u"Alpha"_s, u"Beta"_s});
    const ReportId other = f.add(u"Gamma"_s);
    f.open();
    f.window->restoreReports();
    f.window->open({reportLink(other)});
    QVERIFY(f.waitForTab(u"Gamma"_s));
    QVERIFY(QTest::qWaitFor([&] { return f.tabs()->count() == 4; }, hangMs));
    QCOMPARE(f.tabs()->tabText(f.tabs()->currentIndex()), u"Gamma"_s);
    // The same when it is one of those that come back.
    f.open();
    f.window->restoreReports();
    f.window->open({reportLink(other)});
    QVERIFY(f.waitForTab(u"Gamma"_s));
    QVERIFY(QTest::qWaitFor([&] { return f.tabs()->count() == 4; }, hangMs));
    QCOMPARE(f.tabs()->openReports().size(), 3);
}

void TestSessionRestore::nothingComesToTheFrontWhereSomethingElseWill()
{
    WindowFixture f;
    f.window->restoreReports();
    openAll(f, {u"Alpha"_s, u"Beta"_s});
    f.open();
    QSignalSpy restored(f.tabs(), &ReportTabs::placesChanged);
    f.window->restoreReports(MainWindow::Front::Nothing);
    QVERIFY(QTest::qWaitFor([&] { return !restored.isEmpty(); }, hangMs));
    QCOMPARE(f.tabs()->openReports().size(), 2);
    QVERIFY(f.tabs()->isLibraryCurrent());
    for (const ReportPreview *preview : f.window->findChildren<ReportPreview *>())
        QVERIFY(!preview->isStarted());
}

void TestSessionRestore::linksOpenReports()
{
    WindowFixture f;
    const ReportId alpha = f.add(u"Alpha"_s);
    QFile file(f.folder.filePath(u"notes.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# Notes of today\n");
    file.close();
    f.window->open({reportLink(alpha), file.fileName()});
    QVERIFY(QTest::qWaitFor(
        [&] {
            return f.tabTexts().contains(u"Alpha"_s) && f.tabTexts().contains(u"Notes of today"_s);
        },
        hangMs));
}

void TestSessionRestore::linksInReportsOpenReports()
{
    WindowFixture f;
    const ReportId other = f.add(u"Beta"_s);
    f.window->openReport(f.add(u"Alpha"_s));
    QVERIFY(f.waitForTab(u"Alpha"_s));
    auto *preview = f.tabs()->currentView()->findChild<ReportPreview *>();
    emit preview->linkActivated(QUrl(reportLink(other)));
    QVERIFY(f.waitForTab(u"Beta"_s));
    QVERIFY2(!f.child<QDialog>("linkDialog"), "asked as if it led outside");
}

void TestSessionRestore::deadLinksAreTold()
{
    WindowFixture f;
    f.window->open({reportLink(ReportId(u"nothing"_s))});
    auto *bar = f.window->findChild<NotificationBar *>();
    QVERIFY(QTest::qWaitFor([&] { return bar->isVisible(); }, hangMs));
    QCOMPARE(bar->notices().first().severity, Notice::Severity::Error);
    QCOMPARE(f.tabs()->count(), 1);
}

void TestSessionRestore::failedWorkspaceIsAnError()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"workspace"_s));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
    file.close();
    const auto session = Session::open(file.fileName(), folder.filePath(u"p.ini"_s));
    QVERIFY(!session);
    QVERIFY(!session.error().message.isEmpty());
}

void TestSessionRestore::sessionOpensAndKeeps()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"w"_s);
    const QString preferences = folder.filePath(u"p.ini"_s);
    QString title;
    {
        auto session = Session::open(workspace, preferences).value();
        session->start({});
        auto *tabs = session->window().findChild<ReportTabs *>();
        QVERIFY(QTest::qWaitFor([&] { return tabs->currentView() != nullptr; }, hangMs));
        title = tabs->currentView()->title(); // the welcome report, at the first start
        session->window().close();
    }
    auto session = Session::open(workspace, preferences).value();
    session->start({});
    auto *tabs = session->window().findChild<ReportTabs *>();
    QVERIFY(QTest::qWaitFor([&] { return tabs->currentView() != nullptr; }, hangMs));
    QCOMPARE(tabs->currentView()->title(), title);
    QCOMPARE(await(session->library().find({})).value().total, 1);
    session->window().showMinimized();
    session->raise({});
    QVERIFY(!session->window().isMinimized());
}

void TestSessionRestore::tabsCloseByTheirButtons()
{
    WindowFixture f;
    openAll(f, {u"Alpha"_s, u"Beta"_s});
    QTabBar *bar = f.tabs()->tabBar();
    QVERIFY2(!bar->tabButton(0, QTabBar::RightSide), "the library can be closed");
    auto *button = qobject_cast<QToolButton *>(bar->tabButton(1, QTabBar::RightSide));
    QVERIFY(button->accessibleName().contains(u"Alpha"_s));
    button->click();
    QCOMPARE(f.tabTexts(), QStringList({u"Library"_s, u"Beta"_s}));
    QCOMPARE(f.tabs()->currentIndex(), 1);
}

void TestSessionRestore::renamedReportRenamesItsTab()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    const QString longName = u"A very long name that does not fit into a tab & more"_s;
    QVERIFY(await(f.library->rename(id, longName)));
    QVERIFY(QTest::qWaitFor(
        [&] { return f.tabs()->tabToolTip(1).contains(longName.toHtmlEscaped()); }, hangMs));
    QVERIFY(f.tabs()->tabText(1).endsWith(u'…'));
    QVERIFY(f.tabs()->tabText(1).size() < longName.size());
    QVERIFY(f.window->windowTitle().contains(u"Plotleaf"_s));
}

void TestSessionRestore::typedTextIsOnDiskWhenTheTabIsClosed()
{
    WindowFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.window->openReport(id);
    QVERIFY(f.waitForTab(u"Alpha"_s));
    QTest::keyClicks(f.child<QWidget>("sourceEditor"), u"last words"_s);
    f.action("closeTab")->trigger();
    const auto text = await(f.library->recovered(id)).value();
    QCOMPARE(text.value_or(await(f.library->report(id)).value().text), u"last words"_s);
}

void TestSessionRestore::helpIsATab()
{
    WindowFixture f;
    f.action("panelHelp")->trigger();
    auto *page = qobject_cast<HelpPage *>(f.tabs()->currentWidget());
    QVERIFY(page);
    QSignalSpy shown(page, &HelpPage::shown);
    QVERIFY(shown.wait(hangMs));
    QVERIFY2(!f.child<QLabel>("helpProblem")->isVisible(),
             qPrintable(f.child<QLabel>("helpProblem")->text()));
    QVERIFY(!f.action("save")->isEnabled());
    QVERIFY(!f.action("reportMove")->isEnabled());
    f.action("panelHelp")->trigger();
    QCOMPARE(f.tabs()->count(), 2);
    f.action("closeTab")->trigger();
    QCOMPARE(f.tabs()->count(), 1);
}

void TestSessionRestore::helpWithoutItsTextSaysSo()
{
    SystemColorScheme system;
    Theme theme(system);
    HelpPage page(theme, u"/no/such/help.md"_s, {});
    page.show();
    const auto *problem = page.findChild<QLabel *>(u"helpProblem"_s);
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"help.md"_s));
}

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestSessionRestore test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_session_restore.moc"
