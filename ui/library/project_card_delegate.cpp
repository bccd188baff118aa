#include "ui/library/project_card_delegate.h"

#include "core/base/clock.h"
#include "core/report/report.h"
#include "ui/library/card_painter.h"
#include "ui/library/project_list_model.h"
#include "ui/library/report_card_delegate.h"
#include "ui/widgets/relative_time.h"

#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace plotleaf {

using namespace Qt::StringLiterals;

ProjectCardDelegate::ProjectCardDelegate(Theme &theme, const Clock &clock, QObject *parent)
    : CardDelegate(parent), m_theme(theme), m_clock(clock)
{
}

QRect ProjectCardDelegate::menuButtonRect(const QRect &) const
{
    return {};
}

// Cards of both kinds are alike, so that switching views moves nothing.
QSize ProjectCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return ReportCardGeometry::leastSize(m_theme);
}

int ProjectCardDelegate::paintCount(
    const CardPainter &card, int left, int top, int count, const QString &label) const
{
    const QString number = QLocale().toString(count);
    const QFontMetrics big(m_theme.font(FontRole::Title));
    const QFontMetrics small(m_theme.font(FontRole::Small));
    const int width =
        std::max(big.horizontalAdvance(number), small.horizontalAdvance(label)) + Spacing::xs;
    card.text({left, top, width, big.height()}, number, FontRole::Title, ColorRole::Text);
    card.text({left, top + big.height(), width, small.height()}, label, FontRole::Small,
              ColorRole::Muted);
    return left + width + Spacing::xl;
}

void ProjectCardDelegate::paint(QPainter *painter,
                                const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const CardPainter card(*painter, option, m_theme);
    const ReportCardGeometry g = ReportCardGeometry::of(option.rect, m_theme);
    const auto project = index.data(ProjectListModel::ProjectRole).value<ProjectSummary>();
    const bool isWhole = index.data(ProjectListModel::IsWholeRole).toBool();
    card.frame();

    QRect folder(0, 0, IconSize::m, IconSize::m);
    folder.moveCenter(g.name.center());
    folder.moveLeft(g.name.left());
    card.icon(folder, isWhole ? u"library"_s : u"folder"_s, ColorRole::Accent);
    const QRect name = QRect(g.name.topLeft(), QPoint(g.footer.right(), g.name.bottom()))
                           .adjusted(IconSize::m + Spacing::s, 0, 0, 0);
    card.text(name,
              QFontMetrics(m_theme.font(FontRole::Strong))
                  .elidedText(index.data().toString(), Qt::ElideRight, name.width()),
              FontRole::Strong, ColorRole::Text);

    const int top = g.project.top() + Spacing::m;
    int left = paintCount(card, g.body.left(), top, project.reports,
                          project.reports == 1 ? tr("report") : tr("reports"));
    paintCount(card, left, top, project.published, tr("published"));

    if (!isWhole)
        card.chips(g.tags, project.subprojects);
    if (project.updated.isValid())
        card.text(g.footer, tr("Updated %1").arg(relativeTime(project.updated, m_clock.now())),
                  FontRole::Small, ColorRole::Muted);
}

bool ProjectCardDelegate::helpEvent(QHelpEvent *event,
                                    QAbstractItemView *view,
                                    const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return CardDelegate::helpEvent(event, view, option, index);
    const auto project = index.data(ProjectListModel::ProjectRole).value<ProjectSummary>();
    const ReportCardGeometry g = ReportCardGeometry::of(option.rect, m_theme);
    QString text = project.path;
    if (g.tags.contains(event->pos()) && !project.subprojects.isEmpty())
        text = tr("Sub-projects: %1").arg(project.subprojects.join(u", "_s));
    else if (g.footer.contains(event->pos()) && project.updated.isValid())
        text = exactTime(project.updated);
    QToolTip::showText(event->globalPos(), Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal),
                       view);
    return true;
}

} // namespace plotleaf
