#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace plotleaf {

/// Finds the lines that open a block of display math: `$$`, perhaps with the first TeX behind it,
/// that a later line ending in `$$` closes. The block parser of cmark-gfm sees one line at a time
/// and could not know that a `$$` is never closed; without this, an unfinished formula would
/// swallow the rest of the report.
class DisplayMathLines
{
public:
    DisplayMathLines() = default;
    explicit DisplayMathLines(QByteArrayView text);

    /// `line` counts from 0. Only says what the text of the lines allows; whether the line is
    /// inside code or HTML is for the block parser to know.
    bool opensAt(int line) const;

private:
    std::vector<int> m_openers; ///< ascending
};

} // namespace plotleaf
