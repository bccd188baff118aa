#include "ui/window/main_window.h"

#include "core/base/program_data.h"
#include "core/store/library.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/editor/cheat_sheet.h"
#include "ui/library/library_page.h"
#include "ui/library/report_actions.h"
#include "ui/library/report_commands.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notification_bar.h"
#include "ui/widgets/preferences.h"
#include "ui/window/demo.h"
#include "ui/window/main_menus.h"
#include "ui/window/report_exports.h"
#include "ui/window/report_tabs.h"
#include "ui/window/run_browsing.h"

#include <QMenuBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const ReportViewServices &services,
                       Preferences &preferences,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_services(ownServices(services))
    , m_preferences(preferences)
    , m_commands(
          new ReportCommands(services.library, m_notifier, services.theme, preferences, this, this))
    , m_actions(new ReportActions(*m_commands, services.theme, this))
    , m_library(new LibraryPage(
          *m_commands, *m_actions, services.theme, preferences, services.clock, this))
    , m_tabs(new ReportTabs(m_services, m_notifier, preferences, m_library, this))
    , m_menus(new MainMenus(*menuBar(), *m_actions, services.theme, this))
    , m_exports(new ReportExports(services, m_notifier, preferences, this))
    , m_notices(new NotificationBar(m_notifier, services.theme, services.clock, this))
    , m_demo(new Demo(services.library, services.clock, m_notifier, this))
{
    compose();
    connectLibrary();
    connectTabs();
    connectMenus();
    connectReportActions();
    connect(&preferences, &Preferences::changed, this, &MainWindow::applyPreferences);
    applyPreferences();
    restorePlace();
    updateRecent();
    updateCurrent();
    m_library->setFocus();
}

// The views write what is unwritten while everything that they need is still there.
MainWindow::~MainWindow()
{
    delete m_runs;
    m_tabs->disconnect(this);
    m_tabs->closeAll();
}

void MainWindow::compose()
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/icons/plotleaf.svg"_s));
    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    auto *noticeMargin = new QVBoxLayout;
    noticeMargin->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, Spacing::m);
    noticeMargin->addWidget(m_notices);
    column->addLayout(noticeMargin);
    setCentralWidget(central);
}

void MainWindow::connectLibrary()
{
    connect(m_commands, &ReportCommands::openRequested, m_tabs, &ReportTabs::open);
    const auto flush = [this](const ReportId &id) { return settled(id); };
    m_commands->setFlush(flush);
    m_exports->setFlush(flush);
    connect(m_library, &LibraryPage::openRequested, m_tabs, &ReportTabs::open);
    connect(m_library, &LibraryPage::filesDropped, this, [this](const QStringList &paths) {
        m_commands->importFiles(paths, m_library->place());
    });
    connect(m_library, &LibraryPage::welcomeRequested, m_demo, &Demo::openWelcome);
    connect(m_library, &LibraryPage::currentReportChanged, this, &MainWindow::updateCurrent);
    connect(m_library, &LibraryPage::archiveShownChanged, m_menus, &MainMenus::setArchiveShown);
    connect(m_library, &LibraryPage::cardLayoutChanged, m_menus,
            [this](LibraryPage::Layout layout) {
                m_menus->setProjectsShown(layout == LibraryPage::Layout::Projects);
            });
    connect(m_library, &LibraryPage::nameRefused, this, [this](const QString &why) {
        m_notifier.post({Notice::Severity::Warning, why});
    });
    for (const QString &keys : {u"Ctrl+F"_s, u"Ctrl+K"_s}) {
        auto *shortcut = new QShortcut(QKeySequence(keys), m_library);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_library, &LibraryPage::focusSearch);
    }
    connect(&m_services.library, &Library::reportChanged, this, [this](const ReportId &id) {
        const ReportView *view = m_tabs->currentView();
        if (view && view->reportId() == id)
            setTargetById(id);
    });
}

