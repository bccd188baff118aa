#include "support/cli_fixture.h"
#include "support/library_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// `plotleaf-cli report new`, `list` and `show`, each test with a library of its own.
class ReportCommandsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    CliOutcome report(const QStringList &arguments)
    {
        return m_cli->runInLibrary(QStringList{u"report"_s} + arguments);
    }

    /// The id of a new report.
    QString create(const QStringList &arguments)
    {
        const CliOutcome created = report(QStringList{u"new"_s} + arguments);
        if (created.code != 0)
            qFatal("%s", qPrintable(created.err));
        return created.out.trimmed();
    }

    QJsonArray listed(const QStringList &options = {})
    {
        const CliOutcome outcome = report(QStringList{u"list"_s, u"--json"_s} + options);
        if (outcome.code != 0)
            qFatal("%s", qPrintable(outcome.err));
        return QJsonDocument::fromJson(outcome.bytes).array();
    }

private slots:
    void init() { m_cli = std::make_unique<CliFixture>(); }

    void textIsKeptByteForByte()
    {
        const QByteArray text = "# Größe\r\n\r\nText  \n\tno line end";
        const QString id = create({u"My report"_s, u"--file"_s, m_cli->write(u"new.md"_s, text)});
        QCOMPARE(report({u"show"_s, id}).bytes, text);
        QCOMPARE(report({u"show"_s, u"My report"_s}).bytes, text);
    }

    void versionsAreListedAndShown()
    {
        const QString id = create({u"Mine"_s, u"--file"_s, m_cli->write(u"a.md"_s, "one\n")});
        QCOMPARE(report({u"edit"_s, id, u"--text"_s, m_cli->write(u"b.md"_s, "two\n")}).code, 0);
        const auto versions =
            QJsonDocument::fromJson(report({u"versions"_s, u"Mine"_s, u"--json"_s}).bytes).array();
        QCOMPARE(versions.size(), 2);
        const QString first = versions.last()[u"id"_s].toString();
        QCOMPARE(report({u"show"_s, id, u"--version"_s, first}).bytes, QByteArray("one\n"));
        QCOMPARE(report({u"show"_s, id}).bytes, QByteArray("two\n"));
        const QString lines = report({u"versions"_s, id}).out;
        QCOMPARE(lines.count(u'\n'), 2);
        QVERIFY2(lines.startsWith(versions.first()[u"id"_s].toString()), qPrintable(lines));
        // Of another report.
        const QString other = create({u"Other"_s, u"--file"_s, m_cli->write(u"c.md"_s, "x\n")});
        const CliOutcome refused = report({u"show"_s, other, u"--version"_s, first});
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.err.contains(first), qPrintable(refused.err));
    }

    void fieldsOfTheFileAndOfTheCommandLine()
    {
        const QString file =
            m_cli->write(u"fields.md"_s, "---\nname: From the file\nproject: a/b\ntags: [x, y]\n"
                                         "description: of the file\n---\ntext\n");
        create({u"--file"_s, file});
        create({u"Other name"_s, u"--file"_s, file, u"--project"_s, u"c"_s, u"--tag"_s, u"z"_s,
                u"--description"_s, u"given"_s});
        const QJsonObject first =
            QJsonDocument::fromJson(report({u"show"_s, u"--json"_s, u"From the file"_s}).bytes)
                .object();
        QCOMPARE(first["project"_L1].toString(), u"a/b"_s);
        QCOMPARE(first["tags"_L1].toArray(), (QJsonArray{u"x"_s, u"y"_s}));
        QCOMPARE(first["description"_L1].toString(), u"of the file"_s);
        QCOMPARE(first["status"_L1].toString(), u"draft"_s);
        QVERIFY(first["text"_L1].toString().endsWith(u"text\n"_s));
        const QJsonArray second = listed({u"--project"_s, u"c"_s});
        QCOMPARE(second.size(), 1);
        QCOMPARE(second[0]["name"_L1].toString(), u"Other name"_s);
        QCOMPARE(second[0]["tags"_L1].toArray(), (QJsonArray{u"z"_s}));
        QCOMPARE(second[0]["description"_L1].toString(), u"given"_s);
    }

    void newPrintsJsonWhenAsked()
    {
        const CliOutcome created = report({u"new"_s, u"As JSON"_s, u"--json"_s});
        QCOMPARE(created.code, 0);
        const QJsonObject json = QJsonDocument::fromJson(created.bytes).object();
        QCOMPARE(json["name"_L1].toString(), u"As JSON"_s);
        QCOMPARE(report({u"show"_s, json["id"_L1].toString()}).code, 0);
    }

    void listsByProjectTagsAndWords()
    {
        create({u"First"_s, u"--project"_s, u"vision/resnet"_s, u"--tag"_s, u"a"_s});
        create({u"Second"_s, u"--project"_s, u"vision"_s, u"--tag"_s, u"a"_s, u"--tag"_s, u"b"_s});
        create({u"Third"_s, u"--file"_s, m_cli->write(u"t.md"_s, "a walrus\n")});
        QCOMPARE(listed().size(), 3);
        QCOMPARE(listed({u"--project"_s, u"vision"_s}).size(), 2);
        QCOMPARE(listed({u"--tag"_s, u"a"_s}).size(), 2);
        // As they are written, not as they are kept.
        QCOMPARE(listed({u"--project"_s, u"/vision / resnet/"_s}).size(), 1);
        QCOMPARE(listed({u"--tag"_s, u" b "_s, u"--tag"_s, u"b"_s}).size(), 1);
        QCOMPARE(listed({u"--tag"_s, u"a"_s, u"--tag"_s, u"b"_s}).size(), 1);
        QCOMPARE(listed({u"--search"_s, u"walrus"_s}).first()["name"_L1].toString(), u"Third"_s);
        QCOMPARE(listed({u"--archived"_s}).size(), 0);
        const QString text = report({u"list"_s}).out;
        QCOMPARE(text.count(u'\n'), 3);
        QVERIFY2(text.contains(u"vision/resnet/First"_s), qPrintable(text));
    }

    void listsMoreThanOnePageOfTheStore()
    {
        constexpr int count = 250;
        LibraryFixture fixture;
        for (int i = 0; i < count; ++i)
            fixture.add(u"Report %1"_s.arg(i));
        fixture.library.reset();
        const QStringList list{u"report"_s, u"list"_s, u"--library"_s, fixture.folder.path()};
        const QString text = CliFixture::run(list).out;
        QCOMPARE(text.count(u'\n'), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(text.count(u"Report %1\n"_s.arg(i)), 1);
        const QByteArray json = CliFixture::run(list + QStringList{u"--json"_s}).bytes;
        QCOMPARE(QJsonDocument::fromJson(json).array().size(), count);
    }

    void anIdIsNeededWhereANameIsNotEnough()
    {
        const QString id = create({u"Twice"_s});
        create({u"Twice"_s});
        const CliOutcome show = report({u"show"_s, u"Twice"_s});
        QCOMPARE(show.code, 1);
        QVERIFY2(show.err.contains(u"Twice"_s) && show.err.contains(u'2'), qPrintable(show.err));
        QCOMPARE(report({u"show"_s, id}).code, 0);
    }

    void failures_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QStringList &arguments, int code,
                            const QString &says) {
            QTest::newRow(name) << arguments << code << says;
        };
        row("show nobody's", {u"show"_s, u"Nobody's"_s}, 3, u"Nobody's"_s);
        row("show nothing", {u"show"_s}, 2, {});
        row("show two", {u"show"_s, u"a"_s, u"b"_s}, 2, {});
        row("list something", {u"list"_s, u"a"_s}, 2, {});
        row("new without a name", {u"new"_s}, 2, {});
        row("new with a short name", {u"new"_s, u"x"_s}, 1, u"3"_s);
        row("new with two names", {u"new"_s, u"One name"_s, u"Two names"_s}, 2, {});
        row("new of no file", {u"new"_s, u"Name"_s, u"--file"_s, u"none.md"_s}, 3, u"none.md"_s);
    }

    void failures()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        create({u"There is one"_s});
        const CliOutcome outcome = report(arguments);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(!outcome.err.isEmpty() && outcome.err.contains(says), qPrintable(outcome.err));
        QCOMPARE(listed().size(), 1);
    }

    void aLibraryIsMadeByNewOnly()
    {
        for (const QStringList &arguments :
             {QStringList{u"list"_s}, QStringList{u"show"_s, u"a"_s}}) {
            const CliOutcome outcome = report(arguments);
            QCOMPARE(outcome.code, 3);
            QVERIFY2(outcome.err.contains(m_cli->libraryFolder()), qPrintable(outcome.err));
            QVERIFY(!QFile::exists(m_cli->libraryFolder()));
        }
        create({u"The first"_s});
        QVERIFY(QFile::exists(m_cli->libraryFolder()));
    }

    void aLibraryThatCannotBeMadeIsExitCode1()
    {
        const QString file = m_cli->write(u"library"_s, "not a folder");
        const CliOutcome outcome = report({u"new"_s, u"Name"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(file), qPrintable(outcome.err));
        QCOMPARE(CliFixture::read(file), QByteArray("not a folder"));
    }
};

QTEST_GUILESS_MAIN(ReportCommandsTest)
#include "test_report_commands.moc"
