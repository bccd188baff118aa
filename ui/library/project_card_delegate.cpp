#include "ui/library/project_card_delegate.h"

#include "core/base/clock.h"
#include "core/report/report.h"
#include "ui/library/card_painter.h"
#include "ui/library/project_list_model.h"
#include "ui/widgets/relative_time.h"

namespace plotleaf {

using namespace Qt::StringLiterals;

ProjectCardDelegate::ProjectCardDelegate(Theme &theme, const Clock &clock, QObject *parent)
    : LibraryCardDelegate(theme, clock, parent)
{
}

QRect ProjectCardDelegate::menuButtonRect(const QRect &) const
{
    return {};
}

int ProjectCardDelegate::paintCount(
    const CardPainter &card, int left, int top, int count, const QString &label) const
{
    const QString number = QLocale().toString(count);
    const QFontMetrics big(theme().font(FontRole::Title));
    const QFontMetrics small(theme().font(FontRole::Small));
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
    const CardPainter card(*painter, option, theme());
    const LibraryCardGeometry g = LibraryCardGeometry::of(option.rect, theme());
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
              QFontMetrics(theme().font(FontRole::Strong))
                  .elidedText(index.data().toString(), Qt::ElideRight, name.width()),
              FontRole::Strong, ColorRole::Text);

    const int top = g.project.top() + Spacing::m;
    int left = paintCount(card, g.body.left(), top, project.reports,
                          project.reports == 1 ? tr("report") : tr("reports"));
    paintCount(card, left, top, project.published, tr("published"));

    if (!isWhole)
        card.chips(g.tags, project.subprojects);
    if (project.updated.isValid())
        card.text(g.footer, tr("Updated %1").arg(relativeTime(project.updated, clock().now())),
                  FontRole::Small, ColorRole::Muted);
}

QString ProjectCardDelegate::toolTipAt(const QModelIndex &index,
                                       const LibraryCardGeometry &geometry,
                                       const QPoint &place) const
{
    const auto project = index.data(ProjectListModel::ProjectRole).value<ProjectSummary>();
    if (geometry.tags.contains(place) && !project.subprojects.isEmpty())
        return tr("Sub-projects: %1").arg(project.subprojects.join(u", "_s));
    if (geometry.footer.contains(place) && project.updated.isValid())
        return exactTime(project.updated);
    return project.path;
}

} // namespace plotleaf
