#pragma once

#include <QPointer>
#include <QProxyStyle>

namespace plotleaf {

class Theme;

/// Fusion with the theme's edges. Fusion takes the lines around boxes, choices and marks for a
/// darker shade of the window, which nobody sees in a dark one.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ThemeStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget = nullptr) const override;

private:
    void drawMark(const QStyleOption &option, QPainter &painter, bool isRound) const;

    QPointer<const Theme> m_theme; ///< the application's style may outlive it
};

} // namespace plotleaf
