#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <memory>
#include <string>

namespace plotleaf {

/// The named places of a PDF, from the dictionary of PDF 1.1 (which Chromium writes) or the tree of
/// PDF 1.2. `document` must outlive it. Throws what qpdf throws.
class PdfPlaces
{
public:
    explicit PdfPlaces(QPDF &document);

    /// [page /XYZ left top zoom], or null when there is no such place.
    QPDFObjectHandle find(const std::string &name);

private:
    QPDFObjectHandle m_dictionary;
    std::unique_ptr<QPDFNameTreeObjectHelper> m_tree;
};

} // namespace plotleaf
