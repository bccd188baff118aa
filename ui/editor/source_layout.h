#pragma once

#include <QPlainTextDocumentLayout>

namespace plotleaf {

/// The plain text layout with room between the lines, which QPlainTextDocumentLayout has no setting
/// for: it puts lines one below the other, and every line is moved apart here when its block is
/// first asked for.
class SourceLayout : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    explicit SourceLayout(QTextDocument *document) : QPlainTextDocumentLayout(document) {}

    /// Room added to each line in pixels, half above and half below.
    void setExtraSpacing(int pixels);
    int extraSpacing() const { return m_extra; }

    QRectF blockBoundingRect(const QTextBlock &block) const override;

private:
    int m_extra = 0;
};

} // namespace plotleaf
