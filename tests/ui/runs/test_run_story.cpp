#include "core/base/clock.h"
#include "core/services/folders/event_file_writer.h"
#include "core/sync/workspaces.h"
#include "fakes/clearml/captured_world.h"
#include "fakes/clearml/fake_clearml.h"
#include "support/story_driver.h"
#include "ui/page/report_page.h"
#include "ui/runs/frame_form.h"
#include "ui/runs/run_browser.h"
#include "ui/runs/run_chart.h"
#include "ui/runs/run_list_model.h"
#include "ui/runs/scalar_card.h"
#include "ui/sync/add_workspace_dialog.h"
#include "ui/sync/workspace_controller.h"
#include "ui/theme/theme_colors.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// From a server's run to a live widget in a report, through the whole program.
class TestRunStory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        fillCapturedWorld(m_server.world);
        m_driver =
            std::make_unique<StoryDriver>(m_folder.path(), m_folder.filePath(u"preferences.ini"_s));
        m_driver->session->start({});
        addServer();
    }
    void cleanupTestCase() { m_driver.reset(); }

    void aCurveGoesIntoTheReportAndLives();
    void theFrameIsChangedInAForm();
    void runFoldersHaveABrowserToo();
    void offlineIsSaid();
    void aPublishedReportGetsNothing();

private:
    void addServer();
    RunBrowser *browser() { return m_driver->find<RunBrowser>("runBrowser"); }
    ReportId newReport(const QString &name);

    QTemporaryDir m_folder;
    FakeClearml m_server;
    std::unique_ptr<StoryDriver> m_driver;
};

void TestRunStory::addServer()
{
    m_driver->trigger("addServer");
    auto *dialog = m_driver->find<AddWorkspaceDialog>("addWorkspaceDialog");
    const auto field = [dialog](const char *name) {
        return dialog->findChild<QLineEdit *>(QLatin1String(name));
    };
    dialog->findChild<QPlainTextEdit *>(u"workspacePlace"_s)
        ->setPlainText(m_server.http.url().toString());
    dialog->findChild<QPushButton *>(u"lookAround"_s)->click();
    QVERIFY(StoryDriver::waitUntil([&] { return !field("workspaceName")->text().isEmpty(); }));
    field("workspaceUser")->setText(m_server.accessKey);
    field("workspaceSecret")->setText(m_server.secretKey);
    field("workspaceName")->setText(u"prod"_s);
    dialog->findChild<QPushButton *>(u"acceptButton"_s)->click();
    Workspaces &workspaces = m_driver->window().servers()->workspaces();
    QVERIFY(
        StoryDriver::waitUntil([&] { return workspaces.catalog(u"clearml/prod"_s) != nullptr; }));
}

ReportId TestRunStory::newReport(const QString &name)
{
    NewReport report;
    report.name = name;
    report.text = u"# Results\n\nThe loss:\n"_s;
    const ReportId id = *await(m_driver->session->library().create(report));
    m_driver->window().openReport(id);
    m_driver->waitForReport(name);
    return id;
}

void TestRunStory::aCurveGoesIntoTheReportAndLives()
{
    newReport(u"Loss"_s);
    QTextCursor cursor = m_driver->editor()->textCursor();
    cursor.movePosition(QTextCursor::End);
    m_driver->editor()->setTextCursor(cursor);
    m_driver->trigger("embedFromRun");
    auto *list = browser()->findChild<QListView *>(u"runList"_s);
    const auto *runs = qobject_cast<const RunListModel *>(list->model());
    QModelIndex row;
    QVERIFY(StoryDriver::waitUntil([&] {
        for (int i = 0; i < runs->rowCount(); ++i) {
            if (runs->card(i).id == RunId(u"f304f40dab074373a820433938a9911c"_s))
                row = runs->index(i);
        }
        return row.isValid();
    }));
    list->setCurrentIndex(row);
    ScalarCard *loss = nullptr;
    QVERIFY(StoryDriver::waitUntil([&] {
        const auto cards = browser()->findChildren<ScalarCard *>();
        for (ScalarCard *card : cards)
            loss = card->title() == u"loss"_s ? card : loss;
        return loss && loss->chart() && !loss->chart()->curves().isEmpty();
    }));
    loss->findChild<QToolButton *>(u"embed"_s)->click();
    QVERIFY2(m_driver->text().startsWith(u"# Results\n\nThe loss:\n"_s), "the text is kept");
    QVERIFY2(m_driver->text().contains(u"<iframe src=\""_s), qPrintable(m_driver->text()));
    QVERIFY(browser()->findChild<QLabel *>(u"runBrowserTold"_s)->text().contains(u"Loss"_s));
    // One step of undo takes it back, and it can come again.
    m_driver->editor()->undo();
    QVERIFY(!m_driver->text().contains(u"iframe"_s));
    m_driver->editor()->redo();
    browser()->close();
    QVERIFY(m_driver->waitForPage(
        u"document.querySelectorAll('.pl-figure-plot .scatterlayer .trace').length"_s, 2));
}

