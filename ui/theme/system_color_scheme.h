#pragma once

#include <QObject>

namespace plotleaf {

/// Whether the desktop asks for dark windows. From Qt 6.5 Qt knows; before, on Linux, the desktop
/// portal is asked, and where there is none the palette that the platform gave us. Lives on the GUI
/// thread.
class SystemColorScheme : public QObject
{
    Q_OBJECT

public:
    /// Must be made before a palette of our own is set.
    explicit SystemColorScheme(QObject *parent = nullptr);

    virtual bool isDark() const { return m_dark; }

signals:
    void changed();

private:
    void setDark(bool dark);

    bool m_dark = false;
};

} // namespace plotleaf
