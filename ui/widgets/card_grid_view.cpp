#include "ui/widgets/card_grid_view.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/look.h"

#include <QScrollBar>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int gridMargin = Spacing::xl;
constexpr int gridTop = Spacing::s;
constexpr int gridGap = Spacing::l;

} // namespace

CardGridView::CardGridView(QWidget *parent) : QAbstractItemView(parent)
{
    setLook(this, u"cards"_s);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAttribute(Qt::WA_Hover);
}

int CardGridView::rows() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int CardGridView::columns() const
{
    const int least = std::max(1, leastCardSize().width());
    const int room = viewport()->width() - 2 * gridMargin + gridGap;
    return std::max(1, room / (least + gridGap));
}

QSize CardGridView::leastCardSize() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return itemDelegate() ? itemDelegate()->sizeHint(option, {}) : QSize(1, 1);
}

QSize CardGridView::cardSize() const
{
    const QSize hint = leastCardSize();
    const int count = columns();
    const int width = (viewport()->width() - 2 * gridMargin - (count - 1) * gridGap) / count;
    // One or two reports do not become as wide as the window.
    return {std::clamp(width, std::min(width, hint.width()), hint.width() * 3 / 2), hint.height()};
}

QRect CardGridView::cardRect(int row) const
{
    const QSize size = cardSize();
    const int count = columns();
    return {gridMargin + (row % count) * (size.width() + gridGap),
            gridTop + (row / count) * (size.height() + gridGap), size.width(), size.height()};
}

int CardGridView::contentsHeight() const
{
    return rows() == 0 ? 0 : cardRect(rows() - 1).bottom() + 1 + gridMargin;
}

QRect CardGridView::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? cardRect(index.row()).translated(0, -verticalOffset()) : QRect();
}

QModelIndex CardGridView::indexAt(const QPoint &point) const
{
    const QSize size = cardSize();
    const int count = columns();
    const int column = (point.x() - gridMargin) / (size.width() + gridGap);
    const int line = (point.y() + verticalOffset() - gridTop) / (size.height() + gridGap);
    if (point.x() < gridMargin || point.y() + verticalOffset() < gridTop || column >= count)
        return {};
    const int row = line * count + column;
    if (row >= rows() || !cardRect(row).translated(0, -verticalOffset()).contains(point))
        return {};
    return model()->index(row, 0, rootIndex());
}

// The base class would read every row of the model, loaded or not; the library has a search field
// for this.
void CardGridView::keyboardSearch(const QString &)
{
}

int CardGridView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void CardGridView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect card = cardRect(index.row());
    const int top = verticalOffset();
    const int height = viewport()->height();
    int wanted = top;
    if (hint == PositionAtTop || card.top() - gridGap < top)
        wanted = card.top() - gridGap;
    else if (hint == PositionAtBottom || card.bottom() + gridGap > top + height)
        wanted = card.bottom() + gridGap - height;
    if (hint == PositionAtCenter)
        wanted = card.center().y() - height / 2;
    verticalScrollBar()->setValue(wanted);
}

QModelIndex CardGridView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    if (!currentIndex().isValid())
        return model()->index(0, 0, rootIndex());
    const int count = columns();
    const int step = cardSize().height() + gridGap;
    const int page = std::max(1, viewport()->height() / step) * count;
    int row = currentIndex().row();
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        row -= 1;
        break;
    case MoveRight:
    case MoveNext:
        row += 1;
        break;
    case MoveUp:
        row -= row >= count ? count : 0;
        break;
    case MoveDown:
        row += count;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows() - 1;
        break;
    }
    return model()->index(std::clamp(row, 0, rows() - 1), 0, rootIndex());
}

void CardGridView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(rect.center());
    selectionModel()->select(index, command);
}

QRegion CardGridView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index);
    return region;
}

void CardGridView::updateGeometries()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep((cardSize().height() + gridGap) / 3);
    bar->setRange(0, std::max(0, contentsHeight() - viewport()->height()));
    QAbstractItemView::updateGeometries();
    announceVisibleRows();
}

void CardGridView::announceVisibleRows()
{
    if (rows() == 0)
        return;
    const int step = cardSize().height() + gridGap;
    const int firstLine = std::max(0, verticalOffset() - gridTop) / step;
    const int lastLine = std::max(0, verticalOffset() + viewport()->height() - gridTop) / step;
    const int first = std::min(firstLine * columns(), rows() - 1);
    emit visibleRowsChanged(first, std::min((lastLine + 1) * columns() - 1, rows() - 1));
}

} // namespace plotleaf