/// Goes on with the report of the test before.
void TestRunStory::theFrameIsChangedInAForm()
{
    m_driver->waitForReport(u"Loss"_s);
    const QString before = m_driver->text();
    QTextCursor cursor = m_driver->editor()->document()->find(u"/widgets/"_s);
    QVERIFY(!cursor.isNull());
    m_driver->editor()->setTextCursor(cursor);
    m_driver->trigger("panel");
    auto *form = m_driver->find<FrameForm>("frameForm");
    auto *variants = form->findChild<QListWidget *>(u"frameVariants"_s);
    QVERIFY(StoryDriver::waitUntil([&] { return variants->count() == 2; }));
    QVERIFY(StoryDriver::waitUntil(
        [&] { return form->findChild<QLabel *>(u"frameTold"_s)->text().isEmpty(); }));
    variants->findItems(u"val"_s, Qt::MatchExactly).first()->setCheckState(Qt::Unchecked);
    form->findChild<QPushButton *>(u"acceptButton"_s)->click();
    QString after = before;
    after.remove(u"&variants=val"_s);
    QCOMPARE(m_driver->text(), after);
    QVERIFY(m_driver->waitForPage(
        u"document.querySelectorAll('.pl-figure-plot .scatterlayer .trace').length"_s, 1));
    m_driver->editor()->undo();
    QCOMPARE(m_driver->text(), before);
}

void TestRunStory::runFoldersHaveABrowserToo()
{
    const SystemClock clock;
    const auto writer = EventFileWriter::create(m_folder.filePath(u"mine"_s), clock);
    QVERIFY(writer);
    for (int step = 0; step < 5; ++step)
        QVERIFY((*writer)->addScalar(u"train/loss"_s, step, 1.0 / (step + 1)));
    m_driver->trigger("embedFromRun");
    auto *place = browser()->findChild<QComboBox *>(u"runPlace"_s);
    place->setCurrentIndex(place->findText(u"Run folders here"_s));
    auto *list = browser()->findChild<QListView *>(u"runList"_s);
    QModelIndex mine;
    QVERIFY(StoryDriver::waitUntil([&] {
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            if (list->model()->index(i, 0).data().toString().contains(u"mine"_s))
                mine = list->model()->index(i, 0);
        }
        return mine.isValid();
    }));
    list->setCurrentIndex(mine);
    ScalarCard *card = nullptr;
    QVERIFY(StoryDriver::waitUntil([&] {
        const auto cards = browser()->findChildren<ScalarCard *>();
        card = cards.isEmpty() ? nullptr : cards.last();
        return card && card->metricName() == u"train"_s && card->chart() &&
               !card->chart()->curves().isEmpty();
    }));
    // A panel is drawn with the theme's colours, the first for the first of its names.
    QCOMPARE(card->chart()->curves().first().light, themeLineColor(0, false));
    QCOMPARE(card->chart()->curves().first().dark, themeLineColor(0, true));
    card->findChild<QToolButton *>(u"embed"_s)->click();
    QVERIFY2(m_driver->text().contains(u"```panel"_s) && m_driver->text().contains(u"train/loss"_s),
             qPrintable(m_driver->text()));
    place->setCurrentIndex(place->findText(u"prod"_s));
    browser()->close();
}

void TestRunStory::offlineIsSaid()
{
    Workspaces &workspaces = m_driver->window().servers()->workspaces();
    m_driver->trigger("embedFromRun");
    workspaces.setPolicy(NetworkPolicy::Offline);
    auto *message = browser()->findChild<QLabel *>(u"runListMessage"_s);
    QVERIFY2(message->text().contains(u"offline"_s), qPrintable(message->text()));
    workspaces.setPolicy(NetworkPolicy::Online);
    auto *list = browser()->findChild<QListView *>(u"runList"_s);
    QVERIFY(StoryDriver::waitUntil([&] { return list->model()->rowCount() > 0; }));
    browser()->close();
}

void TestRunStory::aPublishedReportGetsNothing()
{
    const ReportId id = newReport(u"Done"_s);
    QVERIFY(await(m_driver->session->library().publish(id)));
    QVERIFY(StoryDriver::waitUntil([&] { return m_driver->currentView()->isLocked(); }));
    m_driver->trigger("embedFromRun");
    emit browser()->insertWanted(u"<iframe></iframe>"_s);
    QVERIFY(!m_driver->text().contains(u"iframe"_s));
    QVERIFY(browser()->findChild<QLabel *>(u"runBrowserTold"_s)->text().contains(u"published"_s));
}

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestRunStory test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_run_story.moc"
