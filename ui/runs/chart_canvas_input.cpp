// What mouse and keys do to a chart.
#include "ui/runs/chart_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QWheelEvent>

#include <cmath>

namespace plotleaf {

namespace {

constexpr double zoomPerNotch = 0.8;
constexpr double degreesPerNotch = 120; // as QWheelEvent counts, in eighths
constexpr double keyMove = 0.15;
constexpr double straightHand = 24; // pixels up or down that are not meant
constexpr int leastMark = 6;        // pixels; what is drawn smaller is a slip of the hand

} // namespace

void ChartCanvas::zoom(bool isY, const QPointF &at, double factor)
{
    if (isY)
        emit yWanted(zoomed(m_y, yAt(at.y()), factor));
    else
        emit xWanted(zoomed(m_x, xAt(at.x()), factor));
}

/// From where the drag began, so that no rounding adds up.
void ChartCanvas::moveBy(const QPointF &pixels)
{
    const QRectF area = plotArea();
    if (area.isEmpty())
        return;
    emit xWanted(moved(m_dragX, -pixels.x() / area.width()));
    if (!m_yFollows || std::abs(pixels.y()) > straightHand)
        emit yWanted(moved(m_dragY, pixels.y() / area.height()));
}

void ChartCanvas::takeMarked(const QRect &marked)
{
    const QRectF part = QRectF(marked).intersected(plotArea());
    if (part.width() < leastMark || part.height() < leastMark)
        return;
    const ChartRange x{xAt(part.left()), xAt(part.right())};
    const ChartRange y{yAt(part.bottom()), yAt(part.top())};
    emit xWanted(x);
    emit yWanted(y);
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    const bool isMark =
        event->button() == Qt::RightButton ||
        (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier);
    if (!isMark && event->button() != Qt::LeftButton)
        return;
    m_drag = isMark ? Drag::Mark : Drag::Move;
    m_dragFrom = event->position();
    m_dragX = m_x;
    m_dragY = m_y;
    if (isMark) {
        m_band->setGeometry(QRect(m_dragFrom.toPoint(), QSize()));
        m_band->show();
    }
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Mark) {
        m_band->setGeometry(QRect(m_dragFrom.toPoint(), event->position().toPoint()).normalized());
        return;
    }
    if (m_drag == Drag::Move)
        moveBy(event->position() - m_dragFrom);
    const bool isInside = plotArea().contains(event->position());
    emit pointed(isInside ? std::optional(xAt(event->position().x())) : std::nullopt);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_band->hide();
    if (drag == Drag::Mark)
        takeMarked(QRect(m_dragFrom.toPoint(), event->position().toPoint()).normalized());
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit resetWanted();
}

void ChartCanvas::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus() && !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    const QPoint turned = event->angleDelta();
    // Some systems turn a wheel with Shift into one from side to side.
    const double notches = (turned.y() != 0 ? turned.y() : turned.x()) / degreesPerNotch;
    const bool isBeside = event->position().x() < plotArea().left();
    const bool isY = isBeside || event->modifiers() & Qt::ShiftModifier;
    if (notches != 0)
        zoom(isY, event->position(), std::pow(zoomPerNotch, notches));
    event->accept();
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool isMove = event->modifiers() & Qt::ShiftModifier;
    const double across = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const double up = event->key() == Qt::Key_Down ? -1 : event->key() == Qt::Key_Up ? 1 : 0;
    if (across != 0 && isMove)
        emit xWanted(moved(m_x, across * keyMove));
    else if (across != 0)
        emit readingStepped(int(across));
    else if (up != 0 && isMove)
        emit yWanted(moved(m_y, up * keyMove));
    else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        zoom(false, plotArea().center(), zoomPerNotch);
    else if (event->key() == Qt::Key_Minus)
        zoom(false, plotArea().center(), 1 / zoomPerNotch);
    else if (event->key() == Qt::Key_Home)
        emit resetWanted();
    else
        QWidget::keyPressEvent(event);
}

void ChartCanvas::leaveEvent(QEvent * /*event*/)
{
    emit pointed(std::nullopt);
}

} // namespace plotleaf
