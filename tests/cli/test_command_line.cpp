#include "support/cli_run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// plotleaf-cli as people and scripts call it.
class CommandLineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) { return m_folder.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QStringList inLibrary() { return {u"--library"_s, path(u"library"_s)}; }

private slots:
    void helpAndVersion()
    {
        const CliOutcome help = runCli({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains(u"report list"_s) && help.out.contains(u"Exit status"_s));
        QVERIFY(runCli({u"--version"_s}).out.startsWith(u"plotleaf-cli "_s));
        for (const QString &command :
             {u"render"_s, u"report list"_s, u"report new"_s, u"report show"_s}) {
            const CliOutcome own = runCli(command.split(u' ') + QStringList{u"--help"_s});
            QCOMPARE(own.code, 0);
            QVERIFY2(own.out.startsWith(u"Usage: plotleaf-cli "_s + command), qPrintable(own.out));
        }
    }

    void mistakesAreExitCode2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no such command") << QStringList{u"print"_s};
        QTest::newRow("half a command") << QStringList{u"report"_s};
        QTest::newRow("no such option") << QStringList{u"render"_s, u"--sideways"_s};
        QTest::newRow("render what") << QStringList{u"render"_s};
        QTest::newRow("new without a name") << QStringList{u"report"_s, u"new"_s};
    }

    void mistakesAreExitCode2()
    {
        QFETCH(QStringList, arguments);
        const CliOutcome outcome = runCli(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(outcome.out.isEmpty());
    }

    void renderPrintsHtml()
    {
        const QString file = write(u"a.md"_s, "---\ntitle: T\n---\n# Head\n\n- [x] *done*\n");
        const CliOutcome outcome = runCli({u"render"_s, file});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains(u"<h1 id=\"head\">Head</h1>"_s), qPrintable(outcome.out));
        QVERIFY(!outcome.out.contains(u"title: T"_s));
        const QJsonObject json =
            QJsonDocument::fromJson(runCli({u"render"_s, u"--json"_s, file}).out.toUtf8()).object();
        QCOMPARE(json["outline"_L1][0]["line"_L1].toInt(), 4);
        QCOMPARE(json["words"_L1].toInt(), 2);
    }

    void failuresAreExitCode1AndWords()
    {
        const CliOutcome render = runCli({u"render"_s, path(u"none.md"_s)});
        QCOMPARE(render.code, 1);
        QVERIFY(render.err.contains(u"none.md"_s));
        const CliOutcome list =
            runCli({u"report"_s, u"list"_s, u"--library"_s, path(u"no-library"_s)});
        QCOMPARE(list.code, 1);
        QVERIFY(!QFile::exists(path(u"no-library"_s)));
    }

    void reportsAreCreatedListedAndShown()
    {
        const QString text = u"# Größe\n\nText\n"_s;
        const QString file = write(u"new.md"_s, text.toUtf8());
        const CliOutcome created =
            runCli(QStringList{u"report"_s, u"new"_s, u"My report"_s, u"--project"_s,
                               u"vision/resnet"_s, u"--tag"_s, u"a"_s, u"--file"_s, file} +
                   inLibrary());
        QVERIFY2(created.code == 0, qPrintable(created.err));
        const QString id = created.out.trimmed();
        QCOMPARE(runCli(QStringList{u"report"_s, u"show"_s, id} + inLibrary()).out, text);
        QCOMPARE(runCli(QStringList{u"report"_s, u"show"_s, u"My report"_s} + inLibrary()).out,
                 text);
        QVERIFY(runCli(QStringList{u"report"_s, u"list"_s} + inLibrary())
                    .out.contains(u"vision/resnet/My report"_s));
        const QJsonArray list =
            QJsonDocument::fromJson(
                runCli(QStringList{u"report"_s, u"list"_s, u"--json"_s, u"--tag"_s, u"a"_s} +
                       inLibrary())
                    .out.toUtf8())
                .array();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0]["id"_L1].toString(), id);
        QCOMPARE(runCli(QStringList{u"report"_s, u"list"_s, u"--tag"_s, u"b"_s} + inLibrary()).out,
                 QString());
        QCOMPARE(runCli(QStringList{u"report"_s, u"show"_s, u"Nobody's"_s} + inLibrary()).code, 1);
        QCOMPARE(runCli(QStringList{u"report"_s, u"new"_s, u"x"_s} + inLibrary()).code, 1);
    }

    void aNameThatSeveralHaveIsRefused()
    {
        for (int i = 0; i < 2; ++i)
            QCOMPARE(runCli(QStringList{u"report"_s, u"new"_s, u"Twice"_s} + inLibrary()).code, 0);
        const CliOutcome show =
            runCli(QStringList{u"report"_s, u"show"_s, u"Twice"_s} + inLibrary());
        QCOMPARE(show.code, 1);
        QVERIFY(show.err.contains(u"Twice"_s));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "test_command_line.moc"
