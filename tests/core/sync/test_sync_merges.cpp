#include "support/sync_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

/// Conflicts that a person decides while both sides go on writing.
class SyncMergesTest : public test::SyncTestCase
{
    Q_OBJECT

private slots:
    void theirsMovedOnMeanwhile();
    void mineMovedOnMeanwhile();
    void sameLinesAreMergedOnceMore();
    void nothingToMergeAnyMore();
    void reportThatIsGone();
    void draftsTakeTheirPlace();
    void savingLeavesTheServersSideAlone();
    void whatWasSavedIsNoAncestorOfTheServers();
    void theServersConflictWaitsForTheSavedOne();
    void publishedThereEndsTheSavedOneToo();

private:
    /// A report in whose first line both sides disagree.
    void conflict();
    /// A report with an unsent change of its fourth line, in whose first line what was typed and
    /// what another window saved meanwhile disagree.
    void savedConflict();
    Result<PendingMerge> pending()
    {
        return await(LibrarySync(*m_ana->library).pendingMerge(m_id));
    }
    Result<SyncTaken> resolve(const PendingMerge &seen, const QString &text)
    {
        return await(LibrarySync(*m_ana->library).resolveMerge(m_id, seen, text));
    }

    RemoteId m_remote;
    ReportId m_id;
};

void SyncMergesTest::conflict()
{
    m_remote = onServer(u"Report"_s, u"one\n2\n3\nfour\n"_s);
    synced();
    m_id = m_ana->named(u"Report"_s);
    m_ana->write(m_id, u"mine\n2\n3\nfour\n"_s);
    webWrites(m_remote, u"theirs\n2\n3\nfour\n"_s);
    synced();
    QCOMPARE(m_ana->status(m_id).state, SyncState::MergeNeeded);
}

void SyncMergesTest::theirsMovedOnMeanwhile()
{
    conflict();
    const auto seen = pending();
    webWrites(m_remote, u"theirs\n2\n3\nFOUR\n"_s);
    synced();
    QVERIFY(resolve(*seen, u"both\n2\n3\nfour\n"_s).isOk());
    QCOMPARE(m_ana->text(m_id), u"both\n2\n3\nFOUR\n"_s);
    QVERIFY(m_ana->revisions(m_id).contains(u"both\n2\n3\nFOUR\n"_s));
    synced();
    QCOMPARE(m_server->state(m_remote).text, u"both\n2\n3\nFOUR\n"_s);
    QCOMPARE(m_ana->status(m_id).state, SyncState::Clean);
}

void SyncMergesTest::mineMovedOnMeanwhile()
{
    conflict();
    const auto seen = pending();
    m_ana->write(m_id, u"mine\n2\n3\nFOUR\n"_s);
    QVERIFY(resolve(*seen, u"both\n2\n3\nfour\n"_s).isOk());
    synced();
    QCOMPARE(m_ana->text(m_id), u"both\n2\n3\nFOUR\n"_s);
    QCOMPARE(m_server->state(m_remote).text, u"both\n2\n3\nFOUR\n"_s);
}

void SyncMergesTest::sameLinesAreMergedOnceMore()
{
    conflict();
    const auto seen = pending();
    webWrites(m_remote, u"theirs again\n2\n3\nfour\n"_s);
    synced();
    QCOMPARE(resolve(*seen, u"both\n2\n3\nfour\n"_s).error().code, ErrorCode::NotAllowed);
    QCOMPARE(m_ana->status(m_id).state, SyncState::MergeNeeded);
    QCOMPARE(m_ana->text(m_id), u"mine\n2\n3\nfour\n"_s);
    QVERIFY(m_ana->revisions(m_id).contains(u"both\n2\n3\nfour\n"_s));
    // The same on this side.
    const auto seenAgain = pending();
    QCOMPARE(seenAgain->theirs, u"theirs again\n2\n3\nfour\n"_s);
    m_ana->write(m_id, u"mine again\n2\n3\nfour\n"_s);
    QCOMPARE(resolve(*seenAgain, u"all\n2\n3\nfour\n"_s).error().code, ErrorCode::NotAllowed);
    QCOMPARE(m_ana->text(m_id), u"mine again\n2\n3\nfour\n"_s);
    QVERIFY(resolve(*pending(), u"all\n2\n3\nfour\n"_s).isOk());
    synced();
    QCOMPARE(m_server->state(m_remote).text, u"all\n2\n3\nfour\n"_s);
}

void SyncMergesTest::nothingToMergeAnyMore()
{
    conflict();
    const auto seen = pending();
    webWrites(m_remote, u"one\n2\n3\nfour\n"_s);
    synced();
    const auto answer = resolve(*seen, u"both\n2\n3\nfour\n"_s);
    QCOMPARE(answer.error().code, ErrorCode::NotAllowed);
    QCOMPARE(m_ana->text(m_id), u"mine\n2\n3\nfour\n"_s);
    QVERIFY(m_ana->revisions(m_id).contains(u"both\n2\n3\nfour\n"_s));
}

void SyncMergesTest::reportThatIsGone()
{
    conflict();
    const auto seen = pending();
    QVERIFY(await(m_ana->library->setArchived(m_id, true)).isOk());
    QVERIFY(await(m_ana->library->remove(m_id)).isOk());
    QCOMPARE(resolve(*seen, u"both\n"_s).error().code, ErrorCode::NotFound);
}

