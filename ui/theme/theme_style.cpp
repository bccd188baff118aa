#include "ui/theme/theme_style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

/// The mark of a box or of a round choice has this edge at most.
constexpr int largestMark = 16;

} // namespace

ThemeStyle::ThemeStyle(const Theme &theme) : QProxyStyle(u"Fusion"_s), m_theme(&theme)
{
}

void ThemeStyle::drawPrimitive(PrimitiveElement element,
                               const QStyleOption *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if (m_theme && (isBox || element == PE_IndicatorRadioButton))
        drawMark(*option, *painter, !isBox);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ThemeStyle::drawMark(const QStyleOption &option, QPainter &painter, bool isRound) const
{
    const bool isOn = option.state & State_On;
    const bool isEnabled = option.state & State_Enabled;
    const int edge = std::min({option.rect.width(), option.rect.height(), largestMark});
    QRect place(0, 0, edge, edge);
    place.moveCenter(option.rect.center());
    ColorRole line = isEnabled ? ColorRole::BorderStrong : ColorRole::Border;
    if (isOn && isEnabled)
        line = ColorRole::Accent;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme->color(line));
    painter.setBrush(m_theme->color(isOn && isEnabled ? ColorRole::Accent : ColorRole::Field));
    const QRectF frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = isRound ? frame.width() / 2 : double(Radius::s);
    painter.drawRoundedRect(frame, radius, radius);
    const ColorRole mark = isEnabled ? ColorRole::AccentText : ColorRole::Disabled;
    if (isOn && isRound) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->color(mark));
        painter.drawEllipse(frame.center(), edge / 5.0, edge / 5.0);
    } else if (isOn) {
        m_theme->icon(u"check"_s, mark).paint(&painter, place.adjusted(2, 2, -2, -2));
    } else if (option.state & State_NoChange) {
        m_theme->icon(u"minus"_s, ColorRole::Text).paint(&painter, place.adjusted(2, 2, -2, -2));
    }
    painter.restore();
}

void ThemeStyle::drawComplexControl(ComplexControl control,
                                    const QStyleOptionComplex *option,
                                    QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (!m_theme || (control != CC_ComboBox && control != CC_SpinBox))
        return;
    const bool hasFocus = option->state & State_HasFocus;
    const double width = hasFocus ? 2 : 1;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(m_theme->color(hasFocus ? ColorRole::Focus : ColorRole::BorderStrong), width));
    painter->drawRoundedRect(
        QRectF(option->rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), Radius::s,
        Radius::s);
    painter->restore();
}

} // namespace plotleaf
