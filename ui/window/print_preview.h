#pragma once

#include <QBuffer>
#include <QPdfDocument>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <memory>

namespace plotleaf {

/// Shows the pages of a PDF as they will be on paper and prints them with the system's print
/// dialog. Deletes itself when closed.
class PrintPreview : public QPrintPreviewDialog
{
    Q_OBJECT

public:
    PrintPreview(const QByteArray &pdf, const QString &name, QWidget *parent);

    /// A page as the dialog shows it, counted from 0.
    QImage pageForScreen(int page);
    /// Paints all pages on `printer`, each as large as the paper allows.
    void paint(QPrinter *printer);

    /// Dots per inch at which the dialog shows that many pages, all of which it keeps: about 300 MB
    /// together.
    static int previewResolution(int pages);

signals:
    void failed(const QString &message);

private:
    explicit PrintPreview(std::unique_ptr<QPrinter> printer, QWidget *parent);

    std::unique_ptr<QPrinter> m_printer;
    QBuffer m_bytes;
    QPdfDocument m_document;
};

} // namespace plotleaf
