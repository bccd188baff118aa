#include "ui/editor/table_grid.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace plotleaf {

namespace {

constexpr int maxRows = 8;
constexpr int maxColumns = 8;
constexpr int cellSize = 20;
constexpr int cellStep = cellSize + Spacing::xs;

} // namespace

TableGrid::TableGrid(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("tableGrid"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSize(m_rows, m_columns);
}

QSize TableGrid::sizeHint() const
{
    return {2 * Spacing::s + maxColumns * cellStep - Spacing::xs,
            3 * Spacing::s + maxRows * cellStep - Spacing::xs + fontMetrics().height()};
}

QRect TableGrid::cell(int row, int column) const
{
    return {Spacing::s + column * cellStep, Spacing::s + row * cellStep, cellSize, cellSize};
}

void TableGrid::setSize(int rows, int columns)
{
    m_rows = qBound(1, rows, maxRows);
    m_columns = qBound(1, columns, maxColumns);
    setAccessibleName(tr("Table of %1 columns and %2 rows").arg(m_columns).arg(m_rows));
    update();
}

void TableGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < maxRows; ++row) {
        for (int column = 0; column < maxColumns; ++column) {
            const bool inside = row < m_rows && column < m_columns;
            painter.setPen(m_theme.color(inside ? ColorRole::Accent : ColorRole::BorderStrong));
            painter.setBrush(m_theme.color(inside ? ColorRole::AccentSoft : ColorRole::Field));
            painter.drawRoundedRect(QRectF(cell(row, column)).adjusted(0.5, 0.5, -0.5, -0.5),
                                    Radius::s, Radius::s);
        }
    }
    painter.setPen(m_theme.color(ColorRole::Muted));
    const QRect below(0, Spacing::s + maxRows * cellStep, width(), fontMetrics().height());
    painter.drawText(below, Qt::AlignCenter, tr("%1 columns × %2 rows").arg(m_columns).arg(m_rows));
}

void TableGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    setSize((at.y() - Spacing::s) / cellStep + 1, (at.x() - Spacing::s) / cellStep + 1);
}

void TableGrid::mouseReleaseEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
    emit picked(m_rows, m_columns);
}

void TableGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setSize(m_rows, m_columns - 1);
    case Qt::Key_Right:
        return setSize(m_rows, m_columns + 1);
    case Qt::Key_Up:
        return setSize(m_rows - 1, m_columns);
    case Qt::Key_Down:
        return setSize(m_rows + 1, m_columns);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit picked(m_rows, m_columns);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace plotleaf
