#pragma once

#include "ui/theme/color_role.h"
#include "ui/theme/metrics.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

namespace plotleaf {

class SystemColorScheme;

enum class ThemeMode { System, Light, Dark };

/// Colours, fonts and icons of the windows, in light and dark; the distances are in metrics.h.
/// Whoever paints by hand asks here at each painting, so a change needs nothing but an update.
/// Lives on the GUI thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// `system` must outlive the theme.
    explicit Theme(SystemColorScheme &system, QObject *parent = nullptr);

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    bool isDark() const;

    QColor color(ColorRole role) const;
    QFont font(FontRole role) const;
    /// Size of Body in points; the other roles follow.
    void setBodyPointSize(double points);
    double bodyPointSize() const { return m_bodyPointSize; }
    /// Family and size of FontRole::Editor. An empty family: the system's monospaced font.
    void setEditorFont(const QString &family, double points);

    /// The icon resources/icons/icons.txt calls `name`, drawn in the role's colour of whichever
    /// theme is on when it is painted. Unknown names give a null icon.
    QIcon icon(const QString &name, ColorRole role = ColorRole::Text) const;

    /// The palette that `apply` sets, for widgets that need one of their own.
    QPalette palette() const;

    /// Gives the application style, palette, font and style sheet, now and at each change.
    void apply();

signals:
    /// Colours or fonts are others now; palette and style sheet have been set.
    void changed();

private:
    void refresh();

    SystemColorScheme &m_system;
    ThemeMode m_mode = ThemeMode::System;
    double m_bodyPointSize = 0;
    QString m_editorFamily;
    double m_editorPointSize = 0;
    QString m_bodyFamily;
    bool m_applied = false;
};

} // namespace plotleaf
