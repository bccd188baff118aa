#include "ui/widgets/notification_bar.h"

#include "core/base/clock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int noticeBeatMs = 250;

QString noticeKey(const Notice &notice)
{
    return notice.key.isEmpty() ? notice.text : notice.key;
}

struct NoticeLook
{
    QString look;
    QString icon;
    ColorRole color;
};

NoticeLook noticeLook(Notice::Severity severity)
{
    switch (severity) {
    case Notice::Severity::Warning:
        return {u"warning"_s, u"triangle-alert"_s, ColorRole::Warning};
    case Notice::Severity::Error:
        return {u"error"_s, u"circle-alert"_s, ColorRole::Danger};
    case Notice::Severity::Info:
        break;
    }
    return {u"notice"_s, u"info"_s, ColorRole::Accent};
}

} // namespace

NotificationBar::NotificationBar(Notifier &notifier,
                                 Theme &theme,
                                 const Clock &clock,
                                 QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_icon(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"notificationBar"_s);
    setAccessibleName(tr("Notification"));
    m_text->setObjectName(u"notificationText"_s);
    m_text->setWordWrap(true);
    m_action->setObjectName(u"notificationAction"_s);
    setLook(m_action, u"flat"_s);
    m_close->setObjectName(u"notificationClose"_s);
    m_close->setAccessibleName(tr("Close notification"));
    m_close->setToolTip(tr("Close"));
    m_close->setIcon(theme.icon(u"x"_s));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::m, Spacing::xs, Spacing::s, Spacing::xs);
    row->setSpacing(Spacing::s);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_beat.setInterval(noticeBeatMs);
    connect(&m_beat, &QTimer::timeout, this, &NotificationBar::closeWhenDue);
    connect(m_action, &QPushButton::clicked, this, &NotificationBar::runAction);
    connect(m_close, &QToolButton::clicked, this, &NotificationBar::closeCurrent);
    connect(&notifier, &Notifier::posted, this, &NotificationBar::add);
    connect(&notifier, &Notifier::withdrawn, this, &NotificationBar::remove);
    connect(&theme, &Theme::changed, this, &NotificationBar::showFirst);
    hide();
}

void NotificationBar::add(const Notice &notice)
{
    m_notices.removeIf([&](const Notice &other) { return noticeKey(other) == noticeKey(notice); });
    m_notices.prepend(notice);
    showFirst();
}

void NotificationBar::remove(const QString &key)
{
    const auto hasKey = [&](const Notice &notice) { return noticeKey(notice) == key; };
    if (m_notices.removeIf(hasKey) > 0)
        showFirst();
}

void NotificationBar::runAction()
{
    if (m_notices.isEmpty())
        return;
    const auto action = m_notices.first().action;
    closeCurrent();
    if (action)
        action();
}

void NotificationBar::closeCurrent()
{
    if (!m_notices.isEmpty())
        m_notices.removeFirst();
    showFirst();
}

void NotificationBar::showFirst()
{
    m_beat.stop();
    setVisible(!m_notices.isEmpty());
    if (m_notices.isEmpty())
        return;
    const Notice &notice = m_notices.first();
    const NoticeLook look = noticeLook(notice.severity);
    setLook(this, look.look);
    m_icon->setPixmap(m_theme.icon(look.icon, look.color)
                          .pixmap(QSize(IconSize::m, IconSize::m), devicePixelRatioF()));
    m_text->setText(notice.text);
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    startWaiting();
}

void NotificationBar::startWaiting()
{
    m_until = {};
    if (m_notices.isEmpty() || m_notices.first().staysUntilClosed ||
        m_notices.first().severity == Notice::Severity::Error)
        return;
    m_until = m_clock.now().addMSecs(shownMs);
    m_beat.start();
}

void NotificationBar::closeWhenDue()
{
    if (m_until.isValid() && m_clock.now() >= m_until)
        closeCurrent();
}

void NotificationBar::enterEvent(QEnterEvent *event)
{
    m_until = {};
    m_beat.stop();
    QFrame::enterEvent(event);
}

void NotificationBar::leaveEvent(QEvent *event)
{
    startWaiting();
    QFrame::leaveEvent(event);
}

} // namespace plotleaf
