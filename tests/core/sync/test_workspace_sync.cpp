#include "core/store/database.h"
#include "core/store/open_report.h"
#include "core/store/sync_store.h"
#include "core/sync/round_lock.h"
#include "core/sync/workspace_sync.h"
#include "support/sync_fixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;
using plotleaf::test::MemoryServer;
using plotleaf::test::SyncClient;
using Activity = WorkspaceState::Activity;

/// When a workspace synchronises, and what it says about itself.
class WorkspaceSyncTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sync.reset(); }

    void startsOfflineAndAsksNothing();
    void restsBetweenRounds();
    void sendsAnEditByItself();
    void offlineKeepsEditsUntilAsked();
    void askedAgainWhileOffline();
    void expensiveFetchesNoTexts();
    void failuresMakeThePausesGrow();
    void folderThatCannotBeLockedIsNotTriedAtOnce();
    void waitsAsLongAsTheServerAsks();
    void asksAboutVanishedReports();
    void roundsThatDoNotLookForgetNothing();
    void believesOnlyWhatWasShown();
    void tellsWhatHappened();
    void mayBeDestroyedInTheMiddle();
    void waitsForTheRoundOfAnotherProgram();
    void changesMadeDuringARoundGoOutRightAfter();
    void offlineEndsTheRoundAndLosesNothing();
    void aTextIsReadWhenItIsWanted();
    void aTextThatIsGoneIsTold();
    void anOldAnswerChangesNothing();
    void countsAreReadFromIndexes();
    void explainsItself_data();
    void explainsItself();

private:
    void waitForRound()
    {
        QSignalSpy ended(m_sync.get(), &WorkspaceSync::roundEnded);
        QVERIFY(ended.wait(test::hangMs));
    }
    /// Until the state is as wanted, looked at whenever it changes.
    template <typename Condition>
    void waitUntil(Condition condition)
    {
        QSignalSpy changed(m_sync.get(), &WorkspaceSync::stateChanged);
        while (!condition())
            QVERIFY(changed.wait(test::hangMs));
    }
    void breakTheLine()
    {
        m_ana->remote->refusal = [](const QString &) {
            return std::optional(Error{ErrorCode::Network, u"No answer."_s, {}});
        };
    }

    std::unique_ptr<MemoryServer> m_server;
    std::unique_ptr<SyncClient> m_ana;
    std::unique_ptr<WorkspaceSync> m_sync;
};

void WorkspaceSyncTest::init()
{
    m_server = std::make_unique<MemoryServer>();
    m_server->create(u"key"_s, {{u"Report"_s, {}, {}, {}, false, ReportStatus::Draft}, u"text"_s},
                     u"web"_s);
    m_ana = std::make_unique<SyncClient>(*m_server, u"ana"_s);
    m_sync = std::make_unique<WorkspaceSync>(
        *m_ana->library, WorkspaceSync::Remote{m_ana->remote},
        Workspace{SyncClient::workspace(), u"memory"_s, u"Test"_s, {}, {}}, m_ana->clock);
}

void WorkspaceSyncTest::startsOfflineAndAsksNothing()
{
    m_ana->create(u"Made offline"_s, u"text"_s);
    waitUntil([this] { return m_sync->state().waiting() == 1; });
    QCOMPARE(m_sync->state().activity, Activity::Offline);
    QCOMPARE(m_sync->state().headline(), u"Offline, 1 waiting"_s);
    QVERIFY(m_ana->remote->calls.isEmpty());
}

void WorkspaceSyncTest::restsBetweenRounds()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    QCOMPARE(m_sync->state().activity, Activity::Syncing);
    waitForRound();
    QCOMPARE(m_sync->state().activity, Activity::Resting);
    QCOMPARE(m_sync->state().lastSynced, m_ana->clock.now());
    QCOMPARE(m_ana->clock.now().secsTo(m_sync->state().nextRound), 30);
    QCOMPARE(m_ana->text(m_ana->named(u"Report"_s)), u"text"_s);
}

