#include "support/cli_fixture.h"
#include "support/test_paths.h"

#include <QTest>

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// What is the same for all commands of plotleaf-cli: help, mistakes, exit codes, streams.
class CommandLineTest : public QObject
{
    Q_OBJECT

    CliFixture m_cli;

    /// The commands that the overview names, as words.
    static QList<QStringList> commands()
    {
        QList<QStringList> found;
        const QStringList lines = CliFixture::run({u"--help"_s}).out.split(u'\n');
        for (qsizetype i = lines.indexOf(u"Commands:"_s) + 1; lines.value(i).startsWith(u"  "); ++i)
            found += lines[i].trimmed().section(u"  "_s, 0, 0).split(u' ');
        return found;
    }

private slots:
    void overview()
    {
        for (const QString &word : {u"--help"_s, u"-h"_s, u"help"_s}) {
            const CliOutcome help = CliFixture::run({word});
            QCOMPARE(help.code, 0);
            QVERIFY(help.err.isEmpty());
            QVERIFY(help.out.contains(u"report list"_s) && help.out.contains(u"Exit status"_s));
        }
        QVERIFY(commands().size() >= 4);
    }

    void version()
    {
        for (const QString &word : {u"--version"_s, u"-v"_s}) {
            const CliOutcome outcome = CliFixture::run({word});
            QCOMPARE(outcome.code, 0);
            QVERIFY(outcome.out.startsWith(u"plotleaf-cli "_s) && outcome.out.contains(u'.'));
        }
    }

    void everyCommandTellsItsOptions()
    {
        for (const QStringList &command : commands()) {
            const CliOutcome own = CliFixture::run(command + QStringList{u"--help"_s});
            QCOMPARE(own.code, 0);
            QVERIFY2(own.out.startsWith(u"Usage: plotleaf-cli "_s + command.join(u' ')),
                     qPrintable(own.out));
            QVERIFY2(own.out.contains(u"--library"_s), qPrintable(own.out));
            QCOMPARE(own.err, QString());
        }
    }

    void helpKnowsCommandsAndGroups()
    {
        const CliOutcome one = CliFixture::run({u"help"_s, u"report"_s, u"edit"_s});
        QCOMPARE(one.code, 0);
        QVERIFY2(one.out.startsWith(u"Usage: plotleaf-cli report edit"_s), qPrintable(one.out));
        QVERIFY2(one.out.contains(u"EDITOR"_s), qPrintable(one.out));
        const CliOutcome group = CliFixture::run({u"help"_s, u"workspace"_s});
        QCOMPARE(group.code, 0);
        QVERIFY2(group.out.contains(u"workspace add"_s) && !group.out.contains(u"report list"_s),
                 qPrintable(group.out));
        QCOMPARE(CliFixture::run({u"help"_s, u"nothing"_s}).code, 2);
    }

    void noSecretIsAnOption()
    {
        for (const QStringList &command : commands()) {
            const QString help = CliFixture::run(command + QStringList{u"--help"_s}).out;
            QVERIFY2(!help.contains(u"--secret"_s) && !help.contains(u"--password"_s),
                     qPrintable(help));
        }
    }

    void theManualNamesEveryCommand()
    {
        QString manual = QString::fromUtf8(
            CliFixture::read(plotleaf::sourceDir() + u"/packaging/linux/plotleaf-cli.1"_s));
        manual.remove(u'\\');
        for (const QStringList &command : commands()) {
            const QString name = command.join(u' ');
            QVERIFY2(name == "shots"_L1 || manual.contains(u"\n.BI \""_s + name) ||
                         manual.contains(u"\n.B \""_s + name),
                     qPrintable(name));
        }
    }

    void everyCommandRefusesUnknownOptions()
    {
        for (const QStringList &command : commands()) {
            const CliOutcome outcome = CliFixture::run(command + QStringList{u"--sideways"_s});
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains(u"sideways"_s), qPrintable(outcome.err));
            QCOMPARE(outcome.out, QString());
        }
    }

    void mistakesAreExitCode2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no such command") << QStringList{u"print"_s};
        QTest::newRow("half a command") << QStringList{u"report"_s};
        QTest::newRow("the other half") << QStringList{u"report"_s, u"burn"_s};
        QTest::newRow("an option that lacks its value")
            << QStringList{u"report"_s, u"list"_s, u"--library"_s};
    }

    void mistakesAreExitCode2()
    {
        QFETCH(QStringList, arguments);
        const CliOutcome outcome = CliFixture::run(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
        QCOMPARE(outcome.out, QString());
    }

    void anOutputThatCannotBeWrittenIsAFailure()
    {
#ifdef Q_OS_LINUX
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(plotleaf::binDir() + u"/plotleaf-cli"_s,
                      {u"render"_s, m_cli.write(u"a.md"_s, "text\n")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("cannot be written"));
#endif
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "test_command_line.moc"
