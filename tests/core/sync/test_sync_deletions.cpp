#include "core/store/open_report.h"
#include "support/sync_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;
using plotleaf::test::Fault;
using Notice = SyncNotice::Kind;

/// What is deleted or published on one side while the other works on it.
class SyncDeletionsTest : public test::SyncTestCase
{
    Q_OBJECT

private slots:
    void publishedMeanwhileKeepsTheTextAsADraft();
    void deletedMeanwhileKeepsTheTextAsADraft();
    void deletedWhileSomebodyTypesStaysOpen();
    void deletedWithTextThatIsOnlyInTheRevisions();
    void deletedAfterItsMergeWasFinished();
    void deletedOnTheServerIsDeletedHere();
    void deletionHereIsSent();
    void archivedAndDeletedOffline();
    void deletionThatIsCutOffAfterArchiving();
    void deletionYieldsToAChangeDuringArchiving();
    void deletionHereYieldsToALaterChange();
    void deletedBeforeItsTextWasRead();
    void deletionThatTheServerForbidsSaysWhy();
    void deletedWhileItIsBeingCreated();
    void manyVanishedReportsAreAskedAbout();
    void emptiedServerDeletesNothing();
};

void SyncDeletionsTest::publishedMeanwhileKeepsTheTextAsADraft()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"mine\n"_s);
    QVERIFY(await(m_ana->library->addAsset(id, u"a.png"_s, "bytes")).isOk());
    QVERIFY(await(m_ana->library->setDescription(id, u"Mine"_s)).isOk());
    QVERIFY(m_server->publish(remote, u"web"_s).isOk());
    synced();
    QCOMPARE(m_ana->text(id), u"one\n"_s);
    QCOMPARE(await(m_ana->library->summary(id))->status, ReportStatus::Published);
    QCOMPARE(m_server->state(remote).fields.description, u"Mine"_s);
    QCOMPARE(m_ana->notices.first().kind, Notice::PublishedMeanwhile);
    const ReportId kept = m_ana->notices.first().kept;
    QCOMPARE(m_ana->text(kept), u"mine\n"_s);
    const auto summary = await(m_ana->library->summary(kept));
    QCOMPARE(summary->workspace, u"local"_s);
    QCOMPARE(summary->status, ReportStatus::Draft);
    QCOMPARE(await(m_ana->library->assets(kept))->size(), 1);
    QCOMPARE(m_server->ids().size(), 1);
}

void SyncDeletionsTest::deletedMeanwhileKeepsTheTextAsADraft()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    onServer(u"Stays"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"mine\n"_s);
    QVERIFY(m_server->remove(remote).isOk());
    synced();
    QCOMPARE(m_ana->notices.first().kind, Notice::DeletedMeanwhile);
    const auto summary = await(m_ana->library->summary(id));
    QCOMPARE(summary->workspace, u"local"_s);
    QCOMPARE(summary->name, u"Report (kept)"_s);
    QCOMPARE(m_ana->text(id), u"mine\n"_s);
    QVERIFY(m_ana->revisions(id).contains(u"one\n"_s));
    QCOMPARE(m_ana->status(id).state, SyncState::Local);
    synced();
    QCOMPARE(m_server->ids().size(), 1);
}

void SyncDeletionsTest::deletedWhileSomebodyTypesStaysOpen()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    onServer(u"Stays"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    OpenReport open(*m_ana->library, *await(m_ana->library->report(id)), {});
    QSignalSpy states(&open, &OpenReport::stateChanged);
    open.setText(u"one\ntyped\n"_s);
    while (open.state() != OpenReport::State::Journaled)
        QVERIFY(states.wait(test::hangMs));
    QVERIFY(m_server->remove(remote).isOk());
    QVERIFY(m_ana->sync({true, true, {}}).isOk());
    QCOMPARE(m_ana->notices.first().kind, Notice::DeletedMeanwhile);
    QVERIFY(await(open.save()));
    QCOMPARE(open.summary().id, id);
    QCOMPARE(m_ana->text(id), u"one\ntyped\n"_s);
    QCOMPARE(await(m_ana->library->summary(id))->workspace, u"local"_s);
    QCOMPARE(m_ana->reports({}).size(), 2);
}

