#include "core/report/report_names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;

class ReportNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void checksReportNames_data();
    void checksReportNames();
    void normalisesProjects_data();
    void normalisesProjects();
    void normalisesTags();
    void makesAssetNamesThatMarkdownTakes_data();
    void makesAssetNamesThatMarkdownTakes();
    void numbersAssetNames();
    void sortsByLetters();
};

void ReportNamesTest::checksReportNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept");
    QTest::newRow("as it is") << u"Weekly loss"_s << u"Weekly loss"_s;
    QTest::newRow("trimmed") << u"  \tabc\n"_s << u"abc"_s;
    QTest::newRow("one line") << u"a\nb\r\nc"_s << u"a b c"_s;
    QTest::newRow("too short") << u"ab"_s << QString();
    QTest::newRow("too short when trimmed") << u"  a "_s << QString();
    QTest::newRow("one emoji of many code points") << u"👩‍👩‍👧‍👦"_s << QString();
    QTest::newRow("three ideographs") << u"損失曲"_s << u"損失曲"_s;
    QTest::newRow("empty") << QString() << QString();
}

void ReportNamesTest::checksReportNames()
{
    QFETCH(QString, name);
    QFETCH(QString, kept);
    const auto checked = checkedReportName(name);
    QCOMPARE(checked.isOk(), !kept.isEmpty());
    if (checked)
        QCOMPARE(*checked, kept);
    else
        QVERIFY(checked.error().message.contains(u'3'));
}

void ReportNamesTest::normalisesProjects_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("normalised");
    QTest::newRow("as it is") << u"vision/resnet"_s << u"vision/resnet"_s;
    QTest::newRow("empty parts") << u"//vision///resnet/"_s << u"vision/resnet"_s;
    QTest::newRow("spaces") << u" vision / res  net "_s << u"vision/res net"_s;
    QTest::newRow("workspace") << u" / "_s << QString();
}

void ReportNamesTest::normalisesProjects()
{
    QFETCH(QString, path);
    QTEST(normalisedProject(path), "normalised");
}

void ReportNamesTest::normalisesTags()
{
    QCOMPARE(normalisedTags({u" b"_s, u"a "_s, u""_s, u"b"_s, u"two\nlines"_s}),
             QStringList({u"a"_s, u"b"_s, u"two lines"_s}));
}

void ReportNamesTest::makesAssetNamesThatMarkdownTakes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept");
    QTest::newRow("as it is") << u"image-1.png"_s << u"image-1.png"_s;
    QTest::newRow("spaces and brackets") << u"my image (2).png"_s << u"my-image--2-.png"_s;
    QTest::newRow("folders") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("windows folders") << u"C:\\pictures\\a.png"_s << u"a.png"_s;
    QTest::newRow("hidden") << u"..png"_s << u"png"_s;
    QTest::newRow("letters of the world") << u"損失ü.png"_s << u"損失ü.png"_s;
    QTest::newRow("address characters") << u"a#b?c%20.png"_s << u"a-b-c-20.png"_s;
    QTest::newRow("nothing left") << u"/"_s << u"file"_s;
    QTest::newRow("empty") << QString() << u"file"_s;
}

void ReportNamesTest::makesAssetNamesThatMarkdownTakes()
{
    QFETCH(QString, name);
    QTEST(normalisedAssetName(name), "kept");
}

void ReportNamesTest::numbersAssetNames()
{
    QCOMPARE(numberedAssetName(u"image.png"_s, 2), u"image-2.png"_s);
    QCOMPARE(numberedAssetName(u"data.tar.gz"_s, 3), u"data.tar-3.gz"_s);
    QCOMPARE(numberedAssetName(u"file"_s, 2), u"file-2"_s);
}

void ReportNamesTest::sortsByLetters()
{
    QVERIFY(nameSortKey(u"Äpfel"_s) < nameSortKey(u"birnen"_s));
    QCOMPARE(nameSortKey(u"ÉTUDE"_s), nameSortKey(u"etude"_s));
}

QTEST_GUILESS_MAIN(ReportNamesTest)
#include "test_report_names.moc"
