#include "ui/page/page_printer.h"

#include "core/base/clock.h"
#include "core/base/when_done.h"
#include "core/exports/pdf_finisher.h"
#include "ui/page/contents_numbers.h"
#include "ui/page/drawn_page.h"
#include "ui/page/page_stamps.h"
#include "ui/page/plain_ids.h"
#include "ui/page/shell_page.h"
#include "ui/page/title_block.h"

#include <QLocale>
#include <QPageLayout>
#include <QPageRanges>
#include <QRectF>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr double pixelsPerPoint = 96.0 / 72.0;
/// Narrower than this no text can be read.
constexpr int narrowestPage = 200;

QPageLayout pageLayout(const PdfOptions &options)
{
    return {QPageSize(options.pageSize), QPageLayout::Portrait, options.margins,
            QPageLayout::Millimeter};
}

int printableWidth(const QPageLayout &layout)
{
    return static_cast<int>(
        std::floor(layout.paintRect(QPageLayout::Point).width() * pixelsPerPoint));
}

QFuture<QByteArray> printToPdf(QWebEnginePage &page, const QPageLayout &layout)
{
    auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    page.printToPdf(
        [promise](const QByteArray &pdf) {
            promise->addResult(pdf);
            promise->finish();
        },
        layout);
    return promise->future();
}

PdfFinish finishOf(const PrintedReport &report, const QDateTime &now)
{
    PdfFinish finish;
    finish.title = report.summary.name;
    finish.author = report.summary.author;
    finish.subject = report.summary.description;
    finish.keywords = report.summary.tags;
    finish.language = report.language.isEmpty() ? QLocale().bcp47Name() : report.language;
    finish.created = now;
    for (const MarkdownHeading &heading : report.document->outline)
        finish.outline += {heading.text, heading.level, heading.id};
    return finish;
}

PageStamps stampsOf(const PrintedReport &report, const PdfOptions &options, int pages)
{
    PageStamps stamps;
    stamps.layout = pageLayout(options);
    stamps.pages = pages;
    if (options.header) {
        stamps.headerStart = report.summary.name;
        stamps.headerEnd = report.summary.project;
    }
    stamps.headerOnFirst = !options.titleBlock;
    if (options.footer)
        stamps.footer = PagePrinter::tr("Page %1 of %2");
    return stamps;
}

/// What Chromium printed, with what it leaves out.
Result<QByteArray> completed(const QByteArray &pdf,
                             const PrintedReport &report,
                             const PdfOptions &options,
                             const QDateTime &now)
{
    const Result<int> pages = pdfPageCount(pdf);
    if (!pages)
        return pages.error();
    PageStamps stamps = stampsOf(report, options, *pages);
    if (const auto links = pdfInnerLinks(pdf); links && options.contents)
        stamps.numbers = contentsNumbers(*links, listedHeadings(report, options.titleBlock));
    PdfFinish finish = finishOf(report, now);
    finish.stamps = makePageStamps(stamps);
    return finishPdf(pdf, finish);
}

} // namespace

PagePrinter::PagePrinter(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
}

PagePrinter::~PagePrinter()
{
    // The page cancels what is under way, and its answer still wants to find us whole.
    const auto page = std::move(m_page);
}

void PagePrinter::dismissPage()
{
    // We may be inside a call that the page itself made.
    if (m_page)
        m_page.release()->deleteLater();
}

QFuture<Result<ExportedFile>> PagePrinter::pdf(const PrintedReport &report,
                                               const PdfOptions &options)
{
    const int width = printableWidth(pageLayout(options));
    if (width < narrowestPage) {
        return QtFuture::makeReadyFuture<Result<ExportedFile>>(
            Error{ErrorCode::InvalidInput, tr("The margins leave no room for the text."), {}});
    }
    PrintedReport printed = report;
    printed.document = withPlainIds(report.document);
    PrintedReport shown = printed;
    shown.document = withFrontParts(printed, {options.titleBlock, options.contents, true});
    m_page = std::make_unique<DrawnPage>(shown, PageMode::Print, width);
    const auto promise = std::make_shared<Promise>();
    promise->start();
    whenDone(m_page->draw(options.deadline), this, [=, this](const Result<QStringList> &drawn) {
        if (drawn)
            print(promise, printed, options, *drawn);
        else
            finish(*promise, drawn.error());
    });
    return promise->future();
}

void PagePrinter::print(const std::shared_ptr<Promise> &promise,
                        const PrintedReport &report,
                        const PdfOptions &options,
                        const QStringList &problems)
{
    whenDone(printToPdf(*m_page->link().page(), pageLayout(options)), this,
             [=, this](const QByteArray &pdf) {
                 const Result<QByteArray> whole = completed(pdf, report, options, m_clock.now());
                 finish(*promise, whole ? ExportedFile{*whole, problems}
                                        : Result<ExportedFile>(whole.error()));
             });
}

void PagePrinter::finish(Promise &promise, const Result<ExportedFile> &result)
{
    dismissPage();
    promise.addResult(result);
    promise.finish();
}

} // namespace plotleaf
