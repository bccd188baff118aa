#pragma once

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace plotleaf {

/// The parts that cards of reports and of projects have in common.
class CardPainter
{
public:
    CardPainter(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme);

    void frame() const;
    /// Grey bars where text will stand.
    void skeleton(const QRect &content) const;
    void text(const QRect &rect,
              const QString &elidedText,
              FontRole font,
              ColorRole color,
              Qt::Alignment alignment = Qt::AlignLeft) const;
    void icon(const QRect &rect, const QString &name, ColorRole color) const;
    void menuButton(const QRect &rect) const;
    /// Draws chips from left to right and, when not all fit, how many are left: "+3".
    void chips(const QRect &row, const QStringList &texts) const;
    /// Draws one chip that ends at the right edge of `row` and returns where it stands.
    QRect chipAtRight(const QRect &row,
                      const QString &text,
                      const QString &iconName,
                      ColorRole color,
                      ColorRole background) const;

    static int chipHeight(const Theme &theme);

private:
    void chip(const QRect &rect, const QString &text, ColorRole color, ColorRole background) const;

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
};

} // namespace plotleaf
