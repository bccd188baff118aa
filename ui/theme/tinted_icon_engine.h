#pragma once

#include "ui/theme/color_role.h"

#include <QByteArray>
#include <QIconEngine>
#include <QPointer>

namespace plotleaf {

class Theme;

/// Draws an SVG whose strokes say "currentColor" in a colour of the theme, asked for at each
/// painting, so that icons follow a change of theme without being made anew. Sharp at every device
/// pixel ratio.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QByteArray svg, const Theme &theme, ColorRole role);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QByteArray m_svg;
    QPointer<const Theme> m_theme;
    ColorRole m_role;
};

} // namespace plotleaf
