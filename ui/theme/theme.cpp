#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme_colors.h"
#include "ui/theme/theme_style.h"
#include "ui/theme/tinted_icon_engine.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QToolTip>

// The icons are in a static library, whose objects the linker takes only when they are asked for by
// name; the macro works outside of namespaces only.
static void initIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr double smallerFont = 0.9;
constexpr double titleFont = 1.45;

} // namespace

Theme::Theme(SystemColorScheme &system, QObject *parent) : QObject(parent), m_system(system)
{
    initIconResource();
    const QFont body = QApplication::font();
    m_bodyFamily = body.family();
    m_bodyPointSize = body.pointSizeF() > 0 ? body.pointSizeF() : 10;
    m_editorPointSize = m_bodyPointSize;
    connect(&system, &SystemColorScheme::changed, this, [this] {
        if (m_mode == ThemeMode::System)
            refresh();
    });
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    refresh();
}

bool Theme::isDark() const
{
    return m_mode == ThemeMode::System ? m_system.isDark() : m_mode == ThemeMode::Dark;
}

QColor Theme::color(ColorRole role) const
{
    return themeColor(role, isDark());
}

QFont Theme::font(FontRole role) const
{
    QFont font = role == FontRole::Editor || role == FontRole::Monospace
                     ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                     : QFont(m_bodyFamily);
    font.setPointSizeF(m_bodyPointSize);
    switch (role) {
    case FontRole::Body:
    case FontRole::Monospace:
        break;
    case FontRole::Small:
        font.setPointSizeF(m_bodyPointSize * smallerFont);
        break;
    case FontRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Title:
        font.setPointSizeF(m_bodyPointSize * titleFont);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Editor:
        if (!m_editorFamily.isEmpty())
            font.setFamily(m_editorFamily);
        font.setPointSizeF(m_editorPointSize);
        break;
    }
    return font;
}

void Theme::setBodyPointSize(double points)
{
    if (qFuzzyCompare(points, m_bodyPointSize))
        return;
    m_bodyPointSize = points;
    refresh();
}

void Theme::setEditorFont(const QString &family, double points)
{
    if (family == m_editorFamily && qFuzzyCompare(points, m_editorPointSize))
        return;
    m_editorFamily = family;
    m_editorPointSize = points;
    refresh();
}

QIcon Theme::icon(const QString &name, ColorRole role) const
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedIconEngine(file.readAll(), *this, role));
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole to, ColorRole from) {
        palette.setColor(to, color(from));
    };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Field);
    set(QPalette::AlternateBase, ColorRole::Window);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::Button, ColorRole::Surface);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::Danger);
    set(QPalette::PlaceholderText, ColorRole::Muted);
    set(QPalette::ToolTipBase, ColorRole::Tooltip);
    set(QPalette::ToolTipText, ColorRole::TooltipText);
    set(QPalette::Highlight, ColorRole::Selection);
    set(QPalette::HighlightedText, ColorRole::SelectionText);
    set(QPalette::Link, ColorRole::Link);
    set(QPalette::LinkVisited, ColorRole::Link);
    set(QPalette::Light, ColorRole::Surface);
    set(QPalette::Midlight, ColorRole::Hover);
    set(QPalette::Mid, ColorRole::Border);
    set(QPalette::Dark, ColorRole::BorderStrong);
    set(QPalette::Shadow, ColorRole::BorderStrong);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::Disabled));
    return palette;
}

void Theme::apply()
{
    m_applied = true;
    QApplication::setStyle(new ThemeStyle(*this));
    refresh();
}

void Theme::refresh()
{
    if (m_applied) {
        QApplication::setPalette(palette());
        QApplication::setFont(font(FontRole::Body));
        QToolTip::setFont(font(FontRole::Body));
        qApp->setStyleSheet(styleSheet(*this));
    }
    emit changed();
}

} // namespace plotleaf
