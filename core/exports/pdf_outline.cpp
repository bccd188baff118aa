#include "core/exports/pdf_outline.h"

#include "core/exports/pdf_places.h"

#include <vector>

namespace plotleaf {

namespace {

struct OutlineNode
{
    QPDFObjectHandle item;
    int level = 0;
    int below = 0; ///< items at all levels below this one
};

void appendChild(OutlineNode &parent, OutlineNode &child)
{
    child.item.replaceKey("/Parent", parent.item);
    if (parent.below++ == 0) {
        parent.item.replaceKey("/First", child.item);
    } else {
        QPDFObjectHandle last = parent.item.getKey("/Last");
        last.replaceKey("/Next", child.item);
        child.item.replaceKey("/Prev", last);
    }
    parent.item.replaceKey("/Last", child.item);
}

QPDFObjectHandle newItem(QPDF &document, const QString &title, const QPDFObjectHandle &place)
{
    QPDFObjectHandle item = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title.toStdString()));
    item.replaceKey("/Dest", QPDFObjectHandle(place).shallowCopy());
    return item;
}

/// Ends the innermost item that is still open. The items are all folded out, so each counts all
/// below it.
void closeLast(std::vector<OutlineNode> &open)
{
    OutlineNode node = open.back();
    open.pop_back();
    if (node.below > 0)
        node.item.replaceKey("/Count", QPDFObjectHandle::newInteger(node.below));
    if (!open.empty())
        open.back().below += node.below;
}

} // namespace

int writePdfOutline(QPDF &document, const QVector<PdfBookmark> &bookmarks)
{
    PdfPlaces places(document);
    QPDFObjectHandle root = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    std::vector<OutlineNode> open{{root, 0, 0}};
    int written = 0;
    for (const PdfBookmark &bookmark : bookmarks) {
        QPDFObjectHandle place = places.find(bookmark.destination.toStdString());
        if (place.isNull())
            continue;
        while (open.size() > 1 && open.back().level >= bookmark.level)
            closeLast(open);
        OutlineNode node{newItem(document, bookmark.title, place), bookmark.level, 0};
        appendChild(open.back(), node);
        open.push_back(node);
        ++written;
    }
    while (!open.empty())
        closeLast(open);
    if (written > 0)
        document.getRoot().replaceKey("/Outlines", root);
    return written;
}

} // namespace plotleaf
