#include "support/sync_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;
using Notice = SyncNotice::Kind;

/// Servers that do not take what is written to them: what that stops, and what it does not.
class SyncRefusalsTest : public test::SyncTestCase
{
    Q_OBJECT

private slots:
    void textThatIsRefusedLeavesNoGhost();
    void refusalIsTheReportsAlone();
    void failureOfOneReportIsTheReportsAlone_data();
    void failureOfOneReportIsTheReportsAlone();
    void reportThatCannotBeReadIsTheReportsAlone();
    void oneBadTextDoesNotSlowTheOthers();
    void serverThatWantsToBeLeftAloneIs();
    void readOnlyReportsAreNotWritten();
    void serverThatTrimsNamesIsNoReasonToGoOn();
};

void SyncRefusalsTest::textThatIsRefusedLeavesNoGhost()
{
    m_ana->remote->longestText = 10;
    const ReportId id = m_ana->create(u"Made here"_s, u"far too long a text"_s);
    for (int round = 0; round < 2; ++round) {
        synced();
        QCOMPARE(m_ana->status(id).state, SyncState::Refused);
        QCOMPARE(m_ana->text(id), u"far too long a text"_s);
        QCOMPARE(m_ana->reports().size(), 1);
        QCOMPARE(m_server->ids().size(), 1);
    }
    m_ana->write(id, u"short"_s);
    synced();
    QCOMPARE(m_server->ids().size(), 1);
    QCOMPARE(m_server->state(m_server->ids().first()).text, u"short"_s);
    QCOMPARE(m_ana->status(id).state, SyncState::Clean);
}

void SyncRefusalsTest::refusalIsTheReportsAlone()
{
    const RemoteId remote = onServer(u"Report"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"changed"_s);
    // The first is the text of the other one, which is created first.
    m_ana->remote->refusal = [this](const QString &request) {
        return request == u"update"_s && m_ana->remote->calls.value(request) > 1
                   ? std::optional(Error{ErrorCode::NotAllowed, u"No right to write."_s, {}})
                   : std::nullopt;
    };
    const ReportId other = m_ana->create(u"Other"_s, u"goes on"_s);
    synced();
    QCOMPARE(m_ana->status(other).state, SyncState::Clean);
    QCOMPARE(m_ana->status(id).state, SyncState::Refused);
    QCOMPARE(m_ana->status(id).reason, u"No right to write."_s);
    QCOMPARE(m_ana->notices.first().kind, Notice::Refused);
    QCOMPARE(m_ana->counts().refused, 1);
    // The same again would be refused again.
    m_ana->remote->refusal = nullptr;
    m_ana->remote->calls.clear();
    synced();
    QCOMPARE(m_ana->remote->calls.value(u"update"_s), 0);
    m_ana->write(id, u"changed again"_s);
    synced();
    QCOMPARE(m_server->state(remote).text, u"changed again"_s);
    QCOMPARE(m_ana->status(id).state, SyncState::Clean);
}

void SyncRefusalsTest::failureOfOneReportIsTheReportsAlone_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a 5xx, or the line was cut") << ErrorCode::Network;
    QTest::newRow("no answer") << ErrorCode::Timeout;
    QTest::newRow("a page of a proxy") << ErrorCode::Damaged;
}

void SyncRefusalsTest::failureOfOneReportIsTheReportsAlone()
{
    QFETCH(ErrorCode, code);
    const RemoteId remote = onServer(u"Report"_s, u"text"_s);
    const RemoteId changed = onServer(u"Changed"_s, u"text"_s);
    const RemoteId deleted = onServer(u"Deleted"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Report"_s);
    m_ana->write(id, u"breaks it"_s);
    const ReportId made = m_ana->create(u"Made"_s, u"breaks it too"_s);
    const ReportId gone = m_ana->named(u"Deleted"_s);
    QVERIFY(await(m_ana->library->setArchived(gone, true)));
    QVERIFY(await(m_ana->library->remove(gone)));
    webWrites(changed, u"changed"_s);
    m_ana->remote->refusal = [code](const QString &request) {
        return QStringList{u"update"_s, u"create"_s, u"remove"_s}.contains(request)
                   ? std::optional(Error{code, u"It broke."_s, {}})
                   : std::nullopt;
    };
    const auto outcome = m_ana->sync();
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->left, 3);
    QCOMPARE(m_ana->text(m_ana->named(u"Changed"_s)), u"changed"_s);
    for (const ReportId &held : {id, made}) {
        QCOMPARE(m_ana->status(held).state, SyncState::Edited);
        QCOMPARE(m_ana->status(held).reason, u"It broke."_s);
    }
    QCOMPARE(m_ana->notices.size(), 2);
    QCOMPARE(m_ana->notices.first().kind, Notice::Waits);
    QCOMPARE(m_ana->remote->calls.value(u"create"_s), 1);
    m_ana->remote->refusal = nullptr;
    synced();
    QCOMPARE(m_server->state(remote).text, u"breaks it"_s);
    QCOMPARE(m_ana->status(id).reason, QString());
    QCOMPARE(m_ana->status(made).state, SyncState::Clean);
    QCOMPARE(m_ana->status(made).reason, QString());
    QVERIFY(!m_server->has(deleted));
}

