#include "ui/editor/markdown_lexer.h"

#include "ui/editor/inline_lexer.h"
#include "ui/editor/line_structure.h"

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxFenceLength = 63;

void addSpan(SyntaxSpans *spans, qsizetype start, qsizetype end, SyntaxToken token)
{
    if (spans != nullptr && end > start)
        spans->append({int(start), int(end - start), token});
}

int indentationWidth(QStringView line)
{
    int width = 0;
    for (const QChar c : line) {
        if (c == u' ')
            ++width;
        else if (c == u'\t')
            width += 4 - width % 4;
        else
            break;
    }
    return width;
}

bool closesFence(QStringView line, const MarkdownState &state)
{
    const QStringView trimmed = line.trimmed();
    if (trimmed.size() < state.fenceLength || trimmed.isEmpty())
        return false;
    const QChar mark = state.tilde ? u'~' : u'`';
    for (const QChar c : trimmed) {
        if (c != mark)
            return false;
    }
    return true;
}

bool isTableDelimiter(QStringView line)
{
    bool dash = false;
    bool bar = false;
    for (const QChar c : line) {
        dash = dash || c == u'-';
        bar = bar || c == u'|';
        if (c != u'-' && c != u'|' && c != u':' && c != u' ')
            return false;
    }
    return dash && bar;
}

bool isSetextUnderline(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    if (trimmed.isEmpty() || (trimmed.front() != u'=' && trimmed.front() != u'-'))
        return false;
    for (const QChar c : trimmed) {
        if (c != trimmed.front())
            return false;
    }
    return true;
}

/// One line outside any fence, comment or formula.
class TextLine
{
public:
    TextLine(QStringView line, const MarkdownState &before, SyntaxSpans *spans)
        : m_line(line), m_before(before), m_structure(parseLine(line)), m_spans(spans)
    {
    }

    MarkdownState run()
    {
        MarkdownState after;
        const QStringView body = m_line.mid(m_structure.quoteEnd);
        if (body.trimmed().isEmpty()) {
            addSpan(m_spans, 0, m_structure.quoteEnd, SyntaxToken::Quote);
            after.inList = m_before.inList;
            return after;
        }
        after.inList = isInList(body);
        if (isIndentedCode(body)) {
            addSpan(m_spans, 0, m_line.size(), SyntaxToken::Code);
            return after;
        }
        quoteMarks();
        if (opensBlock(after) || isLineOfMarks(body))
            return after;
        listMarks();
        after.inParagraph = m_structure.headingLevel == 0;
        text();
        return after;
    }

private:
    bool isInList(QStringView body) const
    {
        if (m_structure.list != LineStructure::List::None)
            return true;
        return m_before.inList && (m_before.inParagraph || indentationWidth(body) >= 2);
    }

    bool isIndentedCode(QStringView body) const
    {
        return !m_before.inParagraph && !m_before.inList && indentationWidth(body) >= 4;
    }

    void quoteMarks()
    {
        if (m_structure.hasQuote())
            addSpan(m_spans, 0, m_line.size(), SyntaxToken::Quote);
    }

    bool opensBlock(MarkdownState &after)
    {
        const QStringView content = m_line.mid(m_structure.markerEnd);
        if (const int length = fenceLength(content); length > 0) {
            openFence(content, length, after);
            return true;
        }
        if (content.startsWith(u"<!--"_s)) {
            const bool open = m_line.indexOf(u"-->"_s, m_structure.markerEnd + 4) < 0;
            addSpan(m_spans, m_structure.markerEnd, m_line.size(), SyntaxToken::Comment);
            if (open)
                after.block = MarkdownState::Block::Comment;
            return true;
        }
        const QStringView trimmed = content.trimmed();
        if (trimmed.startsWith(u"$$"_s) && trimmed.indexOf(u"$$"_s, 2) < 0) {
            addSpan(m_spans, m_structure.markerEnd, m_line.size(), SyntaxToken::Math);
            after.block = MarkdownState::Block::Math;
            return true;
        }
        return false;
    }

    void openFence(QStringView content, int length, MarkdownState &after)
    {
        const QStringView trimmed = content.trimmed();
        const QStringView info = trimmed.mid(length).trimmed();
        after.block = MarkdownState::Block::Fence;
        after.tilde = trimmed.front() == u'~';
        after.quoted = m_structure.hasQuote();
        after.fenceLength = qMin(length, maxFenceLength);
        after.language = codeLanguageIndex(info);
        after.panel =
            info == u"panel"_s || info.startsWith(u"panel "_s) || info.startsWith(u"runset"_s);
        listMarks();
        addSpan(m_spans, m_structure.markerEnd, m_line.size(),
                after.panel ? SyntaxToken::PanelFence : SyntaxToken::CodeFence);
    }

