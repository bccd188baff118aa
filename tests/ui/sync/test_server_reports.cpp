#include "core/store/library_sync.h"
#include "support/opened_report.h"
#include "support/servers_fixture.h"
#include "ui/dialogs/new_report_dialog.h"
#include "ui/dialogs/report_images_dialog.h"
#include "ui/library/filter_bar.h"
#include "ui/library/library_page.h"
#include "ui/library/project_list_model.h"
#include "ui/library/report_actions.h"
#include "ui/library/report_commands.h"
#include "ui/report/blocked_images_notice.h"
#include "ui/report/clearml_view_panel.h"
#include "ui/widgets/card_grid_view.h"
#include "ui/window/report_tabs.h"

#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QImage>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>
#include <QTreeWidget>
#include <QWebEngineView>

#include <algorithm>
#include <memory>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString prod = u"clearml/prod"_s;

QByteArray pngOf(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

/// What the system's browser would be asked for.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"http"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"http"_s); }

    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened.append(url); }
};

namespace {

/// The program with a server, in step with it.
class ServerReportsFixture : public ServersFixture
{
public:
    ServerReportsFixture()
    {
        fillDialog(server.secretKey);
        if (!waitUntilInStep())
            qFatal("not in step with the server");
    }

    template <typename T>
    T *part(const char *name = nullptr)
    {
        return session->window().findChild<T *>(QString::fromLatin1(name));
    }
    /// The report is the one that the actions are about.
    void target(const ReportSummary &about) { part<ReportActions>()->setTarget(about); }
    QAction *action(const char *name) { return part<QAction>(name); }
    QString web() { return server.http.url().toString(); }
    QString remoteId(const ReportId &id)
    {
        const auto remote = await(LibrarySync(session->library()).remote(id));
        return remote && *remote ? (*remote)->toString() : QString();
    }
    QStringList cardNames()
    {
        QStringList names;
        const auto *model = part<CardGridView>("reportCards")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        names.sort();
        return names;
    }
    bool waitForCards(const QStringList &names)
    {
        return QTest::qWaitFor([&] { return cardNames() == names; }, hangMs);
    }
    ReportId makeLocal(const QString &name)
    {
        return await(session->library().create({u"vision"_s, name, {}, {}, u"text"_s})).value();
    }
    void chooseWorkspace(const QString &id)
    {
        for (QAction *choice : part<QToolButton>("libraryWorkspace")->menu()->actions()) {
            if (choice->data().toString() == id)
                choice->trigger();
        }
    }
};

} // namespace

/// What a person does with reports of a server beside those of this computer.
class TestServerReports : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); }

    void withoutServersNothingIsToBeChosen();
    void aNewReportGoesWhereOneWants();
    void theLibraryShowsOneWorkspace();
    void theChoiceIsRemembered();
    void projectsAreCountedByTheServer();
    void aReportIsCopiedToAServer();
    void theLinkIsTheWebApps();
    void awayTheLinkIsMadeHere();
    void theReportIsOpenedInItsWebApp();
    void imagesAreListedAndRemoved();
    void imagesOfTheServerAreShownUnasked();
    void theTextIsShownAsOnClearml();
};

void TestServerReports::withoutServersNothingIsToBeChosen()
{
    ServersFixture f;
    auto *button = f.session->window().findChild<QToolButton *>(u"libraryWorkspace"_s);
    QVERIFY(button->isHidden());
    f.session->window().findChild<ReportCommands *>()->newReport({});
    auto *dialog = f.session->window().findChild<NewReportDialog *>();
    QVERIFY(!dialog->findChild<QComboBox *>(u"reportWorkspace"_s));
}

void TestServerReports::aNewReportGoesWhereOneWants()
{
    ServerReportsFixture f;
    f.part<ReportCommands>()->newReport({});
    auto *dialog = f.part<NewReportDialog>();
    auto *where = f.in<QComboBox>(dialog, "reportWorkspace");
    QCOMPARE(where->currentText(), u"This computer"_s);
    where->setCurrentIndex(where->findData(prod));
    f.in<QLineEdit>(dialog, "reportName")->setText(u"Written here"_s);
    QTest::mouseClick(f.in<QPushButton>(dialog, "acceptButton"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return std::any_of(f.server.world.tasks.cbegin(), f.server.world.tasks.cend(),
                               [](const QJsonObject &task) {
                                   return task[u"name"_s].toString() == u"Written here"_s;
                               });
        },
        hangMs));
    // It was opened; the cards follow when they are looked at.
    f.part<ReportTabs>()->showLibrary();
    QVERIFY(f.waitForCards({u"Baseline"_s, u"Written here"_s}));
    f.server.checkSchema();
}

