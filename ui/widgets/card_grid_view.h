#pragma once

#include <QAbstractItemView>
#include <QStyledItemDelegate>

namespace plotleaf {

/// Draws the cards of a CardGridView.
class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where a card that stands at `card` has its menu button; empty: it has none.
    virtual QRect menuButtonRect(const QRect &card) const = 0;
};

/// Shows a flat model as cards of equal size, side by side and as wide as the window allows. Where
/// a card stands is computed, never stored, so a model may hold any number of rows. The delegate's
/// sizeHint() gives the least width and the height of a card.
///
/// Arrow keys, Home, End and the page keys move; a click or Enter opens; the card's menu button,
/// the menu key, Shift+F10 and the right button ask for a menu. GUI thread.
class CardGridView : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit CardGridView(QWidget *parent = nullptr);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void keyboardSearch(const QString &search) override;

    int columns() const;
    QModelIndex hovered() const { return m_hovered; }

signals:
    /// First and last row that can be seen, also in part. Emitted after scrolling, resizing and
    /// model changes.
    void visibleRowsChanged(int first, int last);
    /// A menu for this card is wanted at this place (global).
    void menuRequested(const QModelIndex &index, const QPoint &globalPosition);
    void opened(const QModelIndex &index);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    int rows() const;
    QSize leastCardSize() const;
    QSize cardSize() const;
    /// In contents coordinates, before scrolling.
    QRect cardRect(int row) const;
    int contentsHeight() const;
    void setHovered(const QModelIndex &index);
    QRect menuButtonRect(const QModelIndex &index) const;
    void requestMenuByKeyboard();
    void announceVisibleRows();
    void initOption(QStyleOptionViewItem &option, const QModelIndex &index) const;

    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_pressed;
};

} // namespace plotleaf
