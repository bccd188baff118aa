#include "core/store/unsaved_file.h"
#include "support/sync_fixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;
using plotleaf::test::Fault;
using plotleaf::test::SyncClient;
using Notice = SyncNotice::Kind;

/// One library and one server, step by step.
class SyncRoundTest : public test::SyncTestCase
{
    Q_OBJECT

private slots:
    void firstPullTakesCardsAndThenTexts();
    void textsWaitForTheNextRoundWhenTheLineIsCut();
    void textsThatAreTooMuchForOneAnswer();
    void pullWithoutChangesReadsNothing();
    void createsWhatWasMadeHere();
    void lostAnswerMakesNoSecondReport();
    void whatWasReadMeanwhileIsKeptOfTheOne();
    void sendsEveryField();
    void fastForwardsWhatWasNotTouchedHere();
    void mergesChangesOfBothSides();
    void conflictWaitsForAPersonAndForNothingElse();
    void conflictGrowsWithTheServer();
    void fieldsThatDifferAreTold();
    void textFromACrashIsNotTouched();
    void textThatTheDatabaseRefusedIsNotTouched();
    void whatTheServerSaidIsInTheRevisions();
    void workspaceWithUnsentChangesStays();
    void removingAWorkspaceTakesItsFiles();
    void everyDeedIsTold();
    void knowsWhatTheServerCallsReports();
};

void SyncRoundTest::firstPullTakesCardsAndThenTexts()
{
    for (int i = 0; i < 10; ++i)
        onServer(u"Report %1"_s.arg(i), u"text %1"_s.arg(i));
    synced();
    QCOMPARE(m_ana->reports().size(), 10);
    QCOMPARE(m_ana->text(m_ana->named(u"Report 7"_s)), u"text 7"_s);
    QCOMPARE(m_ana->progress.last(), std::make_pair(10, 10));
    QCOMPARE(m_ana->status(m_ana->named(u"Report 7"_s)).state, SyncState::Clean);
    ReportQuery query;
    query.search = u"text 7"_s;
    QCOMPARE(await(m_ana->library->find(query))->total, 1);
    // The latest changed first, as on the server.
    query = {};
    QCOMPARE(await(m_ana->library->find(query))->hits.first().summary.name, u"Report 9"_s);
}

void SyncRoundTest::textsWaitForTheNextRoundWhenTheLineIsCut()
{
    onServer(u"Report"_s, u"text"_s);
    m_ana->remote->faults = [this] {
        return m_ana->remote->calls[u"read"_s] > 0 ? Fault::Lost : Fault::None;
    };
    QCOMPARE(m_ana->sync().error().code, ErrorCode::Network);
    QCOMPARE(m_ana->text(m_ana->named(u"Report"_s)), QString());
    QCOMPARE(m_ana->counts().wanted, 1);
    m_ana->restart();
    synced();
    QCOMPARE(m_ana->text(m_ana->named(u"Report"_s)), u"text"_s);
    QCOMPARE(m_ana->counts().wanted, 0);
}

void SyncRoundTest::textsThatAreTooMuchForOneAnswer()
{
    for (int i = 0; i < 20; ++i)
        onServer(u"Report %1"_s.arg(i), u"text of ten"_s);
    onServer(u"Huge"_s, u"text that no answer holds"_s);
    m_ana->remote->largestAnswer = 24;
    synced();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(m_ana->text(m_ana->named(u"Report %1"_s.arg(i))), u"text of ten"_s);
    QCOMPARE(m_ana->counts().wanted, 1);
    QVERIFY(m_ana->status(m_ana->named(u"Huge"_s)).isTextMissing);
}

void SyncRoundTest::pullWithoutChangesReadsNothing()
{
    for (int i = 0; i < 7; ++i)
        onServer(u"Report %1"_s.arg(i), u"text"_s);
    synced();
    m_ana->remote->calls.clear();
    synced();
    QCOMPARE(m_ana->remote->calls.value(u"read"_s), 0);
    m_ana->restart();
    webWrites(m_server->ids().first(), u"other"_s);
    synced();
    QCOMPARE(m_ana->remote->calls.value(u"read"_s), 1);
    QCOMPARE(m_ana->text(m_ana->named(u"Report 0"_s)), u"other"_s);
}

