#include "ui/library/report_card_delegate.h"

#include "ui/library/report_list_model.h"
#include "ui/library/report_name.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/sync_look.h"

#include <QLineEdit>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *editedReport = "reportId";

} // namespace

QString ReportCardDelegate::toolTipAt(const QModelIndex &index,
                                      const LibraryCardGeometry &geometry,
                                      const QPoint &place) const
{
    const QVariant data = index.data(ReportListModel::HitRole);
    if (!data.isValid())
        return {};
    const ReportSummary summary = data.value<ReportHit>().summary;
    if (geometry.menu.contains(place))
        return tr("Menu");
    if (geometry.name.contains(place))
        return summary.name;
    if (geometry.project.contains(place))
        return placeOf(summary);
    if (geometry.body.contains(place))
        return summary.description;
    if (geometry.tags.contains(place))
        return summary.tags.join(u", "_s);
    if (geometry.footer.contains(place)) {
        const auto look = syncLook(summary.sync);
        return tr("Updated %1\nCreated %2")
                   .arg(exactTime(summary.updated), exactTime(summary.created)) +
               (look ? u'\n' + look->explanation : QString());
    }
    return {};
}

QWidget *ReportCardDelegate::createEditor(QWidget *parent,
                                          const QStyleOptionViewItem &,
                                          const QModelIndex &index) const
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(u"renameField"_s);
    field->setAccessibleName(tr("Report name"));
    field->setFont(theme().font(FontRole::Strong));
    // Rows move while someone types; the report that is renamed stays the same.
    field->setProperty(editedReport, index.data(ReportListModel::IdRole));
    return field;
}

// Views call this again whenever the model says that data changed; what has been typed must survive
// that.
void ReportCardDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (!static_cast<QLineEdit *>(editor)->isModified())
        CardDelegate::setEditorData(editor, index);
}

void ReportCardDelegate::updateEditorGeometry(QWidget *editor,
                                              const QStyleOptionViewItem &option,
                                              const QModelIndex &) const
{
    const LibraryCardGeometry geometry = LibraryCardGeometry::of(option.rect, theme());
    const int height = editor->sizeHint().height();
    // Above the project, which stays to be read.
    editor->setGeometry(geometry.name.left() - Spacing::s, geometry.project.top() - height,
                        geometry.name.width() + Spacing::s, height);
}

void ReportCardDelegate::setModelData(QWidget *editor,
                                      QAbstractItemModel *,
                                      const QModelIndex &) const
{
    const auto *field = static_cast<QLineEdit *>(editor);
    if (!field->isModified())
        return;
    if (const QString problem = reportNameProblem(field->text()); problem.isEmpty())
        emit renamed(field->property(editedReport).value<ReportId>(), field->text().trimmed());
    else
        emit nameRefused(problem);
}

} // namespace plotleaf
