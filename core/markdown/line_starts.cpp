#include "core/markdown/line_starts.h"

#include "core/markdown/line_scanner.h"

#include <algorithm>

namespace plotleaf {

namespace {

std::vector<qsizetype> startsOf(QByteArrayView text, qsizetype offset)
{
    std::vector<qsizetype> starts;
    LineScanner lines(text);
    while (lines.next())
        starts.push_back(offset + lines.start());
    return starts;
}

} // namespace

LineStarts::LineStarts(QByteArrayView text) : m_starts(startsOf(text, 0)), m_size(text.size())
{
}

qsizetype LineStarts::start(int line) const
{
    return line < count() ? m_starts[size_t(line)] : m_size;
}

int LineStarts::lineAt(qsizetype offset) const
{
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return std::max(0, int(behind - m_starts.begin()) - 1);
}

void LineStarts::replace(int first, int end, QByteArrayView part)
{
    const qsizetype begin = start(first);
    const qsizetype grown = part.size() - (start(end) - begin);
    const std::vector<qsizetype> inserted = startsOf(part, begin);
    const auto behind =
        m_starts.erase(m_starts.begin() + first, m_starts.begin() + std::min(end, count()));
    const auto tail =
        m_starts.insert(behind, inserted.begin(), inserted.end()) + std::ptrdiff_t(inserted.size());
    std::for_each(tail, m_starts.end(), [&](qsizetype &start) { start += grown; });
    m_size += grown;
}

} // namespace plotleaf
