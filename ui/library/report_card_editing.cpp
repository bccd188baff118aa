#include "ui/library/report_card_delegate.h"

#include "ui/library/report_list_model.h"
#include "ui/library/report_name.h"
#include "ui/widgets/relative_time.h"

#include <QHelpEvent>
#include <QLineEdit>
#include <QTextDocument>
#include <QToolTip>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *editedReport = "reportId";

} // namespace

bool ReportCardDelegate::helpEvent(QHelpEvent *event,
                                   QAbstractItemView *view,
                                   const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return CardDelegate::helpEvent(event, view, option, index);
    const QVariant data = index.data(ReportListModel::HitRole);
    if (!data.isValid())
        return false;
    const ReportCardGeometry geometry = ReportCardGeometry::of(option.rect, m_theme);
    QToolTip::showText(event->globalPos(),
                       toolTip(data.value<ReportHit>().summary, geometry, event->pos()), view);
    return true;
}

QString ReportCardDelegate::toolTip(const ReportSummary &summary,
                                    const ReportCardGeometry &geometry,
                                    const QPoint &place) const
{
    QString text;
    if (geometry.menu.contains(place))
        text = tr("Menu");
    else if (geometry.name.contains(place))
        text = summary.name;
    else if (geometry.project.contains(place))
        text = summary.project;
    else if (geometry.body.contains(place))
        text = summary.description;
    else if (geometry.tags.contains(place))
        text = summary.tags.join(u", "_s);
    else if (geometry.footer.contains(place))
        text = tr("Updated %1\nCreated %2")
                   .arg(exactTime(summary.updated), exactTime(summary.created));
    // Names come from anyone; a tool tip must not take them for rich text.
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

QWidget *ReportCardDelegate::createEditor(QWidget *parent,
                                          const QStyleOptionViewItem &,
                                          const QModelIndex &index) const
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(u"renameField"_s);
    field->setAccessibleName(tr("Report name"));
    field->setFont(m_theme.font(FontRole::Strong));
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
    const QRect name = ReportCardGeometry::of(option.rect, m_theme).name;
    const int height = editor->sizeHint().height();
    editor->setGeometry(name.left() - Spacing::s, name.center().y() - height / 2,
                        name.width() + Spacing::s, height);
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
