#pragma once

#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace plotleaf {

/// Whether the desktop asks for dark windows. From Qt 6.5 Qt knows; before, the desktop portal is
/// asked (org.freedesktop.appearance color-scheme: 0 no preference, 1 dark, 2 light), and where
/// there is none the palette that the platform gave us. Lives on the GUI thread.
class SystemColorScheme : public QObject
{
    Q_OBJECT

public:
    /// Must be made before a palette of our own is set.
    explicit SystemColorScheme(QObject *parent = nullptr);

    virtual bool isDark() const { return m_dark; }

signals:
    void changed();

private slots:
    void portalSettingChanged(const QString &area, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void portalAnswered(QDBusPendingCallWatcher *watcher);
    void setDark(bool dark);

    bool m_dark = false;
};

} // namespace plotleaf