void SyncRoundTest::createsWhatWasMadeHere()
{
    const ReportId plain = m_ana->create(u"Plain"_s, u"text"_s, u"vision/resnet"_s);
    const ReportId published = m_ana->create(u"Published"_s, u"final"_s);
    QVERIFY(await(m_ana->library->publish(published)).isOk());
    const ReportId archived = m_ana->create(u"Archived"_s, u"old"_s);
    QVERIFY(await(m_ana->library->setArchived(archived, true)).isOk());
    QCOMPARE(m_ana->status(plain).state, SyncState::Edited);
    synced();
    QCOMPARE(m_server->ids().size(), 3);
    for (const RemoteId &id : m_server->ids()) {
        const ReportState state = m_server->state(id);
        const ReportId here = m_ana->named(state.fields.name);
        QCOMPARE(m_ana->text(here), state.text);
        QCOMPARE(m_ana->status(here).state, SyncState::Clean);
        QCOMPARE(state.fields.archived, here == archived);
        QCOMPARE(state.fields.status == ReportStatus::Published, here == published);
        QCOMPARE(state.fields.project, here == plain ? u"vision/resnet"_s : QString());
    }
    QCOMPARE(m_ana->reports().size(), 3);
}

void SyncRoundTest::lostAnswerMakesNoSecondReport()
{
    const ReportId id = m_ana->create(u"Made here"_s, u"text"_s);
    m_ana->remote->faults = [] { return Fault::CutAfter; };
    QCOMPARE(m_ana->sync().error().code, ErrorCode::Network);
    QCOMPARE(m_server->ids().size(), 1);
    m_ana->restart();
    m_ana->write(id, u"text, and more"_s);
    synced();
    QCOMPARE(m_server->ids().size(), 1);
    QCOMPARE(m_ana->reports().size(), 1);
    QCOMPARE(m_server->state(m_server->ids().first()).text, u"text, and more"_s);
}

/// The answer to its making is lost, and the same round takes it for somebody else's.
void SyncRoundTest::whatWasReadMeanwhileIsKeptOfTheOne()
{
    const ReportId id = m_ana->create(u"Made here"_s, u"text"_s);
    m_ana->remote->faults = [&] {
        if (m_ana->remote->calls.value(u"create"_s) == 0 || m_server->ids().isEmpty())
            return m_ana->remote->calls.value(u"create"_s) == 0 ? Fault::None : Fault::CutAfter;
        (void)m_server->change(m_server->ids().first(), u"web"_s,
                               [](ReportState &state) { state.text = u"passing words"_s; });
        return Fault::None;
    };
    (void)m_ana->sync();
    QCOMPARE(m_ana->reports().size(), 2);
    webWrites(m_server->ids().first(), u"text of the web"_s);
    m_ana->remote->faults = nullptr;
    synced();
    synced();
    QCOMPARE(m_ana->reports().size(), 1);
    QCOMPARE(m_ana->reports().first().id, id);
    const QString kept = m_ana->revisions(id).join(u'\n');
    for (const QString &text : {u"text"_s, u"passing words"_s, u"text of the web"_s})
        QVERIFY2(kept.contains(text), qPrintable(kept));
}

