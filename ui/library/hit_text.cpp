#include "ui/library/hit_text.h"

#include <algorithm>

namespace plotleaf {

namespace {

constexpr QChar hitStart(u'\x02');
constexpr QChar hitEnd(u'\x03');

/// The plain text and the marks in it.
HitLine withoutControls(const QString &text)
{
    HitLine plain;
    int open = -1;
    for (const QChar c : text.simplified()) {
        if (c == hitStart) {
            open = int(plain.text.size());
        } else if (c == hitEnd) {
            if (open >= 0)
                plain.marks.append({open, int(plain.text.size()) - open});
            open = -1;
        } else {
            plain.text.append(c);
        }
    }
    return plain;
}

/// How many characters from `start` fit, broken behind a space where there is one.
int fittingLength(const QString &text, int start, const QFontMetrics &metrics, int width)
{
    // No line needs to look at more than this; descriptions may be pages long.
    constexpr int longestLine = 512;
    const QString rest = text.mid(start, longestLine);
    if (metrics.horizontalAdvance(rest) <= width)
        return int(rest.size());
    int low = 1;
    int high = int(rest.size());
    while (low + 1 < high) {
        const int middle = (low + high) / 2;
        (metrics.horizontalAdvance(rest.left(middle)) <= width ? low : high) = middle;
    }
    const auto space = rest.lastIndexOf(u' ', low);
    return space > 0 ? int(space) + 1 : low;
}

HitLine cutLine(const HitLine &all, int start, int length, const QString &shown)
{
    HitLine line{shown, {}};
    for (const HitLine::Mark &mark : all.marks) {
        const int from = std::max(mark.start - start, 0);
        const int to = std::min({mark.start + mark.length - start, length, int(shown.size())});
        if (from < to)
            line.marks.append({from, to - from});
    }
    return line;
}

} // namespace

QVector<HitLine> hitLines(const QString &text, const QFontMetrics &metrics, int width, int maxLines)
{
    const HitLine all = withoutControls(text);
    QVector<HitLine> lines;
    int start = 0;
    while (start < all.text.size() && lines.size() < maxLines) {
        int length = fittingLength(all.text, start, metrics, width);
        QString shown = all.text.mid(start, length);
        const bool last = lines.size() == maxLines - 1;
        if (last && start + length < all.text.size()) {
            shown = metrics.elidedText(all.text.mid(start, 2 * length + 8), Qt::ElideRight, width);
            length = int(shown.size()) - 1;
        }
        lines.append(cutLine(all, start, length, shown));
        start += length;
    }
    return lines;
}

} // namespace plotleaf
