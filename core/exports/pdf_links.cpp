#include "core/exports/pdf_links.h"

#include "core/exports/pdf_places.h"
#include "core/exports/pdf_reader.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <map>

namespace plotleaf {

namespace {

/// The name that a link annotation leads to; empty when it leads elsewhere.
std::string destinationOf(QPDFObjectHandle annotation)
{
    QPDFObjectHandle destination = annotation.getKey("/Dest");
    if (destination.isNull() && annotation.getKey("/A").isDictionary())
        destination = annotation.getKey("/A").getKey("/D");
    if (destination.isName())
        return destination.getName().substr(1);
    return destination.isString() ? destination.getStringValue() : std::string();
}

class InnerLinkReader
{
public:
    explicit InnerLinkReader(QPDF &document)
        : m_pages(QPDFPageDocumentHelper(document).getAllPages()), m_places(document)
    {
        for (size_t i = 0; i < m_pages.size(); ++i)
            m_numbers[m_pages[i].getObjectHandle().getObjGen()] = static_cast<int>(i);
    }

    QVector<PdfLink> read()
    {
        QVector<PdfLink> links;
        for (size_t page = 0; page < m_pages.size(); ++page) {
            for (auto &annotation : m_pages[page].getAnnotations("/Link"))
                append(links, static_cast<int>(page), annotation.getObjectHandle());
        }
        return links;
    }

private:
    void append(QVector<PdfLink> &links, int page, QPDFObjectHandle annotation)
    {
        const std::string name = destinationOf(annotation);
        QPDFObjectHandle place = m_places.find(name);
        if (name.empty() || place.isNull() || !annotation.getKey("/Rect").isRectangle())
            return;
        const auto target = m_numbers.find(place.getArrayItem(0).getObjGen());
        if (target == m_numbers.end())
            return;
        const auto rect = annotation.getKey("/Rect").getArrayAsRectangle();
        const auto paper = m_pages[static_cast<size_t>(page)].getTrimBox().getArrayAsRectangle();
        links += {page,
                  QRectF(QPointF(rect.llx - paper.llx, paper.ury - rect.ury),
                         QPointF(rect.urx - paper.llx, paper.ury - rect.lly)),
                  QString::fromStdString(name), target->second};
    }

    std::vector<QPDFPageObjectHelper> m_pages;
    PdfPlaces m_places;
    std::map<QPDFObjGen, int> m_numbers;
};

} // namespace

Result<QVector<PdfLink>> pdfInnerLinks(const QByteArray &pdf)
{
    try {
        QPDF document;
        readPdf(document, pdf);
        return InnerLinkReader(document).read();
    } catch (const std::exception &exception) {
        return unreadablePdf(exception);
    }
}

} // namespace plotleaf