void WorkspaceSyncTest::sendsAnEditByItself()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    m_ana->write(m_ana->named(u"Report"_s), u"changed"_s);
    waitForRound();
    QCOMPARE(m_server->state(m_server->ids().first()).text, u"changed"_s);
    waitUntil([this] { return m_sync->state().waiting() == 0; });
}

void WorkspaceSyncTest::offlineKeepsEditsUntilAsked()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    m_sync->setPolicy(NetworkPolicy::Offline);
    m_ana->remote->calls.clear();
    m_ana->write(m_ana->named(u"Report"_s), u"changed"_s);
    waitUntil([this] { return m_sync->state().waiting() == 1; });
    QVERIFY(!m_sync->state().nextRound.isValid());
    QVERIFY(m_ana->remote->calls.isEmpty());
    m_sync->syncNow();
    waitForRound();
    QCOMPARE(m_server->state(m_server->ids().first()).text, u"changed"_s);
    QCOMPARE(m_sync->state().activity, Activity::Offline);
}

void WorkspaceSyncTest::askedAgainWhileOffline()
{
    m_sync->syncNow();
    m_sync->syncNow();
    waitForRound();
    waitForRound();
    QCOMPARE(m_sync->state().activity, Activity::Offline);
    QVERIFY(!m_sync->state().nextRound.isValid());
}

void WorkspaceSyncTest::expensiveFetchesNoTexts()
{
    m_ana->create(u"Made here"_s, u"goes out"_s);
    waitUntil([this] { return m_sync->state().waiting() == 1; });
    m_sync->setPolicy(NetworkPolicy::Expensive);
    waitForRound();
    QCOMPARE(m_server->ids().size(), 2);
    waitUntil([this] { return m_sync->state().counts.wanted == 1; });
    QCOMPARE(m_ana->text(m_ana->named(u"Report"_s)), QString());
    QCOMPARE(m_ana->clock.now().secsTo(m_sync->state().nextRound), 600);
}

void WorkspaceSyncTest::failuresMakeThePausesGrow()
{
    breakTheLine();
    m_sync->setPolicy(NetworkPolicy::Online);
    for (const int seconds : {5, 10, 20, 40, 80, 160, 300, 300}) {
        waitForRound();
        QCOMPARE(m_sync->state().activity, Activity::Failing);
        QCOMPARE(m_sync->state().problem, u"No answer."_s);
        QCOMPARE(m_ana->clock.now().secsTo(m_sync->state().nextRound), seconds);
        m_sync->syncNow();
    }
    m_ana->remote->refusal = nullptr;
    waitForRound();
    m_sync->syncNow();
    waitForRound();
    QCOMPARE(m_sync->state().activity, Activity::Resting);
    QVERIFY(m_sync->state().problem.isEmpty());
}

void WorkspaceSyncTest::folderThatCannotBeLockedIsNotTriedAtOnce()
{
    const QString folder = m_ana->library->folder();
    const QString away = folder + u".away"_s;
    m_sync->setPolicy(NetworkPolicy::Online);
    m_sync->syncNow(); // once more, right after
    const auto moved = connect(m_sync.get(), &WorkspaceSync::roundEnded, this,
                               [&] { QVERIFY(QDir().rename(folder, away)); });
    waitForRound();
    disconnect(moved);
    if (m_sync->state().activity != Activity::Failing)
        waitForRound();
    QCOMPARE(m_sync->state().activity, Activity::Failing);
    QCOMPARE(m_ana->clock.now().secsTo(m_sync->state().nextRound), 5);
    m_sync->setPolicy(NetworkPolicy::Offline);
    QVERIFY(QDir().rename(away, folder));
}

void WorkspaceSyncTest::waitsAsLongAsTheServerAsks()
{
    breakTheLine();
    m_ana->remote->wait = m_ana->clock.now().addSecs(1234);
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    QCOMPARE(m_sync->state().nextRound, m_ana->remote->wait);
}