void TestServerReports::theLibraryShowsOneWorkspace()
{
    ServerReportsFixture f;
    f.makeLocal(u"Mine"_s);
    QVERIFY(f.waitForCards({u"Baseline"_s, u"Mine"_s}));
    auto *button = f.part<QToolButton>("libraryWorkspace");
    QVERIFY(button->isVisible());
    f.chooseWorkspace(prod);
    QVERIFY(f.waitForCards({u"Baseline"_s}));
    QCOMPARE(button->text(), u"prod"_s);
    QCOMPARE(f.part<LibraryPage>()->place().workspace, prod);
    f.chooseWorkspace(u"local"_s);
    QVERIFY(f.waitForCards({u"Mine"_s}));
    f.chooseWorkspace({});
    QVERIFY(f.waitForCards({u"Baseline"_s, u"Mine"_s}));
}

void TestServerReports::theChoiceIsRemembered()
{
    ServerReportsFixture f;
    f.makeLocal(u"Mine"_s);
    f.chooseWorkspace(prod);
    f.restart();
    f.session->start({});
    QVERIFY(f.waitForCards({u"Baseline"_s}));
    QCOMPARE(f.part<QToolButton>("libraryWorkspace")->text(), u"prod"_s);
}

void TestServerReports::projectsAreCountedByTheServer()
{
    ServerReportsFixture f;
    // Rounds are ten minutes apart: what the server says is not in the library.
    f.workspaces().setPolicy(NetworkPolicy::Expensive);
    QVERIFY(f.waitUntilInStep());
    f.server.world.addReport(u"Another"_s, u"vision/resnet"_s, {});
    f.server.world.addReport(u"Third"_s, u"speech"_s, {});
    auto *page = f.part<LibraryPage>();
    page->setCardLayout(LibraryPage::Layout::Projects);
    f.chooseWorkspace(prod);
    const auto *model = f.part<CardGridView>("projectCards")->model();
    const auto card = [&](const QString &path) {
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto project =
                model->index(row, 0).data(ProjectListModel::ProjectRole).value<ProjectSummary>();
            if (project.path == path)
                return project;
        }
        return ProjectSummary();
    };
    QVERIFY(QTest::qWaitFor([&] { return card(u"vision"_s).reports == 2; }, hangMs));
    QCOMPARE(card(u"speech"_s).reports, 1);
    // Without the server the library's own counts stand.
    f.chooseWorkspace({});
    QVERIFY(QTest::qWaitFor([&] { return card(u"vision"_s).reports == 1; }, hangMs));
    f.server.http.setReachable(false);
    f.chooseWorkspace(prod);
    QVERIFY(QTest::qWaitFor([&] { return card(u"vision"_s).reports == 1; }, hangMs));
    f.server.checkSchema();
}

void TestServerReports::aReportIsCopiedToAServer()
{
    ServerReportsFixture f;
    f.target(*await(f.session->library().summary(f.makeLocal(u"Mine"_s))));
    QVERIFY(f.action("reportCopyTo")->isVisible());
    f.action("reportCopyTo")->trigger();
    QInputDialog *dialog = nullptr;
    QVERIFY(QTest::qWaitFor(
        [&] { return (dialog = f.part<QInputDialog>("copyToDialog")) != nullptr; }, hangMs));
    QCOMPARE(dialog->comboBoxItems(), QStringList{u"prod"_s});
    dialog->accept();
    QVERIFY(f.waitForCards({u"Baseline"_s, u"Mine"_s, u"Mine"_s}));
    QVERIFY(QTest::qWaitFor(
        [&] {
            return !f.server.world.projectNamed(u"vision"_s).isEmpty() &&
                   f.server.world.tasks.size() == 2;
        },
        hangMs));
    f.server.checkSchema();
}

