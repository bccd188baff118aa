#include "support/server_cli.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>
#endif

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// `plotleaf-cli workspace add`, `list`, `test` and `remove`.
class WorkspaceCommandsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServerCli> m_cli;

    QString address() const { return m_cli->server.http.url().toString(); }
    CliOutcome workspace(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_cli->run(QStringList{u"workspace"_s} + arguments, input);
    }
    QStringList names()
    {
        QStringList names;
        for (const QJsonValue one : m_cli->array({u"workspace"_s, u"list"_s}))
            names += one["name"_L1].toString();
        return names;
    }
    QByteArray configText() const
    {
        return u"api {\n web_server: %1\n api_server: %1/api\n files_server: %1/files\n"
               "credentials { \"access_key\" = \"KEY\"\n \"secret_key\" = \"SECRET\" }\n}\n"_s
                   .arg(address())
                   .toUtf8();
    }
    static QJsonObject checkOf(const QJsonObject &tested, const QString &what)
    {
        for (const QJsonValue check : tested["checks"_L1].toArray()) {
            if (check["check"_L1] == what)
                return check.toObject();
        }
        return {};
    }

private slots:
    void init() { m_cli = std::make_unique<ServerCli>(); }
    void cleanup() { m_cli->server.checkSchema(); }

    void anAddressIsEnough()
    {
        const QJsonObject added =
            m_cli->object({u"workspace"_s, u"add"_s, address(), u"--name"_s, u"prod"_s});
        QCOMPARE(added["id"_L1].toString(), u"clearml/prod"_s);
        QCOMPARE(added["name"_L1].toString(), u"prod"_s);
        QCOMPARE(added["api"_L1].toString(), address() + u"/api"_s);
        QCOMPARE(added["files"_L1].toString(), address() + u"/files"_s);
        QCOMPARE(added["user"_L1].toString(), u"KEY"_s);
        QCOMPARE(added["secret_from"_L1].toString(), u"environment"_s);
        QCOMPARE(added["secret_kept"_L1].toBool(true), false);
        QVERIFY(!added["signed_in_as"_L1].toString().isEmpty());
        QVERIFY(!added["notes"_L1].toArray().isEmpty());
        QVERIFY(names().contains(u"prod"_s));
    }

    void whatWasFoundIsShown()
    {
        const CliOutcome outcome = workspace({u"add"_s, address()});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains(address() + u"/api: the API answers"_s),
                 qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains(u"127.0.0.1"_s) && outcome.out.contains(u"sync"_s),
                 qPrintable(outcome.out));
    }

    void noSecretIsInAnyFile()
    {
        m_cli->server.secretKey = u"7hidden7"_s;
        m_cli->giveKeys(u"KEY"_s, u"7hidden7"_s);
        m_cli->addServer();
        m_cli->sync();
        int files = 0;
        QDirIterator all(m_cli->cli.path({}), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QVERIFY2(!CliFixture::read(all.next()).contains("7hidden7"),
                     qPrintable(all.filePath()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void configurations_data()
    {
        QTest::addColumn<QString>("from");
        QTest::newRow("pasted") << u"stdin"_s;
        QTest::newRow("named file") << u"file"_s;
        QTest::newRow("file of the home folder") << u"home"_s;
    }
    void configurations()
    {
        QFETCH(QString, from);
        m_cli->takeKeys();
        QStringList arguments{u"add"_s, u"--name"_s, u"prod"_s, u"--json"_s};
        QByteArray input;
        if (from == "stdin"_L1) {
            arguments += u"-"_s;
            input = configText();
        } else if (from == "file"_L1) {
            arguments += {u"--config"_s, m_cli->cli.write(u"my.conf"_s, configText())};
        } else {
            m_cli->cli.write(u"clearml.conf"_s, configText());
        }
        const CliOutcome outcome = workspace(arguments, input);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QJsonObject added = QJsonDocument::fromJson(outcome.bytes).object();
        QCOMPARE(added["secret_from"_L1].toString(), u"configuration"_s);
        QCOMPARE(added["api"_L1].toString(), address() + u"/api"_s);
        QVERIFY2(outcome.err.contains(u"CLEARML_API_SECRET_KEY"_s), qPrintable(outcome.err));
    }

    void theEnvironmentAlone()
    {
        m_cli->environment.insert(u"CLEARML_API_HOST"_s, address() + u"/api"_s);
        m_cli->environment.insert(u"CLEARML_WEB_HOST"_s, address());
        const QJsonObject added = m_cli->object({u"workspace"_s, u"add"_s, u"--name"_s, u"env"_s});
        QCOMPARE(added["secret_from"_L1].toString(), u"environment"_s);
    }

    void keysOfAnotherServerAreNotSent()
    {
        m_cli->environment.insert(u"CLEARML_API_HOST"_s, u"https://api.example.org"_s);
        const CliOutcome outcome = workspace({u"add"_s, address()});
        QCOMPARE(outcome.code, 6);
        QVERIFY(!m_cli->server.calls.contains(u"auth.login"_s));
    }

    void whatCannotBeAdded_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QStringList &arguments, int code,
                            const QString &says) {
            QTest::newRow(name) << arguments << code << says;
        };
        row("nothing says which", {}, 2, u"address"_s);
        row("two addresses", {u"http://a"_s, u"http://b"_s}, 2, {});
        row("no address", {u"ftp://host"_s}, 2, u"ftp://host"_s);
        row("no such file", {u"--config"_s, u"/nowhere.conf"_s}, 3, u"/nowhere.conf"_s);
        row("no configuration", {u"-"_s}, 3, u"ClearML"_s);
        row("no fingerprint", {u"http://h"_s, u"--accept-certificate"_s, u"12:34"_s}, 2, u"64"_s);
        row("no certificates", {u"http://h"_s, u"--authorities"_s, u"/nowhere.pem"_s}, 1,
            u"/nowhere.pem"_s);
    }
    void whatCannotBeAdded()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const CliOutcome outcome = workspace(QStringList{u"add"_s} + arguments, "a = 1\n");
        QVERIFY2(outcome.code == code, qPrintable(outcome.err));
        QVERIFY2(!outcome.err.isEmpty() && outcome.err.contains(says), qPrintable(outcome.err));
        QCOMPARE(outcome.out, QString());
    }

    void aServerThatIsAway()
    {
        m_cli->server.http.setReachable(false);
        const CliOutcome outcome = workspace({u"add"_s, address()});
        QCOMPARE(outcome.code, 5);
        QVERIFY2(outcome.err.contains(address()), qPrintable(outcome.err));
    }

    void aWrongKeyIsNotKept()
    {
        m_cli->giveKeys(u"KEY"_s, u"wrong"_s);
        const CliOutcome outcome = workspace({u"add"_s, address(), u"--name"_s, u"prod"_s});
        QCOMPARE(outcome.code, 6);
        QVERIFY2(outcome.err.contains(u"does not accept"_s), qPrintable(outcome.err));
        QVERIFY(!names().contains(u"prod"_s));
    }

    void withoutKeysItSaysHowToGiveThem()
    {
        m_cli->takeKeys();
        const CliOutcome outcome = workspace({u"add"_s, address()});
        QCOMPARE(outcome.code, 6);
        QVERIFY2(outcome.err.contains(u"CLEARML_API_SECRET_KEY"_s), qPrintable(outcome.err));
    }

    void aNameIsTakenOnce()
    {
        m_cli->addServer();
        const CliOutcome outcome = workspace({u"add"_s, address(), u"--name"_s, u"Prod"_s});
        QCOMPARE(outcome.code, 4);
        QVERIFY2(outcome.err.contains(u"--name"_s), qPrintable(outcome.err));
    }

    void listSaysHowTheyStand()
    {
        m_cli->server.world.addReport(u"On the server"_s, {}, u"text"_s);
        m_cli->addServer();
        m_cli->sync();
        m_cli->done({u"report"_s, u"new"_s, u"Made here"_s, u"--workspace"_s, u"prod"_s});
        m_cli->done({u"report"_s, u"new"_s, u"My own"_s});
        const QJsonArray listed = m_cli->array({u"workspace"_s, u"list"_s});
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed[0]["id"_L1].toString(), u"local"_s);
        QCOMPARE(listed[0]["reports"_L1].toInt(), 1);
        QCOMPARE(listed[1]["name"_L1].toString(), u"prod"_s);
        QCOMPARE(listed[1]["kind"_L1].toString(), u"clearml"_s);
        QCOMPARE(listed[1]["address"_L1].toString(), address());
        QCOMPARE(listed[1]["reports"_L1].toInt(), 1);
        QCOMPARE(listed[1]["unsent"_L1].toInt(), 1);
        QCOMPARE(listed[1]["unread"_L1].toInt(-1), 0);
        QCOMPARE(listed[1]["conflicts"_L1].toInt(-1), 0);
        QCOMPARE(listed[1]["refused"_L1].toInt(-1), 0);
        const QString text = workspace({u"list"_s}).out;
        QVERIFY2(text.contains(u"prod"_s) && text.contains(u"1 unsent"_s), qPrintable(text));
    }

    void everythingWorks()
    {
        m_cli->server.world.addReport(u"On the server"_s, {}, u"text"_s);
        m_cli->addServer();
        const QJsonObject tested = m_cli->object({u"workspace"_s, u"test"_s, u"prod"_s});
        QVERIFY(tested["works"_L1].toBool());
        for (const QString &what :
             {u"web"_s, u"api"_s, u"secret"_s, u"sign_in"_s, u"clock"_s, u"reports"_s, u"files"_s})
            QCOMPARE(checkOf(tested, what)["outcome"_L1].toString(), u"ok"_s);
        QVERIFY(checkOf(tested, u"sign_in"_s)["message"_L1].toString().contains(u"2.3.0"_s));
        const CliOutcome text = workspace({u"test"_s, u"prod"_s});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains(u"Signing in  ok"_s), qPrintable(text.out));
    }

    void whatDoesNotWorkIsSaid_data()
    {
        QTest::addColumn<QString>("mishap");
        QTest::addColumn<QString>("check");
        QTest::addColumn<int>("code");
        QTest::newRow("away") << u"away"_s << u"api"_s << 5;
        QTest::newRow("wrong key") << u"wrong key"_s << u"sign_in"_s << 6;
        QTest::newRow("no key") << u"no key"_s << u"secret"_s << 6;
        QTest::newRow("no files") << u"no files"_s << u"files"_s << 5;
    }
    void whatDoesNotWorkIsSaid()
    {
        QFETCH(QString, mishap);
        QFETCH(QString, check);
        QFETCH(int, code);
        m_cli->addServer();
        if (mishap == "away"_L1)
            m_cli->server.http.setReachable(false);
        else if (mishap == "wrong key"_L1)
            m_cli->giveKeys(u"KEY"_s, u"wrong"_s);
        else if (mishap == "no key"_L1)
            m_cli->takeKeys();
        else
            m_cli->server.http.add(
                {FakeFault::Kind::Refuse, "/files", {503, "text/html", "Sorry", {}}});
        const CliOutcome outcome = workspace({u"test"_s, u"prod"_s, u"--json"_s});
        QVERIFY2(outcome.code == code, qPrintable(outcome.err));
        const QJsonObject tested = QJsonDocument::fromJson(outcome.bytes).object();
        QVERIFY(!tested["works"_L1].toBool(true));
        QCOMPARE(checkOf(tested, check)["outcome"_L1].toString(), u"failed"_s);
        QVERIFY(!checkOf(tested, check)["message"_L1].toString().isEmpty());
        const QString last = check == "files"_L1 ? u"failed"_s : u"not_tried"_s;
        QCOMPARE(checkOf(tested, u"files"_s)["outcome"_L1].toString(), last);
        QCOMPARE(tested["checks"_L1].toArray().size(), 7);
        QVERIFY(!outcome.err.isEmpty());
    }

    void anUnknownNameHasANeighbour()
    {
        m_cli->addServer();
        for (const QStringList &arguments :
             {QStringList{u"workspace"_s, u"test"_s, u"prid"_s},
              {u"workspace"_s, u"remove"_s, u"prid"_s, u"--yes"_s},
              {u"sync"_s, u"prid"_s},
              {u"report"_s, u"list"_s, u"--workspace"_s, u"prid"_s},
              {u"report"_s, u"new"_s, u"A name"_s, u"--workspace"_s, u"prid"_s}}) {
            const CliOutcome outcome = m_cli->run(arguments);
            QCOMPARE(outcome.code, 3);
            QVERIFY2(outcome.err.contains(u"“prod”"_s), qPrintable(outcome.err));
        }
    }

    void removedWithItsReports()
    {
        m_cli->server.world.addReport(u"On the server"_s, {}, u"text"_s);
        m_cli->addServer();
        m_cli->sync();
        QCOMPARE(workspace({u"remove"_s, u"prod"_s}).code, 2);
        QCOMPARE(names().size(), 2);
        const QJsonObject removed =
            m_cli->object({u"workspace"_s, u"remove"_s, u"prod"_s, u"--yes"_s});
        QVERIFY(removed["removed"_L1].toBool());
        QCOMPARE(names().size(), 1);
        QVERIFY(m_cli->array({u"report"_s, u"list"_s}).isEmpty());
        QVERIFY(!m_cli->onServer(u"On the server"_s).isEmpty());
    }

    void notRemovedBeforeEverythingIsSent()
    {
        m_cli->addServer();
        m_cli->done({u"report"_s, u"new"_s, u"Made here"_s, u"--workspace"_s, u"prod"_s});
        QCOMPARE(workspace({u"remove"_s, u"prod"_s, u"--yes"_s}).code, 4);
        QCOMPARE(names().size(), 2);
    }

    void theLocalOneStays()
    {
        m_cli->done({u"report"_s, u"new"_s, u"My own"_s});
        QCOMPARE(workspace({u"remove"_s, u"local"_s, u"--yes"_s}).code, 2);
        QCOMPARE(workspace({u"test"_s, u"local"_s}).code, 2);
    }

    void theSecretIsAskedForWithoutEcho();
};