void WorkspaceSyncTest::asksAboutVanishedReports()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    QVERIFY(m_server->remove(m_server->ids().first()).isOk());
    // The only report: its server answers for no other. Noticed when it is to be written.
    m_ana->write(m_ana->named(u"Report"_s), u"changed"_s);
    waitForRound();
    QCOMPARE(m_sync->state().vanished, 1);
    QVERIFY(m_sync->state().needsPerson());
    QCOMPARE(m_ana->reports().size(), 1);
    const auto named =
        await(LibrarySync(*m_ana->library).summaries(SyncClient::workspace(), m_sync->vanished()));
    QCOMPARE(named->size(), 1);
    QCOMPARE(named->first().name, u"Report"_s);
    m_sync->believeRemovals(m_sync->vanished());
    waitForRound();
    QCOMPARE(m_sync->state().vanished, 0);
    QCOMPARE(m_ana->reports().size(), 0);
    QCOMPARE(m_ana->text(m_ana->named(u"Report (kept)"_s, u"local"_s)), u"changed"_s);
}

void WorkspaceSyncTest::roundsThatDoNotLookForgetNothing()
{
    QVERIFY(m_ana->sync().isOk());
    QVERIFY(m_server->remove(m_server->ids().first()).isOk());
    m_sync->setPolicy(NetworkPolicy::Online); // the first round looks
    waitForRound();
    QCOMPARE(m_sync->state().vanished, 1);
    m_ana->remote->calls.clear();
    m_sync->syncNow();
    waitForRound();
    QCOMPARE(m_ana->remote->calls.value(u"versions"_s), 0);
    QCOMPARE(m_sync->state().vanished, 1);
}

void WorkspaceSyncTest::believesOnlyWhatWasShown()
{
    for (int i = 0; i < 2; ++i) {
        const QString name = u"Other %1"_s.arg(i);
        m_server->create(name, {{name, {}, {}, {}, false, ReportStatus::Draft}, name}, u"web"_s);
    }
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    const QVector<RemoteId> ids = m_server->ids();
    const auto vanish = [this](const RemoteId &id) {
        const QString name = m_server->state(id).fields.name;
        QVERIFY(m_server->remove(id).isOk());
        m_ana->write(m_ana->named(name), u"changed"_s);
        waitForRound();
    };
    QVERIFY(m_server->remove(ids.at(0)).isOk());
    vanish(ids.at(1));
    const QVector<RemoteId> shown = m_sync->vanished();
    QCOMPARE(shown.size(), 2);
    // While the person thinks, the rest goes too.
    vanish(ids.at(2));
    QCOMPARE(m_sync->state().vanished, 3);
    m_sync->believeRemovals(shown);
    waitForRound();
    QCOMPARE(m_sync->vanished(), QVector<RemoteId>{ids.at(2)});
    QCOMPARE(m_ana->reports().size(), 1);
}

void WorkspaceSyncTest::tellsWhatHappened()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    QVector<SyncNotice> notices;
    connect(m_sync.get(), &WorkspaceSync::noticed, this,
            [&](const SyncNotice &notice) { notices.append(notice); });
    QVERIFY(m_server
                ->change(m_server->ids().first(), u"web"_s,
                         [](ReportState &state) { state.text = u"theirs"_s; })
                .isOk());
    m_ana->write(m_ana->named(u"Report"_s), u"mine"_s);
    waitForRound();
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().kind, SyncNotice::Kind::MergeNeeded);
    waitUntil([this] { return m_sync->state().counts.mergeNeeded == 1; });
    QCOMPARE(m_sync->state().headline(), u"Needs your attention"_s);
}

void WorkspaceSyncTest::mayBeDestroyedInTheMiddle()
{
    m_ana->create(u"Made here"_s, u"text"_s);
    m_sync->setPolicy(NetworkPolicy::Online);
    m_sync.reset();
    // What was under way ends with the next answers; nobody is told any more.
    m_ana->restart();
    QVERIFY(m_ana->sync().isOk());
    QCOMPARE(m_server->ids().size(), 2);
    QCOMPARE(m_ana->reports().size(), 2);
}

