#include "bench/bench.h"
#include "bench/random_walk.h"
#include "bench/report_text.h"
#include "bench/screen/drawing_page.h"
#include "core/exports/pdf_finisher.h"
#include "core/markdown/markdown_parser.h"
#include "support/panel_fixture.h"
#include "ui/page/drawn_page.h"
#include "ui/page/page_printer.h"
#include "ui/page/plain_ids.h"
#include "ui/page/report_page.h"
#include "ui/page/title_block.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPageLayout>
#include <QRegularExpression>

#include <cmath>
#include <random>

// From data that is there to plots that are painted, and to paper.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize previewSize(800, 900);
constexpr int patienceMs = 55'000;

MarkdownDocumentPtr parsed(const QString &text)
{
    static qint64 version = 0;
    return std::make_shared<MarkdownDocument>(MarkdownParser::parse(text.toUtf8(), {}, ++version));
}

QString linePanel(const QString &metric, const QString &more = {})
{
    return u"```panel\ntype: line\ntitle: %1\nruns: folder:runs\ny: %1\n%2```\n\n"_s.arg(metric,
                                                                                         more);
}

void benchMillionPoints()
{
    constexpr int points = 1'000'000;
    PanelFixture fixture;
    fixture.source->addRun(u"run"_s);
    const Series walk = randomWalk(points, 1);
    Series other = walk;
    other.value[points / 2] += 1000; // somewhere, so that it can be seen
    fixture.source->addSeries(u"run"_s, u"loss"_s, walk);
    DrawingPage page(*fixture.feeds, previewSize);
    const MarkdownDocumentPtr document = parsed(linePanel(u"loss"_s, u"refresh: 0s\n"_s));
    const QString key = document->panels.first().key;
    page.untilDrawn(document);
    page.countFigures();

    Samples fresh;
    for (int i = 0; i < 40; ++i) {
        fixture.source->addSeries(u"run"_s, u"loss"_s, i % 2 ? walk : other);
        fresh.time([&] { page.untilNextFigure([&] { fixture.source->tellChanged(); }); });
    }
    printRow(u"page: 1,000,000 points, from changed data to painted plot"_s, fresh);

    std::mt19937 random(2);
    std::uniform_real_distribution<double> part(0, 1);
    Samples zoom;
    for (int i = 0; i < 40; ++i) {
        const double from = part(random) * points / 2;
        const double width = std::pow(10, 2 + 3.5 * part(random));
        zoom.time([&] {
            page.untilNextFigure([&] { page.link.host()->panelRange(key, from, from + width); });
        });
    }
    printRow(u"page: 1,000,000 points, from zoom to painted plot"_s, zoom);
}

/// 20 panels over 10 runs, whose data stands in memory as it does in the run cache. `more`: further
/// keys of each panel.
void benchManyPanels(const QString &what, const QString &more)
{
    constexpr int panelCount = 20;
    PanelFixture fixture;
    QString text;
    for (int metric = 0; metric < panelCount; ++metric)
        text += linePanel(u"metric-%1"_s.arg(metric), more);
    for (int run = 0; run < 10; ++run) {
        const QString name = u"run-%1"_s.arg(run);
        fixture.source->addRun(name);
        for (int metric = 0; metric < panelCount; ++metric)
            fixture.source->addSeries(name, u"metric-%1"_s.arg(metric),
                                      randomWalk(10'000, unsigned(run * panelCount + metric)));
    }
    // High enough for all of them: on screen only what is near the view is drawn.
    DrawingPage page(*fixture.feeds, {previewSize.width(), panelCount * 450});
    page.untilDrawn(parsed(linePanel(u"metric-0"_s))); // the plots' part is loaded
    Samples all;
    for (int i = 0; i < 5; ++i) {
        page.sync.setDocument(parsed(u"Nothing"_s));
        page.panels.setDocument(page.sync.document());
        page.untilPainted();
        all.time([&] { page.untilDrawn(parsed(text)); });
    }
    printRow(u"page: 20 panels × 10 runs × 10,000 points, %1, all painted"_s.arg(what), all);
}

/// About 50 pages with 20 plots.
PrintedReport longReport(PanelFixture &fixture)
{
    static const QRegularExpression emptyPanels(u"```panel[^`]*```\n\n"_s);
    QString text;
    for (int section = 0; section < 20; ++section) {
        text += reportText(8'200)
                    .replace(u"## Section"_s, u"## Part %1, section"_s.arg(section))
                    .remove(emptyPanels);
        const QString metric = u"metric-%1"_s.arg(section);
        for (int run = 0; run < 3; ++run)
            fixture.source->addSeries(u"run-%1"_s.arg(run), metric,
                                      randomWalk(2'000, unsigned(section * 3 + run)));
        text += linePanel(metric);
    }
    PrintedReport report;
    report.summary.name = u"Fifty pages"_s;
    report.language = u"en"_s;
    report.document = parsed(text);
    report.feeds = fixture.feeds.get();
    return report;
}

QByteArray printToPdf(QWebEnginePage &page)
{
    QPromise<QByteArray> promise;
    promise.start();
    page.printToPdf(
        [&](const QByteArray &pdf) {
            promise.addResult(pdf);
            promise.finish();
        },
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 20, 15, 20),
                    QPageLayout::Millimeter));
    return await(promise.future());
}

void benchPdf()
{
    PanelFixture fixture;
    for (int run = 0; run < 3; ++run)
        fixture.source->addRun(u"run-%1"_s.arg(run));
    const PrintedReport report = longReport(fixture);
    fixture.feeds->setDocument(report.document);

    PdfOptions options;
    options.deadline = patienceMs;
    Samples drawing;
    Samples printing;
    Samples whole;
    int pages = 0;
    for (int i = 0; i < 3; ++i) {
        PrintedReport shown = report;
        shown.document = withPlainIds(report.document);
        shown.document = withFrontParts(shown, {true, true, true});
        DrawnPage page(shown, PageMode::Print, 680);
        drawing.time([&] {
            if (const auto drawn = await(page.draw(patienceMs)); !drawn)
                qFatal("%s", qPrintable(drawn.error().message));
        });
        printing.time([&] { pages = pdfPageCount(printToPdf(*page.link().page())).value(); });
        PagePrinter printer(fixture.clock);
        whole.time([&] {
            if (const auto file = await(printer.pdf(report, options)); !file)
                qFatal("%s", qPrintable(file.error().message));
        });
    }
    printValue(u"pdf: pages"_s, pages, "pages");
    printRow(u"pdf: Chromium draws the page, plots too"_s, drawing);
    printRow(u"pdf: Chromium prints the drawn page"_s, printing);
    printRow(u"pdf: whole export, from text and data to file"_s, whole);
    printValue(u"pdf: whole export against Chromium's drawing and printing"_s,
               whole.quantile(0.5) / (drawing.quantile(0.5) + printing.quantile(0.5)), "×");
}

} // namespace

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    const QApplication application(argc, argv);
    if (const auto obstacle = ReportPage::engineObstacle())
        qFatal("%s", qPrintable(*obstacle));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"what"_s, u"points, panels or pdf; all of them without it."_s);
    parser.process(application);
    const QString only = parser.positionalArguments().value(0);
    const auto isWanted = [&](const QString &name) { return only.isEmpty() || only == name; };
    if (isWanted(u"points"_s))
        benchMillionPoints();
    if (isWanted(u"panels"_s)) {
        benchManyPanels(u"one line each"_s, {});
        benchManyPanels(u"smoothed over the original"_s, u"smooth: ema:0.6\n"_s);
    }
    if (isWanted(u"pdf"_s))
        benchPdf();
    return 0;
}
