#include "ui/theme/tinted_icon_engine.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

namespace plotleaf {

TintedIconEngine::TintedIconEngine(QByteArray svg, const Theme &theme, ColorRole role)
    : m_svg(std::move(svg)), m_theme(&theme), m_role(role)
{
}

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    if (!m_theme)
        return;
    const QColor color = m_theme->color(mode == QIcon::Disabled ? ColorRole::Disabled : m_role);
    QByteArray svg = m_svg;
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(painter, rect);
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    if (!m_theme)
        return {};
    const QColor color = m_theme->color(mode == QIcon::Disabled ? ColorRole::Disabled : m_role);
    const QString key = QStringLiteral("plotleaf-icon %1 %2 %3x%4")
                            .arg(qHash(m_svg), 0, 16)
                            .arg(color.name())
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(&painter, QRect(QPoint(), size), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

} // namespace plotleaf
