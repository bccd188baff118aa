#include "ui/page/contents_numbers.h"

namespace plotleaf {

QVector<PageNumberNote> contentsNumbers(const QVector<PdfLink> &links,
                                        const QVector<MarkdownHeading> &outline)
{
    QVector<PageNumberNote> notes;
    qsizetype next = 0;
    for (const PdfLink &link : links) {
        const PageNumberNote note{link.page, link.place, QString::number(link.targetPage + 1)};
        if (next > 0 && link.destination == outline[next - 1].id) {
            notes.last() = note; // a line that was too long: the number stands behind its end
        } else if (next < outline.size() && link.destination == outline[next].id) {
            notes += note;
            ++next;
        } else if (next > 0) {
            break; // headings may hold links to themselves: what is in front of the contents does
                   // not count
        }
    }
    // Some other link that happens to lead to the first heading is no contents.
    return next == outline.size() ? notes : QVector<PageNumberNote>();
}

} // namespace plotleaf
