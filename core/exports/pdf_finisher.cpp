#include "core/exports/pdf_finisher.h"

#include "core/exports/pdf_outline.h"
#include "core/exports/pdf_reader.h"

#include <QCoreApplication>
#include <QUrl>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct PdfFinisher
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PdfFinisher)
};

QPDFObjectHandle textObject(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

void writeInfo(QPDF &document, const PdfFinish &finish)
{
    QPDFObjectHandle info = document.getTrailer().getKey("/Info");
    if (!info.isDictionary()) {
        info = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
        document.getTrailer().replaceKey("/Info", info);
    }
    const auto put = [&](const char *key, const QString &text) {
        if (text.isEmpty())
            info.removeKey(key);
        else
            info.replaceKey(key, textObject(text));
    };
    put("/Title", finish.title);
    put("/Author", finish.author);
    put("/Subject", finish.subject);
    put("/Keywords", finish.keywords.join(u", "_s));
    put("/Creator", finish.creator);
    const QString time = finish.created.isValid()
                             ? finish.created.toUTC().toString(u"'D:'yyyyMMddHHmmss'Z'"_s)
                             : QString();
    put("/CreationDate", time);
    put("/ModDate", time);
}

void writeCatalogue(QPDF &document, const PdfFinish &finish)
{
    QPDFObjectHandle root = document.getRoot();
    if (!finish.language.isEmpty())
        root.replaceKey("/Lang", textObject(finish.language));
    if (!finish.title.isEmpty()) {
        QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
    }
    root.replaceKey("/PageLabels", QPDFObjectHandle::parse("<< /Nums [ 0 << /S /D >> ] >>"));
    if (writePdfOutline(document, finish.outline) > 0)
        root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

/// Relative addresses come out of the web engine resolved against the page's own, which nobody else
/// knows.
bool leadsNowhere(QPDFObjectHandle annotation)
{
    QPDFObjectHandle action = annotation.isDictionary() ? annotation.getKey("/A") : annotation;
    if (!action.isDictionary() || !action.getKey("/URI").isString())
        return false;
    const QUrl url(QString::fromStdString(action.getKey("/URI").getStringValue()));
    const QString scheme = url.scheme();
    return scheme != "http"_L1 && scheme != "https"_L1 && scheme != "mailto"_L1;
}

void dropDeadLinks(QPDFPageObjectHelper &page)
{
    QPDFObjectHandle annotations = page.getObjectHandle().getKey("/Annots");
    if (!annotations.isArray())
        return;
    for (int i = annotations.getArrayNItems() - 1; i >= 0; --i) {
        if (leadsNowhere(annotations.getArrayItem(i)))
            annotations.eraseItem(i);
    }
}

void stampPage(QPDF &document, QPDFPageObjectHelper &page, QPDFPageObjectHelper &stamp)
{
    constexpr char name[] = "/PlotleafStamp";
    const QPDFObjectHandle form = document.copyForeignObject(stamp.getFormXObjectForPage());
    // The page's own content may end in any graphics state.
    page.addPageContents(document.newStream("q\n"), true);
    page.addPageContents(document.newStream("\nQ\n"), false);
    QPDFObjectHandle resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary()) {
        resources = QPDFObjectHandle::newDictionary();
        page.getObjectHandle().replaceKey("/Resources", resources);
    }
    if (!resources.getKey("/XObject").isDictionary())
        resources.replaceKey("/XObject", QPDFObjectHandle::newDictionary());
    resources.getKey("/XObject").replaceKey(name, form);
    const QPDFObjectHandle::Rectangle place = page.getTrimBox().getArrayAsRectangle();
    page.addPageContents(document.newStream(page.placeFormXObject(form, name, place)), false);
}

QByteArray writePdf(QPDF &document)
{
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

Result<QByteArray> finishParsed(QPDF &document, const PdfFinish &finish)
{
    auto pages = QPDFPageDocumentHelper(document).getAllPages();
    QPDF stamps; // what is copied out of it is read only when the document is written
    if (!finish.stamps.isEmpty()) {
        readPdf(stamps, finish.stamps);
        auto stampPages = QPDFPageDocumentHelper(stamps).getAllPages();
        if (stampPages.size() != pages.size()) {
            return Error{ErrorCode::InvalidInput,
                         PdfFinisher::tr("The headers do not fit the pages."),
                         u"%1 pages, %2 stamps"_s.arg(pages.size()).arg(stampPages.size())};
        }
        for (size_t i = 0; i < pages.size(); ++i)
            stampPage(document, pages[i], stampPages[i]);
    }
    for (QPDFPageObjectHelper &page : pages)
        dropDeadLinks(page);
    writeInfo(document, finish);
    writeCatalogue(document, finish);
    return writePdf(document);
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray &pdf, const PdfFinish &finish)
{
    try {
        QPDF document;
        readPdf(document, pdf);
        return finishParsed(document, finish);
    } catch (const std::exception &exception) {
        return unreadablePdf(exception);
    }
}

Result<int> pdfPageCount(const QByteArray &pdf)
{
    try {
        QPDF document;
        readPdf(document, pdf);
        return static_cast<int>(document.getAllPages().size());
    } catch (const std::exception &exception) {
        return unreadablePdf(exception);
    }
}

} // namespace plotleaf
