#include "ui/library/library_page.h"

#include "ui/library/file_drop.h"
#include "ui/library/filter_bar.h"
#include "ui/library/message_panel.h"
#include "ui/library/path_bar.h"
#include "ui/library/project_card_delegate.h"
#include "ui/library/project_list_model.h"
#include "ui/library/report_actions.h"
#include "ui/library/report_card_delegate.h"
#include "ui/library/report_commands.h"
#include "ui/library/report_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/look.h"
#include "ui/widgets/preferences.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include <chrono>

namespace plotleaf {

using namespace Qt::StringLiterals;

LibraryPage::LibraryPage(ReportCommands &commands,
                         ReportActions &actions,
                         Theme &theme,
                         Preferences &preferences,
                         const Clock &clock,
                         QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_actions(actions)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_reports(new ReportListModel(
          [&library = commands.library()](const ReportQuery &query) { return library.find(query); },
          this))
    , m_projects(new ProjectListModel(commands.library(), this))
    , m_pathBar(new PathBar(theme, this))
    , m_newReport(new QPushButton(tr("&New report"), this))
    , m_archive(new ChoiceButton(theme, u"archiveButton"_s, u"archive"_s, tr("Archive"), this))
    , m_listButton(
          new ChoiceButton(theme, u"listLayoutButton"_s, u"layout-grid"_s, QString(), this))
    , m_projectsButton(
          new ChoiceButton(theme, u"projectLayoutButton"_s, u"folder"_s, QString(), this))
    , m_filters(new FilterBar(commands.library(), theme, this))
    , m_stack(new QStackedWidget(this))
    , m_reportView(new CardGridView(this))
    , m_projectView(new CardGridView(this))
    , m_message(new MessagePanel(theme, this))
{
    setObjectName(u"libraryPage"_s);
    setAccessibleName(tr("Library"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTitleRow());
    column->addWidget(makeFilterRow());
    makeReportView(clock);
    makeProjectView(clock);
    m_stack->addWidget(m_reportView);
    m_stack->addWidget(m_projectView);
    m_stack->addWidget(m_message);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_reportView);
    connectParts();
    m_filters->setOrder(ReportOrder(preferences.value(Preference::LibraryOrder).toInt()));
    setCardLayout(preferences.value(Preference::LibraryLayout).toString() == u"projects"_s
                      ? Layout::Projects
                      : Layout::List);
    updateTitle();
}

QWidget *LibraryPage::makeTitleRow()
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(Spacing::xl, Spacing::l, Spacing::xl, Spacing::s);
    row->setSpacing(Spacing::s);
    m_archive->setAccessibleName(tr("Show the archive"));
    m_archive->setToolTip(tr("Show archived reports"));
    m_archive->setArrowShown(false);
    m_archive->setCheckable(true);
    m_newReport->setObjectName(u"newReportButton"_s);
    m_newReport->setIcon(m_theme.icon(u"plus"_s, ColorRole::AccentText));
    setLook(m_newReport, u"primary"_s);
    row->addWidget(m_pathBar, 1);
    row->addWidget(m_archive);
    row->addWidget(m_newReport);
    return widget;
}

QWidget *LibraryPage::makeFilterRow()
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(Spacing::xl, 0, Spacing::xl, Spacing::s);
    row->setSpacing(Spacing::s);
    row->addWidget(m_filters, 1);
    const auto prepare = [](ChoiceButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setArrowShown(false);
        button->setCheckable(true);
    };
    prepare(m_listButton, tr("All reports side by side"));
    prepare(m_projectsButton, tr("By project"));
    auto *pair = new QHBoxLayout;
    pair->setSpacing(Spacing::xs);
    pair->addWidget(m_listButton);
    pair->addWidget(m_projectsButton);
    row->addLayout(pair);
    return widget;
}

void LibraryPage::makeReportView(const Clock &clock)
{
    m_reportView->setObjectName(u"reportCards"_s);
    m_reportView->setAccessibleName(tr("Reports"));
    auto *delegate = new ReportCardDelegate(m_theme, clock, this);
    m_reportDelegate = delegate;
    m_reportView->setItemDelegate(delegate);
    m_reportView->setModel(m_reports);
    connect(delegate, &ReportCardDelegate::nameRefused, this, &LibraryPage::nameRefused);
    connect(delegate, &ReportCardDelegate::renamed, &m_commands, &ReportCommands::rename);
    connect(m_reportView, &CardGridView::visibleRowsChanged, m_reports,
            &ReportListModel::setVisibleRows);
    connect(m_reportView, &CardGridView::menuRequested, this, &LibraryPage::showReportMenu);
    connect(m_reportView, &CardGridView::opened, this, [this](const QModelIndex &index) {
        const auto id = index.data(ReportListModel::IdRole).value<ReportId>();
        if (!id.isEmpty())
            emit openRequested(id);
    });
    connect(m_reportView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.data(ReportListModel::IdRole).isValid())
                    m_currentId = current.data(ReportListModel::IdRole).value<ReportId>();
                emit currentReportChanged();
            });
    connect(m_reports, &ReportListModel::loaded, this, &LibraryPage::keepCurrentReport);
}

