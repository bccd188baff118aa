#include "support/server_cli.h"

#include <QDir>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// `plotleaf-cli report edit`, `move`, `publish`, `archive`, `restore` and `delete`, on this
/// computer and with a server.
class ReportChangesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServerCli> m_cli;
    QString m_temporary;

    CliOutcome report(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_cli->run(QStringList{u"report"_s} + arguments, input);
    }
    QJsonObject shown(const QString &name) { return m_cli->object({u"report"_s, u"show"_s, name}); }
    QString text(const QString &name)
    {
        return QString::fromUtf8(m_cli->done({u"report"_s, u"show"_s, name}));
    }
    void create(const QString &name, const QByteArray &text, const QStringList &options = {})
    {
        m_cli->done(QStringList{u"report"_s, u"new"_s, name, u"--file"_s,
                                m_cli->cli.write(u"new.md"_s, text)} +
                    options);
    }
    /// The editor is a shell script that knows its file as $1.
    void setEditor(const QByteArray &script)
    {
        const QString path = m_cli->cli.write(u"editor.sh"_s, script);
        m_cli->environment.insert(u"VISUAL"_s, u"sh '%1'"_s.arg(path));
    }
    QStringList keptFiles() const { return QDir(m_temporary).entryList(QDir::Files); }

    /// An editor that writes `mine` into its file, while another command writes `theirs` into the
    /// report. Both as printf wants them.
    void setEditorDuringAnEdit(const QByteArray &mine, const QByteArray &theirs)
    {
        m_cli->environment.insert(u"CLI"_s, binDir() + u"/plotleaf-cli"_s);
        m_cli->environment.insert(u"LIBRARY"_s, m_cli->cli.libraryFolder());
        setEditor("printf '" + mine + "' > \"$1\"\nprintf '" + theirs +
                  "' | \"$CLI\" report edit Report --text - --library \"$LIBRARY\" >&2\n");
    }

