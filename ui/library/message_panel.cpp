#include "ui/library/message_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int messageTextWidth = 440;

} // namespace

MessagePanel::MessagePanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"messagePanel"_s);
    m_title->setObjectName(u"messageTitle"_s);
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(messageTextWidth);
    setLook(m_text, u"muted"_s);
    for (QLabel *label : {m_icon, m_title, m_text})
        label->setAlignment(Qt::AlignHCenter);
    m_buttons->setSpacing(Spacing::s);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Spacing::m);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(Spacing::s);
    column->addLayout(m_buttons);
    column->addStretch(3);
    connect(&theme, &Theme::changed, this, &MessagePanel::drawIcon);
    drawIcon();
}

void MessagePanel::setMessage(const QString &icon, const QString &title, const QString &text)
{
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    // A centred label in a layout is not asked how high it gets when its text wraps.
    m_text->setFixedHeight(std::max(0, m_text->heightForWidth(messageTextWidth)));
    drawIcon();
}

void MessagePanel::drawIcon()
{
    m_title->setFont(m_theme.font(FontRole::Title));
    const QSize size(IconSize::illustration, IconSize::illustration);
    m_icon->setPixmap(
        m_theme.icon(m_iconName, ColorRole::Accent).pixmap(size, devicePixelRatioF()));
}

void MessagePanel::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide(); // not to be seen under its successor until it goes
            widget->deleteLater();
        }
        delete item;
    }
    m_buttons->addStretch();
    m_buttons->addStretch();
}

QPushButton *MessagePanel::addButton(const QString &objectName, const QString &text, bool primary)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    if (primary)
        setLook(button, u"primary"_s);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace plotleaf
