#include "ui/editor/markdown_highlighter.h"

#include "ui/editor/markdown_lexer.h"

#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace plotleaf {

namespace {

/// On a coloured block: the state it was coloured for.
class ColouredFor final : public QTextBlockUserData
{
public:
    explicit ColouredFor(int stateAbove) : state(stateAbove) {}
    int state;
};

int stateBefore(const QTextBlock &block)
{
    const QTextBlock above = block.previous();
    return above.isValid() ? above.userState() : MarkdownState().pack();
}

QList<QTextLayout::FormatRange> formatRanges(const SyntaxSpans &spans,
                                             const HighlightFormats &formats)
{
    QList<QTextLayout::FormatRange> ranges;
    ranges.reserve(spans.size());
    for (const SyntaxSpan &span : spans) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        range.format = formats.of(span.token);
        ranges.append(range);
    }
    return ranges;
}

/// Ranges count in the block's text; while an input method composes, the layout counts its text
/// too.
void shiftForPreedit(QList<QTextLayout::FormatRange> &ranges, const QTextLayout &layout)
{
    const int length = int(layout.preeditAreaText().size());
    const int position = layout.preeditAreaPosition();
    if (length == 0)
        return;
    for (QTextLayout::FormatRange &range : ranges) {
        if (range.start >= position)
            range.start += length;
        else if (range.start + range.length > position)
            range.length += length;
    }
    for (const QTextLayout::FormatRange &range : layout.formats()) {
        if (range.start >= position && range.start + range.length <= position + length)
            ranges.append(range);
    }
}

} // namespace

MarkdownHighlighter::MarkdownHighlighter(QTextDocument &document, QObject *parent)
    : QObject(parent), m_document(document)
{
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &MarkdownHighlighter::runSlice);
    connect(&document, &QTextDocument::contentsChange, this, &MarkdownHighlighter::contentsChanged);
    m_fronts.append(0);
    m_idle.start();
}

void MarkdownHighlighter::setFormats(const HighlightFormats &formats)
{
    m_formats = formats;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next())
        block.setUserData(nullptr);
    colourVisible();
}

void MarkdownHighlighter::setVisibleBlocks(int first, int count)
{
    m_firstVisible = first;
    m_visibleCount = count;
    colourVisible();
}

void MarkdownHighlighter::moveFronts(int position, int removed, int added)
{
    for (int &front : m_fronts) {
        if (front >= position + removed)
            front += added - removed;
        else if (front > position)
            front = position;
    }
}

void MarkdownHighlighter::contentsChanged(int position, int removed, int added)
{
    const QScopedValueRollback<bool> guard(m_inContentsChange, true);
    const QTextBlock first = m_document.findBlock(position);
    const QTextBlock last =
        m_document.findBlock(qMin(position + added, m_document.characterCount() - 1));
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        block.setUserState(-1);
        block.setUserData(nullptr);
        if (block == last)
            break;
    }
    moveFronts(position, removed, added);
    m_fronts.prepend(first.isValid() ? first.position() : 0);
    followStates();
    colourVisible();
}

void MarkdownHighlighter::runSlice()
{
    followStates();
    colourVisible();
    if (isSettled()) {
        m_idle.stop();
        emit settled();
    }
}

void MarkdownHighlighter::followStates()
{
    int blocks = 0;
    int characters = 0;
    while (!m_fronts.isEmpty() && followFront(m_fronts.first(), blocks, characters))
        m_fronts.removeFirst();
    m_longestSlice = qMax(m_longestSlice, blocks);
    if (!m_fronts.isEmpty())
        m_idle.start();
}

/// True: the front met what was known. False: the slice is used up, the front stands where to go
/// on.
bool MarkdownHighlighter::followFront(int &front, int &blocks, int &characters)
{
    QTextBlock block = m_document.findBlock(qBound(0, front, m_document.characterCount() - 1));
    MarkdownState state = MarkdownState::unpack(stateBefore(block));
    while (block.isValid()) {
        if (blocks >= blocksPerSlice || characters >= charactersPerSlice) {
            front = block.position();
            return false;
        }
        ++blocks;
        characters += qMin(block.length(), syntaxLineLimit);
        state = lexMarkdown(block.text(), state, nullptr);
        const int packed = state.pack();
        const QTextBlock next = block.next();
        if (packed == block.userState() && next.isValid() && next.userState() >= 0)
            return true;
        block.setUserState(packed);
        block = next;
    }
    return true;
}

void MarkdownHighlighter::colourVisible()
{
    QTextBlock block = m_document.findBlockByNumber(m_firstVisible);
    int firstChanged = -1;
    int end = 0;
    for (int i = 0; i < m_visibleCount && block.isValid(); ++i, block = block.next()) {
        if (!colourBlock(block))
            continue;
        if (firstChanged < 0)
            firstChanged = block.position();
        end = block.position() + block.length();
    }
    // Inside contentsChange the document hands the change on to the layout by itself.
    if (firstChanged >= 0 && !m_inContentsChange)
        m_document.markContentsDirty(firstChanged, end - firstChanged);
}

bool MarkdownHighlighter::colourBlock(QTextBlock &block)
{
    const int above = stateBefore(block);
    const auto *coloured = static_cast<const ColouredFor *>(block.userData());
    if (coloured != nullptr && coloured->state == above)
        return false;
    SyntaxSpans spans;
    lexMarkdown(block.text(), MarkdownState::unpack(above), &spans);
    block.setUserData(new ColouredFor(above)); // the block takes it
    QTextLayout *layout = block.layout();
    QList<QTextLayout::FormatRange> ranges = formatRanges(spans, m_formats);
    shiftForPreedit(ranges, *layout);
    if (ranges == layout->formats())
        return false;
    layout->setFormats(ranges);
    return true;
}

} // namespace plotleaf
