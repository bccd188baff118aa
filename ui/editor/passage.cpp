#include "ui/editor/passage.h"

#include <QTextBlock>
#include <QTextDocument>

namespace plotleaf {

namespace {

/// Where in the document the passage around the selection starts.
int passageStart(const QTextCursor &cursor)
{
    const QTextBlock first = cursor.document()->findBlock(cursor.selectionStart());
    return first.previous().isValid() ? first.previous().position() : first.position();
}

/// The highlighter knows it of most lines; what it has not come to yet is read here.
MarkdownState markdownStateBefore(const QTextBlock &block)
{
    QTextBlock known = block.previous();
    while (known.isValid() && known.userState() < 0)
        known = known.previous();
    MarkdownState state;
    if (known.isValid())
        state = MarkdownState::unpack(known.userState());
    for (QTextBlock next = known.isValid() ? known.next() : block.document()->begin();
         next != block; next = next.next())
        state = lexMarkdown(next.text(), state, nullptr);
    return state;
}

int commonPrefix(const QString &a, const QString &b)
{
    const qsizetype limit = qMin(a.size(), b.size());
    qsizetype same = 0;
    while (same < limit && a.at(same) == b.at(same))
        ++same;
    return int(same);
}

int commonSuffix(const QString &a, const QString &b, int prefix)
{
    const qsizetype limit = qMin(a.size(), b.size()) - prefix;
    qsizetype same = 0;
    while (same < limit && a.at(a.size() - 1 - same) == b.at(b.size() - 1 - same))
        ++same;
    return int(same);
}

/// Where `position` of the old text is after the edits.
int movedPosition(int position, const QVector<TextEdit> &edits)
{
    int moved = position;
    for (const TextEdit &edit : edits) {
        const int length = int(edit.text.size());
        const bool staysAtStart =
            position == edit.start && (edit.keepBefore || edit.end > edit.start);
        if (position < edit.start || staysAtStart)
            break;
        if (position < edit.end)
            return moved - (position - edit.start) + qMin(position - edit.start, length);
        moved += length - (edit.end - edit.start);
    }
    return moved;
}

} // namespace

LineSpan lineAt(const QString &text, int position)
{
    LineSpan line;
    line.start = position > 0 ? int(text.lastIndexOf(u'\n', position - 1)) + 1 : 0;
    const qsizetype feed = text.indexOf(u'\n', position);
    line.end = int(feed < 0 ? text.size() : feed);
    return line;
}

QVector<LineSpan> selectedLines(const Passage &passage)
{
    QVector<LineSpan> lines;
    LineSpan line = lineAt(passage.text, passage.selectionStart());
    lines.append(line);
    while (line.end + 1 < passage.selectionEnd()) {
        line = lineAt(passage.text, line.end + 1);
        lines.append(line);
    }
    return lines;
}

Passage applyEdits(const Passage &passage, const QVector<TextEdit> &edits)
{
    Passage result;
    const QStringView source(passage.text);
    int copied = 0;
    for (const TextEdit &edit : edits) {
        result.text += source.mid(copied, edit.start - copied);
        result.text += edit.text;
        copied = edit.end;
    }
    result.text += source.mid(copied);
    result.anchor = movedPosition(passage.anchor, edits);
    result.position = movedPosition(passage.position, edits);
    return result;
}

Passage passageAround(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    const int start = passageStart(cursor);
    QTextBlock block = document->findBlock(start);
    QTextBlock last = document->findBlock(cursor.selectionEnd());
    if (last.next().isValid())
        last = last.next();
    Passage passage;
    passage.before = markdownStateBefore(block);
    passage.text = block.text();
    while (block != last) {
        block = block.next();
        passage.text += u'\n' + block.text();
    }
    passage.anchor = cursor.anchor() - start;
    passage.position = cursor.position() - start;
    return passage;
}

QTextCursor applyToDocument(const QTextCursor &cursor, const PassageCommand &command)
{
    const Passage before = passageAround(cursor);
    const int start = passageStart(cursor);
    const Passage after = command(before);

    QTextCursor result(cursor);
    if (after.text != before.text) {
        const int prefix = commonPrefix(before.text, after.text);
        const int suffix = commonSuffix(before.text, after.text, prefix);
        result.beginEditBlock();
        result.setPosition(start + prefix);
        result.setPosition(start + int(before.text.size()) - suffix, QTextCursor::KeepAnchor);
        result.insertText(after.text.mid(prefix, after.text.size() - prefix - suffix));
        result.endEditBlock();
    }
    result.setPosition(start + after.anchor);
    result.setPosition(start + after.position, QTextCursor::KeepAnchor);
    return result;
}

} // namespace plotleaf
