#include "ui/dialogs/new_report_dialog.h"

#include "core/base/program_data.h"
#include "core/base/when_done.h"
#include "core/store/library.h"
#include "ui/library/report_name.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/project_picker.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int newReportWidth = 520;
constexpr int descriptionLines = 3;

} // namespace

NewReportDialog::NewReportDialog(Library &library,
                                 Theme &theme,
                                 const QString &project,
                                 QWidget *parent)
    : DialogFrame(theme, u"newReportDialog"_s, tr("New report"), parent)
    , m_library(library)
    , m_name(new QLineEdit(this))
    , m_project(new ProjectPicker(theme, this))
    , m_description(new QPlainTextEdit(this))
    , m_template(new QComboBox(this))
    , m_templates(reportTemplates(templateFolders(), programLanguage()))
{
    m_name->setObjectName(u"reportName"_s);
    m_name->setPlaceholderText(tr("What the report is about"));
    m_project->setObjectName(u"reportProject"_s);
    m_description->setObjectName(u"reportDescription"_s);
    m_description->setTabChangesFocus(true);
    m_description->setPlaceholderText(tr("Shown on the report's card; found by the search"));
    setLook(m_description, u"field"_s);
    m_description->setFixedHeight(descriptionLines * m_description->fontMetrics().lineSpacing() +
                                  Spacing::xl);
    m_template->setObjectName(u"reportTemplate"_s);
    for (const ReportTemplate &choice : std::as_const(m_templates))
        m_template->addItem(choice.name);
    addField(tr("&Name"), m_name);
    addField(tr("&Project"), m_project, 1);
    addField(tr("&Description"), m_description);
    addField(tr("Begin &with"), m_template);
    addButtons(tr("Create report"));
    setMinimumWidth(newReportWidth);

    connect(m_name, &QLineEdit::textChanged, this, [this] { check(false); });
    connect(m_name, &QLineEdit::editingFinished, this,
            [this] { check(!m_name->text().isEmpty()); });
    m_project->setProjects({}, project);
    fillProjects(project);
    check(false);
    m_name->setFocus();
}

void NewReportDialog::fillProjects(const QString &project)
{
    const QString wanted = workspace();
    whenDone(m_library.projectPaths(wanted), this,
             [this, project, wanted](const Result<QStringList> &paths) {
                 if (wanted != workspace())
                     return;
                 if (paths)
                     m_project->setProjects(*paths, project);
                 else
                     showProblem(paths.error().message);
             });
}

void NewReportDialog::offerWorkspaces(const QVector<Workspace> &servers, const QString &chosen)
{
    if (servers.isEmpty() || m_workspace)
        return;
    m_workspace = new QComboBox(this);
    m_workspace->setObjectName(u"reportWorkspace"_s);
    m_workspace->addItem(theme().icon(u"folder"_s), tr("This computer"), u"local"_s);
    for (const Workspace &server : servers)
        m_workspace->addItem(theme().icon(u"cloud"_s), server.name, server.id);
    m_workspace->setCurrentIndex(std::max(m_workspace->findData(chosen), 0));
    auto *label = new PlainLabel(tr("&Where"), this);
    label->setFont(theme().font(FontRole::Strong));
    label->setBuddy(m_workspace);
    m_workspace->setAccessibleName(tr("Where"));
    // Above the projects, which depend on it.
    const int place = column()->indexOf(m_project) - 1;
    column()->insertWidget(place, label);
    column()->insertWidget(place + 1, m_workspace);
    column()->insertSpacing(place + 2, Spacing::s);
    setTabOrder(m_name, m_workspace);
    connect(m_workspace, &QComboBox::currentIndexChanged, this,
            [this] { fillProjects(m_project->project()); });
    fillProjects(m_project->project());
}

QString NewReportDialog::workspace() const
{
    return m_workspace ? m_workspace->currentData().toString() : u"local"_s;
}

void NewReportDialog::check(bool strict)
{
    const QString problem = reportNameProblem(m_name->text());
    acceptButton()->setEnabled(problem.isEmpty());
    // While the first letters are typed nobody wants to read that three are needed.
    const bool shown = strict && !problem.isEmpty();
    setInvalid(m_name, shown);
    showProblem(shown ? problem : QString());
}

void NewReportDialog::accept()
{
    check(true);
    if (reportNameProblem(m_name->text()).isEmpty())
        DialogFrame::accept();
    else
        m_name->setFocus();
}

NewReport NewReportDialog::newReport() const
{
    NewReport report;
    report.name = m_name->text().trimmed();
    report.project = m_project->project();
    report.workspace = workspace();
    report.description = m_description->toPlainText().trimmed();
    report.text = m_templates.value(m_template->currentIndex()).text;
    return report;
}

} // namespace plotleaf
