#include "core/panels/frame_source.h"
#include "core/panels/panel_feeds.h"
#include "core/secrets/memory_secret_store.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/services/open_server.h"
#include "core/services/register_services.h"
#include "support/clearml_fixture.h"
#include "support/library_fixture.h"
#include "support/panel_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class TestClearmlWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void otherSettingsAreRefused();
    void secretFromTheStore();
    void secretFromTheEnvironmentOnlyForThisServer();
    void withoutASecretOneIsAsked();
    void authoritiesThatCannotBeRead();
    void panelsAskTheServerThatIsOpen();
    void framesWithoutAHostAreOfTheReportsServer();
    void whatIsOpenedKeepsItsClock();
    void unknownKindsAreRefused();

private:
    static ClearmlPlace placeOf(const ClearmlFixture &fixture)
    {
        return {fixture.servers(), fixture.server.accessKey, {}, {}};
    }
};

void TestClearmlWorkspace::comesBackAsItWas()
{
    const ClearmlPlace place{{QUrl(u"https://api.example.org"_s),
                              QUrl(u"https://app.example.org"_s),
                              QUrl(u"https://storage.example.org"_s)},
                             u"KEY"_s,
                             u"/etc/ssl/own.pem"_s,
                             QByteArray::fromHex("a1b2")};
    const Workspace workspace = clearmlWorkspace(u"prod"_s, place);
    QCOMPARE(workspace.id, u"clearml/prod"_s);
    QCOMPARE(workspace.address, u"https://app.example.org"_s);
    const Result<ClearmlPlace> read = clearmlPlace(workspace);
    QVERIFY(read);
    QCOMPARE(*read, place);
    QVERIFY(clearmlSecretKey(place).contains(u"api.example.org"_s));
}

void TestClearmlWorkspace::otherSettingsAreRefused()
{
    QCOMPARE(clearmlPlace({}).error().code, ErrorCode::InvalidInput);
    Workspace workspace = clearmlWorkspace(u"prod"_s, {});
    QCOMPARE(clearmlPlace(workspace).error().code, ErrorCode::InvalidInput);
    QVERIFY(clearmlPlace(workspace).error().message.contains(u"prod"_s));
}

void TestClearmlWorkspace::secretFromTheStore()
{
    ClearmlFixture fixture;
    const ClearmlPlace place = placeOf(fixture);
    const auto secrets = std::make_shared<MemorySecretStore>();
    QVERIFY(awaitTask(secrets->write(clearmlSecretKey(place), fixture.server.secretKey)));
    const auto client = awaitTask(openClearml(clearmlWorkspace(u"prod"_s, place), secrets,
                                              std::make_shared<TestClock>(), {}));
    QVERIFY(client);
    QVERIFY(fixture.run((*client)->signIn()));
    fixture.server.checkSchema();
}

void TestClearmlWorkspace::secretFromTheEnvironmentOnlyForThisServer()
{
    ClearmlFixture fixture;
    const auto secrets = std::make_shared<MemorySecretStore>();
    QProcessEnvironment environment;
    environment.insert(u"CLEARML_API_HOST"_s, fixture.servers().api.toString());
    environment.insert(u"CLEARML_API_ACCESS_KEY"_s, fixture.server.accessKey);
    environment.insert(u"CLEARML_API_SECRET_KEY"_s, fixture.server.secretKey);
    const Workspace workspace = clearmlWorkspace(u"prod"_s, placeOf(fixture));
    const auto client =
        awaitTask(openClearml(workspace, secrets, std::make_shared<TestClock>(), environment));
    QVERIFY(client);
    QVERIFY(fixture.run((*client)->signIn()));

    // Keys without an address are this workspace's when the access key is.
    environment.remove(u"CLEARML_API_HOST"_s);
    QVERIFY(awaitTask(openClearml(workspace, secrets, std::make_shared<TestClock>(), environment)));
    environment.insert(u"CLEARML_API_ACCESS_KEY"_s, u"another"_s);
    QVERIFY(
        !awaitTask(openClearml(workspace, secrets, std::make_shared<TestClock>(), environment)));
    environment.insert(u"CLEARML_API_ACCESS_KEY"_s, fixture.server.accessKey);

    environment.insert(u"CLEARML_API_HOST"_s, u"https://api.example.org"_s);
    const auto other =
        awaitTask(openClearml(workspace, secrets, std::make_shared<TestClock>(), environment));
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::NotSignedIn);
}

void TestClearmlWorkspace::withoutASecretOneIsAsked()
{
    ClearmlFixture fixture;
    const auto opened = awaitTask(openClearml(clearmlWorkspace(u"prod"_s, placeOf(fixture)),
                                              std::make_shared<MemorySecretStore>(),
                                              std::make_shared<TestClock>(), {}));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotSignedIn);
    QVERIFY(opened.error().message.contains(u"prod"_s));
    QVERIFY(fixture.server.calls.isEmpty());
}

