#include "core/markdown/rescan_guard.h"

#include "core/markdown/text_pieces.h"

#include <array>
#include <vector>

namespace plotleaf {

namespace {

// Nanoseconds, measured on the machine that anchors 3.5 names.
constexpr double mayNeed = 100'000'000;
constexpr double perMarkupByte = 0.5;
constexpr double perNameByte = 6;
constexpr double perOpenImage = 24;

/// Mark-up that runs to its closing and is looked for from each opening.
struct LongMarkup
{
    QByteArrayView open;
    QByteArrayView close;
};

constexpr std::array longMarkups{LongMarkup{"<![CDATA[", "]]>"}, LongMarkup{"<!", ">"},
                                 LongMarkup{"<?", "?>"}};

/// Each opening behind the last closing is read to the end of the paragraph.
double markupTime(QByteArrayView paragraph, const LongMarkup &markup)
{
    const qsizetype closed = paragraph.lastIndexOf(markup.close);
    double bytes = 0;
    qsizetype at = paragraph.indexOf(markup.open, closed < 0 ? 0 : closed);
    while (at >= 0) {
        bytes += double(paragraph.size() - at);
        at = paragraph.indexOf(markup.open, at + markup.open.size());
    }
    return bytes * perMarkupByte;
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Each `www.` is read to the end of the name that it stands in.
double namesTime(QByteArrayView paragraph)
{
    double bytes = 0;
    qsizetype end = 0;
    qsizetype at = paragraph.indexOf("www.");
    while (at >= 0) {
        end = std::max(end, at);
        while (end < paragraph.size() && isNameByte(paragraph[end]))
            ++end;
        bytes += double(end - at);
        at = paragraph.indexOf("www.", at + 4);
    }
    return bytes * perNameByte;
}

/// Each link looks at all images that are open around it.
double imagesTime(QByteArrayView paragraph)
{
    std::vector<bool> open; // each `[`, whether it is an image's
    double images = 0;
    double looks = 0;
    for (qsizetype at = 0; at < paragraph.size(); ++at) {
        if (paragraph[at] == '[') {
            open.push_back(at > 0 && paragraph[at - 1] == '!');
            images += open.back() ? 1 : 0;
        } else if (paragraph[at] == ']' && !open.empty()) {
            images -= open.back() ? 1 : 0;
            looks += open.back() ? 0 : images;
            open.pop_back();
        }
    }
    return looks * perOpenImage;
}

double rescanTime(QByteArrayView paragraph)
{
    double time = namesTime(paragraph);
    for (const LongMarkup &markup : longMarkups)
        time += markupTime(paragraph, markup);
    return paragraph.contains("![") ? time + imagesTime(paragraph) : time;
}

} // namespace

QVector<RefusedLines> findRescannedLines(QByteArrayView text)
{
    QVector<RefusedLines> refused;
    if (!text.contains("<!") && !text.contains("<?") && !text.contains("www.") &&
        !text.contains("!["))
        return refused;
    double spent = 0;
    for (const TextPiece &piece : cutAtBlankLines(text, {0, text.size(), 0, 0})) {
        const double time = rescanTime(text.sliced(piece.offset, piece.size));
        if (spent + time > mayNeed)
            refused.append({piece.firstLine, piece.lastLine, RefusalReason::Unparsable});
        else
            spent += time;
    }
    return refused;
}

} // namespace plotleaf
