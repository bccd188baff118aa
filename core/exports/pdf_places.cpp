#include "core/exports/pdf_places.h"

namespace plotleaf {

PdfPlaces::PdfPlaces(QPDF &document) : m_dictionary(document.getRoot().getKey("/Dests"))
{
    QPDFObjectHandle names = document.getRoot().getKey("/Names");
    if (names.isDictionary() && names.getKey("/Dests").isDictionary())
        m_tree = std::make_unique<QPDFNameTreeObjectHelper>(names.getKey("/Dests"), document);
}

QPDFObjectHandle PdfPlaces::find(const std::string &name)
{
    QPDFObjectHandle place = QPDFObjectHandle::newNull();
    if (m_dictionary.isDictionary())
        place = m_dictionary.getKey("/" + name);
    if (place.isNull() && m_tree)
        m_tree->findObject(name, place);
    if (place.isDictionary())
        place = place.getKey("/D");
    const bool hasPage =
        place.isArray() && place.getArrayNItems() > 0 && place.getArrayItem(0).isDictionary();
    return hasPage ? place : QPDFObjectHandle::newNull();
}

} // namespace plotleaf
