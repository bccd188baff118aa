#pragma once

#include "ui/widgets/notifier.h"

#include <QFrame>
#include <QList>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace plotleaf {

class Theme;

/// Shows notices one at a time in a bar that never takes the keyboard. Errors stay until closed;
/// the rest go away by themselves. Waits while the pointer rests on it.
class NotificationBar : public QFrame
{
    Q_OBJECT

public:
    NotificationBar(Notifier &notifier, Theme &theme, QWidget *parent = nullptr);

    /// The notices not yet closed, the shown one first.
    const QList<Notice> &notices() const { return m_notices; }

public slots:
    void add(const plotleaf::Notice &notice);
    /// Takes the notice with this key away, shown or waiting.
    void remove(const QString &key);
    /// Does what the shown notice offers and closes it.
    void runAction();
    void closeCurrent();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void showFirst();
    void startTimer();

    Theme &m_theme;
    QList<Notice> m_notices;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
};

} // namespace plotleaf
