#include "core/services/clearml/clearml_workspace.h"
#include "core/store/library_sync.h"
#include "support/revision_texts.h"
#include "support/servers_fixture.h"
#include "ui/editor/source_editor.h"
#include "ui/library/report_commands.h"
#include "ui/report/notice_bar.h"
#include "ui/report/report_view.h"
#include "ui/sync/merge_regions.h"
#include "ui/sync/merge_view.h"
#include "ui/theme/theme.h"
#include "ui/window/report_tabs.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class TestServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); }

    void aServerIsAddedAndItsReportsCome();
    void aWrongSecretIsToldAndNothingIsAdded();
    void aPastedConfigurationFillsTheFields();
    void keysToCloudStoresAreTakenAlong_data();
    void keysToCloudStoresAreTakenAlong();
    void authoritiesThatCannotBeReadAreTold();
    void offlineEditsWaitAndGoOutLater();
    void aConflictIsMergedByThePerson();
    void windowsLinesSurviveAMerge();
    void aMergeThatIsNoLongerNeededIsKept();
    void quittingKeepsAnUnfinishedMerge();
    void theFieldsRestWhileItSignsIn();
    void removingAServerForgetsItsReports();
    void theButtonExplainsItself();
    void aTextThatIsStillToComeIsReadWhenOpened_data();
    void aTextThatIsStillToComeIsReadWhenOpened();
    void aTextThatIsStillToComeIsNotPrintedEmpty();
    void aRefusedReportIsNamedAndTriedAgain();
    void aFrameOfAnUnknownServerOffersToAddIt();
    void aFrameWithoutAHostIsOfItsReportsServer();
};

void TestServers::aServerIsAddedAndItsReportsCome()
{
    ServersFixture fixture;
    QVERIFY(!fixture.button()->isVisible());
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    const ReportSummary report = fixture.pulled();
    QCOMPARE(report.name, u"Baseline"_s);
    QCOMPARE(report.project, u"vision"_s);
    QCOMPARE(await(fixture.session->library().report(report.id))->text, u"one\ntwo\nthree\n"_s);
    QVERIFY(fixture.button()->isVisible());
    // Another round may be under way by now.
    QVERIFY(QTest::qWaitFor([&] { return fixture.button()->text() == u"Online"_s; }, hangMs));
    fixture.server.checkSchema();
}

void TestServers::aWrongSecretIsToldAndNothingIsAdded()
{
    ServersFixture fixture;
    fixture.fillDialog(u"wrong"_s);
    auto *problem = fixture.in<QLabel>(fixture.dialog(), "problem");
    QVERIFY(QTest::qWaitFor([&] { return !problem->text().isEmpty(); }, hangMs));
    QVERIFY(fixture.dialog()->isVisible());
    QVERIFY(fixture.workspaces().list().isEmpty());
    // The second attempt with the right one.
    fixture.in<QLineEdit>(fixture.dialog(), "workspaceSecret")->setText(fixture.server.secretKey);
    QTest::mouseClick(fixture.in<QPushButton>(fixture.dialog(), "acceptButton"), Qt::LeftButton);
    QVERIFY(fixture.waitUntilInStep());
}

void TestServers::aPastedConfigurationFillsTheFields()
{
    ServersFixture fixture;
    fixture.controller().addServer({});
    const QString host = fixture.server.http.url().toString();
    fixture.in<QPlainTextEdit>(fixture.dialog(), "workspacePlace")
        ->setPlainText(
            u"api {\n  web_server: %1\n  api_server: %1\n  files_server: %1/files\n"
            u"  credentials { \"access_key\" = \"KEY\"\n \"secret_key\" = \"SECRET\" }\n}"_s.arg(
                host));
    QTest::mouseClick(fixture.in<QPushButton>(fixture.dialog(), "lookAround"), Qt::LeftButton);
    QCOMPARE(fixture.in<QLineEdit>(fixture.dialog(), "workspaceUser")->text(), u"KEY"_s);
    QCOMPARE(fixture.in<QLineEdit>(fixture.dialog(), "workspaceSecret")->text(), u"SECRET"_s);
    fixture.in<QLineEdit>(fixture.dialog(), "workspaceName")->setText(u"prod"_s);
    QTest::mouseClick(fixture.in<QPushButton>(fixture.dialog(), "acceptButton"), Qt::LeftButton);
    QVERIFY(fixture.waitUntilInStep());
}

