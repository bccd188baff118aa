#pragma once

#include <QStyledItemDelegate>

namespace plotleaf {

class Theme;

/// A row of the command palette: icon, path of the command, its shortcut at the right.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole, CommandRole };

    explicit PaletteDelegate(Theme &theme, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace plotleaf
