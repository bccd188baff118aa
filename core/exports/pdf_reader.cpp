#include "core/exports/pdf_reader.h"

#include <QCoreApplication>

#include <qpdf/QPDF.hh>

namespace plotleaf {

void readPdf(QPDF &document, const QByteArray &bytes)
{
    document.setSuppressWarnings(true);
    document.processMemoryFile("report", bytes.constData(), static_cast<size_t>(bytes.size()));
}

Error unreadablePdf(const std::exception &exception)
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::PdfReader",
                                        "The printed pages cannot be read as a PDF."),
            QString::fromUtf8(exception.what())};
}

} // namespace plotleaf
