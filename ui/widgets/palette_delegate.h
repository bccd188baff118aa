#pragma once

#include <QStyledItemDelegate>

namespace plotleaf {

class Theme;

/// A row of the command palette: icon, path of the command, its shortcut at the right; or of
/// another list of texts with something small behind.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole, CommandRole };

    enum class Icons { Shown, None };

    explicit PaletteDelegate(Theme &theme, Icons icons = Icons::Shown, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    Theme &m_theme;
    const Icons m_icons;
};

} // namespace plotleaf
