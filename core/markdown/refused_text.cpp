#include "core/markdown/refused_text.h"

#include "core/markdown/line_scanner.h"

#include <algorithm>

namespace plotleaf {

QVector<RefusedLines> mergedRefusals(QVector<RefusedLines> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const RefusedLines &a, const RefusedLines &b) {
        return a.firstLine < b.firstLine;
    });
    QVector<RefusedLines> result;
    for (const RefusedLines &range : ranges) {
        if (!result.isEmpty() && range.firstLine <= result.last().lastLine)
            result.last().lastLine = std::max(result.last().lastLine, range.lastLine);
        else
            result.append(range);
    }
    return result;
}

QByteArray withoutLines(QByteArray text, const QVector<RefusedLines> &refused)
{
    if (refused.isEmpty())
        return text;
    char *bytes = text.data();
    auto range = refused.begin();
    LineScanner lines(text);
    while (lines.next() && range != refused.end()) {
        if (range->firstLine <= lines.number())
            std::fill_n(bytes + lines.start(), lines.line().size(), ' ');
        if (range->lastLine <= lines.number())
            ++range;
    }
    return text;
}

int countLines(QByteArrayView text)
{
    LineScanner lines(text);
    while (lines.next()) {
    }
    return lines.number() + 1;
}

} // namespace plotleaf
