#include "ui/library/card_painter.h"

#include <QAbstractItemView>
#include <QFontMetrics>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int chipPadding = 7;

bool pointerIsIn(const QStyleOptionViewItem &option, const QRect &rect)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && option.state.testFlag(QStyle::State_MouseOver) &&
           rect.contains(view->viewport()->mapFromGlobal(QCursor::pos()));
}

} // namespace

CardPainter::CardPainter(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
    : m_painter(painter), m_option(option), m_theme(theme)
{
}

void CardPainter::frame() const
{
    const bool hovered = m_option.state.testFlag(QStyle::State_MouseOver);
    const bool focused = m_option.state.testFlag(QStyle::State_HasFocus);
    const bool selected = m_option.state.testFlag(QStyle::State_Selected);
    ColorRole edge = hovered ? ColorRole::BorderStrong : ColorRole::Border;
    if (selected || focused)
        edge = ColorRole::Focus;
    const double width = focused ? 2 : 1;
    m_painter.setPen(QPen(m_theme.color(edge), width));
    m_painter.setBrush(m_theme.color(hovered ? ColorRole::CardHover : ColorRole::Card));
    const double inset = width / 2;
    m_painter.drawRoundedRect(QRectF(m_option.rect).adjusted(inset, inset, -inset, -inset),
                              Radius::l, Radius::l);
}

void CardPainter::skeleton(const QRect &content) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(ColorRole::Hover));
    const int height = QFontMetrics(m_theme.font(FontRole::Body)).ascent();
    int y = content.top() + Spacing::xs;
    for (const double part : {0.6, 0.35, 0.9, 0.75}) {
        m_painter.drawRoundedRect(QRectF(content.left(), y, content.width() * part, height),
                                  Radius::s, Radius::s);
        y += 2 * height;
    }
}

void CardPainter::text(const QRect &rect,
                       const QString &elidedText,
                       FontRole font,
                       ColorRole color,
                       Qt::Alignment alignment) const
{
    m_painter.setFont(m_theme.font(font));
    m_painter.setPen(m_theme.color(color));
    m_painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, elidedText);
}

void CardPainter::icon(const QRect &rect, const QString &name, ColorRole color) const
{
    const double ratio = m_painter.device()->devicePixelRatioF();
    m_painter.drawPixmap(rect, m_theme.icon(name, color).pixmap(rect.size(), ratio));
}

void CardPainter::menuButton(const QRect &rect) const
{
    if (pointerIsIn(m_option, rect)) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(ColorRole::Pressed));
        m_painter.drawRoundedRect(rect, Radius::m, Radius::m);
    }
    QRect picture(0, 0, IconSize::m, IconSize::m);
    picture.moveCenter(rect.center());
    const bool strong = m_option.state.testFlag(QStyle::State_MouseOver) ||
                        m_option.state.testFlag(QStyle::State_HasFocus);
    icon(picture, u"ellipsis-vertical"_s, strong ? ColorRole::Text : ColorRole::Muted);
}

int CardPainter::chipHeight(const Theme &theme)
{
    return QFontMetrics(theme.font(FontRole::Small)).height() + Spacing::xs;
}

void CardPainter::chip(const QRect &rect,
                       const QString &text,
                       ColorRole color,
                       ColorRole background) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(background));
    m_painter.drawRoundedRect(rect, Radius::s, Radius::s);
    this->text(rect, text, FontRole::Small, color, Qt::AlignHCenter);
}

void CardPainter::chips(const QRect &row, const QStringList &texts) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    const auto widthOf = [&](const QString &text) {
        return metrics.horizontalAdvance(text) + 2 * chipPadding;
    };
    int x = row.left();
    for (int i = 0; i < texts.size(); ++i) {
        const int left = int(texts.size()) - i - 1;
        const QString more = u"+%1"_s.arg(left + 1);
        const int reserved = left > 0 ? Spacing::xs + widthOf(more) : 0;
        const int room = row.right() + 1 - x - reserved;
        // The first chip is shown even if only in part; no row says "+1" alone.
        const int width = i == 0 ? std::min(widthOf(texts.at(i)), room) : widthOf(texts.at(i));
        if (width > room) {
            chip({x, row.top(), widthOf(more), row.height()}, more, ColorRole::Muted,
                 ColorRole::Hover);
            return;
        }
        const QString shown =
            metrics.elidedText(texts.at(i), Qt::ElideRight, width - 2 * chipPadding + 1);
        chip({x, row.top(), width, row.height()}, shown, ColorRole::Text, ColorRole::AccentSoft);
        x += width + Spacing::xs;
    }
}

QRect CardPainter::chipAtRight(const QRect &row,
                               const QString &text,
                               const QString &iconName,
                               ColorRole color,
                               ColorRole background) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    const int iconRoom = iconName.isEmpty() ? 0 : IconSize::s - 2 + Spacing::xs;
    const int width = metrics.horizontalAdvance(text) + 2 * chipPadding + iconRoom;
    const QRect rect(row.right() + 1 - width, row.center().y() - row.height() / 2, width,
                     row.height());
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(background));
    m_painter.drawRoundedRect(rect, Radius::s, Radius::s);
    if (iconRoom > 0) {
        QRect picture(rect.left() + chipPadding, 0, IconSize::s - 2, IconSize::s - 2);
        picture.moveTop(rect.center().y() - picture.height() / 2 + 1);
        icon(picture, iconName, color);
    }
    this->text(rect.adjusted(chipPadding + iconRoom, 0, -chipPadding, 0), text, FontRole::Small,
               color);
    return rect;
}

} // namespace plotleaf
