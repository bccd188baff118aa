#include "ui/library/report_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestReportFiles : public QObject
{
    Q_OBJECT

private slots:
    void importTakesTheBestName_data();
    void importTakesTheBestName();
    void importOfAMissingFileSaysSo();
    void exportWritesEveryByte();
    void fileNamesAreSafe_data();
    void fileNamesAreSafe();

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test cannot write");
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TestReportFiles::importTakesTheBestName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("body");
    QTest::newRow("front matter") << QByteArray("---\ntitle: From above\n---\n# Heading\n")
                                  << u"From above"_s << u"# Heading\n"_s;
    QTest::newRow("heading") << QByteArray("intro\n\n## The heading ##\n") << u"The heading"_s
                             << u"intro\n\n## The heading ##\n"_s;
    QTest::newRow("file name") << QByteArray("no heading\n") << u"weekly notes"_s
                               << u"no heading\n"_s;
    QTest::newRow("heading too short") << QByteArray("# A\n") << u"weekly notes"_s << u"# A\n"_s;
}

void TestReportFiles::importTakesTheBestName()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QString, body);
    const Result<NewReport> report = importedReport(write(u"weekly notes.md"_s, text));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->name, name);
    QCOMPARE(report->text, body);
}

void TestReportFiles::importOfAMissingFileSaysSo()
{
    const Result<NewReport> report = importedReport(m_folder.filePath(u"absent.md"_s));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotFound);
    QVERIFY(!report.error().message.isEmpty());
}

void TestReportFiles::exportWritesEveryByte()
{
    const QString text = u"# Größe\r\n\ttab  \nlast line without end"_s;
    const QString path = m_folder.filePath(u"out.md"_s);
    QVERIFY(writeMarkdownFile(path, text));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text.toUtf8());
    QVERIFY2(!writeMarkdownFile(m_folder.filePath(u"no/such/folder/out.md"_s), text),
             "an impossible place was taken");
}

void TestReportFiles::fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << u"Weekly update"_s << u"Weekly update.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc passwd.pdf"_s;
    QTest::newRow("windows") << u"a: b? <c>|*"_s << u"a b c.pdf"_s;
    QTest::newRow("dots only") << u"..."_s << u"report.pdf"_s;
}

void TestReportFiles::fileNamesAreSafe()
{
    QFETCH(QString, name);
    QFETCH(QString, file);
    QCOMPARE(fileNameFor(name, u"pdf"_s), file);
}

QTEST_GUILESS_MAIN(TestReportFiles)

#include "test_report_files.moc"