void TestServers::keysToCloudStoresAreTakenAlong_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::newRow("wanted") << true;
    QTest::newRow("not wanted") << false;
}

void TestServers::keysToCloudStoresAreTakenAlong()
{
    QFETCH(bool, wanted);
    ServersFixture fixture;
    fixture.controller().addServer({});
    const auto *offer = fixture.in<QCheckBox>(fixture.dialog(), "keepCloudKeys");
    QVERIFY(!offer->isVisible());
    fixture.in<QPlainTextEdit>(fixture.dialog(), "workspacePlace")
        ->setPlainText(
            u"api {\n  web_server: %1\n  api_server: %1\n  files_server: %1/files\n"
            u"  credentials { \"access_key\" = \"KEY\"\n \"secret_key\" = \"SECRET\" }\n}\n"
            u"sdk.aws.s3.credentials: [{ bucket: \"samples\", key: \"AKIA\", secret: \"S3\" }]"_s
                .arg(fixture.server.http.url().toString()));
    QTest::mouseClick(fixture.in<QPushButton>(fixture.dialog(), "lookAround"), Qt::LeftButton);
    QVERIFY(offer->isVisible());
    QVERIFY(offer->text().contains(u"samples"_s));
    fixture.in<QCheckBox>(fixture.dialog(), "keepCloudKeys")->setChecked(wanted);
    fixture.in<QLineEdit>(fixture.dialog(), "workspaceName")->setText(u"prod"_s);
    QTest::mouseClick(fixture.in<QPushButton>(fixture.dialog(), "acceptButton"), Qt::LeftButton);
    QVERIFY(fixture.waitUntilInStep());
    const QString kept = *await(fixture.session->library().setting(u"cloud.keys"_s));
    QCOMPARE(kept.contains(u"AKIA"_s), wanted);
    QVERIFY(!kept.contains(u"S3\""_s));
}

void TestServers::authoritiesThatCannotBeReadAreTold()
{
    ServersFixture fixture;
    fixture.controller().addServer({});
    fixture.in<QPlainTextEdit>(fixture.dialog(), "workspacePlace")
        ->setPlainText(u"api { api_server: https://h:8008\n verify_certificate: /no/such.pem }"_s);
    QTest::mouseClick(fixture.in<QPushButton>(fixture.dialog(), "lookAround"), Qt::LeftButton);
    const QString problem = fixture.in<QLabel>(fixture.dialog(), "problem")->text();
    QVERIFY2(problem.contains(u"/no/such.pem"_s), qPrintable(problem));
}

void TestServers::offlineEditsWaitAndGoOutLater()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    fixture.workspaces().setPolicy(NetworkPolicy::Offline);
    QVERIFY(await(fixture.session->library().save(fixture.pulled().id, u"on a train\n"_s)));
    QVERIFY(fixture.waitForState([](const WorkspaceState &state) { return state.waiting() == 1; }));
    QCOMPARE(fixture.serverText(), u"one\ntwo\nthree\n"_s);
    QVERIFY(fixture.button()->text().contains(u"1"_s));
    fixture.workspaces().setPolicy(NetworkPolicy::Online);
    QVERIFY(fixture.waitUntilInStep());
    QCOMPARE(fixture.serverText(), u"on a train\n"_s);
    fixture.server.checkSchema();
}

