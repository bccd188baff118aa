#include "core/markdown/line_scanner.h"

#include <cstring>

namespace plotleaf {

bool LineScanner::next()
{
    if (m_next >= m_text.size())
        return false;
    ++m_number;
    m_start = m_next;
    const auto rest = static_cast<size_t>(m_text.size() - m_start);
    const char *begin = m_text.data() + m_start;
    const void *feed = std::memchr(begin, '\n', rest);
    qsizetype length = feed ? static_cast<const char *>(feed) - begin : m_text.size() - m_start;
    qsizetype ending = feed ? 1 : 0;
    // A lone CR ends a line too; one before the LF belongs to it.
    if (const void *found = std::memchr(begin, '\r', static_cast<size_t>(length))) {
        const qsizetype carriage = static_cast<const char *>(found) - begin;
        ending = feed && carriage + 1 == length ? 2 : 1;
        length = carriage;
    }
    m_end = m_start + length;
    m_next = m_end + ending;
    return true;
}

} // namespace plotleaf
