#include "core/markdown/incremental_parser.h"

#include "core/markdown/markdown_parser.h"
#include "core/markdown/refused_text.h"
#include "core/markdown/render_context.h"

#include <algorithm>

namespace plotleaf {

namespace {

/// A definition's effect is anywhere, so is its use's cause. All of them have this in them.
constexpr QByteArrayView definitionMark = "]:";

/// What ties a part to the rest in ways that only the whole text shows: raw HTML, formulas over
/// several lines, the contents.
bool isTiedToTheRest(const QByteArray &part)
{
    return part.contains('<') || part.contains("$$") || part.toUpper().contains("[TOC]");
}

bool sameHeadings(const QVector<MarkdownHeading> &a, const QVector<MarkdownHeading> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x.level == y.level && x.text == y.text;
    });
}

bool samePanels(const QVector<MarkdownPanel> &a, const QVector<MarkdownPanel> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &x, const auto &y) { return x.key == y.key; });
}

int lineOf(const MarkdownHeading &heading)
{
    return heading.line;
}

int lineOf(const MarkdownPanel &panel)
{
    return panel.firstLine;
}

void move(MarkdownHeading &heading, int lines)
{
    heading.line += lines;
}

void move(MarkdownPanel &panel, int lines)
{
    panel.firstLine += lines;
    panel.lastLine += lines;
}

void move(MarkdownBlock &block, int lines)
{
    block.firstLine += lines;
    block.lastLine += lines;
}

/// Not so where footnotes, which come last wherever they are defined, hold such items.
template <typename Item>
bool isInOrder(const QVector<Item> &items)
{
    return std::is_sorted(items.begin(), items.end(),
                          [](const Item &a, const Item &b) { return lineOf(a) < lineOf(b); });
}

/// The first item at or behind a line; items are in the order of the source.
template <typename Item>
qsizetype firstFrom(const QVector<Item> &items, int line)
{
    const auto at = std::find_if(items.begin(), items.end(),
                                 [&](const Item &item) { return lineOf(item) >= line; });
    return at - items.begin();
}

template <typename Item>
QVector<Item> itemsBetween(const QVector<Item> &items, int firstLine, int endLine)
{
    const qsizetype first = firstFrom(items, firstLine);
    return items.sliced(first, firstFrom(items, endLine) - first);
}

/// Replaces the items from `first` on, `count` of them, by those of a part that starts at `line`;
/// what is behind moves.
template <typename Item>
void replaceItems(
    QVector<Item> &items, qsizetype first, qsizetype count, QVector<Item> part, int line, int moved)
{
    for (Item &item : part)
        move(item, line);
    QVector<Item> result = items.first(first) + part + items.sliced(first + count);
    if (moved != 0) {
        for (qsizetype i = first + part.size(); i < result.size(); ++i)
            move(result[i], moved);
    }
    items = std::move(result);
}

} // namespace

const MarkdownDocument &IncrementalParser::parse(const QByteArray &text,
                                                 const TextSplice &splice,
                                                 const MarkdownOptions &options,
                                                 qint64 version)
{
    if (mayParsePart(options) && parsePart(splice)) {
        ++m_partsParsed;
    } else {
        m_document = MarkdownParser::parse(text, options);
        m_lines = LineStarts(text);
        m_hasDefinitions = text.contains(definitionMark);
        m_isInOrder = isInOrder(m_document.outline) && isInOrder(m_document.panels);
    }
    m_text = text;
    m_options = options;
    m_document.version = version;
    return m_document;
}

bool IncrementalParser::mayParsePart(const MarkdownOptions &options) const
{
    return m_isInOrder && m_document.problems.isEmpty() && options.refused.isEmpty() &&
           !options.frontMatter && m_options.refused.isEmpty() && !m_options.frontMatter &&
           options.features == m_options.features && options.texts == m_options.texts;
}

bool IncrementalParser::startsBehindBlank(qsizetype block) const
{
    const int line = m_document.blocks[block].firstLine;
    if (line == 0)
        return false; // the start of the text is better
    const qsizetype start = m_lines.start(line - 1);
    return QByteArrayView(m_text).sliced(start, m_lines.start(line) - start).trimmed().isEmpty();
}

