#include "ui/page/page_printer.h"

#include "core/exports/pdf_links.h"
#include "core/runs/run_sources.h"
#include "core/services/register_services.h"
#include "support/page_driver.h"
#include "support/pdf_tools.h"
#include "support/test_clock.h"
#include "support/test_paths.h"

#include <QFile>
#include <QRegularExpression>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

PrintedReport reportOf(const QByteArray &text)
{
    PrintedReport report;
    report.summary.name = u"Größe <b>&amp;</b>"_s;
    report.summary.author = u"Ana"_s;
    report.summary.project = u"vision/resnet"_s;
    report.summary.description = u"What it is about"_s;
    report.summary.tags = {u"tag-a"_s, u"tag-b"_s};
    report.summary.updated = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    report.language = u"en-GB"_s;
    report.document = markdown(text);
    return report;
}

/// Headings that each fill more than half a page.
QByteArray chapters()
{
    QByteArray text;
    for (const char *name : {"One", "Über uns", "日本 A", "Last"})
        text += QByteArray("## ") + name + "\n\n" + QByteArray("Some text.\n\n").repeated(20);
    return text;
}

} // namespace

class PagePrinterTest : public QObject
{
    Q_OBJECT

    TestClock m_clock;

    Result<ExportedFile> tryPrint(const PrintedReport &report, const PdfOptions &options = {})
    {
        PagePrinter printer(m_clock);
        return await(printer.pdf(report, options));
    }

    QByteArray print(const PrintedReport &report, const PdfOptions &options = {})
    {
        const auto file = tryPrint(report, options);
        if (!file)
            qFatal("%s", qPrintable(file.error().message));
        if (!file->problems.isEmpty())
            qFatal("%s", qPrintable(file->problems.join(u", "_s)));
        return file->bytes;
    }

private slots:
    void fieldsAndValidity()
    {
        const QByteArray pdf = print(reportOf(chapters()));
        QCOMPARE(pdfFaults(pdf), QString());
        const auto info = pdfInfo(pdf);
        QCOMPARE(info[u"Title"_s], u"Größe <b>&amp;</b>"_s);
        QCOMPARE(info[u"Author"_s], u"Ana"_s);
        QCOMPARE(info[u"Keywords"_s], u"tag-a, tag-b"_s);
        const QJsonObject catalogue = pdfCatalogue(pdf);
        QCOMPARE(catalogue["/Lang"_L1].toString(), u"u:en-GB"_s);
        QCOMPARE(catalogue["/ViewerPreferences"_L1]["/DisplayDocTitle"_L1].toBool(), true);
    }

    void outlineLeadsToTheHeadings()
    {
        const QByteArray pdf = print(reportOf(chapters()));
        const QStringList outline = pdfOutline(pdf);
        QCOMPARE(outline.size(), 4);
        for (const QString &line : outline) {
            const QString title = line.section(u" @ "_s, 0, 0);
            const int page = line.section(u" @ "_s, 1).toInt();
            // The heading itself, not its line in the contents.
            const QRegularExpression heading(
                u"^\\s*%1\\s*$"_s.arg(QRegularExpression::escape(title)),
                QRegularExpression::MultilineOption);
            QVERIFY2(pdfText(pdf, page).contains(heading), qPrintable(line));
        }
    }

    void contentsNameThePages()
    {
        const QByteArray pdf = print(reportOf(chapters()));
        const QString first = pdfText(pdf, 1);
        for (const QString &line : pdfOutline(pdf)) {
            const QRegularExpression entry(
                u"^\\s*%1\\s+%2\\s*$"_s.arg(
                    QRegularExpression::escape(line.section(u" @ "_s, 0, 0)),
                    line.section(u" @ "_s, 1)),
                QRegularExpression::MultilineOption);
            QVERIFY2(first.contains(entry), qPrintable(line + u'\n' + first));
        }
    }

    void headersAndFooters()
    {
        const QByteArray pdf = print(reportOf(chapters()));
        const int pages = pdfInfo(pdf)[u"Pages"_s].toInt();
        QVERIFY(pages >= 3);
        for (int page = 1; page <= pages; ++page) {
            const QString text = pdfText(pdf, page);
            QVERIFY(text.contains(u"Page %1 of %2"_s.arg(page).arg(pages)));
            QCOMPARE(text.contains(u"vision/resnet"_s), true);
        }
        PdfOptions bare;
        bare.header = bare.footer = bare.titleBlock = bare.contents = false;
        const QString text = pdfText(print(reportOf("Only text.\n"), bare));
        QCOMPARE(text.simplified(), u"Only text."_s);
    }

