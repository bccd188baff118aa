#include "ui/library/library_card_delegate.h"

#include "ui/library/card_painter.h"
#include "ui/widgets/plain_text.h"

#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace plotleaf {

namespace {

constexpr int cardPadding = Spacing::l;
constexpr int cardBodyLines = 2;
constexpr int menuButtonEdge = 28;
constexpr int leastCardWidthInCharacters = 42;

int lineHeight(const Theme &theme, FontRole role)
{
    return QFontMetrics(theme.font(role)).height();
}

} // namespace

LibraryCardGeometry LibraryCardGeometry::of(const QRect &card, const Theme &theme)
{
    const QRect inside = card.adjusted(cardPadding, cardPadding, -cardPadding, -cardPadding);
    LibraryCardGeometry g;
    const int nameHeight = lineHeight(theme, FontRole::Strong);
    g.menu = QRect(card.right() - menuButtonEdge - Spacing::s + 1, card.top() + Spacing::s + 2,
                   menuButtonEdge, menuButtonEdge);
    g.name =
        QRect(inside.left(), inside.top(), g.menu.left() - Spacing::xs - inside.left(), nameHeight);
    g.project = QRect(inside.left(), g.name.bottom() + 1 + Spacing::xs, inside.width(),
                      lineHeight(theme, FontRole::Small) + 2);
    g.body = QRect(inside.left(), g.project.bottom() + 1 + Spacing::m, inside.width(),
                   cardBodyLines * lineHeight(theme, FontRole::Body));
    g.tags = QRect(inside.left(), g.body.bottom() + 1 + Spacing::m, inside.width(),
                   CardPainter::chipHeight(theme));
    g.footer = QRect(inside.left(), g.tags.bottom() + 1 + Spacing::m, inside.width(),
                     CardPainter::chipHeight(theme));
    return g;
}

QSize LibraryCardGeometry::leastSize(const Theme &theme)
{
    const int width =
        QFontMetrics(theme.font(FontRole::Body)).averageCharWidth() * leastCardWidthInCharacters +
        2 * cardPadding;
    return {width, of(QRect(0, 0, width, 0), theme).footer.bottom() + 1 + cardPadding};
}

LibraryCardDelegate::LibraryCardDelegate(Theme &theme, const Clock &clock, QObject *parent)
    : CardDelegate(parent), m_theme(theme), m_clock(clock)
{
}

QSize LibraryCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return LibraryCardGeometry::leastSize(m_theme);
}

bool LibraryCardDelegate::helpEvent(QHelpEvent *event,
                                    QAbstractItemView *view,
                                    const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return CardDelegate::helpEvent(event, view, option, index);
    const QString text =
        toolTipAt(index, LibraryCardGeometry::of(option.rect, m_theme), event->pos());
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

} // namespace plotleaf
