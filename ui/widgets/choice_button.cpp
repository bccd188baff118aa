#include "ui/widgets/choice_button.h"

#include "ui/theme/theme.h"
#include "ui/widgets/look.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int choicePadding = 10;
constexpr int choiceHeightPadding = 14;
constexpr int choiceIcon = 16;
constexpr int choiceArrow = 12;

} // namespace

ChoiceButton::ChoiceButton(Theme &theme,
                           const QString &objectName,
                           const QString &icon,
                           const QString &text,
                           QWidget *parent)
    : QToolButton(parent), m_theme(theme)
{
    setObjectName(objectName);
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setLook(this, u"filter"_s);
    setIconName(icon);
}

void ChoiceButton::setIconName(const QString &icon)
{
    setIcon(m_theme.icon(icon));
}

void ChoiceButton::setArrowShown(bool shown)
{
    m_arrow = shown;
    updateGeometry();
}

QSize ChoiceButton::sizeHint() const
{
    int width = 2 * choicePadding + choiceIcon;
    if (!text().isEmpty())
        width += Spacing::s - 2 + fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    if (m_arrow)
        width += Spacing::s - 2 + choiceArrow;
    return {width, fontMetrics().height() + choiceHeightPadding};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    option.features = QStyleOptionToolButton::None;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    const int middle = rect().center().y() + 1;
    QRect picture(choicePadding, middle - choiceIcon / 2, choiceIcon, choiceIcon);
    if (text().isEmpty())
        picture.moveCenter(rect().center());
    icon().paint(&painter, picture, Qt::AlignCenter, mode);
    if (m_arrow) {
        const QRect arrow(width() - choicePadding - choiceArrow, middle - choiceArrow / 2,
                          choiceArrow, choiceArrow);
        m_theme.icon(u"chevron-down"_s, ColorRole::Muted)
            .paint(&painter, arrow, Qt::AlignCenter, mode);
    }
    painter.setPen(m_theme.color(isEnabled() ? ColorRole::Text : ColorRole::Disabled));
    const QRect words = rect().adjusted(picture.right() + Spacing::s - 1, 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
}

} // namespace plotleaf