    void titleBlockIsText()
    {
        const QString text = pdfText(print(reportOf("Text.\n")), 1);
        for (const QString &part :
             {u"Größe <b>&amp;</b>"_s, u"Ana · 21 November 2026 · vision/resnet"_s,
              u"What it is about"_s, u"tag-a"_s, u"tag-b"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in "_s + text));
    }

    void aTitleIsNotPrintedTwice()
    {
        PrintedReport report = reportOf("# My report\n\nText.\n");
        report.summary.name = u"My report"_s;
        const QByteArray pdf = print(report);
        QCOMPARE(pdfText(pdf).count(u"My report"_s), 1);
        QCOMPARE(pdfOutline(pdf), QStringList{u"My report @ 1"_s});
    }

    void paperSizes_data()
    {
        QTest::addColumn<QPageSize::PageSizeId>("size");
        QTest::addColumn<QString>("name");
        QTest::newRow("A4") << QPageSize::A4 << u"A4"_s;
        QTest::newRow("Letter") << QPageSize::Letter << u"letter"_s;
    }

    void paperSizes()
    {
        QFETCH(QPageSize::PageSizeId, size);
        QFETCH(QString, name);
        PdfOptions options;
        options.pageSize = size;
        const QString printed = pdfInfo(print(reportOf("Text.\n"), options))[u"Page size"_s];
        QVERIFY2(printed.contains(name), qPrintable(printed));
    }

    void marginsThatLeaveNothingAreRefused()
    {
        PdfOptions options;
        options.margins = QMarginsF(90, 20, 90, 20);
        const auto file = tryPrint(reportOf("Text.\n"), options);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
    }

    void linksWork()
    {
        const QByteArray pdf = print(reportOf("[out](https://example.org/a) [own](other.md) "
                                              "<mailto:a@b.example> [in](#über-uns)\n\n" +
                                              chapters()));
        QCOMPARE(pdfOuterLinks(pdf),
                 (QStringList{u"https://example.org/a"_s, u"mailto:a@b.example"_s}));
        // The heading's own link, its line in the contents, and the one in the text.
        const auto inner = pdfInnerLinks(pdf);
        QVERIFY(inner);
        QCOMPARE(std::count_if(inner->begin(), inner->end(),
                               [](const PdfLink &link) {
                                   return link.destination == "pl-place-1"_L1 &&
                                          link.targetPage > 0;
                               }),
                 3);
    }

    void fontsAreEmbeddedAndPlotsAreVectors()
    {
        RunSources sources;
        const QString demo = plotleaf::sourceDir() + u"/resources/demo"_s;
        registerServices(sources, m_clock, demo);
        PanelFeeds feeds(sources, m_clock, demo);
        PrintedReport report = reportOf("```panel\ntype: line\ntitle: The loss\n"
                                        "runs:\n  source: folder:runs\ny: val/loss\n```\n\n"
                                        "$$\\int x^2 dx$$\n");
        feeds.setDocument(report.document);
        report.feeds = &feeds;
        const QByteArray pdf = print(report);
        QCOMPARE(pdfImages(pdf), QStringList());
        const QString text = pdfText(pdf);
        QVERIFY2(text.contains(u"The loss"_s) && text.contains(u"Step"_s), qPrintable(text));
        const QStringList fonts = pdfFonts(pdf);
        QVERIFY(!fonts.isEmpty());
        for (const QString &font : fonts) {
            // "name type encoding emb sub uni object ID"
            const QStringList columns = font.simplified().split(u' ');
            QVERIFY2(columns.at(columns.size() - 5) == "yes"_L1, qPrintable(font));
        }
    }

    void problemsAreTold()
    {
        const auto file = tryPrint(reportOf("![a curve](asset:gone.png)\n\n$$\\frac{1$$\n"));
        QVERIFY(file);
        QCOMPARE(file->problems.size(), 2);
        QVERIFY2(file->problems.join(u' ').contains(u"a curve"_s),
                 qPrintable(file->problems.join(u'\n')));
    }

    void whatIsMissingAtTheDeadlineIsNamed()
    {

        // have not.
        RunSources sources;
        sources.addMaker(
            [](const QString &) { return std::shared_ptr<RunSource>(new SilentSource); });
        PanelFeeds feeds(sources, m_clock, QString());
        PrintedReport report = reportOf("Text\n\n```panel\ntype: line\n"
                                        "runs:\n  source: folder:x\ny: a\n```\n");
        feeds.setDocument(report.document);
        report.feeds = &feeds;
        PdfOptions options;
        options.deadline = 1500;
        const auto file = tryPrint(report, options);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Timeout);
        QVERIFY2(file.error().message.contains(u"line 3"_s), qPrintable(file.error().message));
    }

    void destroyingThePrinterCancels()
    {
        QFuture<Result<ExportedFile>> future;
        {
            PagePrinter printer(m_clock);
            future = printer.pdf(reportOf("Text.\n"), {});
        }
        QVERIFY(future.isCanceled() || (future.isFinished() && !future.result()));
    }

private:
    /// A source that never answers.
    class SilentSource : public RunSource
    {
    public:
        QString name() const override { return u"silent"_s; }
        QFuture<Result<QVector<Run>>> runs() override { return m_runs.future(); }
        QFuture<Result<SeriesPtr>> series(const RunId &, const QString &) override { return {}; }
        QFuture<Result<QVector<MediaSample>>>
        media(const RunId &, const QString &, const SampleSteps &) override
        {
            return {};
        }
        QFuture<Result<QVector<HistogramSample>>>
        histograms(const RunId &, const QString &, const SampleSteps &) override
        {
            return {};
        }
        QStringList warnings() const override { return {}; }
        void setFollowed(bool) override {}

    private:
        QPromise<Result<QVector<Run>>> m_runs;
    };
};

int main(int argc, char *argv[])
{
    return runPageTest<PagePrinterTest>(argc, argv);
}
#include "test_page_printer.moc"
