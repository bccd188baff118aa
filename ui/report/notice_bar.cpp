#include "ui/report/notice_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace plotleaf {

namespace {

struct ToneLook
{
    const char *look;
    const char *icon;
    ColorRole color;
};

ToneLook lookOf(NoticeBar::Tone tone)
{
    switch (tone) {
    case NoticeBar::Tone::Warning:
        return {"warning", "triangle-alert", ColorRole::Warning};
    case NoticeBar::Tone::Error:
        return {"error", "circle-alert", ColorRole::Danger};
    case NoticeBar::Tone::Info:
        break;
    }
    return {"notice", "info", ColorRole::Accent};
}

} // namespace

NoticeBar::NoticeBar(Theme &theme, const QString &name, Tone tone, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_row(new QHBoxLayout(this)), m_text(new PlainLabel(this))
{
    const ToneLook look = lookOf(tone);
    setObjectName(name);
    setProperty("look", QString::fromLatin1(look.look));
    m_row->setContentsMargins(Spacing::m, Spacing::s, Spacing::s, Spacing::s);
    m_row->setSpacing(Spacing::s);
    auto *icon = new PlainLabel(this);
    icon->setPixmap(theme.icon(QString::fromLatin1(look.icon), look.color).pixmap(IconSize::m));
    connect(&theme, &Theme::changed, icon, [icon, look, &theme] {
        icon->setPixmap(theme.icon(QString::fromLatin1(look.icon), look.color).pixmap(IconSize::m));
    });
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(icon, 0, Qt::AlignVCenter);
    m_row->addWidget(m_text, 1);
    hide();
}

void NoticeBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

QPushButton *NoticeBar::addButton(const QString &text, std::function<void()> run)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    return button;
}

void NoticeBar::makeClosable()
{
    auto *button = new QToolButton(this);
    button->setIcon(m_theme.icon(QStringLiteral("x")));
    button->setToolTip(tr("Close"));
    button->setAccessibleName(tr("Close"));
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    connect(button, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
}

} // namespace plotleaf
