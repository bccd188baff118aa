#include "ui/widgets/card_grid_view.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace plotleaf {

void CardGridView::initOption(QStyleOptionViewItem &option, const QModelIndex &index) const
{
    initViewItemOption(&option);
    option.rect = visualRect(index);
    option.widget = this;
    option.state.setFlag(QStyle::State_Enabled, isEnabled());
    option.state.setFlag(QStyle::State_Selected,
                         index.isValid() && selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_MouseOver, index.isValid() && index == m_hovered);
    option.state.setFlag(QStyle::State_HasFocus,
                         hasFocus() && index.isValid() && index == currentIndex());
}

void CardGridView::paintEvent(QPaintEvent *event)
{
    if (!model() || !itemDelegate())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect dirty = event->rect();
    const int step = std::max(1, cardRect(columns()).top() - cardRect(0).top());
    const int firstLine = std::max(0, dirty.top() + verticalOffset() - cardRect(0).top()) / step;
    for (int row = firstLine * columns(); row < rows(); ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        const QRect rect = visualRect(index);
        if (rect.top() > dirty.bottom())
            break;
        if (!rect.intersects(dirty))
            continue;
        QStyleOptionViewItem option;
        initOption(option, index);
        itemDelegate()->paint(&painter, option, index);
    }
}

void CardGridView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    viewport()->update();
}

void CardGridView::scrollContentsBy(int dx, int dy)
{
    viewport()->scroll(dx, dy);
    announceVisibleRows();
}

void CardGridView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

void CardGridView::setHovered(const QModelIndex &index)
{
    if (index == m_hovered)
        return;
    viewport()->update(visualRect(m_hovered));
    m_hovered = index;
    viewport()->update(visualRect(m_hovered));
}

void CardGridView::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    setHovered(index);
    if (index.isValid()) // the delegate may light up a part of the card
        viewport()->update(visualRect(index));
    QAbstractItemView::mouseMoveEvent(event);
}

QRect CardGridView::menuButtonRect(const QModelIndex &index) const
{
    const auto *delegate = qobject_cast<const CardDelegate *>(itemDelegate());
    return delegate ? delegate->menuButtonRect(visualRect(index)) : QRect();
}

void CardGridView::mousePressEvent(QMouseEvent *event)
{
    QAbstractItemView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->pos()) : QModelIndex();
}

void CardGridView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const bool clicked = event->button() == Qt::LeftButton && index.isValid() && index == m_pressed;
    m_pressed = QModelIndex();
    QAbstractItemView::mouseReleaseEvent(event);
    if (!clicked)
        return;
    const QRect button = menuButtonRect(index);
    if (button.contains(event->pos()))
        emit menuRequested(index, viewport()->mapToGlobal(button.bottomLeft()));
    else
        emit opened(index);
}

bool CardGridView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered({});
    return QAbstractItemView::viewportEvent(event);
}

void CardGridView::keyPressEvent(QKeyEvent *event)
{
    const bool wantsMenu = event->key() == Qt::Key_Menu ||
                           (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier);
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (wantsMenu)
        requestMenuByKeyboard();
    else if (opens && event->modifiers() == Qt::NoModifier && currentIndex().isValid() &&
             state() != EditingState)
        emit opened(currentIndex());
    else
        QAbstractItemView::keyPressEvent(event);
}

void CardGridView::requestMenuByKeyboard()
{
    if (!currentIndex().isValid())
        return;
    scrollTo(currentIndex());
    const QRect button = menuButtonRect(currentIndex());
    const QPoint place =
        button.isEmpty() ? visualRect(currentIndex()).center() : button.bottomLeft();
    emit menuRequested(currentIndex(), viewport()->mapToGlobal(place));
}

void CardGridView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        requestMenuByKeyboard();
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    emit menuRequested(index, event->globalPos());
}

// Coming here with the Tab key must show where one is.
void CardGridView::focusInEvent(QFocusEvent *event)
{
    QAbstractItemView::focusInEvent(event);
    const bool byKeyboard = event->reason() == Qt::TabFocusReason ||
                            event->reason() == Qt::BacktabFocusReason ||
                            event->reason() == Qt::ShortcutFocusReason;
    if (byKeyboard && !currentIndex().isValid() && rows() > 0)
        setCurrentIndex(moveCursor(MoveHome, Qt::NoModifier));
    viewport()->update();
}

} // namespace plotleaf
