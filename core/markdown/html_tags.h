#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <functional>
#include <utility>
#include <vector>

namespace plotleaf {

/// A start or end tag in raw HTML.
struct HtmlTag
{
    QByteArray name; ///< lower case
    bool closes = false;
};

/// Behind the `>` of the tag whose attributes start at or behind `from`; -1 where it never ends.
/// What stands in quotes ends no tag.
qsizetype endOfHtmlTag(QByteArrayView html, qsizetype from);

/// Calls `found` for each tag of `html` that takes part in nesting: not for void and self-closed
/// elements, nor for what only looks like a tag inside comments, attributes, scripts and style
/// sheets. Linear.
void scanHtmlTags(QByteArrayView html, const std::function<void(const HtmlTag &)> &found);

/// Finds blocks that raw HTML ties together: an element that opens in one and closes in another.
class HtmlTagPairs
{
public:
    void add(int block, QByteArrayView html);

    /// Ranges of blocks, first and last, ascending and disjoint, each of at least two blocks.
    std::vector<std::pair<int, int>> ranges() const;

private:
    QHash<QByteArray, std::vector<int>> m_open; ///< tag -> blocks in which one is still open
    std::vector<std::pair<int, int>> m_pairs;
};

} // namespace plotleaf
