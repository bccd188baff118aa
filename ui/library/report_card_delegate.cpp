#include "ui/library/report_card_delegate.h"

#include "core/base/clock.h"
#include "ui/library/card_painter.h"
#include "ui/library/report_list_model.h"
#include "ui/widgets/relative_time.h"

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardPadding = Spacing::l;
constexpr int bodyLines = 2;
constexpr int menuButtonEdge = 28;
constexpr int leastCardWidthInCharacters = 42;
constexpr int textsKept = 400;

int lineHeight(const Theme &theme, FontRole role)
{
    return QFontMetrics(theme.font(role)).height();
}

} // namespace

ReportCardGeometry ReportCardGeometry::of(const QRect &card, const Theme &theme)
{
    const QRect inside = card.adjusted(cardPadding, cardPadding, -cardPadding, -cardPadding);
    ReportCardGeometry g;
    const int nameHeight = lineHeight(theme, FontRole::Strong);
    g.menu = QRect(card.right() - menuButtonEdge - Spacing::s + 1, card.top() + Spacing::s + 2,
                   menuButtonEdge, menuButtonEdge);
    g.name =
        QRect(inside.left(), inside.top(), g.menu.left() - Spacing::xs - inside.left(), nameHeight);
    g.project = QRect(inside.left(), g.name.bottom() + 1 + Spacing::xs, inside.width(),
                      lineHeight(theme, FontRole::Small) + 2);
    g.body = QRect(inside.left(), g.project.bottom() + 1 + Spacing::m, inside.width(),
                   bodyLines * lineHeight(theme, FontRole::Body));
    g.tags = QRect(inside.left(), g.body.bottom() + 1 + Spacing::m, inside.width(),
                   CardPainter::chipHeight(theme));
    g.footer = QRect(inside.left(), g.tags.bottom() + 1 + Spacing::m, inside.width(),
                     CardPainter::chipHeight(theme));
    return g;
}

QSize ReportCardGeometry::leastSize(const Theme &theme)
{
    const int width =
        QFontMetrics(theme.font(FontRole::Body)).averageCharWidth() * leastCardWidthInCharacters +
        2 * cardPadding;
    return {width, of(QRect(0, 0, width, 0), theme).footer.bottom() + 1 + cardPadding};
}

ReportCardDelegate::ReportCardDelegate(Theme &theme, const Clock &clock, QObject *parent)
    : CardDelegate(parent), m_theme(theme), m_clock(clock), m_texts(textsKept)
{
    connect(&theme, &Theme::changed, this, [this] { m_texts.clear(); });
}

QRect ReportCardDelegate::menuButtonRect(const QRect &card) const
{
    return ReportCardGeometry::of(card, m_theme).menu;
}

QSize ReportCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return ReportCardGeometry::leastSize(m_theme);
}

const ReportCardDelegate::Texts &ReportCardDelegate::texts(const ReportHit &hit,
                                                           const ReportCardGeometry &geometry) const
{
    const ReportSummary &summary = hit.summary;
    const QString key = summary.id.toString() %
                        QString::number(summary.updated.toMSecsSinceEpoch()) % u' ' %
                        QString::number(geometry.body.width()) % summary.name % hit.snippet;
    if (const Texts *known = m_texts.object(key))
        return *known;
    auto *made = new Texts;
    const QFontMetrics strong(m_theme.font(FontRole::Strong));
    const QFontMetrics small(m_theme.font(FontRole::Small));
    const int projectRoom = geometry.project.width() - IconSize::s - Spacing::xs;
    made->name = strong.elidedText(summary.name, Qt::ElideRight, geometry.name.width());
    made->project = small.elidedText(summary.project, Qt::ElideMiddle, projectRoom);
    made->body =
        hitLines(hit.snippet.isEmpty() ? summary.description : hit.snippet,
                 QFontMetrics(m_theme.font(FontRole::Body)), geometry.body.width(), bodyLines);
    m_texts.insert(key, made);
    return *made;
}

void ReportCardDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const CardPainter card(*painter, option, m_theme);
    const ReportCardGeometry g = ReportCardGeometry::of(option.rect, m_theme);
    card.frame();
    const QVariant data = index.data(ReportListModel::HitRole);
    if (!data.isValid()) {
        card.skeleton(QRect(g.name.topLeft(), g.footer.bottomRight()));
        return;
    }
    const auto hit = data.value<ReportHit>();
    const Texts &texts = this->texts(hit, g);
    card.text(g.name, texts.name, FontRole::Strong, ColorRole::Text);
    card.menuButton(g.menu);
    QRect folder(0, 0, IconSize::s, IconSize::s);
    folder.moveCenter(g.project.center());
    folder.moveLeft(g.project.left());
    card.icon(folder, u"folder"_s, ColorRole::Muted);
    card.text(g.project.adjusted(IconSize::s + Spacing::xs, 0, 0, 0),
              texts.project.isEmpty() ? tr("No project") : texts.project, FontRole::Small,
              ColorRole::Muted);
    paintBody(*painter, g.body, texts.body);
    card.chips(g.tags, hit.summary.tags);
    const bool published = hit.summary.status == ReportStatus::Published;
    const QRect status =
        published ? card.chipAtRight(g.footer, tr("Published"), u"lock"_s, ColorRole::Success,
                                     ColorRole::SuccessSoft)
                  : card.chipAtRight(g.footer, tr("Draft"), {}, ColorRole::Muted, ColorRole::Hover);
    const QRect left(g.footer.left(), g.footer.top(), status.left() - Spacing::s - g.footer.left(),
                     g.footer.height());
    card.text(left,
              QFontMetrics(m_theme.font(FontRole::Small))
                  .elidedText(footerText(hit.summary), Qt::ElideRight, left.width()),
              FontRole::Small, ColorRole::Muted);
}

QString ReportCardDelegate::footerText(const ReportSummary &summary) const
{
    const QString when = relativeTime(summary.updated, m_clock.now());
    return summary.author.isEmpty()
               ? tr("Updated %1").arg(when)
               : tr("%1 · updated %2", "author, time").arg(summary.author, when);
}

void ReportCardDelegate::paintBody(QPainter &painter,
                                   const QRect &rect,
                                   const QVector<HitLine> &lines) const
{
    painter.setFont(m_theme.font(FontRole::Body));
    const QFontMetrics metrics(painter.font());
    QRect line(rect.left(), rect.top(), rect.width(), metrics.height());
    for (const HitLine &text : lines) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::SearchHit));
        for (const HitLine::Mark &mark : text.marks) {
            const int x = metrics.horizontalAdvance(text.text.left(mark.start));
            const int end = metrics.horizontalAdvance(text.text.left(mark.start + mark.length));
            painter.drawRoundedRect(
                QRect(line.left() + x - 1, line.top(), end - x + 2, line.height()), 3, 3);
        }
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text.text);
        line.translate(0, metrics.height());
    }
}

} // namespace plotleaf