void SyncRoundTest::sendsEveryField()
{
    const RemoteId remote = onServer(u"Report"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    Library &library = *m_ana->library;
    QVERIFY(await(library.rename(id, u"Renamed"_s)).isOk());
    QVERIFY(await(library.setDescription(id, u"About it"_s)).isOk());
    QVERIFY(await(library.setTags(id, {u"b"_s, u"a"_s})).isOk());
    QVERIFY(await(library.move(id, u"audio"_s)).isOk());
    m_ana->write(id, u"other text"_s);
    QVERIFY(await(library.setArchived(id, true)).isOk());
    QVERIFY(await(library.publish(id)).isOk());
    synced();
    const ReportState expected{
        {u"Renamed"_s, u"About it"_s, {u"a"_s, u"b"_s}, u"audio"_s, true, ReportStatus::Published},
        u"other text"_s};
    QVERIFY(m_server->state(remote) == expected);
    QCOMPARE(m_ana->status(id).state, SyncState::Clean);
}

void SyncRoundTest::fastForwardsWhatWasNotTouchedHere()
{
    const RemoteId remote = onServer(u"Report"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(m_server
                ->change(remote, u"web"_s,
                         [](ReportState &s) {
                             s.text = u"newer"_s;
                             s.fields.name = u"New name"_s;
                             s.fields.archived = true;
                         })
                .isOk());
    synced();
    QCOMPARE(m_ana->text(id), u"newer"_s);
    const auto summary = await(m_ana->library->summary(id));
    QCOMPARE(summary->name, u"New name"_s);
    QVERIFY(summary->archived);
    QCOMPARE(m_ana->status(id).state, SyncState::Clean);
    QVERIFY(m_ana->notices.isEmpty());
}

void SyncRoundTest::mergesChangesOfBothSides()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\ntwo\nthree\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"ONE\ntwo\nthree\n"_s);
    QVERIFY(await(m_ana->library->setTags(id, {u"mine"_s})).isOk());
    QVERIFY(m_server
                ->change(remote, u"web"_s,
                         [](ReportState &s) {
                             s.text = u"one\ntwo\nTHREE\n"_s;
                             s.fields.tags = {u"theirs"_s};
                             s.fields.description = u"Theirs"_s;
                         })
                .isOk());
    synced();
    QCOMPARE(m_ana->text(id), u"ONE\ntwo\nTHREE\n"_s);
    QCOMPARE(m_server->state(remote).text, u"ONE\ntwo\nTHREE\n"_s);
    QCOMPARE(m_server->state(remote).fields.tags, QStringList({u"mine"_s, u"theirs"_s}));
    QCOMPARE(await(m_ana->library->summary(id))->description, u"Theirs"_s);
    QCOMPARE(m_ana->status(id).state, SyncState::Clean);
    QVERIFY(m_ana->notices.isEmpty());
}

void SyncRoundTest::conflictWaitsForAPersonAndForNothingElse()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"mine\n"_s);
    webWrites(remote, u"theirs\n"_s);
    m_ana->create(u"Another"_s, u"goes on"_s);
    synced();
    QCOMPARE(m_ana->status(id).state, SyncState::MergeNeeded);
    QCOMPARE(m_ana->text(id), u"mine\n"_s);
    QCOMPARE(m_server->state(remote).text, u"theirs\n"_s);
    QCOMPARE(m_server->ids().size(), 2);
    const QStringList kept = m_ana->revisions(id);
    QVERIFY(kept.contains(u"mine\n"_s) && kept.contains(u"theirs\n"_s));
    QCOMPARE(m_ana->notices.size(), 1);
    QCOMPARE(m_ana->notices.first().kind, Notice::MergeNeeded);

    const auto merge = await(LibrarySync(*m_ana->library).pendingMerge(id));
    QCOMPARE(merge->base, u"one\n"_s);
    QCOMPARE(merge->mine, u"mine\n"_s);
    QCOMPARE(merge->theirs, u"theirs\n"_s);
    QCOMPARE(merge->author, u"web"_s);
    // Typing on is no merge.
    m_ana->write(id, u"mine, typed on\n"_s);
    synced();
    QCOMPARE(m_server->state(remote).text, u"theirs\n"_s);
    const auto seen = await(LibrarySync(*m_ana->library).pendingMerge(id));
    QVERIFY(await(LibrarySync(*m_ana->library).resolveMerge(id, *seen, u"both\n"_s)).isOk());
    synced();
    QCOMPARE(m_server->state(remote).text, u"both\n"_s);
    QCOMPARE(m_ana->status(id).state, SyncState::Clean);
    QCOMPARE(await(LibrarySync(*m_ana->library).pendingMerge(id)).error().code,
             ErrorCode::NotFound);
}

void SyncRoundTest::conflictGrowsWithTheServer()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"mine\n"_s);
    webWrites(remote, u"theirs\n"_s);
    synced();
    webWrites(remote, u"theirs again\n"_s);
    synced();
    const auto merge = await(LibrarySync(*m_ana->library).pendingMerge(id));
    QCOMPARE(merge->base, u"one\n"_s);
    QCOMPARE(merge->theirs, u"theirs again\n"_s);
    QCOMPARE(m_ana->notices.size(), 1);
    // They take it back: nothing is left to decide.
    webWrites(remote, u"one\n"_s);
    synced();
    QCOMPARE(m_ana->status(id).state, SyncState::Edited);
    synced();
    QCOMPARE(m_server->state(remote).text, u"mine\n"_s);
}

