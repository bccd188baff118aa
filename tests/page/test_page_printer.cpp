#include "ui/page/page_printer.h"
#include "ui/page/report_page.h"

#include "support/test_clock.h"
#include "support/wait.h"

#include <QApplication>
#include <QFile>
#include <QtTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class PagePrinterTest : public QObject
{
    Q_OBJECT

private slots:
    void prints()
    {
        PrintedReport report;
        report.summary.name = u"A report"_s;
        report.summary.author = u"Ana"_s;
        report.summary.project = u"vision/resnet"_s;
        auto document = std::make_shared<MarkdownDocument>();
        document->version = 1;
        int n = 0;
        for (const QString &id : {u"one"_s, u"über"_s, u"a b"_s, u"c.d"_s, u"日本"_s}) {
            MarkdownBlock block;
            block.hash = 100 + n;
            block.firstLine = n;
            block.html =
                u"<h2 id=\"%1\">Heading %1</h2><p style='height:600px'>text</p>"_s.arg(id).toUtf8();
            document->blocks += block;
            document->outline += {2, u"Heading "_s + id, id, n};
            ++n;
        }
        report.document = document;
        TestClock clock;
        PagePrinter printer(clock);
        const auto file = await(printer.pdf(report, {}));
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        QFile out(u"/tmp/page/out.pdf"_s);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file->bytes);
    }
};

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    PagePrinterTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_page_printer.moc"