private slots:
    void init()
    {
        m_cli = std::make_unique<ServerCli>();
        m_temporary = m_cli->cli.path(u"temporary"_s);
        QVERIFY(QDir().mkpath(m_temporary));
        m_cli->environment.insert(u"TMPDIR"_s, m_temporary);
    }
    void cleanup() { m_cli->server.checkSchema(); }

    void fields()
    {
        create(u"Report"_s, "text\n", {u"--tag"_s, u"a"_s, u"--tag"_s, u"b"_s});
        const CliOutcome outcome =
            report({u"edit"_s, u"Report"_s, u"--name"_s, u"Other"_s, u"--description"_s, u"about"_s,
                    u"--add-tag"_s, u"c"_s, u"--remove-tag"_s, u"a"_s, u"--json"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QJsonObject json = QJsonDocument::fromJson(outcome.bytes).object();
        QCOMPARE(json["name"_L1].toString(), u"Other"_s);
        QCOMPARE(json["description"_L1].toString(), u"about"_s);
        QCOMPARE(json["tags"_L1].toArray(), (QJsonArray{u"b"_s, u"c"_s}));
        QCOMPARE(json["workspace"_L1].toString(), u"local"_s);
        QVERIFY(!json.contains("sync"_L1));
        QCOMPARE(text(u"Other"_s), u"text\n"_s);
    }

    void textOfAFileAndOfStandardInput()
    {
        create(u"Report"_s, "text\n");
        const QByteArray odd = "---\nname: no\n---\r\nGröße  \n\tno end";
        QCOMPARE(
            report({u"edit"_s, u"Report"_s, u"--text"_s, m_cli->cli.write(u"odd.md"_s, odd)}).code,
            0);
        QCOMPARE(report({u"show"_s, u"Report"_s}).bytes, odd);
        QCOMPARE(report({u"edit"_s, u"Report"_s, u"--text"_s, u"-"_s}, "piped").code, 0);
        QCOMPARE(text(u"Report"_s), u"piped"_s);
    }

    void nothingIsChangedByHalf()
    {
        create(u"Report"_s, "text\n");
        QCOMPARE(report({u"edit"_s, u"Report"_s, u"--description"_s, u"d"_s, u"--text"_s,
                         m_cli->cli.write(u"bytes"_s, "\xff\xfe\xfd")})
                     .code,
                 1);
        QCOMPARE(
            report({u"edit"_s, u"Report"_s, u"--description"_s, u"d"_s, u"--name"_s, u"x"_s}).code,
            1);
        QCOMPARE(report({u"edit"_s, u"Report"_s, u"--text"_s, u"/nowhere.md"_s}).code, 3);
        QCOMPARE(shown(u"Report"_s)["description"_L1].toString(), QString());
        QCOMPARE(text(u"Report"_s), u"text\n"_s);
    }

    void theEditor()
    {
        create(u"My report: a/b"_s, "text\n");
        const QString mode = m_cli->cli.path(u"mode"_s);
        m_cli->environment.insert(u"MODE"_s, mode);
        setEditor("stat -c %a \"$1\" > \"$MODE\"; echo more >> \"$1\"\n");
        const CliOutcome outcome = report({u"edit"_s, u"My report: a/b"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QCOMPARE(text(u"My report: a/b"_s), u"text\nmore\n"_s);
        QCOMPARE(keptFiles(), QStringList());
        QCOMPARE(CliFixture::read(mode).trimmed(), QByteArray("600"));
    }

    void whatTheEditorLeavesAloneStays()
    {
        create(u"Report"_s, "text\r\nno end");
        setEditor("exit 0\n");
        const CliOutcome outcome = report({u"edit"_s, u"Report"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains(u"as it was"_s), qPrintable(outcome.out));
        QCOMPARE(report({u"show"_s, u"Report"_s}).bytes, QByteArray("text\r\nno end"));
        QCOMPARE(keptFiles(), QStringList());
    }

    /// Text is sacred: whatever fails, the file is there, and it is told where.
    void whatWasWrittenStaysInItsFile_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("code");
        QTest::newRow("the editor fails") << QByteArray("echo mine > \"$1\"; exit 3\n") << 1;
        QTest::newRow("it is killed") << QByteArray("echo mine > \"$1\"; kill -9 $$\n") << 1;
        QTest::newRow("no text") << QByteArray("echo mine > \"$1\"; printf '\\377' >> \"$1\"\n")
                                 << 1;
        QTest::newRow("published meanwhile")
            << QByteArray("echo mine > \"$1\"; \"$CLI\" report publish Report --yes "
                          "--library \"$LIBRARY\" >&2\n")
            << 4;
        QTest::newRow("deleted meanwhile")
            << QByteArray("echo mine > \"$1\"; \"$CLI\" report archive Report "
                          "--library \"$LIBRARY\" >&2; \"$CLI\" report delete Report --yes "
                          "--library \"$LIBRARY\" >&2\n")
            << 3;
    }
    void whatWasWrittenStaysInItsFile()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, code);
        create(u"Report"_s, "text\n");
        m_cli->environment.insert(u"CLI"_s, binDir() + u"/plotleaf-cli"_s);
        m_cli->environment.insert(u"LIBRARY"_s, m_cli->cli.libraryFolder());
        setEditor(script);
        const CliOutcome outcome = report({u"edit"_s, u"Report"_s});
        QVERIFY2(outcome.code == code, qPrintable(outcome.err));
        QCOMPARE(keptFiles().size(), 1);
        const QString path = QDir(m_temporary).filePath(keptFiles().first());
        QVERIFY(CliFixture::read(path).startsWith("mine\n"));
        QVERIFY2(outcome.err.contains(path), qPrintable(outcome.err));
    }

    void whatWasChangedMeanwhileIsMergedIn()
    {
        create(u"Report"_s, "a\n\nb\n\nc\n");
        setEditorDuringAnEdit("A\\n\\nb\\n\\nc\\n", "a\\n\\nb\\n\\nC\\n");
        const CliOutcome outcome = report({u"edit"_s, u"Report"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains(u"merged"_s), qPrintable(outcome.out));
        QCOMPARE(text(u"Report"_s), u"A\n\nb\n\nC\n"_s);
    }

    void theSameLinesChangedMeanwhileAreTold()
    {
        create(u"Report"_s, "a\n");
        setEditorDuringAnEdit("mine\\n", "elsewhere\\n");
        const CliOutcome outcome = report({u"edit"_s, u"Report"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains(u"same lines"_s), qPrintable(outcome.out));
        QCOMPARE(text(u"Report"_s), u"mine\n"_s);
    }

    void archiveRestoreAndDelete()
    {
        create(u"Report"_s, "text\n");
        const CliOutcome early = report({u"delete"_s, u"Report"_s, u"--yes"_s});
        QCOMPARE(early.code, 4);
        QVERIFY2(early.err.contains(u"archive"_s), qPrintable(early.err));
        QVERIFY(m_cli->object({u"report"_s, u"archive"_s, u"Report"_s})["archived"_L1].toBool());
        QVERIFY(
            !m_cli->object({u"report"_s, u"restore"_s, u"Report"_s})["archived"_L1].toBool(true));
        m_cli->done({u"report"_s, u"archive"_s, u"Report"_s});
        // There is no terminal to ask on.
        QCOMPARE(report({u"delete"_s, u"Report"_s}).code, 2);
        const QJsonObject deleted =
            m_cli->object({u"report"_s, u"delete"_s, u"Report"_s, u"--yes"_s});
        QVERIFY(deleted["deleted"_L1].toBool());
        QCOMPARE(report({u"show"_s, u"Report"_s}).code, 3);
    }

    void publishingLocksTheText()
    {
        create(u"Report"_s, "text\n");
        QCOMPARE(report({u"publish"_s, u"Report"_s}).code, 2);
        QCOMPARE(m_cli->object({u"report"_s, u"publish"_s, u"Report"_s, u"--yes"_s})["status"_L1]
                     .toString(),
                 u"published"_s);
        QCOMPARE(report({u"publish"_s, u"Report"_s, u"--yes"_s}).code, 4);
        QCOMPARE(report({u"edit"_s, u"Report"_s, u"--text"_s, u"-"_s}, "other").code, 4);
        QCOMPARE(report({u"edit"_s, u"Report"_s}).code, 4);
        QCOMPARE(report({u"edit"_s, u"Report"_s, u"--name"_s, u"Other"_s}).code, 0);
        QVERIFY(report({u"list"_s}).out.contains(u"(published)"_s));
    }

    void moves()
    {
        create(u"Report"_s, "text\n", {u"--project"_s, u"vision"_s});
        QCOMPARE(m_cli
                     ->object({u"report"_s, u"move"_s, u"vision/Report"_s,
                               u" audio / asr "_s})["project"_L1]
                     .toString(),
                 u"audio/asr"_s);
        QCOMPARE(report({u"move"_s, u"Report"_s, QString()}).code, 0);
        QCOMPARE(shown(u"Report"_s)["project"_L1].toString(), QString());
    }

    void anUnknownNameHasANeighbour()
    {
        create(u"Loss curves"_s, "text\n");
        for (const QStringList &arguments : {QStringList{u"show"_s},
                                             {u"edit"_s},
                                             {u"archive"_s},
                                             {u"publish"_s, u"--yes"_s},
                                             {u"delete"_s, u"--yes"_s},
                                             {u"restore"_s}}) {
            const CliOutcome outcome = report(arguments + QStringList{u"Lost curves"_s});
            QCOMPARE(outcome.code, 3);
            QVERIFY2(outcome.err.contains(u"“Loss curves”"_s), qPrintable(outcome.err));
        }
    }

    void argumentsAreCounted()
    {
        create(u"Report"_s, "text\n");
        for (const QStringList &arguments : {QStringList{u"edit"_s},
                                             {u"archive"_s, u"Report"_s, u"Other"_s},
                                             {u"move"_s, u"Report"_s}})
            QCOMPARE(report(arguments).code, 2);
    }

    void queuedLikeTheWindows()
    {
        const QString id = m_cli->server.world.addReport(u"Report"_s, {}, u"text"_s);
        m_cli->addServer();
        m_cli->sync();
        const QJsonObject edited =
            m_cli->object({u"report"_s, u"edit"_s, u"Report"_s, u"--name"_s, u"Other"_s});
        QCOMPARE(edited["sync"_L1].toString(), u"edited"_s);
        QCOMPARE(edited["server_id"_L1].toString(), id);
        const CliOutcome told = report({u"archive"_s, u"Other"_s});
        QVERIFY2(told.out.contains(u"plotleaf-cli sync prod"_s), qPrintable(told.out));
        QCOMPARE((*m_cli->server.world.report(id))["name"_L1].toString(), u"Report"_s);
        m_cli->sync();
        QCOMPARE((*m_cli->server.world.report(id))["name"_L1].toString(), u"Other"_s);
    }

    void sentAtOnce()
    {
        m_cli->addServer();
        m_cli->done({u"report"_s, u"new"_s, u"Report"_s, u"--workspace"_s, u"prod"_s, u"--sync"_s});
        QVERIFY(!m_cli->onServer(u"Report"_s).isEmpty());
        const CliOutcome moved = report({u"move"_s, u"Report"_s, u"vision"_s, u"--sync"_s});
        QVERIFY2(moved.code == 0 && moved.out.contains(u"“prod” has it"_s),
                 qPrintable(moved.out + moved.err));
        const QJsonObject published =
            m_cli->object({u"report"_s, u"publish"_s, u"Report"_s, u"--yes"_s, u"--sync"_s});
        QCOMPARE(published["sync"_L1].toString(), u"clean"_s);
        QCOMPARE(m_cli->onServer(u"Report"_s)["status"_L1].toString(), u"published"_s);
        m_cli->done({u"report"_s, u"archive"_s, u"Report"_s, u"--sync"_s});
        m_cli->done({u"report"_s, u"delete"_s, u"Report"_s, u"--yes"_s, u"--sync"_s});
        QVERIFY(m_cli->onServer(u"Report"_s).isEmpty());
    }

    void keptWhereTheServerIsAway()
    {
        m_cli->addServer();
        m_cli->done({u"report"_s, u"new"_s, u"Report"_s, u"--workspace"_s, u"prod"_s, u"--sync"_s});
        m_cli->server.http.setReachable(false);
        const CliOutcome outcome =
            report({u"edit"_s, u"Report"_s, u"--name"_s, u"Other"_s, u"--sync"_s, u"--json"_s});
        QCOMPARE(outcome.code, 5);
        QCOMPARE(QJsonDocument::fromJson(outcome.bytes)["sync"_L1].toString(), u"edited"_s);
        QCOMPARE(shown(u"Other"_s)["name"_L1].toString(), u"Other"_s);
    }

    void aConflictIsMetAtOnce()
    {
        const QString id = m_cli->server.world.addReport(u"Report"_s, {}, u"text"_s);
        m_cli->server.world.addUser(u"bob"_s);
        m_cli->addServer();
        m_cli->sync();
        m_cli->server.world.editReport(id, u"bob"_s,
                                       [](QJsonObject &task) { task["report"_L1] = u"theirs"_s; });
        const CliOutcome outcome =
            report({u"edit"_s, u"Report"_s, u"--text"_s, u"-"_s, u"--sync"_s}, "mine");
        QCOMPARE(outcome.code, 4);
        QVERIFY2(outcome.out.contains(u"merged"_s), qPrintable(outcome.out));
        QCOMPARE(text(u"Report"_s), u"mine"_s);
    }

    void foundByWorkspaceServerIdAndLink()
    {
        const QString id = m_cli->server.world.addReport(u"Report"_s, {}, u"on the server"_s);
        m_cli->addServer();
        m_cli->sync();
        create(u"Report"_s, "on this computer");
        QCOMPARE(report({u"show"_s, u"Report"_s}).code, 1);
        const auto textIn = [&](const QStringList &arguments) {
            return report(QStringList{u"show"_s} + arguments).out;
        };
        QCOMPARE(textIn({u"Report"_s, u"--workspace"_s, u"prod"_s}), u"on the server"_s);
        QCOMPARE(textIn({u"Report"_s, u"--workspace"_s, u"local"_s}), u"on this computer"_s);
        QCOMPARE(textIn({id}), u"on the server"_s);
        QCOMPARE(textIn({u"https://app.example.org/reports/p/%1"_s.arg(id)}), u"on the server"_s);
        QCOMPARE(m_cli->array({u"report"_s, u"list"_s, u"--workspace"_s, u"prod"_s}).size(), 1);
        QCOMPARE(m_cli->array({u"report"_s, u"list"_s}).size(), 2);
    }
};

QTEST_GUILESS_MAIN(ReportChangesTest)
#include "test_report_changes.moc"
