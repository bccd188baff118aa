#include "core/exports/pdf_reader.h"

#include <QCoreApplication>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <stdexcept>

namespace plotleaf {

void readPdf(QPDF &document, const QByteArray &bytes)
{
    document.setSuppressWarnings(true);
    document.processMemoryFile("report", bytes.constData(), static_cast<size_t>(bytes.size()));
    if (document.getAllPages().empty())
        throw std::runtime_error("it has no pages");
    // A file whose trailer had to be guessed may lack it, and qpdf writes it only if it was there.
    if (!document.getTrailer().hasKey("/Size"))
        document.getTrailer().replaceKey("/Size", QPDFObjectHandle::newInteger(0));
}

Error unreadablePdf(const std::exception &exception)
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::PdfReader",
                                        "The printed pages cannot be read as a PDF."),
            QString::fromUtf8(exception.what())};
}

} // namespace plotleaf