/// It was published while somebody typed; then it is deleted.
void SyncDeletionsTest::deletedWithTextThatIsOnlyInTheRevisions()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    const RemoteId other = onServer(u"Late server text"_s, u"one\n"_s);
    onServer(u"Stays"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    const ReportId both = m_ana->named(u"Late server text"_s);
    webWrites(other, u"theirs\n"_s);
    for (const RemoteId &one : {remote, other})
        QVERIFY(m_server->publish(one, u"web"_s).isOk());
    synced();
    QVERIFY(!await(m_ana->library->save(id, u"too late\n"_s)));
    // The server has had this one: nothing is lost with it.
    QVERIFY(!await(m_ana->library->save(both, u"one\n"_s)));
    for (const RemoteId &one : {remote, other})
        QVERIFY(m_server->remove(one).isOk());
    SyncRound::Wishes wishes;
    wishes.mayVanish = {remote, other};
    QVERIFY(m_ana->sync(wishes).isOk());
    QCOMPARE(m_ana->notices.size(), 1);
    QCOMPARE(m_ana->notices.first().kind, Notice::DeletedMeanwhile);
    QCOMPARE(m_ana->named(u"Report (kept)"_s, u"local"_s), id);
    QCOMPARE(await(m_ana->library->summary(id))->status, ReportStatus::Draft);
    QVERIFY(m_ana->revisions(id).contains(u"too late\n"_s));
    QCOMPARE(m_ana->reports({}).size(), 2);
}

void SyncDeletionsTest::deletedAfterItsMergeWasFinished()
{
    const QVector<RemoteId> remotes{onServer(u"Finished"_s, u"one\n"_s),
                                    onServer(u"Begun"_s, u"one\n"_s)};
    onServer(u"Stays"_s, u"text"_s);
    synced();
    LibrarySync library(*m_ana->library);
    for (const QString &name : {u"Finished"_s, u"Begun"_s})
        m_ana->write(m_ana->named(name), u"mine\n"_s);
    for (const RemoteId &remote : remotes)
        webWrites(remote, u"theirs\n"_s);
    synced();
    for (const QString &name : {u"Finished"_s, u"Begun"_s})
        QVERIFY(await(library.keepMergeDraft(m_ana->named(name), u"half\n"_s)));
    const ReportId finished = m_ana->named(u"Finished"_s);
    QVERIFY(
        await(library.resolveMerge(finished, *await(library.pendingMerge(finished)), u"both\n"_s)));
    // Both sides write the same in the end: only the draft is left of the other merge.
    const ReportId begun = m_ana->named(u"Begun"_s);
    m_ana->write(begun, u"the same\n"_s);
    webWrites(remotes.at(1), u"the same\n"_s);
    synced();
    QCOMPARE(m_ana->status(begun).state, SyncState::Clean);
    QCOMPARE(m_ana->status(finished).state, SyncState::Clean);
    for (const RemoteId &remote : remotes)
        QVERIFY(m_server->remove(remote).isOk());
    SyncRound::Wishes wishes;
    wishes.mayVanish = QSet<RemoteId>(remotes.cbegin(), remotes.cend());
    QVERIFY(m_ana->sync(wishes).isOk());
    QCOMPARE(m_ana->named(u"Begun (kept)"_s, u"local"_s), begun);
    QVERIFY(m_ana->revisions(begun).contains(u"half\n"_s));
    QCOMPARE(m_ana->reports({}).size(), 2);
}

void SyncDeletionsTest::deletedOnTheServerIsDeletedHere()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    onServer(u"Stays"_s, u"text"_s);
    synced();
    QVERIFY(m_server->remove(remote).isOk());
    // A pull of changes does not tell; the check does.
    synced();
    QCOMPARE(m_ana->reports().size(), 2);
    const auto checked = m_ana->sync({true, true, {}});
    QVERIFY(checked->vanished.isEmpty());
    QCOMPARE(m_ana->reports().size(), 1);
    QVERIFY(m_ana->notices.isEmpty());
}

void SyncDeletionsTest::deletionHereIsSent()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    synced();
    QVERIFY(await(m_ana->library->remove(id)).isOk());
    QCOMPARE(m_ana->counts().deleted, 1);
    m_ana->remote->faults = [this] {
        return m_ana->remote->calls[u"remove"_s] > 0 ? Fault::CutAfter : Fault::None;
    };
    QVERIFY(!m_ana->sync());
    m_ana->restart();
    synced();
    synced();
    QVERIFY(!m_server->has(remote));
    QVERIFY(m_ana->reports().isEmpty());
    QCOMPARE(m_ana->counts().deleted, 0);
}

void SyncDeletionsTest::archivedAndDeletedOffline()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    QVERIFY(await(m_ana->library->remove(id)).isOk());
    synced();
    QVERIFY(!m_server->has(remote));
    QVERIFY(m_ana->notices.isEmpty());
}

void SyncDeletionsTest::deletionThatIsCutOffAfterArchiving()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    QVERIFY(await(m_ana->library->remove(id)).isOk());
    m_ana->remote->faults = [this] {
        return m_ana->remote->calls[u"remove"_s] > 0 ? Fault::Lost : Fault::None;
    };
    QVERIFY(!m_ana->sync());
    QVERIFY(m_server->state(remote).fields.archived);
    m_ana->restart();
    synced();
    QVERIFY(!m_server->has(remote));
    QVERIFY(m_ana->notices.isEmpty());
    QVERIFY(m_ana->reports().isEmpty());
}

