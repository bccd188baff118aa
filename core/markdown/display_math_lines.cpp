#include "core/markdown/display_math_lines.h"

#include "core/markdown/line_scanner.h"

#include <algorithm>

namespace plotleaf {

namespace {

/// Longer formulas than this are an unclosed one and a stranger far below.
constexpr int maxMathLines = 400;

/// The line behind the marks of quotes and lists, without white space around it.
QByteArrayView contentOf(QByteArrayView line)
{
    qsizetype begin = 0;
    while (begin < line.size() &&
           std::string_view(" \t>*+-0123456789.)").find(line[begin]) != std::string_view::npos)
        ++begin;
    return line.sliced(begin).trimmed();
}

bool opensMath(QByteArrayView content)
{
    return content.startsWith("$$") && content.indexOf("$$", 2) < 0 && !content.startsWith("$$$");
}

bool closesMath(QByteArrayView content)
{
    return content.endsWith("$$") && content.indexOf("$$") == content.size() - 2;
}

} // namespace

DisplayMathLines::DisplayMathLines(QByteArrayView text)
{
    if (!text.contains("$$"))
        return;
    int open = -1;
    LineScanner lines(text);
    while (lines.next()) {
        if (open >= 0 && lines.number() - open > maxMathLines)
            open = -1;
        const QByteArrayView content = contentOf(lines.line());
        if (open >= 0 && closesMath(content)) {
            m_openers.push_back(open);
            open = -1;
        } else if (opensMath(content)) {
            open = lines.number();
        }
    }
}

bool DisplayMathLines::opensAt(int line) const
{
    return std::binary_search(m_openers.begin(), m_openers.end(), line);
}

} // namespace plotleaf
