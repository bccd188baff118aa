#include "support/cli_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// `plotleaf-cli render`.
class RenderCommandTest : public QObject
{
    Q_OBJECT

    CliFixture m_cli;

private slots:
    void printsHtml()
    {
        const QString file =
            m_cli.write(u"a.md"_s, "---\ntitle: T\n---\n# Größe\n\n- [x] *done*\n");
        const CliOutcome outcome = CliFixture::run({u"render"_s, file});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QString());
        QVERIFY2(outcome.out.contains(u">Größe</h1>"_s), qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(u"checked"_s) && outcome.out.contains(u"<em>done</em>"_s));
        QVERIFY(!outcome.out.contains(u"title: T"_s));
        QVERIFY(outcome.out.endsWith(u'\n'));
    }

    void printsJson()
    {
        const QString file = m_cli.write(u"b.md"_s, "---\ntitle: T\n---\n# Head\n\nTwo words\n");
        const CliOutcome outcome = CliFixture::run({u"render"_s, u"--json"_s, file});
        QCOMPARE(outcome.code, 0);
        const QJsonObject json = QJsonDocument::fromJson(outcome.bytes).object();
        QCOMPARE(json["outline"_L1][0]["text"_L1].toString(), u"Head"_s);
        QCOMPARE(json["outline"_L1][0]["level"_L1].toInt(), 1);
        QCOMPARE(json["outline"_L1][0]["line"_L1].toInt(), 4);
        QCOMPARE(json["words"_L1].toInt(), 3);
        const QJsonArray blocks = json["blocks"_L1].toArray();
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks[1]["first"_L1].toInt(), 6);
        QCOMPARE(blocks[1]["last"_L1].toInt(), 6);
        QCOMPARE(blocks[1]["html"_L1].toString(), u"<p>Two words</p>\n"_s);
    }

    void anEmptyFileIsNothing()
    {
        const QString file = m_cli.write(u"empty.md"_s, QByteArray());
        const CliOutcome html = CliFixture::run({u"render"_s, file});
        QCOMPARE(html.code, 0);
        QCOMPARE(html.out, QString());
        const CliOutcome json = CliFixture::run({u"render"_s, u"--json"_s, file});
        QCOMPARE(QJsonDocument::fromJson(json.bytes)["blocks"_L1].toArray().size(), 0);
    }

    void hostileTextIsToldWithItsLine()
    {
        const QByteArray table = "text\n\n" + QByteArray("|a").repeated(3000) + '\n' +
                                 QByteArray("|-").repeated(3000) + '\n' +
                                 QByteArray("|x\n").repeated(3000) + "\nend\n";
        const CliOutcome outcome =
            CliFixture::run({u"render"_s, m_cli.write(u"hostile.md"_s, table)});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.contains(u"<p>text</p>"_s) && outcome.out.contains(u"<p>end</p>"_s));
        QVERIFY2(outcome.err.startsWith(u"line 3: "_s), qPrintable(outcome.err));
    }

    void whatCannotBeRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("no file") << m_cli.path(u"none.md"_s) << 3;
        QTest::newRow("a folder") << m_cli.path(u"."_s) << 3;
        QTest::newRow("no text") << m_cli.write(u"latin.md"_s, "Gr\xf6\xdf\x65") << 1;
    }

    void whatCannotBeRead()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        const CliOutcome outcome = CliFixture::run({u"render"_s, path});
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(outcome.err.startsWith(u"plotleaf-cli: "_s) && outcome.err.contains(path),
                 qPrintable(outcome.err));
    }

    void oneFileIsWanted()
    {
        QCOMPARE(CliFixture::run({u"render"_s}).code, 2);
        const QString file = m_cli.write(u"c.md"_s, "text\n");
        QCOMPARE(CliFixture::run({u"render"_s, file, file}).code, 2);
    }
};

QTEST_GUILESS_MAIN(RenderCommandTest)
#include "test_render_command.moc"
