#include "ui/dialogs/rename_dialog.h"

#include "ui/library/report_name.h"
#include "ui/widgets/look.h"

#include <QLineEdit>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int renameDialogWidth = 420;

} // namespace

RenameDialog::RenameDialog(Theme &theme, const ReportSummary &report, QWidget *parent)
    : DialogFrame(theme, u"renameDialog"_s, tr("Rename report"), parent)
    , m_name(new QLineEdit(report.name, this))
{
    m_name->setObjectName(u"renameName"_s);
    addField(tr("&Name"), m_name);
    addButtons(tr("Rename"));
    setMinimumWidth(renameDialogWidth);
    m_name->selectAll();
    m_name->setFocus();
}

QString RenameDialog::name() const
{
    return m_name->text().trimmed();
}

void RenameDialog::accept()
{
    const QString problem = reportNameProblem(m_name->text());
    setInvalid(m_name, !problem.isEmpty());
    showProblem(problem);
    if (problem.isEmpty())
        DialogFrame::accept();
}

} // namespace plotleaf
