#pragma once

class QColor;
class QPainter;
class QPointF;

namespace plotleaf {

class SourceEditor;

/// Paints what lies behind the text: the line with the cursor, and the room between selected lines,
/// which the text layout leaves out because it knows nothing of the extra spacing.
void paintCurrentLine(QPainter &painter, const SourceEditor &editor, const QColor &color);
void paintSelectionGaps(QPainter &painter, const SourceEditor &editor, const QColor &color);

/// The point moved into the nearest line of text when it lies in the room between two: the text
/// layout takes a click there for one at the line's start or end.
QPointF snappedToLine(const SourceEditor &editor, const QPointF &position);

} // namespace plotleaf