void TestServers::aConflictIsMergedByThePerson()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    const ReportId id = fixture.pulled().id;
    fixture.workspaces().setPolicy(NetworkPolicy::Offline);
    QVERIFY(await(fixture.session->library().save(id, u"one\nmine\nthree\n"_s)));
    const QString ana = fixture.server.world.addUser(u"Ana"_s);
    fixture.server.world.editReport(fixture.report, ana, [](QJsonObject &report) {
        report[u"report"_s] = u"one\ntheirs\nthree\n"_s;
    });
    fixture.workspaces().setPolicy(NetworkPolicy::Online);
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.mergeNeeded == 1; }));
    QCOMPARE(fixture.serverText(), u"one\ntheirs\nthree\n"_s);

    fixture.controller().mergeAll(u"clearml/prod"_s);
    MergeView *view = nullptr;
    QVERIFY(QTest::qWaitFor(
        [&] { return (view = fixture.session->window().findChild<MergeView *>()) != nullptr; },
        hangMs));
    QCOMPARE(fixture.in<QPlainTextEdit>(view, "mergeTheirs")->toPlainText(), u"theirs"_s);
    QVERIFY(!fixture.in<QPushButton>(view, "finishMerge")->isEnabled());
    QTest::mouseClick(fixture.in<QPushButton>(view, "takeBoth"), Qt::LeftButton);
    QCOMPARE(view->regions().text(), u"one\nmine\ntheirs\nthree\n"_s);
    QTest::mouseClick(fixture.in<QPushButton>(view, "finishMerge"), Qt::LeftButton);
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.mergeNeeded == 0; }));
    QVERIFY(fixture.waitUntilInStep());
    QCOMPARE(fixture.serverText(), u"one\nmine\ntheirs\nthree\n"_s);
    fixture.server.checkSchema();
}

void TestServers::windowsLinesSurviveAMerge()
{
    ServersFixture fixture;
    fixture.server.world.editReport(
        fixture.report, fixture.server.world.me,
        [](QJsonObject &report) { report[u"report"_s] = u"one\r\ntwo\r\nthree\r\nfour\r\n"_s; });
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    const ReportId id = fixture.pulled().id;
    fixture.workspaces().setPolicy(NetworkPolicy::Offline);
    QVERIFY(await(fixture.session->library().save(id, u"one\r\ntwo\r\nthree\r\nmine\r\n"_s)));
    fixture.server.world.editReport(
        fixture.report, fixture.server.world.addUser(u"Ana"_s),
        [](QJsonObject &report) { report[u"report"_s] = u"one\r\ntwo\r\nthree\r\ntheirs\r\n"_s; });
    fixture.workspaces().setPolicy(NetworkPolicy::Online);
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.mergeNeeded == 1; }));
    fixture.controller().merge(id);
    MergeView *view = nullptr;
    QVERIFY(QTest::qWaitFor(
        [&] { return (view = fixture.session->window().findChild<MergeView *>()) != nullptr; },
        hangMs));
    QTest::mouseClick(fixture.in<QPushButton>(view, "takeTheirs"), Qt::LeftButton);
    QTest::mouseClick(fixture.in<QPushButton>(view, "finishMerge"), Qt::LeftButton);
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.mergeNeeded == 0; }));
    QCOMPARE(await(fixture.session->library().report(id))->text,
             u"one\r\ntwo\r\nthree\r\ntheirs\r\n"_s);
}

