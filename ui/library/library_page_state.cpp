// Which of its faces the library page shows.
#include "ui/library/library_page.h"

#include "core/sync/workspaces.h"
#include "ui/library/filter_bar.h"
#include "ui/library/message_panel.h"
#include "ui/library/path_bar.h"
#include "ui/library/project_list_model.h"
#include "ui/library/report_card_delegate.h"
#include "ui/library/report_commands.h"
#include "ui/library/report_list_model.h"
#include "ui/widgets/card_grid_view.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/preferences.h"

#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace plotleaf {

using namespace Qt::StringLiterals;

bool LibraryPage::isArchiveShown() const
{
    return m_filters->query().archived;
}

// Searching and filtering are about reports, wherever one stands.
bool LibraryPage::showsProjects() const
{
    return m_layout == Layout::Projects && !m_reportsOfProject && !isArchiveShown() &&
           !m_filters->isNarrowed();
}

void LibraryPage::setCardLayout(Layout layout)
{
    const bool other = layout != m_layout;
    m_layout = layout;
    m_reportsOfProject = false;
    m_preferences.setValue(Preference::LibraryLayout,
                           layout == Layout::List ? u"list"_s : u"projects"_s);
    m_listButton->setChecked(layout == Layout::List);
    m_projectsButton->setChecked(layout == Layout::Projects);
    openProject(m_path);
    if (other)
        emit cardLayoutChanged(layout);
}

void LibraryPage::setArchiveShown(bool shown)
{
    m_archive->setChecked(shown);
    m_projectsButton->setEnabled(!shown);
    m_listButton->setEnabled(!shown);
    if (shown == isArchiveShown())
        return;
    m_filters->setArchived(shown);
    updateTitle();
    updateContent();
    emit archiveShownChanged(shown);
}

void LibraryPage::useServers(Workspaces &servers)
{
    m_projects->useServers(servers);
    connect(&servers, &Workspaces::listChanged, this, [this, &servers] {
        const QString remembered = m_preferences.value(Preference::LibraryWorkspace).toString();
        const bool isFirst = !std::exchange(m_servers, &servers);
        showServers();
        const bool isThere =
            servers.find(remembered) || (remembered == u"local"_s && !servers.list().isEmpty());
        if (isFirst && isThere)
            m_filters->setWorkspace(remembered);
    });
}

void LibraryPage::showServers()
{
    QHash<QString, QString> names;
    for (const Workspace &server : m_servers->list())
        names.insert(server.id, server.name);
    m_reportDelegate->setServers(names);
    m_filters->setServers(m_servers->list());
    m_reportView->viewport()->update();
}

ReportPlace LibraryPage::place() const
{
    ReportPlace place;
    place.project = m_path;
    const QString &workspace = m_filters->query().workspace;
    if (!workspace.isEmpty())
        place.workspace = workspace;
    return place;
}

void LibraryPage::openProject(const QString &path)
{
    m_path = path;
    updateTitle();
    m_filters->setProject(path.isEmpty() ? std::nullopt : std::optional(path));
    if (m_layout == Layout::Projects && !m_reportsOfProject)
        m_projects->setPath(path);
    updateContent();
}

void LibraryPage::openProjectCard(const QModelIndex &index)
{
    const auto project = index.data(ProjectListModel::ProjectRole).value<ProjectSummary>();
    m_reportsOfProject =
        index.data(ProjectListModel::IsWholeRole).toBool() || project.subprojects.isEmpty();
    openProject(project.path);
    m_stack->currentWidget()->setFocus();
}

void LibraryPage::focusSearch()
{
    m_filters->focusSearch();
}

void LibraryPage::updateTitle()
{
    m_pathBar->setPath(isArchiveShown() ? tr("Archive") : tr("Reports"), m_path);
    m_newReport->setVisible(!isArchiveShown());
}

void LibraryPage::updateContent()
{
    const bool projects = showsProjects();
    const int count = projects ? m_projects->rowCount() : m_reports->rowCount();
    const bool loading = projects ? m_projects->state() == ProjectListModel::State::Loading
                                  : m_reports->state() == ReportListModel::State::Loading;
    const bool failed = projects ? m_projects->state() == ProjectListModel::State::Failed
                                 : m_reports->state() == ReportListModel::State::Failed;
    const QString number = QLocale().toString(count);
    m_filters->setCount(projects || loading || failed || count == 0 ? QString()
                        : count == 1                                ? tr("1 report")
                                                                    : tr("%1 reports").arg(number));
    QWidget *cards = projects ? m_projectView : m_reportView;
    if (failed)
        showProblem(projects ? m_projects->problem() : m_reports->problem());
    else if (count > 0 || (loading && m_stack->currentWidget() != m_message))
        m_stack->setCurrentWidget(cards);
    else if (loading)
        return; // what is shown stays until the answer is there; no flicker
    else if (m_filters->isNarrowed())
        showNothingFound();
    else if (isArchiveShown())
        showEmptyArchive();
    else
        showNoReports();
    emit currentReportChanged();
}

void LibraryPage::showMessage(const QString &icon, const QString &title, const QString &text)
{
    m_message->setMessage(icon, title, text);
    m_message->clearButtons();
    m_stack->setCurrentWidget(m_message);
}

void LibraryPage::showProblem(const QString &problem)
{
    showMessage(u"triangle-alert"_s, tr("The reports cannot be read"), problem);
    QPushButton *again = m_message->addButton(u"retryButton"_s, tr("Try again"), true);
    connect(again, &QPushButton::clicked, m_reports, &ReportListModel::refresh);
    connect(again, &QPushButton::clicked, m_projects, &ProjectListModel::refresh);
}

void LibraryPage::showNothingFound()
{
    showMessage(u"search-x"_s, tr("Nothing matches"),
                tr("No report fits the search and the filters that are set."));
    QPushButton *clear = m_message->addButton(u"clearFiltersButton"_s, tr("Clear filters"), true);
    connect(clear, &QPushButton::clicked, m_filters, &FilterBar::clear);
}

void LibraryPage::showEmptyArchive()
{
    showMessage(
        u"archive"_s, tr("The archive is empty"),
        tr("Reports that you archive are kept here. They can be restored, or deleted for good."));
    QPushButton *back =
        m_message->addButton(u"leaveArchiveButton"_s, tr("Back to the reports"), true);
    connect(back, &QPushButton::clicked, this, [this] { setArchiveShown(false); });
}

void LibraryPage::showNoReports()
{
    if (m_path.isEmpty())
        showMessage(u"file-text"_s, tr("No reports yet"),
                    tr("A report is a Markdown text with live plots of your runs in it. Write the "
                       "first one, or look "
                       "at the welcome report to see what can be done."));
    else
        showMessage(u"folder-open"_s, tr("No reports in this project"),
                    tr("A new report made here belongs to %1.").arg(m_path));
    QPushButton *make = m_message->addButton(u"firstReportButton"_s, tr("New report"), true);
    connect(make, &QPushButton::clicked, this, [this] { m_commands.newReport(place()); });
    if (m_path.isEmpty()) {
        QPushButton *welcome =
            m_message->addButton(u"welcomeButton"_s, tr("Open the welcome report"));
        connect(welcome, &QPushButton::clicked, this, &LibraryPage::welcomeRequested);
    }
}

void LibraryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_reports->setFollowing(true);
    m_minute.start();
}

void LibraryPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_reports->setFollowing(false);
    m_minute.stop();
}

void LibraryPage::repaintTimes()
{
    m_reportView->viewport()->update();
    m_projectView->viewport()->update();
}

} // namespace plotleaf