void SyncRoundTest::fieldsThatDifferAreTold()
{
    const RemoteId remote = onServer(u"Report"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->rename(id, u"Mine"_s)).isOk());
    QVERIFY(m_server->change(remote, u"web"_s, [](ReportState &s) { s.fields.name = u"Theirs"_s; })
                .isOk());
    synced();
    QCOMPARE(m_server->state(remote).fields.name, u"Mine"_s);
    QCOMPARE(m_ana->notices.size(), 1);
    QCOMPARE(m_ana->notices.first().kind, Notice::FieldsDiffered);
    QCOMPARE(m_ana->notices.first().conflicts.first().lost, u"Theirs"_s);
}

void SyncRoundTest::textFromACrashIsNotTouched()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\ntwo\nthree\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    QVERIFY(await(m_ana->library->journal(id, u"ONE\ntwo\nthree\n"_s)).isOk());
    m_ana->restart();
    webWrites(remote, u"one\ntwo\nTHREE\n"_s);
    synced();
    QCOMPARE(m_ana->text(id), u"one\ntwo\nthree\n"_s);
    QCOMPARE(m_ana->counts().wanted, 1);
    const auto recovered = await(m_ana->library->recovered(id));
    QCOMPARE(recovered->value(), u"ONE\ntwo\nthree\n"_s);
    m_ana->write(id, **recovered);
    synced();
    QCOMPARE(m_server->state(remote).text, u"ONE\ntwo\nTHREE\n"_s);
}

