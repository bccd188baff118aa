#pragma once

#include "core/markdown/line_starts.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"
#include "core/markdown/text_splice.h"

#include <optional>

namespace plotleaf {

/// Parses a text that changes little by little. After an edit only the blocks around it are parsed
/// again, as long as nothing elsewhere can depend on them; otherwise everything is. The result is
/// always that of MarkdownParser.
///
/// Why a part can be parsed by itself: cmark-gfm reads line by line, and what it knows at a line is
/// the blocks that are open there. Where a block of the document starts behind a blank line, none
/// is but the document. So parsing from such a line on gives the same blocks, and as soon as it
/// comes to a block that started there before too, all that follows is as it was.
class IncrementalParser
{
public:
    /// `text` is the last text with `splice` applied.
    const MarkdownDocument &parse(const QByteArray &text,
                                  const TextSplice &splice,
                                  const MarkdownOptions &options,
                                  qint64 version);

    /// The text parsed last.
    const QByteArray &text() const { return m_text; }

    /// How often a part was enough; for tests.
    int partsParsed() const { return m_partsParsed; }

private:
    /// Blocks of the last document, `firstBlock` to `lastBlock`, and their lines up to (not
    /// including) `endLine`.
    struct Region
    {
        qsizetype firstBlock = 0;
        qsizetype lastBlock = 0;
        int firstLine = 0;
        int endLine = 0;
        /// The last block must come out again as it was. Not where the region reaches to the end of
        /// the text.
        bool ends = false;
    };

    bool mayParsePart(const MarkdownOptions &options) const;
    std::optional<Region> regionAround(const TextSplice &splice) const;
    bool startsBehindBlank(qsizetype block) const;
    QByteArray textOf(const Region &region) const;
    bool parsePart(const TextSplice &splice);
    std::optional<MarkdownDocument>
    partFor(const Region &region, const QByteArray &was, const QByteArray &now) const;
    void putIn(const Region &region, MarkdownDocument part, int moved);

    QByteArray m_text;
    MarkdownOptions m_options;
    LineStarts m_lines;
    MarkdownDocument m_document;
    bool m_hasDefinitions = false; ///< of links or footnotes, perhaps
    bool m_isInOrder = false;      ///< headings and panels come in the order of their lines
    int m_partsParsed = 0;
};

} // namespace plotleaf
