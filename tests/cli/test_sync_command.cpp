#include "core/sync/round_lock.h"
#include "support/server_cli.h"

#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// `plotleaf-cli sync`: what one round does, and how it is told.
class SyncCommandTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServerCli> m_cli;

    ClearmlWorld &world() { return m_cli->server.world; }
    CliOutcome sync(const QStringList &options = {})
    {
        return m_cli->run(QStringList{u"sync"_s} + options);
    }
    /// The only workspace's result; `code` is what is expected.
    QJsonObject synced(int code = 0, const QStringList &options = {})
    {
        const CliOutcome outcome = sync(QStringList{u"--json"_s} + options);
        if (outcome.code != code)
            qWarning("%d, not %d: %s", outcome.code, code, qPrintable(outcome.err + outcome.out));
        const QJsonArray all = QJsonDocument::fromJson(outcome.bytes).array();
        return outcome.code == code && all.size() == 1 ? all.first().toObject() : QJsonObject();
    }
    /// "pulled Report" for each line.
    static QStringList lines(const QJsonValue &json)
    {
        QStringList lines;
        for (const QJsonValue line : json.toArray())
            lines += line["what"_L1].toString() + u' ' + line["name"_L1].toString();
        lines.sort();
        return lines;
    }
    QString text(const QString &report)
    {
        return QString::fromUtf8(m_cli->done({u"report"_s, u"show"_s, report}));
    }
    void edit(const QString &report, const QByteArray &text, const QStringList &options = {})
    {
        m_cli->done(QStringList{u"report"_s, u"edit"_s, report, u"--text"_s, u"-"_s} + options,
                    text);
    }
    void webWrites(const QString &id, const QString &text)
    {
        world().editReport(id, u"bob"_s, [&](QJsonObject &report) { report["report"_L1] = text; });
    }