    /// Rules, underlines of headings and the line below a table's head hold nothing but marks.
    bool isLineOfMarks(QStringView body)
    {
        const bool isMarks = isThematicBreak(body) ||
                             (m_before.inParagraph && isSetextUnderline(body)) ||
                             isTableDelimiter(body);
        if (isMarks)
            addSpan(m_spans, m_structure.quoteEnd, m_line.size(), SyntaxToken::Marker);
        return isMarks;
    }

    void listMarks()
    {
        const int end = m_structure.isTask() ? m_structure.taskBox + 3 : m_structure.markerEnd;
        if (m_structure.list != LineStructure::List::None)
            addSpan(m_spans, m_structure.indentEnd, end, SyntaxToken::ListMarker);
    }

    void text()
    {
        if (m_spans == nullptr)
            return;
        if (m_structure.headingLevel > 0) {
            const int start =
                m_structure.isTask() ? m_structure.taskBox + 4 : m_structure.markerEnd;
            addSpan(m_spans, start, m_structure.contentStart, SyntaxToken::Marker);
            addSpan(m_spans, m_structure.contentStart, m_line.size(), SyntaxToken::Heading);
        }
        lexInline(m_line, m_structure.contentStart, int(m_line.size()), *m_spans);
    }

    QStringView m_line;
    const MarkdownState &m_before;
    LineStructure m_structure;
    SyntaxSpans *m_spans;
};

MarkdownState fenceLine(QStringView line, const MarkdownState &before, SyntaxSpans *spans)
{
    const int start = before.quoted ? parseLine(line).quoteEnd : 0;
    if (before.quoted && start == 0) {
        MarkdownState outside;
        return TextLine(line, outside, spans).run();
    }
    const QStringView body = line.mid(start);
    if (closesFence(body, before)) {
        addSpan(spans, start, line.size(),
                before.panel ? SyntaxToken::PanelFence : SyntaxToken::CodeFence);
        MarkdownState after;
        after.inList = before.inList;
        return after;
    }
    MarkdownState after = before;
    if (before.language > 0)
        after.code = lexCode(body, codeLanguage(before.language), before.code, start, spans);
    else
        addSpan(spans, start, line.size(), SyntaxToken::Code);
    return after;
}

/// A line of a block that ends with `closer`, wherever in a line that is.
MarkdownState lineUntil(QStringView line,
                        const MarkdownState &before,
                        const QString &closer,
                        SyntaxToken token,
                        SyntaxSpans *spans)
{
    const bool closed = line.contains(closer);
    addSpan(spans, 0, line.size(), token);
    return closed ? MarkdownState() : before;
}

} // namespace

int MarkdownState::pack() const
{
    return int(block) | int(inList) << 2 | int(inParagraph) << 3 | int(tilde) << 4 |
           int(quoted) << 5 | int(panel) << 6 | fenceLength << 7 | language << 13 | int(code) << 19;
}

MarkdownState MarkdownState::unpack(int packed)
{
    MarkdownState state;
    if (packed < 0)
        return state;
    state.block = Block(packed & 3);
    state.inList = (packed >> 2 & 1) != 0;
    state.inParagraph = (packed >> 3 & 1) != 0;
    state.tilde = (packed >> 4 & 1) != 0;
    state.quoted = (packed >> 5 & 1) != 0;
    state.panel = (packed >> 6 & 1) != 0;
    state.fenceLength = packed >> 7 & maxFenceLength;
    state.language = packed >> 13 & 63;
    state.code = CodeState(packed >> 19 & 7);
    return state;
}

MarkdownState lexMarkdown(QStringView line, const MarkdownState &before, SyntaxSpans *spans)
{
    const QStringView seen = line.left(syntaxLineLimit);
    switch (before.block) {
    case MarkdownState::Block::Fence:
        return fenceLine(seen, before, spans);
    case MarkdownState::Block::Comment:
        return lineUntil(seen, before, u"-->"_s, SyntaxToken::Comment, spans);
    case MarkdownState::Block::Math:
        return lineUntil(seen, before, u"$$"_s, SyntaxToken::Math, spans);
    case MarkdownState::Block::Text:
        break;
    }
    return TextLine(seen, before, spans).run();
}

} // namespace plotleaf
