#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plotleaf {

/// Takes rows of delimiter-separated text apart (RFC 4180): cells may stand in double quotes, which
/// may hold delimiters, line ends and doubled quotes. Rows end with LF or CRLF. Not thread-safe.
class DelimitedRows
{
public:
    explicit DelimitedRows(char delimiter) : m_delimiter(delimiter) {}

    /// Takes the first row of `text`; returns how long it is, its line end among it. Nothing when
    /// its end is not there; with `isEnd` the end of the text is the end of the row, unless it lies
    /// within quotes.
    std::optional<size_t> take(std::string_view text, bool isEnd = false);

    /// Of the row last taken, without their quotes; valid while its text is, until the next.
    const std::vector<std::string_view> &cells() const { return m_cells; }

private:
    void splitPlain(std::string_view row);
    std::optional<size_t> splitQuoted(std::string_view text, bool isEnd);
    std::optional<size_t> takeQuotedCell(std::string_view text);

    const char m_delimiter;
    std::vector<std::string_view> m_cells;
    std::deque<std::string> m_unquoted; ///< cells in which quotes were doubled
};

} // namespace plotleaf