void TestClearmlWorkspace::authoritiesThatCannotBeRead()
{
    const QTemporaryDir folder;
    ClearmlPlace place{{QUrl(u"https://h"_s), {}, {}}, u"KEY"_s, folder.filePath(u"no.pem"_s), {}};
    QCOMPARE(clearmlTransport(place).error().code, ErrorCode::Io);
    QFile file(place.authorityFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no certificate");
    file.close();
    QCOMPARE(clearmlTransport(place).error().code, ErrorCode::Damaged);
}

void TestClearmlWorkspace::panelsAskTheServerThatIsOpen()
{
    ClearmlFixture fixture;
    LibraryFixture files;
    const ClearmlPlace place = placeOf(fixture);
    const Workspace workspace = clearmlWorkspace(u"prod"_s, place);
    const auto secrets = std::make_shared<MemorySecretStore>();
    QVERIFY(awaitTask(secrets->write(clearmlSecretKey(place), fixture.server.secretKey)));
    Workspaces workspaces(*files.library, fixture.clock,
                          serverOpener(secrets, std::make_shared<TestClock>()));
    RunSources sources;
    registerServices(sources, fixture.clock, {},
                     [&](const QString &spec) { return workspaces.source(spec); });
    connect(&workspaces, &Workspaces::sourcesChanged, &sources, &RunSources::announceChange);
    PanelFeeds feeds(sources, fixture.clock, {});
    QSignalSpy changed(&feeds, &PanelFeeds::sourcesChanged);
    QVERIFY(!sources.source(u"clearml/prod"_s));

    QVERIFY(await(workspaces.add(workspace)));
    QVERIFY(changed.wait(hangMs));
    const auto first = sources.source(u"clearml/prod"_s);
    QVERIFY(first);
    QVERIFY(await((*first)->runs()));

    QVERIFY(await(workspaces.remove(workspace.id)));
    QCOMPARE(changed.size(), 2);
    QVERIFY((*first)->isEnded());
    QVERIFY(!sources.source(u"clearml/prod"_s));

    QVERIFY(await(workspaces.add(workspace)));
    QVERIFY(changed.wait(hangMs));
    const auto second = sources.source(u"clearml/prod"_s);
    QVERIFY(second); // although `first` is still in somebody's hands
    QVERIFY(await((*second)->runs()));
    QVERIFY(!await((*first)->runs()));
}

/// As old reports have it: "/widgets?type=…", in a report of the second server that was added. Its
/// name comes before the first one's, so that no order by names helps.
void TestClearmlWorkspace::framesWithoutAHostAreOfTheReportsServer()
{
    ClearmlFixture first;
    ClearmlFixture second;
    LibraryFixture files;
    const auto secrets = std::make_shared<MemorySecretStore>();
    Workspaces workspaces(*files.library, first.clock,
                          serverOpener(secrets, std::make_shared<TestClock>()));
    QSignalSpy changed(&workspaces, &Workspaces::sourcesChanged);
    for (const auto &[name, fixture] : {std::pair(u"z"_s, &first), {u"a"_s, &second}}) {
        const ClearmlPlace place = placeOf(*fixture);
        QVERIFY(awaitTask(secrets->write(clearmlSecretKey(place), fixture->server.secretKey)));
        QVERIFY(await(workspaces.add(clearmlWorkspace(name, place))));
        QVERIFY(changed.wait(hangMs));
    }
    const QString task = second.server.world.addTask(u"run"_s, u"Vision"_s);
    second.server.world.goOn(task, {u"loss"_s, u"train"_s, 1, 1795306896600, 0.5});
    const QString address = u"/widgets?type=scalar&metrics=loss&tasks="_s + task;
    const QUrl web = second.servers().web;

    RunSources sources;
    registerServices(sources, first.clock, {},
                     [&](const QString &spec) { return workspaces.source(spec); });
    PanelFeeds feeds(sources, first.clock, {});
    feeds.setServer(web);
    feeds.setDocument(panelDocument({{u"iframe"_s, address}}));
    QCOMPARE(PanelFixture::settled(*feeds.open(u"0"_s)).kind, Figure::Kind::Plot);
    QVERIFY(!first.server.calls.contains(u"reports.get_task_data"_s));

    const auto name = [&](const QString &frame) { return workspaces.frameCatalog(frame)->name(); };
    QCOMPARE(name(absoluteFrameAddress(address, web)), u"clearml/a"_s);
    // Where nobody says whose it is, panels and form mean the same server.
    QCOMPARE(name(address), u"clearml/z"_s);

    QCOMPARE(absoluteFrameAddress(u"/widgets?a=%2F"_s, QUrl(u"https://h/sub"_s)),
             u"https://h/sub/widgets?a=%2F"_s);
    QCOMPARE(absoluteFrameAddress(u"/sub/widgets/?a"_s, QUrl(u"https://h/sub"_s)),
             u"https://h/sub/widgets/?a"_s);
    for (const QString &whole : {u"https://other/widgets/?a"_s, u"//other/widgets/?a"_s})
        QCOMPARE(absoluteFrameAddress(whole, web), whole);
    QCOMPARE(absoluteFrameAddress(address, {}), address);
}

void TestClearmlWorkspace::whatIsOpenedKeepsItsClock()
{
    ClearmlFixture fixture;
    const ClearmlPlace place = placeOf(fixture);
    const auto secrets = std::make_shared<MemorySecretStore>();
    QVERIFY(awaitTask(secrets->write(clearmlSecretKey(place), fixture.server.secretKey)));
    auto clock = std::make_shared<TestClock>();
    const std::weak_ptr<TestClock> seen = clock;
    // Whoever wanted the server may be gone before it is open.
    auto opening = serverOpener(secrets, std::move(clock))(clearmlWorkspace(u"prod"_s, place));
    QVERIFY(!seen.expired());
    {
        const Result<OpenedServer> opened = awaitTask(std::move(opening));
        QVERIFY(opened);
        QVERIFY(!seen.expired());
        QVERIFY(await(opened->sources(u"clearml/prod"_s)->runs()));
        opened->reports->stop();
    }
    QVERIFY(seen.expired());
}

void TestClearmlWorkspace::unknownKindsAreRefused()
{
    ClearmlFixture fixture;
    Workspace workspace;
    workspace.kind = u"elsewhere"_s;
    const auto opened = awaitTask(serverOpener(std::make_shared<MemorySecretStore>(),
                                               std::make_shared<TestClock>())(workspace));
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(u"elsewhere"_s));
}

QTEST_GUILESS_MAIN(TestClearmlWorkspace)
#include "test_clearml_workspace.moc"