void MainWindow::connectTabs()
{
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::updateCurrent);
    connect(m_tabs, &ReportTabs::opened, this, &MainWindow::remember);
    connect(m_tabs, &ReportTabs::renameRequested, this, [this](const ReportId &id) {
        setTargetById(id, [this] { m_commands->askName(*m_actions->target()); });
    });
    connect(m_tabs, &ReportTabs::moveRequested, this, [this](const ReportId &id) {
        setTargetById(id, [this] { m_commands->move(*m_actions->target()); });
    });
    connect(m_tabs, &ReportTabs::duplicateRequested, this, [this](const ReportId &id) {
        setTargetById(id, [this] { m_commands->duplicate(*m_actions->target()); });
    });
    connect(m_demo, &Demo::openRequested, m_tabs, &ReportTabs::open);
    connect(m_demo, &Demo::liveRunningChanged, m_menus, &MainMenus::setLiveDemoRunning);
}

void MainWindow::connectMenus()
{
    connect(m_menus, &MainMenus::newReport, this,
            [this] { m_commands->newReport(m_library->place()); });
    connect(m_menus, &MainMenus::importMarkdown, this,
            [this] { m_commands->importFiles(m_library->place()); });
    connect(m_menus, &MainMenus::save, this, [this] {
        if (ReportView *view = m_tabs->currentView())
            view->saveNow();
    });
    connect(m_menus, &MainMenus::closeTab, m_tabs, &ReportTabs::closeCurrent);
    connect(m_menus, &MainMenus::quit, this, &QWidget::close);
    connect(m_menus, &MainMenus::searchLibrary, this, [this] {
        m_tabs->showLibrary();
        m_library->focusSearch();
    });
    connect(m_menus, &MainMenus::showLibrary, m_tabs, &ReportTabs::showLibrary);
    connect(m_menus, &MainMenus::archiveShown, this, [this](bool shown) {
        m_tabs->showLibrary();
        m_library->setArchiveShown(shown);
    });
    connect(m_menus, &MainMenus::projectsShown, this, [this](bool shown) {
        m_tabs->showLibrary();
        m_library->setCardLayout(shown ? LibraryPage::Layout::Projects : LibraryPage::Layout::List);
    });
    m_menus->setProjectsShown(m_library->cardLayout() == LibraryPage::Layout::Projects);
    connect(m_menus, &MainMenus::themeModeChosen, this,
            [this](int mode) { m_preferences.setValue(Preference::Theme, mode); });
    connect(m_menus, &MainMenus::commandPalette, this, &MainWindow::openPalette);
    connect(m_menus, &MainMenus::welcomeReport, m_demo, &Demo::openWelcome);
    connect(m_menus, &MainMenus::panelHelp, this,
            [this] { m_tabs->openHelp(localProgramData(u"help/panels.md"_s), tr("Panels")); });
    connect(m_menus, &MainMenus::markdownHelp, this,
            [this] { (new CheatSheet(m_services.theme, this))->show(); });
    connect(m_menus, &MainMenus::liveDemo, m_demo, &Demo::toggleLiveRun);
    connect(m_menus, &MainMenus::settings, this, [this] {
        auto *dialog =
            new SettingsDialog(m_preferences, m_services.theme, m_services.library.folder(), this);
        if (m_services.remoteConsents)
            dialog->addImageSites(*m_services.remoteConsents);
        if (m_services.cloudKeys)
            dialog->addCloudKeys(*m_services.cloudKeys);
        dialog->open();
    });
    connect(m_menus, &MainMenus::about, this,
            [this] { (new AboutDialog(m_services.theme, this))->open(); });
}

void MainWindow::connectReportActions()
{
    connect(m_actions, &ReportActions::openRequested, m_tabs, &ReportTabs::open);
    connect(m_actions, &ReportActions::exportPdfRequested, this,
            [this](const ReportSummary &report) {
                m_exports->exportFile(report, ExportJob::Format::Pdf);
            });
    connect(m_actions, &ReportActions::exportHtmlRequested, this,
            [this](const ReportSummary &report) {
                m_exports->exportFile(report, ExportJob::Format::Html);
            });
    connect(m_actions, &ReportActions::printRequested, m_exports, &ReportExports::print);
    m_actions->setRenamer([this](const ReportSummary &report) {
        if (m_tabs->isLibraryCurrent())
            m_library->renameInPlace(report);
        else
            m_commands->askName(report);
    });
}

} // namespace plotleaf
