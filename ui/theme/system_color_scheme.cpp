#include "ui/theme/system_color_scheme.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#ifdef PLOTLEAF_PORTAL
#include "ui/theme/portal_color_scheme.h"
#endif

namespace plotleaf {

namespace {

bool paletteIsDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

} // namespace

SystemColorScheme::SystemColorScheme(QObject *parent)
    : QObject(parent), m_dark(paletteIsDark(QGuiApplication::palette()))
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const QStyleHints *hints = QGuiApplication::styleHints();
    if (hints->colorScheme() != Qt::ColorScheme::Unknown)
        m_dark = hints->colorScheme() == Qt::ColorScheme::Dark;
    connect(hints, &QStyleHints::colorSchemeChanged, this,
            [this](Qt::ColorScheme scheme) { setDark(scheme == Qt::ColorScheme::Dark); });
#elif defined(PLOTLEAF_PORTAL)
    const auto *portal = new PortalColorScheme(this);
    connect(portal, &PortalColorScheme::preferred, this, &SystemColorScheme::setDark);
#endif
}

void SystemColorScheme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed();
}

} // namespace plotleaf