/// It is in a file beside the database, and nowhere else.
void SyncRoundTest::textThatTheDatabaseRefusedIsNotTouched()
{
    const RemoteId remote = onServer(u"Report"_s, u"one\ntwo\nthree\n"_s);
    const RemoteId gone = onServer(u"Gone"_s, u"one\n"_s);
    onServer(u"Stays"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    const QString folder = m_ana->library->folder();
    QVERIFY(UnsavedFile(folder, id).write(u"ONE\ntwo\nthree\n"_s));
    QVERIFY(UnsavedFile(folder, m_ana->named(u"Gone"_s)).write(u"typed\n"_s));
    QVERIFY(UnsavedFile(folder, ReportId(u"nobody-knows"_s)).write(u"kept\n"_s));
    m_ana->restart();
    QCOMPARE(
        await(LibrarySync(*m_ana->library).removeWorkspace(SyncClient::workspace())).error().code,
        ErrorCode::NotAllowed);
    webWrites(remote, u"one\ntwo\nTHREE\n"_s);
    QVERIFY(m_server->remove(gone).isOk());
    QVERIFY(m_ana->sync({true, true, {gone}}).isOk());
    QCOMPARE(m_ana->text(id), u"one\ntwo\nthree\n"_s);
    const ReportId kept = m_ana->named(u"Gone (kept)"_s, u"local"_s);
    QCOMPARE(await(m_ana->library->recovered(kept))->value(), u"typed\n"_s);
    const auto recovered = await(m_ana->library->recovered(id));
    QCOMPARE(recovered->value(), u"ONE\ntwo\nthree\n"_s);
    m_ana->write(id, **recovered);
    synced();
    QCOMPARE(m_server->state(remote).text, u"ONE\ntwo\nTHREE\n"_s);
    QCOMPARE(UnsavedFile::reports(folder), QVector<ReportId>{ReportId(u"nobody-knows"_s)});
}

void SyncRoundTest::whatTheServerSaidIsInTheRevisions()
{
    const RemoteId remote = onServer(u"Report"_s, u"first\n"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    webWrites(remote, u"second\n"_s);
    synced();
    m_ana->write(id, u"second\nmine\n"_s);
    webWrites(remote, u"third\nsecond\n"_s);
    synced();
    const QStringList kept = m_ana->revisions(id);
    for (const QString &text : {u"first\n"_s, u"second\n"_s, u"second\nmine\n"_s,
                                u"third\nsecond\n"_s, u"third\nsecond\nmine\n"_s})
        QVERIFY2(kept.contains(text), qPrintable(text));
}

void SyncRoundTest::workspaceWithUnsentChangesStays()
{
    onServer(u"Report"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->create(u"Mine"_s, u"text"_s);
    LibrarySync library(*m_ana->library);
    QCOMPARE(await(library.removeWorkspace(SyncClient::workspace())).error().code,
             ErrorCode::NotAllowed);
    synced();
    // What was only typed is on no server either.
    QVERIFY(await(m_ana->library->journal(id, u"text, typed on"_s)).isOk());
    QCOMPARE(await(library.removeWorkspace(SyncClient::workspace())).error().code,
             ErrorCode::NotAllowed);
    m_ana->write(id, u"text"_s);
    synced();
    QSignalSpy removed(m_ana->library.get(), &Library::reportRemoved);
    QVERIFY(await(library.removeWorkspace(SyncClient::workspace())).isOk());
    QVERIFY(m_ana->reports({}).isEmpty());
    // Whoever shows one of them hears of it.
    QCOMPARE(removed.size(), 2);
    QVERIFY(await(library.workspaces())->isEmpty());
    QCOMPARE(await(m_ana->library->report(id)).error().code, ErrorCode::NotFound);
    QCOMPARE(m_server->ids().size(), 2);
}

void SyncRoundTest::removingAWorkspaceTakesItsFiles()
{
    const ReportId mine = await(m_ana->library->create({{}, u"Here"_s, {}, {}, u"text"_s})).value();
    const ReportId theirs = m_ana->create(u"There"_s, u"text"_s);
    const auto kept = await(m_ana->library->addAsset(mine, u"a.bin"_s, "of both"));
    QVERIFY(await(m_ana->library->addAsset(theirs, u"a.bin"_s, "of both")));
    const auto dropped = await(m_ana->library->addAsset(theirs, u"b.bin"_s, "of one"));
    synced();
    const QString path = m_ana->library->assetPath(dropped->sha256);
    QVERIFY(QFile::exists(path));
    QVERIFY(await(LibrarySync(*m_ana->library).removeWorkspace(SyncClient::workspace())).isOk());
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::exists(m_ana->library->assetPath(kept->sha256)));
}

void SyncRoundTest::everyDeedIsTold()
{
    using Deed = SyncDeed::Kind;
    const auto told = [this] {
        QVector<std::pair<Deed, QString>> all;
        for (const SyncDeed &deed : std::exchange(m_ana->deeds, {})) {
            const auto summary = await(m_ana->library->summary(deed.report));
            all.append({deed.kind, summary ? summary->name : deed.name});
        }
        return all;
    };
    using Told = QVector<std::pair<Deed, QString>>;
    const RemoteId both = onServer(u"Both"_s, u"a\n\nb\n\nc\n"_s);
    synced();
    QCOMPARE(told(), (Told{{Deed::Pulled, u"Both"_s}}));

    m_ana->write(m_ana->named(u"Both"_s), u"A\n\nb\n\nc\n"_s);
    webWrites(both, u"a\n\nb\n\nC\n"_s);
    m_ana->create(u"New"_s, u"text"_s);
    synced();
    QCOMPARE(
        told(),
        (Told{{Deed::Created, u"New"_s}, {Deed::Merged, u"Both"_s}, {Deed::Pushed, u"Both"_s}}));

    const ReportId gone = m_ana->named(u"New"_s);
    QVERIFY(await(m_ana->library->setArchived(gone, true)));
    QVERIFY(await(m_ana->library->remove(gone)));
    synced();
    QCOMPARE(told(), (Told{{Deed::Deleted, u"New"_s}}));

    onServer(u"Stays"_s, u"text"_s);
    synced();
    (void)told();
    QVERIFY(m_server->remove(both).isOk());
    SyncRound::Wishes wishes;
    wishes.checkAll = true;
    QVERIFY(m_ana->sync(wishes));
    QCOMPARE(told(), (Told{{Deed::Removed, u"Both"_s}}));
}

void SyncRoundTest::knowsWhatTheServerCallsReports()
{
    const RemoteId theirs = onServer(u"Theirs"_s, u"text"_s);
    synced();
    m_ana->create(u"Not there yet"_s, u"text"_s);
    const auto ids = await(LibrarySync(*m_ana->library).remoteIds(SyncClient::workspace()));
    QVERIFY(ids);
    QCOMPARE(ids->size(), 1);
    QCOMPARE(ids->value(m_ana->named(u"Theirs"_s)), theirs);
}

QTEST_GUILESS_MAIN(SyncRoundTest)
#include "test_sync_round.moc"