void WorkspaceSyncTest::changesMadeDuringARoundGoOutRightAfter()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"first"_s);
    // While the server is being told of the first, the same report is changed once more: as many
    // reports wait as before.
    bool isChanged = false;
    m_ana->remote->refusal = [this, id, &isChanged](const QString &request) {
        if (request == u"update"_s && !std::exchange(isChanged, true))
            m_ana->library->save(id, u"second"_s);
        return std::optional<Error>();
    };
    waitForRound();
    QCOMPARE(m_server->state(m_server->ids().first()).text, u"first"_s);
    QVector<QDateTime> planned;
    connect(m_sync.get(), &WorkspaceSync::stateChanged, this,
            [&] { planned.append(m_sync->state().nextRound); });
    waitForRound();
    QCOMPARE(m_server->state(m_server->ids().first()).text, u"second"_s);
    QVERIFY2(planned.contains(m_ana->clock.now()), "it came by itself, later");
}

void WorkspaceSyncTest::offlineEndsTheRoundAndLosesNothing()
{
    for (int i = 0; i < 5; ++i)
        m_ana->create(u"Made here %1"_s.arg(i), u"text"_s);
    waitUntil([this] { return m_sync->state().waiting() == 5; });
    m_ana->remote->refusal = [this](const QString &request) -> std::optional<Error> {
        if (request == u"create"_s)
            m_sync->setPolicy(NetworkPolicy::Offline);
        return {};
    };
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    QCOMPARE(m_sync->state().activity, Activity::Offline);
    QVERIFY(m_sync->state().problem.isEmpty());
    QVERIFY(!m_sync->state().nextRound.isValid());
    // What was begun is whole on both sides, and no other was begun.
    QCOMPARE(m_ana->remote->calls.value(u"create"_s), 1);
    QCOMPARE(m_ana->counts().edited, 4);
    m_ana->remote->refusal = nullptr;
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    QCOMPARE(m_server->ids().size(), 6);
    QCOMPARE(m_ana->counts().edited, 0);
}

void WorkspaceSyncTest::aTextIsReadWhenItIsWanted()
{
    m_sync->setPolicy(NetworkPolicy::Expensive);
    waitForRound();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(m_ana->status(id).isTextMissing);
    QVERIFY(!await(m_ana->library->duplicate(id, u"Copy"_s)));

    OpenReport open(*m_ana->library, *await(m_ana->library->report(id)), {});
    QVERIFY(open.isLocked() && open.isTextMissing());
    open.setText(u"typed over nothing"_s);
    QCOMPARE(open.text(), QString());

    std::optional<Result<void>> read;
    QSignalSpy came(&open, &OpenReport::textMerged);
    QCoro::connect(m_sync->readText(id), this, [&](const Result<void> &done) { read = done; });
    QVERIFY(came.wait(test::hangMs));
    QCOMPARE(open.text(), u"text"_s);
    QVERIFY(!open.isLocked());
    // Who shows the report may hear of its text before who asked for it.
    QTRY_VERIFY_WITH_TIMEOUT(read.has_value(), test::hangMs);
    QVERIFY(read->isOk());
    QVERIFY(!m_ana->status(id).isTextMissing);
    QCOMPARE(m_ana->counts().edited, 0);
    QCOMPARE(m_ana->revisions(id), QStringList{u"text"_s});
}

void WorkspaceSyncTest::aTextThatIsGoneIsTold()
{
    const RemoteId other = m_server->create(
        u"other"_s, {{u"Other"_s, {}, {}, {}, false, ReportStatus::Draft}, u"other"_s}, u"web"_s);
    m_sync->setPolicy(NetworkPolicy::Expensive);
    waitForRound();
    QVERIFY(m_server->remove(other));
    QSignalSpy removed(m_ana->library.get(), &Library::reportRemoved);
    const ReportId id = m_ana->named(u"Other"_s);
    std::optional<Result<void>> read;
    QCoro::connect(m_sync->readText(id), this, [&](const Result<void> &done) { read = done; });
    // It is looked for, and taken from here.
    QVERIFY(removed.wait(test::hangMs));
    QTRY_VERIFY_WITH_TIMEOUT(read.has_value(), test::hangMs);
    QVERIFY(!*read);
    QCOMPARE(read->error().code, ErrorCode::NotFound);
    QCOMPARE(removed.first().first().value<ReportId>(), id);
}

