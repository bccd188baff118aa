#pragma once

#include "core/report/report.h"
#include "ui/report/report_view.h"
#include "ui/widgets/notifier.h"

#include <QFuture>
#include <QMainWindow>

namespace plotleaf {

class Demo;
class LibraryPage;
class MainMenus;
class MissingTexts;
class NotificationBar;
class Preferences;
class ReportActions;
class ReportCommands;
class ReportExports;
class ReportTabs;
class RunBrowsing;
class SecretStore;
class WorkspaceController;
class Workspaces;

/// The window: composes library, open reports, menus and notices, and connects them. What they do
/// is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const ReportViewServices &services,
               Preferences &preferences,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Servers can be added, and say how they are doing. Once; both outlive the window.
    void useServers(Workspaces &workspaces, std::shared_ptr<SecretStore> secrets);
    /// Null before useServers().
    WorkspaceController *servers() const { return m_servers; }

    Notifier &notifier() { return m_notifier; }
    /// What a start of the program was given: imports Markdown files, opens links to reports.
    void open(const QStringList &filesAndLinks);
    void openReport(const ReportId &id);
    /// What comes to the front of the reports that were open last time.
    enum class Front {
        AsBefore,
        Nothing, ///< something else is about to, and no page is to be made in vain
    };
    /// Opens the reports that were open last time, and from now on remembers which are.
    void restoreReports(Front front = Front::AsBefore);
    /// What a library shows that is opened for the first time.
    void offerDemo();
    /// In front of other windows, with the keyboard.
    void raiseToFront();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void compose();
    void connectLibrary();
    void connectTabs();
    void connectMenus();
    void connectReportActions();
    void restorePlace();
    void applyPreferences();
    /// Library or report in front: its actions into the menus, its report as the target of the
    /// report actions.
    void updateCurrent();
    void setTargetById(const ReportId &id, const std::function<void()> &then = {});
    void remember(const ReportId &id);
    void rememberOpenReports();
    void updateRecent();
    void openPalette();
    void connectMissingTexts(Workspaces &workspaces);
    void showServersInCorner(const Workspaces &workspaces);
    /// What was typed into the report is on disk, and its text is here.
    QFuture<Result<void>> settled(const ReportId &id);

    /// `services` with what only this window knows.
    ReportViewServices ownServices(ReportViewServices services);

    ReportViewServices m_services;
    Preferences &m_preferences;
    Notifier m_notifier;
    ReportCommands *m_commands;
    ReportActions *m_actions;
    LibraryPage *m_library;
    ReportTabs *m_tabs;
    MainMenus *m_menus;
    ReportExports *m_exports;
    NotificationBar *m_notices;
    Demo *m_demo;
    WorkspaceController *m_servers = nullptr;
    MissingTexts *m_missingTexts = nullptr; ///< null before useServers()
    RunBrowsing *m_runs = nullptr;          ///< null before useServers()
};

} // namespace plotleaf