/// The other side takes its line back while the window is open.
void TestServers::aMergeThatIsNoLongerNeededIsKept()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    const ReportId id = fixture.pulled().id;
    const QString ana = fixture.server.world.addUser(u"Ana"_s);
    const auto anaWrites = [&](const QString &text) {
        fixture.server.world.editReport(fixture.report, ana,
                                        [&](QJsonObject &report) { report[u"report"_s] = text; });
        fixture.workspaces().setPolicy(NetworkPolicy::Online);
    };
    fixture.workspaces().setPolicy(NetworkPolicy::Offline);
    QVERIFY(await(fixture.session->library().save(id, u"one\nmine\nthree\n"_s)));
    anaWrites(u"one\ntheirs\nthree\n"_s);
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.mergeNeeded == 1; }));
    fixture.controller().merge(id);
    QPointer<MergeView> view;
    QVERIFY(QTest::qWaitFor(
        [&] { return (view = fixture.session->window().findChild<MergeView *>()) != nullptr; },
        hangMs));
    view->regions().take(0, MergeChoice::MineThenTheirs);
    fixture.workspaces().setPolicy(NetworkPolicy::Offline);
    anaWrites(u"one\ntwo\nthree\n"_s);
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.mergeNeeded == 0; }));
    QTest::mouseClick(fixture.in<QPushButton>(view, "finishMerge"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return view.isNull(); }, hangMs));
    QVERIFY(
        revisionTexts(fixture.session->library(), id).contains(u"one\nmine\ntheirs\nthree\n"_s));
    QCOMPARE(await(fixture.session->library().report(id))->text, u"one\nmine\nthree\n"_s);
}

void TestServers::quittingKeepsAnUnfinishedMerge()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    const ReportId id = fixture.pulled().id;
    fixture.workspaces().setPolicy(NetworkPolicy::Offline);
    QVERIFY(await(fixture.session->library().save(id, u"one\nmine\nthree\n"_s)));
    const QString ana = fixture.server.world.addUser(u"Ana"_s);
    fixture.server.world.editReport(fixture.report, ana, [](QJsonObject &report) {
        report[u"report"_s] = u"one\ntheirs\nthree\n"_s;
    });
    fixture.workspaces().setPolicy(NetworkPolicy::Online);
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.mergeNeeded == 1; }));
    fixture.controller().mergeAll(u"clearml/prod"_s);
    MergeView *view = nullptr;
    QVERIFY(QTest::qWaitFor(
        [&] { return (view = fixture.session->window().findChild<MergeView *>()) != nullptr; },
        hangMs));
    view->regions().take(0, MergeChoice::MineThenTheirs);
    QTest::mouseClick(fixture.in<QPushButton>(view, "mergeLater"), Qt::LeftButton);
    fixture.restart();
    const auto revisions = await(fixture.session->library().revisions(id));
    QVERIFY(revisions && !revisions->isEmpty());
    QCOMPARE(*await(fixture.session->library().revisionText(revisions->first().id)),
             u"one\nmine\ntheirs\nthree\n"_s);
    QCOMPARE(await(LibrarySync(fixture.session->library()).mergesNeeded(u"clearml/prod"_s))->size(),
             1);
}

void TestServers::theFieldsRestWhileItSignsIn()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    for (const char *name : {"workspaceUser", "workspaceSecret", "workspaceName"})
        QVERIFY(!fixture.in<QLineEdit>(fixture.dialog(), name)->isEnabled());
    QVERIFY(!fixture.in<QPlainTextEdit>(fixture.dialog(), "workspacePlace")->isEnabled());
    QVERIFY(fixture.waitUntilInStep());
}

void TestServers::removingAServerForgetsItsReports()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    fixture.controller().removeServer(u"clearml/prod"_s);
    auto *box = fixture.session->window().findChild<QMessageBox *>(u"removeServerBox"_s);
    QVERIFY(box);
    QTest::mouseClick(fixture.in<QPushButton>(box, "confirmButton"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return fixture.workspaces().list().isEmpty(); }, hangMs));
    QVERIFY(fixture.pulled().name.isEmpty());
    QVERIFY(!fixture.button()->isVisible());
    // Added again, it asks for the secret anew: nothing was kept.
    fixture.workspaces().add(
        clearmlWorkspace(u"prod"_s, {{fixture.server.http.url(), {}, {}}, u"KEY"_s, {}, {}}));
    QVERIFY(QTest::qWaitFor(
        [&] { return fixture.workspaces().problem(u"clearml/prod"_s).has_value(); }, hangMs));
    QCOMPARE(fixture.workspaces().problem(u"clearml/prod"_s)->code, ErrorCode::NotSignedIn);
}