void SyncDeletionsTest::deletionYieldsToAChangeDuringArchiving()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    QVERIFY(await(m_ana->library->remove(id)).isOk());
    m_ana->remote->refusal = [this, remote](const QString &request) -> std::optional<Error> {
        if (request == u"setArchived"_s)
            webWrites(remote, u"written now\n"_s);
        return {};
    };
    synced();
    QVERIFY(m_server->has(remote));
    QCOMPARE(m_ana->text(m_ana->named(u"Report"_s)), u"written now\n"_s);
    QCOMPARE(m_ana->notices.first().kind, Notice::Restored);
    QCOMPARE(m_ana->counts().deleted, 0);
}

void SyncDeletionsTest::deletionHereYieldsToALaterChange()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    synced();
    QVERIFY(await(m_ana->library->remove(id)).isOk());
    webWrites(remote, u"written later\n"_s);
    synced();
    QVERIFY(m_server->has(remote));
    QCOMPARE(m_ana->text(m_ana->named(u"Report"_s)), u"written later\n"_s);
    QCOMPARE(m_ana->notices.first().kind, Notice::Restored);
    QCOMPARE(m_ana->counts().deleted, 0);
}

void SyncDeletionsTest::deletedBeforeItsTextWasRead()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    QVERIFY(m_ana->sync({false, false, {}}).isOk());
    const ReportId id = m_ana->named(u"Report"_s);
    QCOMPARE(m_ana->counts().wanted, 1);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    QVERIFY(await(m_ana->library->remove(id)).isOk());
    synced();
    QVERIFY(!m_server->has(remote));
    QVERIFY(m_ana->notices.isEmpty());
    QVERIFY(m_ana->reports().isEmpty());
}

void SyncDeletionsTest::deletionThatTheServerForbidsSaysWhy()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    QVERIFY(await(m_ana->library->remove(id)).isOk());
    m_ana->remote->refusal = [](const QString &request) {
        return request == u"remove"_s
                   ? std::optional(Error{ErrorCode::NotAllowed, u"No right to delete."_s, {}})
                   : std::nullopt;
    };
    synced();
    QVERIFY(m_server->has(remote));
    QCOMPARE(m_ana->reports().size(), 1);
    QCOMPARE(m_ana->notices.first().kind, Notice::Restored);
    QCOMPARE(m_ana->notices.first().reason, u"No right to delete."_s);
}

void SyncDeletionsTest::deletedWhileItIsBeingCreated()
{
    const ReportId id = m_ana->create(u"Made here"_s, u"text\n"_s);
    QVERIFY(await(m_ana->library->setArchived(id, true)).isOk());
    m_ana->remote->faults = [this, id] {
        if (m_ana->remote->calls.value(u"create"_s) > 0)
            (void)await(m_ana->library->remove(id));
        return Fault::None;
    };
    synced();
    m_ana->remote->faults = nullptr;
    synced();
    QVERIFY(m_server->ids().isEmpty());
    QVERIFY(m_ana->reports().isEmpty());
    QVERIFY(m_ana->notices.isEmpty());
    QCOMPARE(m_ana->counts().deleted, 0);
}

void SyncDeletionsTest::manyVanishedReportsAreAskedAbout()
{
    for (int i = 0; i < 30; ++i)
        onServer(u"Report %1"_s.arg(i), u"text"_s);
    synced();
    const QVector<RemoteId> ids = m_server->ids();
    for (int i = 0; i < 7; ++i)
        QVERIFY(m_server->remove(ids.at(i)).isOk());
    const auto asked = m_ana->sync({true, true, {}});
    QCOMPARE(asked->vanished.size(), 7);
    QCOMPARE(m_ana->reports().size(), 30);
    const auto told =
        m_ana->sync({true, true, QSet<RemoteId>(asked->vanished.cbegin(), asked->vanished.cend())});
    QVERIFY(told->vanished.isEmpty());
    QCOMPARE(m_ana->reports().size(), 23);
}

void SyncDeletionsTest::emptiedServerDeletesNothing()
{
    const RemoteId only = onServer(u"Report"_s, u"text"_s);
    synced();
    QVERIFY(m_server->remove(only).isOk());
    const auto checked = m_ana->sync({true, true, {}});
    QCOMPARE(checked->vanished, QVector<RemoteId>{only});
    QCOMPARE(m_ana->reports().size(), 1);
}

QTEST_GUILESS_MAIN(SyncDeletionsTest)
#include "test_sync_deletions.moc"