void TestServerReports::theLinkIsTheWebApps()
{
    ServerReportsFixture f;
    const ReportSummary report = f.pulled();
    f.target(report);
    QGuiApplication::clipboard()->clear();
    f.action("reportShare")->trigger();
    const QString project = f.server.world.report(f.report)->value(u"project"_s).toString();
    const QString expected = f.web() + u"/reports/"_s + project + u'/' + f.report;
    QVERIFY(
        QTest::qWaitFor([&] { return !QGuiApplication::clipboard()->text().isEmpty(); }, hangMs));
    QCOMPARE(QGuiApplication::clipboard()->text(), expected);
}

void TestServerReports::awayTheLinkIsMadeHere()
{
    ServerReportsFixture f;
    f.workspaces().setPolicy(NetworkPolicy::Offline);
    f.target(f.pulled());
    f.server.http.setReachable(false);
    QGuiApplication::clipboard()->clear();
    f.action("reportShare")->trigger();
    QVERIFY(
        QTest::qWaitFor([&] { return !QGuiApplication::clipboard()->text().isEmpty(); }, hangMs));
    QCOMPARE(QGuiApplication::clipboard()->text(), f.web() + u"/reports/*/"_s + f.report);
}

void TestServerReports::theReportIsOpenedInItsWebApp()
{
    ServerReportsFixture f;
    Browser browser;
    f.target(*await(f.session->library().summary(f.makeLocal(u"Mine"_s))));
    QVERIFY(!f.action("reportOpenOnServer")->isVisible());
    f.target(f.pulled());
    QVERIFY(f.action("reportOpenOnServer")->isVisible());
    QVERIFY(f.action("reportOpenOnServer")->text().contains(u"ClearML"_s));
    f.action("reportOpenOnServer")->trigger();
    QVERIFY(QTest::qWaitFor([&] { return !browser.opened.isEmpty(); }, hangMs));
    QCOMPARE(browser.opened.first().toString(), f.web() + u"/reports/*/"_s + f.report);
}

void TestServerReports::imagesAreListedAndRemoved()
{
    ServerReportsFixture f;
    const ReportId id = f.pulled().id;
    Library &library = f.session->library();
    for (const QString &name : {u"used.png"_s, u"unused.png"_s})
        QVERIFY(await(library.addAsset(id, name, pngOf(40 + int(name.size()), 30))));
    QVERIFY(await(library.save(id, u"![a](asset:used.png) ![b](asset:unused.png)\n"_s)));
    QVERIFY(QTest::qWaitFor([&] { return f.server.world.files.size() == 2; }, hangMs));
    QVERIFY(QTest::qWaitFor([&] { return f.serverText().contains(u"unused.png"_s); }, hangMs));
    QVERIFY(f.waitUntilInStep());
    const QString sent = await(library.report(id))->text;
    QVERIFY(await(library.save(id, sent.section(u' ', 0, 0))));
    // What the server's text shows is not deleted.
    QVERIFY(QTest::qWaitFor([&] { return !f.serverText().contains(u"unused.png"_s); }, hangMs));

    f.target(f.pulled());
    f.action("reportImages")->trigger();
    ReportImagesDialog *dialog = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (dialog = f.part<ReportImagesDialog>()) != nullptr; },
                            hangMs));
    auto *list = f.in<QTreeWidget>(dialog, "reportImages");
    auto *remove = f.in<QPushButton>(dialog, "removeUnusedImages");
    QVERIFY(QTest::qWaitFor([&] { return list->topLevelItemCount() == 2; }, hangMs));
    QCOMPARE(list->topLevelItem(0)->text(0), u"unused.png"_s);
    QCOMPARE(list->topLevelItem(0)->text(2), u"unused"_s);
    QVERIFY(!list->topLevelItem(0)->text(1).isEmpty());
    QCOMPARE(list->topLevelItem(1)->text(2), u"yes"_s);
    QCOMPARE(list->topLevelItem(1)->text(3), u"server and here"_s);
    QVERIFY(remove->isEnabled());
    remove->click();
    auto *box = dialog->findChild<QMessageBox *>(u"removeImagesBox"_s);
    QVERIFY(box);
    f.in<QPushButton>(box, "confirmButton")->click();
    QVERIFY(QTest::qWaitFor([&] { return list->topLevelItemCount() == 1; }, hangMs));
    QCOMPARE(f.server.world.files.size(), 1);
    QCOMPARE(await(library.assets(id))->size(), 1);
    QVERIFY(!remove->isEnabled());
    f.server.checkSchema();
}