void TestServers::theButtonExplainsItself()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    fixture.workspaces().setPolicy(NetworkPolicy::Offline);
    QMenu *menu = fixture.button()->menu();
    emit menu->aboutToShow();
    QString said;
    for (const QLabel *label : menu->findChildren<QLabel *>())
        said += label->text() + u'\n';
    QVERIFY2(said.contains(u"prod"_s) && said.contains(u"offline"_s), qPrintable(said));
    QStringList offered;
    for (const QAction *action : menu->actions())
        offered.append(action->text());
    QVERIFY2(offered.filter(u"Remove"_s).size() == 1, qPrintable(offered.join(u'|')));
}

void TestServers::aTextThatIsStillToComeIsReadWhenOpened_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unix lines") << u"one\ntwo\n"_s;
    QTest::newRow("windows lines") << u"one\r\ntwo\r\n"_s;
    QTest::newRow("both") << u"one\r\ntwo\n"_s;
}

void TestServers::aTextThatIsStillToComeIsReadWhenOpened()
{
    QFETCH(QString, text);
    ServersFixture fixture;
    fixture.server.world.editReport(fixture.report, fixture.server.world.me,
                                    [&](QJsonObject &report) { report[u"report"_s] = text; });
    const ReportId id = fixture.pullCardOnly();
    ReportView *view = fixture.opened(id);
    auto *editor = view->findChild<SourceEditor *>();
    auto *notice = fixture.in<NoticeBar>(view, "missingTextNotice");
    QVERIFY(QTest::qWaitFor([&] { return notice->text().contains(u"offline"_s); }, hangMs));
    QVERIFY(notice->isVisible());
    QVERIFY(editor->isReadOnly());
    QTest::keyClicks(editor, u"typed"_s);
    QCOMPARE(editor->text(), QString());
    QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !editor->isReadOnly(); }, hangMs));
    QVERIFY(!notice->isVisible());
    QCOMPARE(editor->text(), QString(text).remove(u'\r'));
    QVERIFY2(!editor->document()->isUndoAvailable(), "undo leads to an empty text");
    // What came is what is kept: nothing is to be sent.
    QVERIFY(await(view->saveNow()));
    QCOMPARE(await(fixture.session->library().report(id))->text, text);
    const SyncStatus status = await(fixture.session->library().summary(id))->sync;
    QCOMPARE(status.state, SyncState::Clean);
    QVERIFY(!status.isTextMissing);
}

void TestServers::aTextThatIsStillToComeIsNotPrintedEmpty()
{
    ServersFixture fixture;
    const ReportId id = fixture.pullCardOnly();
    auto *commands = fixture.session->window().findChild<ReportCommands *>();
    QSignalSpy opened(commands, &ReportCommands::openRequested);
    commands->duplicate(*await(fixture.session->library().summary(id)));
    QVERIFY(opened.wait(hangMs));
    const auto copy = opened.first().first().value<ReportId>();
    QCOMPARE(await(fixture.session->library().report(copy))->text, u"one\ntwo\nthree\n"_s);
}

