#include "ui/editor/source_layout.h"

#include <QTextBlock>
#include <QTextLayout>

namespace plotleaf {

void SourceLayout::setExtraSpacing(int pixels)
{
    if (m_extra == pixels)
        return;
    m_extra = pixels;
    requestUpdate();
}

QRectF SourceLayout::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect =
        QPlainTextDocumentLayout::blockBoundingRect(block); // lays the block out if need be
    if (m_extra == 0 || rect.isNull())
        return rect;
    const QTextLayout *layout = block.layout();
    const int above = m_extra / 2; // of whole pixels, so that lines stay sharp
    const bool isSpaced = layout->lineCount() > 0 && layout->lineAt(0).y() >= above && above > 0;
    if (!isSpaced) {
        for (int i = 0; i < layout->lineCount(); ++i) {
            QTextLine line = layout->lineAt(i);
            line.setPosition(QPointF(line.x(), line.y() + above + i * m_extra));
        }
        rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    }
    return rect.adjusted(0, 0, 0, m_extra - above);
}

} // namespace plotleaf
