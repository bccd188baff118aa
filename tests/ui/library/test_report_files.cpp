#include "ui/library/report_files.h"
#include "ui/widgets/names_in_words.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestReportFiles : public QObject
{
    Q_OBJECT

private slots:
    void fileNamesAreSafe_data();
    void fileNamesAreSafe();
    void markdownIsKnownByItsName_data();
    void markdownIsKnownByItsName();
    void fewNamesAreListedAndManyCounted();
};

void TestReportFiles::fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << u"Weekly update"_s << u"Weekly update.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc passwd.pdf"_s;
    QTest::newRow("windows") << u"a: b? <c>|*"_s << u"a b c.pdf"_s;
    QTest::newRow("dots only") << u"..."_s << u"report.pdf"_s;
    QTest::newRow("nothing") << QString() << u"report.pdf"_s;
    QTest::newRow("too long") << QString(500, u'x') << QString(120, u'x') + u".pdf"_s;
}

void TestReportFiles::fileNamesAreSafe()
{
    QFETCH(QString, name);
    QFETCH(QString, file);
    QCOMPARE(fileNameFor(name, u"pdf"_s), file);
}

void TestReportFiles::markdownIsKnownByItsName_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isMarkdown");
    QTest::newRow("md") << u"/a b/notes.md"_s << true;
    QTest::newRow("upper case") << u"README.MD"_s << true;
    QTest::newRow("markdown") << u"notes.v2.markdown"_s << true;
    QTest::newRow("text") << u"notes.txt"_s << true;
    QTest::newRow("picture") << u"notes.png"_s << false;
    QTest::newRow("no suffix") << u"/tmp/md"_s << false;
    QTest::newRow("backup") << u"notes.md~"_s << false;
}

void TestReportFiles::markdownIsKnownByItsName()
{
    QFETCH(QString, path);
    QFETCH(bool, isMarkdown);
    QCOMPARE(isMarkdownFileName(path), isMarkdown);
}

void TestReportFiles::fewNamesAreListedAndManyCounted()
{
    QCOMPARE(namesInWords({u"a"_s}), u"a"_s);
    QCOMPARE(namesInWords({u"a"_s, u"b"_s, u"c"_s}), u"a, b, c"_s);
    QCOMPARE(namesInWords({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}), u"a, b, c and 2 more"_s);
}

QTEST_GUILESS_MAIN(TestReportFiles)

#include "test_report_files.moc"