void TestServerReports::imagesOfTheServerAreShownUnasked()
{
    ServerReportsFixture f;
    f.workspaces().setPolicy(NetworkPolicy::Offline);
    const ReportId id = f.pulled().id;
    const QString path = u"reports/%1/theirs.png"_s.arg(f.report);
    f.server.world.files[path.toLatin1()] = pngOf(40, 30);
    QVERIFY(await(f.session->library().save(id, u"![a](%1/files//%2)\n"_s.arg(f.web(), path))));
    f.workspaces().setPolicy(NetworkPolicy::Online); // offline nothing is looked up
    f.session->window().openReport(id);
    ReportView *view = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (view = f.part<ReportView>("reportView")) != nullptr; },
                            hangMs));
    QWebEngineView *page = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (page = view->findChild<QWebEngineView *>()) != nullptr; },
                            hangMs));
    const auto width = std::make_shared<int>(0); // an answer may come when we are gone
    const auto ask = [&] {
        page->page()->runJavaScript(
            u"document.querySelector('.pl-report img')?.naturalWidth ?? 0"_s,
            QWebEngineScript::ApplicationWorld,
            [width](const QVariant &value) { *width = value.toInt(); });
        return *width == 40;
    };
    waitUntil(ask, u"the picture"_s);
    QVERIFY(view->findChild<BlockedImagesNotice *>()->isHidden());
}

void TestServerReports::theTextIsShownAsOnClearml()
{
    ServerReportsFixture f;
    f.workspaces().setPolicy(NetworkPolicy::Offline);
    const ReportId id = f.pulled().id;
    const QString text = u"# Loss\n\nGrows as $x^2$.\n\n"
                         u"<iframe src=\"https://other.example/widgets/?type=scalar\" "
                         u"name=\"a\"></iframe>\n"_s;
    QVERIFY(await(f.session->library().save(id, text)));
    f.session->window().openReport(id);
    ReportView *view = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (view = f.part<ReportView>("reportView")) != nullptr; },
                            hangMs));
    QWebEngineView *page = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (page = view->findChild<QWebEngineView *>()) != nullptr; },
                            hangMs));
    const auto holds = std::make_shared<bool>(false); // an answer may come when we are gone
    const auto waitFor = [&](const QString &script) {
        *holds = false;
        waitUntil(
            [&] {
                page->page()->runJavaScript(
                    script, QWebEngineScript::ApplicationWorld,
                    [holds](const QVariant &value) { *holds = value.toBool(); });
                return *holds;
            },
            script);
    };
    waitFor(u"document.querySelector('.pl-math') !== null"_s);
    auto *panel = view->findChild<ClearmlViewPanel *>();
    QVERIFY(panel->isHidden());
    auto *mode = view->findChild<QAction *>(u"asOnClearml"_s);
    mode->trigger();
    QVERIFY(panel->isVisible());
    waitFor(u"document.querySelector('.pl-report')?.textContent.includes('$x^2$')"
            u" && document.querySelector('.pl-math') === null"_s);
    waitFor(u"document.querySelector('.pl-frame') !== null"_s);
    auto *list = panel->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(0), u"3"_s);
    QCOMPARE(list->topLevelItem(0)->text(1), u"Formula"_s);
    QCOMPARE(list->topLevelItem(1)->text(1), u"Frame"_s);
    emit list->itemClicked(list->topLevelItem(1), 0);
    QCOMPARE(view->findChild<SourceEditor *>()->textCursor().blockNumber(), 4);
    // Nothing of the text was changed.
    QCOMPARE(await(f.session->library().report(id))->text, text);
    panel->findChild<QPushButton *>(u"leaveClearmlView"_s)->click();
    QVERIFY(panel->isHidden());
    QVERIFY(!mode->isChecked());
    waitFor(u"document.querySelector('.pl-math') !== null"_s);
}

int main(int argc, char *argv[])
{
    return runPageTest<TestServerReports>(argc, argv);
}
#include "test_server_reports.moc"
