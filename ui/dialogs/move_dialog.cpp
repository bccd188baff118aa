#include "ui/dialogs/move_dialog.h"

#include "core/base/when_done.h"
#include "core/store/library.h"
#include "ui/widgets/project_picker.h"

#include <QPushButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int moveDialogWidth = 460;

} // namespace

MoveDialog::MoveDialog(Library &library, Theme &theme, const ReportSummary &report, QWidget *parent)
    : DialogFrame(theme, u"moveDialog"_s, tr("Move report"), parent)
    , m_project(new ProjectPicker(theme, this))
{
    m_project->setObjectName(u"moveProject"_s);
    addField(tr("Move “%1” &to").arg(QString(report.name).replace(u'&', u"&&"_s)), m_project, 1);
    addButtons(tr("Move"));
    setMinimumWidth(moveDialogWidth);
    connect(m_project, &ProjectPicker::changed, this,
            [this] { acceptButton()->setEnabled(m_project->isValid()); });
    connect(m_project, &ProjectPicker::accepted, this, &MoveDialog::accept);
    m_project->setUnavailable(report.project);
    whenDone(library.projectPaths(report.workspace), this,
             [this, report](const Result<QStringList> &paths) {
                 m_project->setProjects(paths ? *paths : QStringList(), report.project);
             });
    acceptButton()->setEnabled(false);
    m_project->setFocus();
}

QString MoveDialog::project() const
{
    return m_project->project();
}

} // namespace plotleaf