void SyncMergesTest::draftsTakeTheirPlace()
{
    conflict();
    LibrarySync library(*m_ana->library);
    const auto before = m_ana->revisions(m_id);
    for (const QString &draft : {u"b\n"_s, u"bo\n"_s, u"bot\n"_s})
        QVERIFY(await(library.keepMergeDraft(m_id, draft)).isOk());
    QCOMPARE(m_ana->revisions(m_id).size(), before.size() + 1);
    QVERIFY(m_ana->revisions(m_id).contains(u"bot\n"_s));
    // Another version between ends it.
    m_ana->write(m_id, u"mine\n2\n3\nFOUR\n"_s);
    QVERIFY(await(library.keepMergeDraft(m_id, u"both\n"_s)).isOk());
    QVERIFY(m_ana->revisions(m_id).contains(u"bot\n"_s));
    QVERIFY(m_ana->revisions(m_id).contains(u"both\n"_s));
    QCOMPARE(m_ana->text(m_id), u"mine\n2\n3\nFOUR\n"_s);
}

/// What is typed when the round takes the server's text meets it only when it is saved.
void SyncMergesTest::savingLeavesTheServersSideAlone()
{
    conflict();
    const QString theirs = u"theirs\n2\n3\ntheir four\n"_s;
    webWrites(m_remote, theirs);
    const QString before = m_ana->text(m_id);
    synced();
    QCOMPARE(m_ana->text(m_id), u"mine\n2\n3\ntheir four\n"_s);
    const QString typed = u"mine\n2\n3\nmy four\n"_s;
    QCOMPARE(await(m_ana->library->save(m_id, typed, before))->text, typed);
    QCOMPARE(pending()->base, u"one\n2\n3\nfour\n"_s);
    QCOMPARE(pending()->mine, typed);
    QCOMPARE(pending()->theirs, theirs);
    QCOMPARE(pending()->author, u"web"_s);
}

void SyncMergesTest::savedConflict()
{
    m_remote = onServer(u"Report"_s, u"one\n2\n3\nfour\n5\n6\nseven\n"_s);
    synced();
    m_id = m_ana->named(u"Report"_s);
    const QString before = u"one\n2\n3\nmy four\n5\n6\nseven\n"_s;
    m_ana->write(m_id, before);
    m_ana->write(m_id, u"saved\n2\n3\nmy four\n5\n6\nseven\n"_s);
    QVERIFY(await(m_ana->library->save(m_id, u"typed\n2\n3\nmy four\n5\n6\nseven\n"_s, before)));
    QCOMPARE(m_ana->status(m_id).state, SyncState::MergeNeeded);
}

void SyncMergesTest::whatWasSavedIsNoAncestorOfTheServers()
{
    savedConflict();
    webWrites(m_remote, u"one\n2\n3\nfour\n5\n6\nSEVEN\n"_s);
    synced();
    QCOMPARE(m_ana->text(m_id), u"typed\n2\n3\nmy four\n5\n6\nSEVEN\n"_s);
    QCOMPARE(m_ana->status(m_id).state, SyncState::MergeNeeded);
    QCOMPARE(pending()->theirs, u"saved\n2\n3\nmy four\n5\n6\nseven\n"_s);
    QCOMPARE(m_server->state(m_remote).text, u"one\n2\n3\nfour\n5\n6\nSEVEN\n"_s);
    QVERIFY(resolve(*pending(), u"both\n2\n3\nmy four\n5\n6\nSEVEN\n"_s));
    synced();
    QCOMPARE(m_server->state(m_remote).text, u"both\n2\n3\nmy four\n5\n6\nSEVEN\n"_s);
    QCOMPARE(m_ana->status(m_id).state, SyncState::Clean);
}

void SyncMergesTest::theServersConflictWaitsForTheSavedOne()
{
    savedConflict();
    const QString mine = m_ana->text(m_id);
    webWrites(m_remote, u"theirs\n2\n3\nfour\n5\n6\nseven\n"_s);
    synced();
    QCOMPARE(m_ana->text(m_id), mine);
    QCOMPARE(pending()->theirs, u"saved\n2\n3\nmy four\n5\n6\nseven\n"_s);
    QVERIFY(resolve(*pending(), u"both\n2\n3\nmy four\n5\n6\nseven\n"_s));
    synced();
    QCOMPARE(m_ana->status(m_id).state, SyncState::MergeNeeded);
    QCOMPARE(pending()->base, u"one\n2\n3\nfour\n5\n6\nseven\n"_s);
    QCOMPARE(pending()->theirs, u"theirs\n2\n3\nfour\n5\n6\nseven\n"_s);
    QVERIFY(resolve(*pending(), u"all\n2\n3\nmy four\n5\n6\nseven\n"_s));
    synced();
    QCOMPARE(m_server->state(m_remote).text, u"all\n2\n3\nmy four\n5\n6\nseven\n"_s);
    QCOMPARE(m_ana->status(m_id).state, SyncState::Clean);
}

/// Its text is locked then: nothing can be decided any more.
void SyncMergesTest::publishedThereEndsTheSavedOneToo()
{
    savedConflict();
    const QString mine = m_ana->text(m_id);
    QVERIFY(m_server->publish(m_remote, u"web"_s).isOk());
    synced();
    QCOMPARE(m_ana->status(m_id).state, SyncState::Clean);
    QCOMPARE(pending().error().code, ErrorCode::NotFound);
    QCOMPARE(m_ana->text(m_ana->named(u"Report (kept)"_s, u"local"_s)), mine);
}

QTEST_GUILESS_MAIN(SyncMergesTest)
#include "test_sync_merges.moc"
