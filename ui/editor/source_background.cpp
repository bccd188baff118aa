#include "ui/editor/source_background.h"

#include "ui/editor/source_editor.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

namespace plotleaf {

namespace {

struct SelectionSpan
{
    int start = 0;
    int end = 0;
};

/// Fills one visual line's part of the selection over its whole height, spacing included.
void fillSelectedLine(QPainter &painter,
                      const QTextLine &line,
                      const QPointF &origin,
                      SelectionSpan span,
                      qreal rightEdge,
                      int extra,
                      const QColor &color)
{
    const int lineEnd = line.textStart() + line.textLength();
    if (span.end <= line.textStart() || span.start > lineEnd)
        return;
    const qreal left = line.cursorToX(qMax(span.start, line.textStart()));
    const qreal right = span.end > lineEnd ? rightEdge - origin.x() : line.cursorToX(span.end);
    const int above = extra / 2;
    const QRectF rect(origin.x() + left, origin.y() + line.y() - above, right - left,
                      line.height() + extra);
    painter.fillRect(rect, color);
}

} // namespace

void paintCurrentLine(QPainter &painter, const SourceEditor &editor, const QColor &color)
{
    QRectF rect = editor.blockGeometry(editor.textCursor().block());
    rect.setLeft(0);
    rect.setRight(editor.viewport()->width());
    painter.fillRect(rect, color);
}

void paintSelectionGaps(QPainter &painter, const SourceEditor &editor, const QColor &color)
{
    const QTextCursor cursor = editor.textCursor();
    if (!cursor.hasSelection())
        return;
    QTextBlock block = editor.firstBlockOnScreen();
    for (; block.isValid(); block = block.next()) {
        const QRectF geometry = editor.blockGeometry(block);
        if (geometry.top() > editor.viewport()->height() ||
            block.position() >= cursor.selectionEnd())
            break;
        const SelectionSpan span{cursor.selectionStart() - block.position(),
                                 cursor.selectionEnd() - block.position()};
        const QTextLayout *layout = block.layout();
        for (int i = 0; i < layout->lineCount(); ++i)
            fillSelectedLine(painter, layout->lineAt(i), geometry.topLeft(), span,
                             editor.viewport()->width(), editor.extraLineSpacing(), color);
    }
}

QPointF snappedToLine(const SourceEditor &editor, const QPointF &position)
{
    const QTextBlock block = editor.cursorForPosition(position.toPoint()).block();
    const QRectF geometry = editor.blockGeometry(block);
    const QTextLayout *layout = block.layout();
    const qreal y = position.y() - geometry.top();
    const qreal half = editor.extraLineSpacing() / 2.0;
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QRectF line = layout->lineAt(i).naturalTextRect();
        if (y < line.top() - half || y >= line.bottom() + half)
            continue;
        const qreal inside = qBound(line.top() + 0.5, y, line.bottom() - 0.5);
        return {position.x(), geometry.top() + inside};
    }
    return position;
}

} // namespace plotleaf
