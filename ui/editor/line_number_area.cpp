#include "ui/editor/line_number_area.h"

#include "ui/editor/source_editor.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace plotleaf {

LineNumberArea::LineNumberArea(SourceEditor &editor, const Theme &theme)
    : QWidget(&editor), m_editor(editor), m_theme(theme)
{
    setObjectName(QStringLiteral("lineNumbers"));
    setAccessibleName(tr("Line numbers"));
}

int LineNumberArea::widthFor(int lines) const
{
    const int digits = qMax(2, int(QString::number(lines).size()));
    return m_editor.fontMetrics().horizontalAdvance(QString(digits, u'0')) + Spacing::m +
           Spacing::s;
}

void LineNumberArea::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::EditorGutter));
    painter.setFont(m_editor.font());
    const QTextBlock current = m_editor.textCursor().block();
    for (QTextBlock block = m_editor.firstBlockOnScreen(); block.isValid(); block = block.next()) {
        const QRectF geometry = m_editor.blockGeometry(block);
        if (geometry.top() > event->rect().bottom())
            break;
        const ColorRole role = block == current ? ColorRole::Text : ColorRole::EditorGutterText;
        painter.setPen(m_theme.color(role));
        const int lineHeight = m_editor.fontMetrics().lineSpacing() + m_editor.extraLineSpacing();
        painter.drawText(QRectF(0, geometry.top(), width() - Spacing::s, lineHeight),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
    }
}

} // namespace plotleaf