void WorkspaceSyncTest::anOldAnswerChangesNothing()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    const RemoteReport old = m_server->report(m_server->ids().first());
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"changed"_s);
    waitForRound();
    QVERIFY(await(LibrarySync(*m_ana->library).takeMissingText(SyncClient::workspace(), old)));
    QCOMPARE(m_ana->text(id), u"changed"_s);
}

void WorkspaceSyncTest::countsAreReadFromIndexes()
{
    m_sync->setPolicy(NetworkPolicy::Online);
    waitForRound();
    const auto database = Database::open(m_ana->library->folder() + u"/library.db"_s,
                                         Database::Access::ReadOnly, nullptr);
    QVERIFY(database.isOk());
    QStringList plan;
    const Result<void> explained = (*database)->each(
        u"EXPLAIN QUERY PLAN "_s + SyncStore::countsStatement(), {SyncClient::workspace()},
        [&](const Row &row) { plan.append(row.string(3)); });
    QVERIFY(explained.isOk());
    for (const QString &step : std::as_const(plan))
        QVERIFY2(!step.contains(u"SCAN"_s) &&
                     (!step.contains(u"synced"_s) || step.contains(u"INDEX"_s)),
                 qPrintable(step));
    // The two that are many are counted without their rows.
    QCOMPARE(plan.filter(u"COVERING INDEX synced_by_remote"_s).size(), 1);
    QCOMPARE(plan.filter(u"COVERING INDEX synced_wanted"_s).size(), 1);
}

void WorkspaceSyncTest::waitsForTheRoundOfAnotherProgram()
{
    auto others = std::make_unique<RoundLock>(m_ana->library->folder(), SyncClient::workspace());
    const Result<bool> held = others->tryLock();
    QVERIFY(held && *held);
    m_sync->setPolicy(NetworkPolicy::Online);
    QVERIFY(m_sync->state().nextRound.isValid());
    QVERIFY(m_ana->remote->calls.isEmpty());
    others.reset();
    waitForRound();
    QCOMPARE(m_sync->state().activity, Activity::Resting);
    QCOMPARE(m_ana->reports().size(), 1);
}

void WorkspaceSyncTest::explainsItself_data()
{
    QTest::addColumn<WorkspaceState>("state");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QStringList>("said"); ///< each occurs in the explanation
    const QDateTime now(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    WorkspaceState state;
    state.lastSynced = now.addSecs(-180);
    QTest::newRow("online") << state << u"Online"_s << QStringList{u"3 minute"_s};
    state.counts.edited = 2;
    state.counts.deleted = 1;
    QTest::newRow("waiting") << state << u"Online, 3 waiting"_s << QStringList{u"3 change"_s};
    state.counts.refused = 1;
    state.vanished = 12;
    QTest::newRow("person") << state << u"Needs your attention"_s
                            << QStringList{u"1 report"_s, u"12 report"_s, u"Nothing is deleted"_s};
    state = {};
    state.activity = Activity::Syncing;
    state.textsDone = 3;
    state.textsToRead = 10;
    QTest::newRow("syncing") << state << u"Syncing, 3 of 10"_s << QStringList();
    state = {};
    state.activity = Activity::Failing;
    state.problem = u"No answer."_s;
    state.nextRound = now.addSecs(20);
    QTest::newRow("problem") << state << u"Problem"_s
                             << QStringList{u"No answer."_s, u"20 second"_s};
    state = {};
    state.policy = NetworkPolicy::Expensive;
    QTest::newRow("expensive") << state << u"Online"_s << QStringList{u"expensive"_s};
}

void WorkspaceSyncTest::explainsItself()
{
    QFETCH(WorkspaceState, state);
    QTEST(state.headline(), "headline");
    const QString explanation =
        state.explanation(QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC));
    QFETCH(QStringList, said);
    for (const QString &piece : said)
        QVERIFY2(explanation.contains(piece), qPrintable(explanation));
}

QTEST_GUILESS_MAIN(WorkspaceSyncTest)
#include "test_workspace_sync.moc"