private slots:
    void init()
    {
        m_cli = std::make_unique<ServerCli>();
        world().addUser(u"bob"_s);
        m_cli->addServer();
    }
    void cleanup() { m_cli->server.checkSchema(); }

    void pulls()
    {
        world().addReport(u"First"_s, u"vision/resnet"_s, u"# One\n"_s);
        world().addReport(u"Second"_s, {}, u"two"_s);
        const QJsonObject result = synced();
        QCOMPARE(result["workspace"_L1].toString(), u"prod"_s);
        QCOMPARE(lines(result["done"_L1]),
                 (QStringList{u"pulled Second"_s, u"pulled vision/resnet/First"_s}));
        QCOMPARE(result["waiting"_L1].toArray().size(), 0);
        QCOMPARE(result["reports"_L1].toInt(), 2);
        QVERIFY(result["problem"_L1].isNull());
        QCOMPARE(text(u"First"_s), u"# One\n"_s);
        QVERIFY(lines(synced()["done"_L1]).isEmpty());
        QVERIFY(sync().out.contains(u"in step"_s));
    }

    void creates()
    {
        m_cli->done({u"report"_s, u"new"_s, u"Made here"_s, u"--workspace"_s, u"prod"_s,
                     u"--project"_s, u"vision"_s, u"--tag"_s, u"a"_s, u"--file"_s,
                     m_cli->cli.write(u"text.md"_s, "# Title\n\ntext\n")});
        QCOMPARE(lines(synced()["done"_L1]), (QStringList{u"created vision/Made here"_s}));
        QCOMPARE(m_cli->onServer(u"Made here"_s)["report"_L1].toString(), u"# Title\n\ntext\n"_s);
        const QJsonObject shown = m_cli->object({u"report"_s, u"show"_s, u"Made here"_s});
        QCOMPARE(shown["sync"_L1].toString(), u"clean"_s);
        QCOMPARE(shown["server_id"_L1].toString(),
                 m_cli->onServer(u"Made here"_s)["id"_L1].toString());
    }

    void pushesAndMerges()
    {
        const QString one = world().addReport(u"Mine"_s, {}, u"text"_s);
        const QString both = world().addReport(u"Both"_s, {}, u"a\n\nb\n\nc\n"_s);
        m_cli->sync();
        edit(u"Mine"_s, "other text");
        edit(u"Both"_s, "A\n\nb\n\nc\n");
        webWrites(both, u"a\n\nb\n\nC\n"_s);
        const QString text = sync().out;
        QVERIFY2(text.contains(u"1 merged"_s) && text.contains(u"1 pushed"_s), qPrintable(text));
        QCOMPARE((*world().report(one))["report"_L1].toString(), u"other text"_s);
        QCOMPARE((*world().report(both))["report"_L1].toString(), u"A\n\nb\n\nC\n"_s);
    }

    void aConflictWaitsForAPerson()
    {
        const QString id = world().addReport(u"Report"_s, {}, u"text"_s);
        m_cli->sync();
        edit(u"Report"_s, "mine");
        webWrites(id, u"theirs"_s);
        QCOMPARE(lines(synced(4)["waiting"_L1]), (QStringList{u"conflict Report"_s}));
        // Until a person has decided, it is told.
        const CliOutcome again = sync();
        QCOMPARE(again.code, 4);
        QVERIFY2(again.out.contains(u"conflict  Report"_s), qPrintable(again.out));
        QCOMPARE(text(u"Report"_s), u"mine"_s);
        QCOMPARE((*world().report(id))["report"_L1].toString(), u"theirs"_s);
        QVERIFY(m_cli->run({u"report"_s, u"list"_s}).out.contains(u"(conflict)"_s));
    }

    void aRefusalIsTold()
    {
        world().addReport(u"Report"_s, {}, u"text"_s);
        m_cli->sync();
        edit(u"Report"_s, "mine");
        m_cli->server.http.add(
            {FakeFault::Kind::Refuse,
             "reports.update",
             {400,
              "application/json",
              R"({"meta": {"result_code": 400, "result_subcode": 12, "result_msg": "too odd"},
                  "data": {}})",
              {}}});
        const QJsonObject result = synced(4);
        QCOMPARE(lines(result["waiting"_L1]), (QStringList{u"refused Report"_s}));
        QVERIFY(result["waiting"_L1][0]["message"_L1].toString().contains(u"too odd"_s));
        QCOMPARE(text(u"Report"_s), u"mine"_s);
    }

    void publishedMeanwhileIsKeptAsADraft()
    {
        const QString id = world().addReport(u"Report"_s, {}, u"text"_s);
        m_cli->sync();
        edit(u"Report"_s, "mine");
        world().publishReport(id, u"bob"_s);
        const QJsonArray done = synced()["done"_L1].toArray();
        const auto kept = std::find_if(done.cbegin(), done.cend(), [](const QJsonValue &line) {
            return line["what"_L1] == u"kept"_s;
        });
        QVERIFY(kept != done.cend());
        QCOMPARE(text((*kept)["kept"_L1].toString()), u"mine"_s);
    }

    void deletions()
    {
        const QString theirs = world().addReport(u"Theirs"_s, {}, u"text"_s);
        const QString mine = world().addReport(u"Mine"_s, {}, u"text"_s);
        for (int i = 0; i < 8; ++i)
            world().addReport(u"Other %1"_s.arg(i), {}, u"text"_s);
        m_cli->sync();
        world().deleteReport(theirs);
        m_cli->done({u"report"_s, u"archive"_s, u"Mine"_s});
        m_cli->done({u"report"_s, u"delete"_s, u"Mine"_s, u"--yes"_s});
        QCOMPARE(lines(synced()["done"_L1]), (QStringList{u"deleted Mine"_s, u"removed Theirs"_s}));
        QVERIFY(world().report(mine) == nullptr);
    }

    void manyRemovalsAreNotBelieved()
    {
        QStringList ids;
        for (int i = 0; i < 4; ++i)
            ids += world().addReport(u"Report %1"_s.arg(i), {}, u"text"_s);
        m_cli->sync();
        for (const QString &id : ids.mid(1))
            world().deleteReport(id);
        QCOMPARE(synced(4)["vanished"_L1].toInt(), 3);
        QCOMPARE(m_cli->array({u"report"_s, u"list"_s}).size(), 4);
        QVERIFY(sync().out.contains(u"--accept-removals"_s));
        QCOMPARE(synced(0, {u"--accept-removals"_s})["vanished"_L1].toInt(-1), 0);
        QCOMPARE(m_cli->array({u"report"_s, u"list"_s}).size(), 1);
    }

    void aServerThatIsAway()
    {
        world().addReport(u"Report"_s, {}, u"text"_s);
        m_cli->sync();
        edit(u"Report"_s, "mine");
        m_cli->server.http.setReachable(false);
        const QJsonObject result = synced(5);
        QVERIFY(!result["problem"_L1].toString().isEmpty());
        QCOMPARE(result["unsent"_L1].toInt(), 1);
        m_cli->server.http.setReachable(true);
        QCOMPARE(lines(synced()["done"_L1]), (QStringList{u"pushed Report"_s}));
    }

    void aWrongKey()
    {
        m_cli->giveKeys(u"KEY"_s, u"wrong"_s);
        const CliOutcome outcome = sync();
        QCOMPARE(outcome.code, 6);
        QVERIFY2(outcome.err.contains(u"prod: "_s) && outcome.err.contains(u"does not accept"_s),
                 qPrintable(outcome.err));
    }

    void noKey()
    {
        m_cli->takeKeys();
        const CliOutcome outcome = sync();
        QCOMPARE(outcome.code, 6);
        QVERIFY2(outcome.err.contains(u"CLEARML_API_SECRET_KEY"_s), qPrintable(outcome.err));
    }

    /// One server away does not keep the others from being synced.
    void severalServers()
    {
        FakeClearml other;
        other.world.addReport(u"Of the other"_s, {}, u"text"_s);
        m_cli->done(
            {u"workspace"_s, u"add"_s, other.http.url().toString(), u"--name"_s, u"other"_s});
        m_cli->server.http.setReachable(false);
        QCOMPARE(sync().code, 5);
        QCOMPARE(text(u"Of the other"_s), u"text"_s);
        QCOMPARE(sync({u"other"_s}).code, 0);
    }

    void waitsForAnothersRound()
    {
        auto lock = std::make_unique<RoundLock>(m_cli->cli.libraryFolder(), u"clearml/prod"_s);
        const Result<bool> held = lock->tryLock();
        QVERIFY(held && *held);
        world().addReport(u"Report"_s, {}, u"text"_s);
        QProcess process;
        QSignalSpy told(&process, &QProcess::readyReadStandardError);
        m_cli->start(process, {u"sync"_s});
        QVERIFY(told.wait(hangMs));
        QVERIFY(!m_cli->server.calls.contains(u"reports.get_all_ex"_s));
        lock.reset();
        const CliOutcome outcome = ServerCli::end(process);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains(u"Another Plotleaf"_s), qPrintable(outcome.err));
        QCOMPARE(text(u"Report"_s), u"text"_s);
    }

    void mistakes()
    {
        QCOMPARE(sync({u"local"_s}).code, 2);
        QCOMPARE(sync({u"nothing"_s}).code, 3);
    }
};

QTEST_GUILESS_MAIN(SyncCommandTest)
#include "test_sync_command.moc"
