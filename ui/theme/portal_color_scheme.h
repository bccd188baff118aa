#pragma once

#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace plotleaf {

/// What the desktop portal says of dark windows (org.freedesktop.portal.Settings,
/// org.freedesktop.appearance color-scheme: 0 no preference, 1 dark, 2 light). Needed where Qt does
/// not ask by itself, which is Linux before Qt 6.5; built only there. Says nothing where there is
/// no portal. Lives on the GUI thread.
class PortalColorScheme : public QObject
{
    Q_OBJECT

public:
    explicit PortalColorScheme(QObject *parent = nullptr);

signals:
    /// At first and at each change, unless there is no preference.
    void preferred(bool dark);

private slots:
    void settingChanged(const QString &area, const QString &key, const QDBusVariant &value);

private:
    void answered(QDBusPendingCallWatcher *watcher);
};

} // namespace plotleaf