/// From the block before the one that is edited to the second behind it, or further where they do
/// not stand alone.
std::optional<IncrementalParser::Region>
IncrementalParser::regionAround(const TextSplice &splice) const
{
    const QVector<MarkdownBlock> &blocks = m_document.blocks;
    if (blocks.isEmpty())
        return std::nullopt;
    const int firstEdited = m_lines.lineAt(splice.offset);
    const int lastEdited = m_lines.lineAt(splice.offset + splice.removed);
    const auto startsBehind = [](int line, const MarkdownBlock &block) {
        return line < block.firstLine;
    };

    Region region;
    region.firstBlock = std::upper_bound(blocks.begin(), blocks.end(), firstEdited, startsBehind) -
                        blocks.begin() - 2;
    while (region.firstBlock > 0 && !startsBehindBlank(region.firstBlock))
        --region.firstBlock;
    region.firstBlock = std::max<qsizetype>(0, region.firstBlock);
    region.firstLine = region.firstBlock > 0 ? blocks[region.firstBlock].firstLine : 0;

    region.lastBlock =
        std::upper_bound(blocks.begin(), blocks.end(), lastEdited + 1, startsBehind) -
        blocks.begin();
    while (region.lastBlock < blocks.size() && !startsBehindBlank(region.lastBlock))
        ++region.lastBlock;
    region.ends = region.lastBlock + 1 < blocks.size();
    region.lastBlock = std::min(region.lastBlock, blocks.size() - 1);
    region.endLine = region.ends ? blocks[region.lastBlock + 1].firstLine : m_lines.count();
    return region;
}

QByteArray IncrementalParser::textOf(const Region &region) const
{
    const qsizetype start = m_lines.start(region.firstLine);
    return m_text.sliced(start, m_lines.start(region.endLine) - start);
}

bool IncrementalParser::parsePart(const TextSplice &splice)
{
    const auto region = regionAround(splice);
    if (!region)
        return false;
    const QByteArray was = textOf(*region);
    const auto now = applySplice(
        was, {splice.offset - m_lines.start(region->firstLine), splice.removed, splice.inserted});
    if (!now)
        return false;
    auto part = partFor(*region, was, *now);
    if (!part)
        return false;
    const int linesBefore = m_lines.count();
    m_lines.replace(region->firstLine, region->endLine, *now);
    putIn(*region, std::move(*part), m_lines.count() - linesBefore);
    return true;
}

/// The region parsed anew; nothing when the rest of the document may depend on what changed.
std::optional<MarkdownDocument>
IncrementalParser::partFor(const Region &region, const QByteArray &was, const QByteArray &now) const
{
    const bool mayDefine = m_hasDefinitions && (was.contains('[') || now.contains('['));
    if (mayDefine || now.contains(definitionMark) || isTiedToTheRest(was) || isTiedToTheRest(now))
        return std::nullopt;

    TakenNames taken;
    for (const MarkdownHeading &heading : itemsBetween(m_document.outline, 0, region.firstLine))
        (void)taken.slugs.add(heading.text);
    for (const MarkdownPanel &panel : itemsBetween(m_document.panels, 0, region.firstLine))
        ++taken.panelCounts[panel.key.section(u'-', 0, 0)];
    MarkdownDocument part = MarkdownParser::parsePart(now, m_options, std::move(taken));

    const auto headings = itemsBetween(m_document.outline, region.firstLine, region.endLine);
    const auto panels = itemsBetween(m_document.panels, region.firstLine, region.endLine);
    const bool restStays = part.problems.isEmpty() && sameHeadings(headings, part.outline) &&
                           samePanels(panels, part.panels);
    if (!restStays || !region.ends)
        return restStays && !m_hasDefinitions ? std::optional(part) : std::nullopt;
    const MarkdownBlock &last = m_document.blocks[region.lastBlock];
    const int linesBehindStart = region.endLine - last.firstLine;
    const bool meets = !part.blocks.isEmpty() && part.blocks.last().hash == last.hash &&
                       countLines(now) - part.blocks.last().firstLine == linesBehindStart;
    return meets ? std::optional(part) : std::nullopt;
}

void IncrementalParser::putIn(const Region &region, MarkdownDocument part, int moved)
{
    const qsizetype count = region.lastBlock - region.firstBlock + 1;
    for (qsizetype i = region.firstBlock; i <= region.lastBlock; ++i)
        m_document.words -= m_document.blocks[i].words;
    m_document.words += part.words;
    replaceItems(m_document.blocks, region.firstBlock, count, std::move(part.blocks),
                 region.firstLine, moved);
    // Headings and panels are as many as before, or the part would not be here.
    const qsizetype headings = part.outline.size();
    replaceItems(m_document.outline, firstFrom(m_document.outline, region.firstLine), headings,
                 std::move(part.outline), region.firstLine, moved);
    const qsizetype panels = part.panels.size();
    replaceItems(m_document.panels, firstFrom(m_document.panels, region.firstLine), panels,
                 std::move(part.panels), region.firstLine, moved);
}

} // namespace plotleaf