void LibraryPage::makeProjectView(const Clock &clock)
{
    m_projectView->setObjectName(u"projectCards"_s);
    m_projectView->setAccessibleName(tr("Projects"));
    m_projectView->setItemDelegate(new ProjectCardDelegate(m_theme, clock, this));
    m_projectView->setModel(m_projects);
    connect(m_projectView, &CardGridView::opened, this, &LibraryPage::openProjectCard);
}

void LibraryPage::connectParts()
{
    connect(new FileDrop(m_theme, this), &FileDrop::dropped, this, &LibraryPage::filesDropped);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &LibraryPage::repaintTimes);
    connect(m_newReport, &QPushButton::clicked, this, [this] { m_commands.newReport(place()); });
    connect(m_archive, &QToolButton::toggled, this, &LibraryPage::setArchiveShown);
    connect(m_listButton, &QToolButton::clicked, this, [this] { setCardLayout(Layout::List); });
    connect(m_projectsButton, &QToolButton::clicked, this,
            [this] { setCardLayout(Layout::Projects); });
    connect(m_pathBar, &PathBar::pathChosen, this, [this](const QString &path) {
        m_reportsOfProject = false;
        openProject(path);
    });
    connect(m_filters, &FilterBar::leftDownwards, this, [this] {
        if (m_stack->currentWidget() != m_message)
            m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_filters, &FilterBar::queryChanged, this, [this](const ReportQuery &query) {
        m_preferences.setValue(Preference::LibraryOrder, int(query.order));
        // What is not there yet, since the servers are not known, stays remembered.
        if (m_servers)
            m_preferences.setValue(Preference::LibraryWorkspace, query.workspace);
        m_projects->setWorkspace(query.workspace);
        m_reports->setQuery(query);
        updateContent();
    });
    connect(&m_commands.library(), &Library::reportChanged, m_reports,
            &ReportListModel::libraryChanged);
    connect(&m_commands.library(), &Library::reportRemoved, m_reports,
            &ReportListModel::libraryChanged);
    connect(m_reports, &ReportListModel::stateChanged, this, &LibraryPage::updateContent);
    connect(m_reports, &ReportListModel::loaded, this, &LibraryPage::updateContent);
    connect(m_projects, &ProjectListModel::stateChanged, this, &LibraryPage::updateContent);
}

void LibraryPage::showReportMenu(const QModelIndex &index, const QPoint &globalPosition)
{
    m_reportView->setCurrentIndex(index);
    const std::optional<ReportSummary> report = currentReport();
    if (!report)
        return;
    m_actions.setTarget(report);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"reportMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fill(*menu);
    menu->popup(globalPosition);
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().first());
}

std::optional<ReportSummary> LibraryPage::currentReport() const
{
    const QVariant hit = m_reportView->currentIndex().data(ReportListModel::HitRole);
    if (showsProjects() || !hit.isValid())
        return std::nullopt;
    return hit.value<ReportHit>().summary;
}

void LibraryPage::renameInPlace(const ReportSummary &report)
{
    const int row = m_reports->rowOf(report.id);
    if (row < 0 || m_stack->currentWidget() != m_reportView) {
        m_commands.askName(report);
        return;
    }
    const QModelIndex index = m_reports->index(row);
    m_reportView->setCurrentIndex(index);
    m_reportView->scrollTo(index);
    // While a name is edited the cards stay where they are. A view takes editors away without a
    // word when their card goes, so it is the end of the editor that counts.
    m_reportView->edit(index);
    if (const QWidget *editor = m_reportView->indexWidget(index)) {
        m_reports->setFollowing(false);
        connect(editor, &QObject::destroyed, m_reports,
                [this] { m_reports->setFollowing(isVisible()); });
    }
}

// A changed report moves to another row; who looked at it goes on looking at it.
void LibraryPage::keepCurrentReport()
{
    const int row = m_currentId.isEmpty() ? -1 : m_reports->rowOf(m_currentId);
    const bool isCurrent = row >= 0 && row == m_reportView->currentIndex().row();
    if (row >= 0 && !isCurrent && m_reportView->currentIndex().isValid())
        m_reportView->selectionModel()->setCurrentIndex(m_reports->index(row),
                                                        QItemSelectionModel::ClearAndSelect);
    emit currentReportChanged();
}

} // namespace plotleaf
