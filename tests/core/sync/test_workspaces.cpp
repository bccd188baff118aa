#include "core/sync/workspaces.h"
#include "fakes/fake_run_source.h"
#include "fakes/memory_server.h"
#include "support/library_fixture.h"

#include <QCoroFuture>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using namespace plotleaf::test;

/// Which servers are open, and what panels know of them.
class WorkspacesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aServerThatIsRemovedIsLeft();
    void whoeverUsesTheNetworkKnowsThePolicy();
    void openedAgainWithAnotherSecret();
    void anAnswerAfterTheRemovalIsNotTaken();
    void onlyTheLatestAttemptCounts();
    void anAttemptUnderWayIsNotRepeated();

private:
    using Opened = Result<OpenedServer>;
    using Attempt = std::shared_ptr<QPromise<Opened>>;

    static QCoro::Task<Opened> ended(Attempt attempt)
    {
        const Opened opened = co_await attempt->future();
        co_return Opened(opened);
    }
    /// A server whose panels' source is called `name`.
    OpenedServer server(const QString &name)
    {
        return {std::make_shared<MemoryReports>(m_server, u"ana"_s),
                [name](const QString &spec) -> std::shared_ptr<RunSource> {
                    return spec == name ? std::make_shared<FakeRunSource>() : nullptr;
                }};
    }
    Attempt attempt(qsizetype number)
    {
        while (m_attempts.size() <= number)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return m_attempts[number];
    }
    void answer(qsizetype number, const Opened &opened)
    {
        const Attempt asked = attempt(number);
        asked->addResult(opened);
        asked->finish();
    }
    /// Whether the attempt's answer has arrived and been taken, or not taken.
    void answerAndSettle(qsizetype number, const Opened &opened)
    {
        QFutureWatcher<Opened> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcher<Opened>::finished);
        watcher.setFuture(attempt(number)->future());
        answer(number, opened);
        QVERIFY(finished.wait(hangMs));
        QCoreApplication::processEvents();
    }
    static bool isStopped(const OpenedServer &server)
    {
        std::optional<bool> stopped;
        auto asked = server.reports->versions({});
        asked.then([&](const Result<QHash<RemoteId, QDateTime>> &answer) {
            stopped = !answer && answer.error().code == ErrorCode::Cancelled;
        });
        while (!stopped)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return *stopped;
    }

    const Workspace m_workspace{u"memory/test"_s, u"memory"_s, u"test"_s, {}, {}};
    MemoryServer m_server;
    std::unique_ptr<LibraryFixture> m_files;
    QList<Attempt> m_attempts;
    std::unique_ptr<Workspaces> m_workspaces;
};

void WorkspacesTest::init()
{
    m_files = std::make_unique<LibraryFixture>();
    m_workspaces =
        std::make_unique<Workspaces>(*m_files->library, m_files->clock, [this](const Workspace &) {
            m_attempts.append(std::make_shared<QPromise<Opened>>());
            m_attempts.last()->start();
            return ended(m_attempts.last());
        });
    QVERIFY(await(m_workspaces->add(m_workspace)));
}

void WorkspacesTest::cleanup()
{
    m_workspaces.reset();
    for (const Attempt &attempt : std::as_const(m_attempts)) {
        if (!attempt->future().isFinished()) {
            attempt->addResult(Error{ErrorCode::Cancelled, {}, {}});
            attempt->finish();
        }
    }
    m_attempts.clear();
    QCoreApplication::processEvents();
}

void WorkspacesTest::aServerThatIsRemovedIsLeft()
{
    const OpenedServer first = server(u"a"_s);
    answerAndSettle(0, first);
    QVERIFY(m_workspaces->sync(m_workspace.id));
    QVERIFY(m_workspaces->source(u"a"_s));
    QVERIFY(!m_workspaces->source(u"b"_s));

    QSignalSpy changed(m_workspaces.get(), &Workspaces::sourcesChanged);
    QVERIFY(await(m_workspaces->remove(m_workspace.id)));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_workspaces->source(u"a"_s));
    QVERIFY(isStopped(first));

    QVERIFY(await(m_workspaces->add(m_workspace)));
    answerAndSettle(1, server(u"b"_s));
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_workspaces->source(u"a"_s));
    QVERIFY(m_workspaces->source(u"b"_s));
}

void WorkspacesTest::openedAgainWithAnotherSecret()
{
    const OpenedServer wrong = server(u"wrong"_s);
    answerAndSettle(0, wrong);
    m_workspaces->open(m_workspace.id);
    QVERIFY(isStopped(wrong));
    answerAndSettle(1, server(u"right"_s));
    QVERIFY(m_workspaces->sync(m_workspace.id));
    QVERIFY(m_workspaces->source(u"right"_s));
    QVERIFY(!m_workspaces->source(u"wrong"_s));
}

void WorkspacesTest::whoeverUsesTheNetworkKnowsThePolicy()
{
    const auto network = std::make_shared<NetworkUse>();
    const Workspaces::Opener nobody = [](const Workspace &) {
        return ended(std::make_shared<QPromise<Opened>>());
    };
    Workspaces workspaces(*m_files->library, m_files->clock, nobody, network);
    QSignalSpy changed(&workspaces, &Workspaces::sourcesChanged);
    workspaces.setPolicy(NetworkPolicy::Offline);
    QVERIFY(!mayLookUp(network));
    QCOMPARE(changed.size(), 0);
    workspaces.setPolicy(NetworkPolicy::Expensive);
    QVERIFY(mayLookUp(network));
    QCOMPARE(changed.size(), 1); // what could not be looked up is
    workspaces.setPolicy(NetworkPolicy::Online);
    QCOMPARE(changed.size(), 1);
}

void WorkspacesTest::anAnswerAfterTheRemovalIsNotTaken()
{
    attempt(0);
    QVERIFY(await(m_workspaces->remove(m_workspace.id)));
    answerAndSettle(0, server(u"a"_s));
    QVERIFY(!m_workspaces->sync(m_workspace.id));
    QVERIFY(!m_workspaces->source(u"a"_s));
}

void WorkspacesTest::onlyTheLatestAttemptCounts()
{
    attempt(0);
    m_workspaces->open(m_workspace.id);
    answerAndSettle(0, server(u"wrong"_s));
    QVERIFY(!m_workspaces->sync(m_workspace.id));
    answerAndSettle(1, server(u"right"_s));
    QVERIFY(m_workspaces->source(u"right"_s));
    QVERIFY(!m_workspaces->source(u"wrong"_s));
}

void WorkspacesTest::anAttemptUnderWayIsNotRepeated()
{
    attempt(0);
    m_workspaces->syncAll();
    QCOMPARE(m_attempts.size(), 1);
    answerAndSettle(0, Error{ErrorCode::NotSignedIn, u"Who are you?"_s, {}});
    QVERIFY(m_workspaces->problem(m_workspace.id));
    m_workspaces->syncAll();
    QCOMPARE(m_attempts.size(), 2);
    QVERIFY(!m_workspaces->problem(m_workspace.id));
}

QTEST_GUILESS_MAIN(WorkspacesTest)
#include "test_workspaces.moc"
