#include "ui/editor/block_commands.h"

#include "ui/editor/line_structure.h"

#include <QCoreApplication>

namespace plotleaf::block_commands {

using namespace Qt::StringLiterals;

namespace {

QStringView lineText(const Passage &passage, const LineSpan &line)
{
    return QStringView(passage.text).mid(line.start, line.end - line.start);
}

/// A fence that the touched code cannot close by accident.
QString fenceFor(const Passage &passage, const QVector<LineSpan> &lines)
{
    int longest = 2;
    for (const LineSpan &line : lines)
        longest = qMax(longest, fenceLength(lineText(passage, line)));
    QString fence(qMax(3, longest + 1), u'`');
    return fence;
}

/// Whether the line above opens a code block and the one below closes it. They may as well be the
/// end of one block and the beginning of another.
bool isWholeCodeBlock(const Passage &passage, const LineSpan &above, const LineSpan &below)
{
    using Block = MarkdownState::Block;
    MarkdownState state = passage.before;
    MarkdownState beforeBelow;
    bool isOpened = false;
    for (LineSpan line = lineAt(passage.text, 0); line.start <= below.start;
         line = lineAt(passage.text, line.end + 1)) {
        beforeBelow = state;
        state = lexMarkdown(lineText(passage, line), state, nullptr);
        if (line.start == above.start)
            isOpened = beforeBelow.block != Block::Fence && state.block == Block::Fence;
        if (line.end >= passage.text.size())
            break;
    }
    return isOpened && beforeBelow.block == Block::Fence && state.block != Block::Fence;
}

} // namespace

Passage toggleCodeBlock(const Passage &passage)
{
    const QVector<LineSpan> lines = selectedLines(passage);
    const int start = lines.first().start;
    const int end = lines.last().end;
    if (start > 0 && end < passage.text.size()) {
        const LineSpan above = lineAt(passage.text, start - 1);
        const LineSpan below = lineAt(passage.text, end + 1);
        if (isWholeCodeBlock(passage, above, below))
            return applyEdits(passage, {{above.start, start, {}}, {end, below.end, {}, true}});
    }
    const QString fence = fenceFor(passage, lines);
    return applyEdits(passage, {{start, start, fence + u'\n'}, {end, end, u'\n' + fence, true}});
}

Passage insertBlock(const Passage &passage, const QString &block, int selectStart, int selectLength)
{
    const LineSpan line = lineAt(passage.text, passage.selectionEnd());
    const bool isBlank = lineText(passage, line).trimmed().isEmpty();
    QString before;
    int at = line.end;
    int from = line.end;
    if (isBlank) {
        from = line.start;
        const bool textAbove =
            line.start > 0 &&
            !lineText(passage, lineAt(passage.text, line.start - 1)).trimmed().isEmpty();
        before = textAbove ? u"\n"_s : QString();
    } else {
        before = u"\n\n"_s;
    }
    QString after;
    if (at < passage.text.size() &&
        !lineText(passage, lineAt(passage.text, at + 1)).trimmed().isEmpty())
        after = u"\n"_s;
    Passage result = passage;
    result.text.replace(from, at - from, before + block + after);
    const int start = from + int(before.size()) + selectStart;
    result.anchor = start;
    result.position = start + selectLength;
    return result;
}

Passage insertRule(const Passage &passage)
{
    // The cursor goes to a line below, where writing goes on.
    const LineSpan line = lineAt(passage.text, passage.selectionEnd());
    const bool isLast = line.end >= passage.text.size();
    const QString block = isLast ? u"---\n\n"_s : u"---\n"_s;
    return insertBlock(passage, block, int(block.size()), 0);
}

Passage insertTable(const Passage &passage, int rows, int columns)
{
    const QString head = QCoreApplication::translate("plotleaf::BlockCommands", "Column %1");
    QString table;
    for (int column = 1; column <= columns; ++column)
        table += u"| "_s + head.arg(column) + u' ';
    table += u"|\n"_s;
    const qsizetype width = head.arg(columns).size();
    for (int column = 1; column <= columns; ++column)
        table += u"| "_s + QString(head.arg(column).size(), u'-') + u' ';
    table += u'|';
    for (int row = 0; row < rows; ++row) {
        table += u'\n';
        for (int column = 0; column < columns; ++column)
            table += u"| "_s + QString(width, u' ') + u' ';
        table += u'|';
    }
    return insertBlock(passage, table, 2, int(head.arg(1).size()));
}

} // namespace plotleaf::block_commands