void SyncRefusalsTest::reportThatCannotBeReadIsTheReportsAlone()
{
    const RemoteId edited = onServer(u"Edited"_s, u"text"_s);
    const RemoteId deleted = onServer(u"Deleted"_s, u"text"_s);
    const RemoteId changed = onServer(u"Changed"_s, u"text"_s);
    synced();
    const ReportId id = m_ana->named(u"Edited"_s);
    m_ana->write(id, u"edited here"_s);
    const ReportId gone = m_ana->named(u"Deleted"_s);
    QVERIFY(await(m_ana->library->setArchived(gone, true)));
    QVERIFY(await(m_ana->library->remove(gone)));
    webWrites(changed, u"changed there"_s);
    const RemoteId unread = onServer(u"Unread"_s, u"new"_s);
    m_ana->remote->unreadable = {edited, deleted, unread};
    const auto outcome = m_ana->sync();
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->left, 2); // the edit and the deletion
    QCOMPARE(m_ana->text(m_ana->named(u"Changed"_s)), u"changed there"_s);
    QCOMPARE(m_ana->status(id).state, SyncState::Edited);
    QCOMPARE(m_ana->status(id).reason, u"That is no answer."_s);
    QVERIFY(m_server->has(deleted));
    m_ana->remote->unreadable.clear();
    synced();
    QCOMPARE(m_server->state(edited).text, u"edited here"_s);
    QCOMPARE(m_ana->status(id).reason, QString());
    QCOMPARE(m_ana->text(m_ana->named(u"Unread"_s)), u"new"_s);
    QVERIFY(!m_server->has(deleted));
}

void SyncRefusalsTest::oneBadTextDoesNotSlowTheOthers()
{
    QVector<RemoteId> remotes;
    for (int i = 0; i < 300; ++i)
        remotes.append(onServer(u"Report %1"_s.arg(i), u"text"_s));
    m_ana->remote->unreadable = {remotes.last()}; // the newest is asked for first
    synced();
    QCOMPARE(m_ana->text(m_ana->named(u"Report 0"_s)), u"text"_s);
    const int reads = m_ana->remote->calls.value(u"read"_s);
    QVERIFY2(reads < 30, qPrintable(QString::number(reads)));
}

void SyncRefusalsTest::serverThatWantsToBeLeftAloneIs()
{
    onServer(u"Report"_s, u"text"_s);
    synced();
    m_ana->write(m_ana->named(u"Report"_s), u"changed"_s);
    m_ana->remote->wait = m_ana->clock.now().addSecs(60);
    m_ana->remote->refusal = [](const QString &request) {
        return request == u"update"_s ? std::optional(Error{ErrorCode::Network, u"Later."_s, {}})
                                      : std::nullopt;
    };
    m_ana->remote->calls.clear();
    QCOMPARE(m_ana->sync().error().code, ErrorCode::Network);
    QCOMPARE(m_ana->remote->calls.value(u"versions"_s), 0);
}

void SyncRefusalsTest::readOnlyReportsAreNotWritten()
{
    const RemoteId remote = onServer(u"Example"_s, u"text"_s);
    m_server->setWritable(remote, false);
    synced();
    const ReportId id = m_ana->named(u"Example"_s);
    m_ana->write(id, u"changed"_s);
    synced();
    QCOMPARE(m_ana->status(id).state, SyncState::Refused);
    QCOMPARE(m_server->state(remote).text, u"text"_s);
    QCOMPARE(m_ana->remote->calls.value(u"update"_s), 0);
}

void SyncRefusalsTest::serverThatTrimsNamesIsNoReasonToGoOn()
{
    m_server->custom = [](ReportState &state) {
        state.fields.description = state.fields.description.trimmed();
    };
    const ReportId id = m_ana->create(u"Report"_s, u"text"_s);
    QVERIFY(await(m_ana->library->setDescription(id, u"  about  "_s)).isOk());
    synced();
    QCOMPARE(await(m_ana->library->summary(id))->description, u"about"_s);
    QCOMPARE(m_ana->status(id).state, SyncState::Clean);
    m_ana->remote->calls.clear();
    synced();
    QCOMPARE(m_ana->remote->calls.value(u"update"_s), 0);
}

QTEST_GUILESS_MAIN(SyncRefusalsTest)
#include "test_sync_refusals.moc"