/// On a terminal of its own: nothing that is typed there comes back.
void WorkspaceCommandsTest::theSecretIsAskedForWithoutEcho()
{
#ifdef Q_OS_LINUX
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    const QByteArray name = ptsname(terminal);
    // Held open, or the terminal would be gone between two processes.
    const int held = open(name.constData(), O_RDWR | O_NOCTTY);
    m_cli->takeKeys();
    m_cli->server.secretKey = u"7hidden7"_s;
    // What is typed when a question is shown for the first time, the second time, …
    QList<std::pair<QByteArray, QByteArray>> typed{
        {"Access key:", "KEX\bY\n"}, {"Secret key:", "wrong\n"}, {"Secret key:", "7hidden7\n"}};
    QByteArray shown;
    qsizetype answered = 0; // up to where in `shown`
    QSocketNotifier reader(terminal, QSocketNotifier::Read);
    connect(&reader, &QSocketNotifier::activated, this, [&] {
        char bytes[512];
        const auto count = read(terminal, bytes, sizeof bytes);
        shown += QByteArray(bytes, std::max<qsizetype>(count, 0));
        if (typed.isEmpty() || shown.indexOf(typed.first().first, answered) < 0)
            return;
        answered = shown.size();
        const QByteArray keys = typed.takeFirst().second;
        QCOMPARE(write(terminal, keys.constData(), size_t(keys.size())), keys.size());
    });
    QProcess process;
    process.setChildProcessModifier([name] {
        setsid();
        // The first terminal that a new session opens is its own.
        const int own = open(name.constData(), O_RDWR);
        dup2(own, STDERR_FILENO);
    });
    m_cli->start(process, {u"workspace"_s, u"add"_s, address(), u"--json"_s});
    const CliOutcome outcome = ServerCli::end(process);
    close(held);
    close(terminal);
    QVERIFY2(outcome.code == 0, shown.constData());
    const QJsonObject added = QJsonDocument::fromJson(outcome.bytes).object();
    QCOMPARE(added["user"_L1].toString(), u"KEY"_s);
    QCOMPARE(added["secret_from"_L1].toString(), u"terminal"_s);
    QVERIFY(shown.contains("does not accept"));
    QVERIFY2(!shown.contains("7hidden7") && !shown.contains("wrong"), shown.constData());
#else
    QSKIP("needs a pseudo terminal");
#endif
}

QTEST_GUILESS_MAIN(WorkspaceCommandsTest)
#include "test_workspace_commands.moc"
