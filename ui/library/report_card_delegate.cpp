#include "ui/library/report_card_delegate.h"

#include "core/base/clock.h"
#include "ui/library/card_painter.h"
#include "ui/library/report_list_model.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/sync_look.h"

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int bodyLines = 2;
constexpr int textsKept = 400;

} // namespace

ReportCardDelegate::ReportCardDelegate(Theme &theme, const Clock &clock, QObject *parent)
    : LibraryCardDelegate(theme, clock, parent), m_texts(textsKept)
{
    connect(&theme, &Theme::changed, this, [this] { m_texts.clear(); });
}

QRect ReportCardDelegate::menuButtonRect(const QRect &card) const
{
    return LibraryCardGeometry::of(card, theme()).menu;
}

void ReportCardDelegate::setServers(const QHash<QString, QString> &names)
{
    m_servers = names;
    m_texts.clear();
}

/// "prod · vision/resnet" of a server's report.
QString ReportCardDelegate::placeOf(const ReportSummary &summary) const
{
    const QString project = summary.project.isEmpty() ? tr("No project") : summary.project;
    const QString server = m_servers.value(summary.workspace);
    return server.isEmpty() ? project : tr("%1 · %2", "server, project").arg(server, project);
}

const ReportCardDelegate::Texts &ReportCardDelegate::texts(
    const ReportHit &hit, const QString &markedName, const LibraryCardGeometry &geometry) const
{
    const ReportSummary &summary = hit.summary;
    const QString key =
        summary.id.toString() % QString::number(summary.updated.toMSecsSinceEpoch()) % u' ' %
        QString::number(geometry.body.width()) % placeOf(summary) % u' ' % markedName % hit.snippet;
    if (const Texts *known = m_texts.object(key))
        return *known;
    auto *made = new Texts;
    const QFontMetrics strong(theme().font(FontRole::Strong));
    const QFontMetrics small(theme().font(FontRole::Small));
    const int projectRoom = geometry.project.width() - IconSize::s - Spacing::xs;
    made->name = hitLines(markedName, strong, geometry.name.width(), 1);
    made->project = small.elidedText(placeOf(summary), Qt::ElideMiddle, projectRoom);
    made->body =
        hitLines(hit.snippet.isEmpty() ? summary.description : hit.snippet,
                 QFontMetrics(theme().font(FontRole::Body)), geometry.body.width(), bodyLines);
    m_texts.insert(key, made);
    return *made;
}

void ReportCardDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const CardPainter card(*painter, option, theme());
    const LibraryCardGeometry g = LibraryCardGeometry::of(option.rect, theme());
    card.frame();
    const QVariant data = index.data(ReportListModel::HitRole);
    if (!data.isValid()) {
        card.skeleton(QRect(g.name.topLeft(), g.footer.bottomRight()));
        return;
    }
    const auto hit = data.value<ReportHit>();
    const Texts &texts =
        this->texts(hit, index.data(ReportListModel::MarkedNameRole).toString(), g);
    paintLines(*painter, g.name, texts.name, FontRole::Strong);
    card.menuButton(g.menu);
    QRect folder(0, 0, IconSize::s, IconSize::s);
    folder.moveCenter(g.project.center());
    folder.moveLeft(g.project.left());
    const bool isOnServer = m_servers.contains(hit.summary.workspace);
    card.icon(folder, isOnServer ? u"cloud"_s : u"folder"_s, ColorRole::Muted);
    card.text(g.project.adjusted(IconSize::s + Spacing::xs, 0, 0, 0), texts.project,
              FontRole::Small, ColorRole::Muted);
    paintLines(*painter, g.body, texts.body, FontRole::Body);
    card.chips(g.tags, hit.summary.tags);
    const bool published = hit.summary.status == ReportStatus::Published;
    const QRect status =
        published ? card.chipAtRight(g.footer, tr("Published"), u"lock"_s, ColorRole::Success,
                                     ColorRole::SuccessSoft)
                  : card.chipAtRight(g.footer, tr("Draft"), {}, ColorRole::Muted, ColorRole::Hover);
    QRect left(g.footer.left(), g.footer.top(), status.left() - Spacing::s - g.footer.left(),
               g.footer.height());
    // That all is well is the rule, and not worth a word on each card.
    const SyncStatus &sync = hit.summary.sync;
    const bool isInStep = sync.state == SyncState::Clean && !sync.isTextMissing;
    if (const auto look = syncLook(sync); look && !isInStep) {
        const QRect chip =
            card.chipAtRight(left, look->text, look->icon, look->color, look->background);
        left.setRight(chip.left() - Spacing::s);
    }
    card.text(left,
              QFontMetrics(theme().font(FontRole::Small))
                  .elidedText(footerText(hit.summary), Qt::ElideRight, left.width()),
              FontRole::Small, ColorRole::Muted);
}

QString ReportCardDelegate::footerText(const ReportSummary &summary) const
{
    const QString when = relativeTime(summary.updated, clock().now());
    return summary.author.isEmpty()
               ? tr("Updated %1").arg(when)
               : tr("%1 · updated %2", "author, time").arg(summary.author, when);
}

void ReportCardDelegate::paintLines(QPainter &painter,
                                    const QRect &rect,
                                    const QVector<HitLine> &lines,
                                    FontRole font) const
{
    painter.setFont(theme().font(font));
    const QFontMetrics metrics(painter.font());
    QRect line(rect.left(), rect.top(), rect.width(), metrics.height());
    for (const HitLine &text : lines) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(ColorRole::SearchHit));
        for (const HitLine::Mark &mark : text.marks) {
            const int x = metrics.horizontalAdvance(text.text.left(mark.start));
            const int end = metrics.horizontalAdvance(text.text.left(mark.start + mark.length));
            painter.drawRoundedRect(
                QRect(line.left() + x - 1, line.top(), end - x + 2, line.height()), 3, 3);
        }
        painter.setPen(theme().color(ColorRole::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text.text);
        line.translate(0, metrics.height());
    }
}

} // namespace plotleaf
