#include "ui/widgets/palette_delegate.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace plotleaf {

PaletteDelegate::PaletteDelegate(Theme &theme, Icons icons, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_icons(icons)
{
}

// As wide as the list, which the view sees to: a hint that is wider would be scrolled sideways.
QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {1, QFontMetrics(m_theme.font(FontRole::Body)).height() + Spacing::m};
}

void PaletteDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(ColorRole::AccentSoft));
        painter->drawRoundedRect(option.rect, Radius::m, Radius::m);
    }
    const int iconRoom = m_icons == Icons::Shown ? IconSize::m + Spacing::m : 0;
    QRect icon(option.rect.left() + Spacing::s, 0, IconSize::m, IconSize::m);
    icon.moveTop(option.rect.center().y() - icon.height() / 2);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);

    const QFontMetrics metrics(m_theme.font(FontRole::Body));
    const QString shortcut = index.data(ShortcutRole).toString();
    QRect text = option.rect.adjusted(Spacing::s + iconRoom, 0, -Spacing::m, 0);
    painter->setFont(m_theme.font(FontRole::Small));
    painter->setPen(m_theme.color(enabled ? ColorRole::Muted : ColorRole::Disabled));
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, shortcut);
    text.adjust(0, 0, -metrics.horizontalAdvance(shortcut) - Spacing::m, 0);
    painter->setFont(m_theme.font(FontRole::Body));
    painter->setPen(m_theme.color(enabled ? ColorRole::Text : ColorRole::Disabled));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

} // namespace plotleaf
