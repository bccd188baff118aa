#pragma once

#include "core/report/report.h"
#include "core/report/report_query.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace plotleaf {

class CardGridView;
class ChoiceButton;
class Clock;
class FilterBar;
class MessagePanel;
class PathBar;
class Preferences;
class ProjectListModel;
class ReportActions;
class ReportCardDelegate;
class ReportCommands;
class ReportListModel;
class Theme;
class Workspaces;

/// The reports of the workspace: all side by side, or by project. A search shows reports in either
/// view.
class LibraryPage : public QWidget
{
    Q_OBJECT

public:
    enum class Layout { List, Projects };
    Q_ENUM(Layout)

    LibraryPage(ReportCommands &commands,
                ReportActions &actions,
                Theme &theme,
                Preferences &preferences,
                const Clock &clock,
                QWidget *parent = nullptr);

    /// Reports of servers are among those shown, and can be shown alone. Outlive the page.
    void useServers(Workspaces &servers);

    Layout cardLayout() const { return m_layout; }
    void setCardLayout(Layout layout);
    void setArchiveShown(bool shown);
    bool isArchiveShown() const;
    /// The project looked at; empty: all.
    QString project() const { return m_path; }
    /// Where new reports belong while this is looked at.
    ReportPlace place() const;
    void openProject(const QString &path);
    void focusSearch();
    /// The report the actions are about when the page is in front.
    std::optional<ReportSummary> currentReport() const;
    /// The renaming of a report on its card.
    void renameInPlace(const ReportSummary &report);

signals:
    void openRequested(const plotleaf::ReportId &id);
    void welcomeRequested();
    /// A name that cannot be taken was entered on a card.
    void nameRefused(const QString &why);
    /// Markdown files, to be made reports of the project shown.
    void filesDropped(const QStringList &paths);
    void currentReportChanged();
    void archiveShownChanged(bool shown);
    void cardLayoutChanged(plotleaf::LibraryPage::Layout layout);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTitleRow();
    QWidget *makeFilterRow();
    void makeReportView(const Clock &clock);
    void makeProjectView(const Clock &clock);
    void connectParts();

    bool showsProjects() const;
    void openProjectCard(const QModelIndex &index);
    void showReportMenu(const QModelIndex &index, const QPoint &globalPosition);
    /// Puts in front what fits the state: cards, a message, or nothing yet.
    void updateContent();
    void updateTitle();
    void showServers();
    void showProblem(const QString &problem);
    void showNothingFound();
    void showNoReports();
    void showEmptyArchive();
    void showMessage(const QString &icon, const QString &title, const QString &text);
    void keepCurrentReport();
    /// "5 min ago" is said anew.
    void repaintTimes();

    ReportCommands &m_commands;
    ReportActions &m_actions;
    Theme &m_theme;
    Preferences &m_preferences;
    Layout m_layout = Layout::List;
    QString m_path;
    bool m_reportsOfProject =
        false; ///< in the project view: its reports, not its sub-projects, are shown
    ReportId m_currentId;
    Workspaces *m_servers = nullptr;
    ReportCardDelegate *m_reportDelegate = nullptr;
    ReportListModel *m_reports;
    ProjectListModel *m_projects;
    PathBar *m_pathBar;
    QPushButton *m_newReport;
    ChoiceButton *m_archive;
    ChoiceButton *m_listButton;
    ChoiceButton *m_projectsButton;
    FilterBar *m_filters;
    QStackedWidget *m_stack;
    CardGridView *m_reportView;
    CardGridView *m_projectView;
    MessagePanel *m_message;
    QTimer m_minute;
};

} // namespace plotleaf
