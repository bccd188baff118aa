#pragma once

#include "ui/widgets/notifier.h"

#include <QDateTime>
#include <QFrame>
#include <QList>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace plotleaf {

class Clock;
class Theme;

/// Shows notices one at a time, the newest first, in a bar that never takes the keyboard. Errors
/// stay until closed; the rest go away by themselves, each after it was shown for shownMs. Waits
/// while the pointer rests on it.
class NotificationBar : public QFrame
{
    Q_OBJECT

public:
    /// How long a notice is shown that goes away by itself.
    static constexpr int shownMs = 8000;

    NotificationBar(Notifier &notifier,
                    Theme &theme,
                    const Clock &clock,
                    QWidget *parent = nullptr);

    /// The notices not yet closed, the shown one first.
    const QList<Notice> &notices() const { return m_notices; }

public slots:
    void add(const plotleaf::Notice &notice);
    /// Takes the notice with this key away, shown or waiting.
    void remove(const QString &key);
    /// Does what the shown notice offers and closes it.
    void runAction();
    void closeCurrent();
    /// Looks at the clock; the bar does so several times a second while a notice is to go away.
    void closeWhenDue();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void showFirst();
    void startWaiting();

    Theme &m_theme;
    const Clock &m_clock;
    QList<Notice> m_notices;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QDateTime m_until; ///< when the shown notice goes away; invalid: not by itself
    QTimer m_beat;     ///< looks at the clock
};

} // namespace plotleaf
