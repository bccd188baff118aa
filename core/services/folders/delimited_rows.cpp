#include "core/services/folders/delimited_rows.h"

#include <algorithm>

namespace plotleaf {

std::optional<size_t> DelimitedRows::take(std::string_view text, bool isEnd)
{
    m_cells.clear();
    m_unquoted.clear();
    const size_t newline = text.find('\n');
    if (text.substr(0, newline).find('"') != std::string_view::npos)
        return splitQuoted(text, isEnd);
    if (newline == std::string_view::npos && !isEnd)
        return {};
    splitPlain(text.substr(0, newline));
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

void DelimitedRows::splitPlain(std::string_view row)
{
    if (!row.empty() && row.back() == '\r')
        row.remove_suffix(1);
    while (true) {
        const size_t end = row.find(m_delimiter);
        m_cells.push_back(row.substr(0, end));
        if (end == std::string_view::npos)
            return;
        row.remove_prefix(end + 1);
    }
}

/// Takes the cell that begins with a quote; returns where what follows its closing quote begins.
std::optional<size_t> DelimitedRows::takeQuotedCell(std::string_view text)
{
    std::string *unquoted = nullptr;
    size_t begin = 1;
    while (true) {
        const size_t quote = text.find('"', begin);
        if (quote == std::string_view::npos)
            return {};
        const bool isDoubled = quote + 1 < text.size() && text[quote + 1] == '"';
        if (isDoubled && !unquoted)
            unquoted = &m_unquoted.emplace_back();
        if (unquoted)
            unquoted->append(text.substr(begin, quote - begin));
        if (!isDoubled) {
            m_cells.push_back(unquoted ? std::string_view(*unquoted)
                                       : text.substr(begin, quote - begin));
            return quote + 1;
        }
        unquoted->push_back('"');
        begin = quote + 2;
    }
}

std::optional<size_t> DelimitedRows::splitQuoted(std::string_view text, bool isEnd)
{
    size_t at = 0;
    while (true) {
        const size_t start = at;
        const bool isQuoted = at < text.size() && text[at] == '"';
        if (isQuoted) {
            const auto after = takeQuotedCell(text.substr(at));
            if (!after)
                return {};
            at += *after;
        }
        // What stands between a closing quote and the delimiter is nothing that anyone writes.
        at = std::min(text.find(m_delimiter, at), text.find('\n', at));
        if (at == std::string_view::npos && !isEnd)
            return {};
        if (!isQuoted)
            m_cells.push_back(text.substr(start, at == std::string_view::npos ? at : at - start));
        if (at != std::string_view::npos && text[at] == m_delimiter) {
            ++at;
            continue;
        }
        if (std::string_view &last = m_cells.back();
            !isQuoted && !last.empty() && last.back() == '\r')
            last.remove_suffix(1);
        return at == std::string_view::npos ? text.size() : at + 1;
    }
}

} // namespace plotleaf