void TestServers::aRefusedReportIsNamedAndTriedAgain()
{
    ServersFixture fixture;
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    const auto makePublic = [&](bool isPublic) {
        auto &world = fixture.server.world;
        world.editReport(fixture.report, world.me, [&](QJsonObject &report) {
            report[u"company"_s] = isPublic ? QString() : world.company;
        });
    };
    makePublic(true);
    QVERIFY(await(fixture.session->library().save(fixture.pulled().id, u"mine\n"_s)));
    QVERIFY(fixture.waitForState(
        [](const WorkspaceState &state) { return state.counts.refused == 1; }));

    QMenu *menu = fixture.button()->menu();
    emit menu->aboutToShow();
    QMenu *about = nullptr;
    QVERIFY(
        QTest::qWaitFor([&] { return (about = menu->findChild<QMenu *>()) != nullptr; }, hangMs));
    QCOMPARE(about->title(), u"Baseline"_s);
    QCOMPARE(about->findChild<QLabel *>()->text(), fixture.pulled().sync.reason);
    QVERIFY(!fixture.pulled().sync.reason.isEmpty());
    makePublic(false);
    for (QAction *action : about->actions()) {
        if (action->text().contains(u"again"_s))
            action->trigger();
    }
    QVERIFY(fixture.waitForState([](const WorkspaceState &state) {
        return state.counts.refused == 0 && state.waiting() == 0;
    }));
    QCOMPARE(fixture.serverText(), u"mine\n"_s);
}

void TestServers::aFrameOfAnUnknownServerOffersToAddIt()
{
    ServersFixture fixture;
    const QString web = fixture.server.http.url().toString();
    const auto id = await(fixture.session->library().create(
        {{},
         u"Frames"_s,
         {},
         {},
         u"<iframe src=\"%1/widgets/?type=scalar&objects=1\"></iframe>\n"_s.arg(web)}));
    auto *notice = fixture.in<NoticeBar>(fixture.opened(*id), "unknownServerNotice");
    QVERIFY(QTest::qWaitFor([&] { return notice->isVisible(); }, hangMs));
    QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(fixture.dialog());
    QCOMPARE(fixture.in<QPlainTextEdit>(fixture.dialog(), "workspacePlace")->toPlainText(), web);
    fixture.dialog()->reject();
    // Once it is there nothing is offered any more.
    QVERIFY(QTest::qWaitFor([&] { return !fixture.dialog(); }, hangMs));
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(QTest::qWaitFor([&] { return !notice->isVisible(); }, hangMs));
    // As for the frames themselves, another path of the host is another server.
    QVERIFY(fixture.controller().knows(QUrl(web)));
    QVERIFY(!fixture.controller().knows(QUrl(web + u"/other"_s)));
}

/// As old reports have it, in a report of the server that was added last.
void TestServers::aFrameWithoutAHostIsOfItsReportsServer()
{
    ServersFixture fixture;
    FakeClearml first;
    fixture.controller().addServer(first.http.url());
    QWidget *dialog = fixture.dialog();
    QTest::mouseClick(fixture.in<QPushButton>(dialog, "lookAround"), Qt::LeftButton);
    auto *name = fixture.in<QLineEdit>(dialog, "workspaceName");
    QVERIFY(QTest::qWaitFor([&] { return !name->text().isEmpty(); }, hangMs));
    fixture.in<QLineEdit>(dialog, "workspaceUser")->setText(first.accessKey);
    fixture.in<QLineEdit>(dialog, "workspaceSecret")->setText(first.secretKey);
    name->setText(u"first"_s);
    QTest::mouseClick(fixture.in<QPushButton>(dialog, "acceptButton"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor(
        [&] { return !fixture.dialog() && fixture.workspaces().sync(u"clearml/first"_s); },
        hangMs));

    ClearmlWorld &world = fixture.server.world;
    const QString task = world.addTask(u"run"_s, u"vision"_s);
    (*world.report(fixture.report))["report"_L1] = QString(
        u"<iframe src=\"/widgets?type=scalar&metrics=loss&tasks=%1\"></iframe>\n"_s.arg(task));
    fixture.fillDialog(fixture.server.secretKey);
    QVERIFY(fixture.waitUntilInStep());
    fixture.opened(fixture.pulled().id);
    const QString call = u"reports.get_task_data"_s;
    QVERIFY(QTest::qWaitFor(
        [&] { return fixture.server.calls.contains(call) || first.calls.contains(call); }, hangMs));
    QVERIFY(!first.calls.contains(call));
}

QTEST_MAIN(TestServers)
#include "test_servers.moc"
