#include "ui/window/print_preview.h"

#include "ui/theme/theme_colors.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

// Finer than eyes see on paper; a page at a printer's own 1200 dpi would take 400 MB.
constexpr int printResolution = 300;
// The dialog keeps the pictures of all pages: 35 MB for each of them at the printer's resolution.
constexpr double mostPreviewBytes = 300e6;
constexpr int finestPreview = 120;
constexpr int coarsestPreview = 40;
constexpr auto previewFormat = QImage::Format_RGB16;

/// Whether the pages are for the dialog's own eyes; the printer's engine is a picture then.
bool isForScreen(const QPrinter &printer)
{
    return printer.paintEngine()->type() == QPaintEngine::Picture;
}

std::unique_ptr<QPrinter> preparedPrinter()
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setResolution(printResolution);
    // The margins are in the pages already.
    printer->setFullPage(true);
    return printer;
}

} // namespace

PrintPreview::PrintPreview(const QByteArray &pdf, const QString &name, QWidget *parent)
    : PrintPreview(preparedPrinter(), parent)
{
    setObjectName(u"printPreview"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print %1").arg(name));
    resize(900, 900);
    m_printer->setDocName(name);
    m_bytes.setData(pdf);
    m_bytes.open(QIODevice::ReadOnly);
    m_document.load(&m_bytes);
    connect(this, &QPrintPreviewDialog::paintRequested, this, &PrintPreview::paint);
}

PrintPreview::PrintPreview(std::unique_ptr<QPrinter> printer, QWidget *parent)
    : QPrintPreviewDialog(printer.get(), parent), m_printer(std::move(printer))
{
}

void PrintPreview::paint(QPrinter *printer)
{
    QPainter painter;
    if (!painter.begin(printer)) {
        emit failed(tr("The printer cannot be used."));
        return;
    }
    const int pages = m_document.pageCount();
    const int first = std::max(1, printer->fromPage());
    const int last = printer->toPage() > 0 ? std::min(printer->toPage(), pages) : pages;
    for (int page = first; page <= last; ++page) {
        if (page > first)
            printer->newPage();
        const QSizeF paper = printer->paperRect(QPrinter::DevicePixel).size();
        const QSizeF size = m_document.pagePointSize(page - 1).scaled(paper, Qt::KeepAspectRatio);
        const QRectF place(QPointF((paper.width() - size.width()) / 2, 0), size);
        painter.drawImage(place, isForScreen(*printer)
                                     ? pageForScreen(page - 1)
                                     : m_document.render(page - 1, size.toSize()));
    }
}

QImage PrintPreview::pageForScreen(int page)
{
    const double dotsPerPoint = previewResolution(m_document.pageCount()) / 72.0;
    const QSize size = (m_document.pagePointSize(page) * dotsPerPoint).toSize();
    // What nothing is printed on is transparent, which a format without alpha shows black.
    QImage paper(size, previewFormat);
    paper.fill(paperColor());
    QPainter(&paper).drawImage(0, 0, m_document.render(page, size));
    return paper;
}

int PrintPreview::previewResolution(int pages)
{
    constexpr double inches = 8.27 * 11.69; // A4
    constexpr double bytesPerPixel = 2;
    const double fits = std::sqrt(mostPreviewBytes / (std::max(1, pages) * inches * bytesPerPixel));
    return std::clamp(static_cast<int>(fits), coarsestPreview, finestPreview);
}

} // namespace plotleaf
