#include "core/report/report_link.h"

#include <QTest>
#include <QUrl>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestReportLink : public QObject
{
    Q_OBJECT

private slots:
    void linksLeadBackToTheReport()
    {
        const ReportId id(u"0123456789abcdef0123456789abcdef"_s);
        const QString link = reportLink(id);
        QVERIFY2(QUrl(link).isValid() && QUrl(link).scheme() == u"plotleaf-report"_s,
                 qPrintable(link));
        QCOMPARE(reportOfLink(link), std::optional(id));
        // Browsers and desktops hand addresses on in their own spelling.
        QCOMPARE(reportOfLink(QUrl(link).toString()), std::optional(id));
        QCOMPARE(reportOfLink(u"PLOTLEAF-REPORT:"_s + link.mid(16)), std::optional(id));
    }

    void otherAddressesAreNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no id") << u"plotleaf-report:"_s;
        QTest::newRow("file") << u"/home/a/plotleaf-report:1"_s;
        QTest::newRow("folders") << u"plotleaf-report:../1"_s;
        QTest::newRow("query") << u"plotleaf-report:1?x=y"_s;
        QTest::newRow("page") << u"plotleaf://asset/1"_s;
        QTest::newRow("web") << u"https://example.org/report/1"_s;
        QTest::newRow("line") << u"plotleaf-report:1\n"_s;
    }
    void otherAddressesAreNone()
    {
        QFETCH(QString, address);
        QVERIFY(!reportOfLink(address));
    }
};

QTEST_GUILESS_MAIN(TestReportLink)
#include "test_report_link.moc"
