// What the main window remembers and keeps up to date.
#include "ui/window/main_window.h"

#include "core/base/when_done.h"
#include "core/report/report_link.h"
#include "core/store/library.h"
#include "core/sync/workspaces.h"
#include "ui/library/library_page.h"
#include "ui/library/report_actions.h"
#include "ui/library/report_commands.h"
#include "ui/sync/missing_texts.h"
#include "ui/sync/workspace_button.h"
#include "ui/sync/workspace_controller.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/look.h"
#include "ui/widgets/preferences.h"
#include "ui/window/demo.h"
#include "ui/window/main_menus.h"
#include "ui/window/report_tabs.h"
#include "ui/window/run_browsing.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstWindowSize(1280, 820);
constexpr int recentReportsKept = 10;

} // namespace

void MainWindow::restorePlace()
{
    resize(firstWindowSize);
    restoreGeometry(m_preferences.value(Preference::WindowGeometry).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.setValue(Preference::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::applyPreferences()
{
    Theme &theme = m_services.theme;
    const int mode = m_preferences.value(Preference::Theme).toInt();
    theme.setMode(ThemeMode(mode));
    m_menus->showThemeMode(mode);
    if (const double size = m_preferences.value(Preference::BodyFontSize).toDouble(); size > 0)
        theme.setBodyPointSize(size);
    const double editorSize = m_preferences.value(Preference::EditorFontSize).toDouble();
    theme.setEditorFont(m_preferences.value(Preference::EditorFontFamily).toString(),
                        editorSize > 0 ? editorSize : theme.bodyPointSize());
}

void MainWindow::updateCurrent()
{
    ReportView *view = m_tabs->currentView();
    const bool isLibrary = m_tabs->isLibraryCurrent();
    m_menus->setView(view);
    m_menus->setTabClosable(!isLibrary);
    m_actions->setOpenShown(isLibrary);
    setWindowTitle(view ? tr("%1 – Plotleaf").arg(view->title()) : tr("Plotleaf"));
    if (view)
        setTargetById(view->reportId());
    else
        m_actions->setTarget(isLibrary ? m_library->currentReport() : std::nullopt);
}

void MainWindow::setTargetById(const ReportId &id, const std::function<void()> &then)
{
    whenDone(m_services.library.summary(id), this,
             [this, id, then](const Result<ReportSummary> &summary) {
                 const ReportView *view = m_tabs->currentView();
                 if (!summary || !view || view->reportId() != id)
                     return;
                 m_actions->setTarget(*summary);
                 if (then)
                     then();
             });
}

void MainWindow::remember(const ReportId &id)
{
    QStringList recent = m_preferences.value(Preference::RecentReports).toStringList();
    recent.removeAll(id.toString());
    recent.prepend(id.toString());
    m_preferences.setValue(Preference::RecentReports,
                           QStringList(recent.mid(0, recentReportsKept)));
    updateRecent();
}

void MainWindow::restoreReports(Front front)
{
    QList<ReportId> ids;
    if (m_preferences.value(Preference::ReopenReports).toBool()) {
        for (const QString &id : m_preferences.value(Preference::OpenReports).toStringList())
            ids.append(ReportId(id));
    }
    connect(m_tabs, &ReportTabs::placesChanged, this, &MainWindow::rememberOpenReports);
    const QString before = m_preferences.value(Preference::FrontReport).toString();
    m_tabs->restore(ids, front == Front::AsBefore ? ReportId(before) : ReportId());
}

void MainWindow::rememberOpenReports()
{
    QStringList ids;
    for (const ReportId &id : m_tabs->openReports())
        ids.append(id.toString());
    const ReportView *front = m_tabs->currentView();
    m_preferences.setValue(Preference::OpenReports, ids);
    m_preferences.setValue(Preference::FrontReport,
                           front ? front->reportId().toString() : QString());
}

void MainWindow::updateRecent()
{
    using Entry = std::pair<QString, std::function<void()>>;
    const QStringList ids = m_preferences.value(Preference::RecentReports).toStringList();
    auto entries = std::make_shared<QHash<QString, QString>>();
    const auto left = std::make_shared<qsizetype>(ids.size());
    for (const QString &id : ids) {
        whenDone(m_services.library.summary(ReportId(id)), this,
                 [this, ids, id, entries, left](const Result<ReportSummary> &summary) {
                     if (summary && !summary->archived)
                         entries->insert(id, summary->name);
                     if (--*left > 0)
                         return;
                     QList<Entry> recent;
                     for (const QString &known : ids) {
                         if (entries->contains(known))
                             recent.append({entries->value(known),
                                            [this, known] { openReport(ReportId(known)); }});
                     }
                     m_menus->setRecent(recent);
                 });
    }
    if (ids.isEmpty())
        m_menus->setRecent({});
}

void MainWindow::openPalette()
{
    (new CommandPalette(m_services.theme, paletteCommands(*menuBar()), this))->show();
}

void MainWindow::open(const QStringList &filesAndLinks)
{
    QStringList files;
    for (const QString &fileOrLink : filesAndLinks) {
        if (const std::optional<ReportId> report = reportOfLink(fileOrLink))
            openReport(*report);
        else
            files.append(fileOrLink);
    }
    if (!files.isEmpty())
        m_commands->importFiles(files, {});
}

void MainWindow::useServers(Workspaces &workspaces, std::shared_ptr<SecretStore> secrets)
{
    m_commands->useServers(workspaces);
    m_library->useServers(workspaces);
    m_servers = new WorkspaceController({m_services.library, workspaces, std::move(secrets),
                                         m_services.clock, m_services.theme, m_notifier,
                                         m_services.cloudKeys},
                                        this);
    connect(m_servers, &WorkspaceController::openRequested, m_tabs,
            [this](const ReportId &id) { m_tabs->open(id); });
    m_servers->setFlush([this](const ReportId &id) { return m_tabs->flush(id); });
    connectMissingTexts(workspaces);
    connect(m_menus, &MainMenus::addServer, m_servers, [this] { m_servers->addServer({}); });
    connect(m_tabs, &ReportTabs::serverWanted, m_servers, &WorkspaceController::addServer);
    connect(&workspaces, &Workspaces::listChanged, m_tabs, &ReportTabs::serversChanged);
    m_runs = new RunBrowsing(m_services, workspaces, *m_tabs, m_preferences, this);
    connect(m_menus, &MainMenus::embedFromRun, m_runs, &RunBrowsing::open);
    connect(m_runs, &RunBrowsing::addServerWanted, m_servers, [this] { m_servers->addServer({}); });
    m_menus->setRunsShown(true);
    showServersInCorner(workspaces);
}

void MainWindow::showServersInCorner(const Workspaces &workspaces)
{
    auto *corner = new QWidget(m_tabs);
    corner->setAttribute(Qt::WA_StyledBackground);
    setLook(corner, u"tabs"_s);
    auto *around = new QHBoxLayout(corner);
    around->addWidget(new WorkspaceButton(*m_servers, m_services.clock, m_services.theme, corner));
    // Without a server there is no button, and no room is kept for it.
    const auto setMargins = [around, &workspaces] {
        around->setContentsMargins(
            workspaces.list().isEmpty()
                ? QMargins()
                : QMargins(Spacing::s, Spacing::xs / 2, Spacing::m, Spacing::xs / 2));
    };
    connect(&workspaces, &Workspaces::listChanged, corner, setMargins);
    setMargins();
    m_tabs->setCornerWidget(corner);
}

void MainWindow::connectMissingTexts(Workspaces &workspaces)
{
    m_missingTexts = new MissingTexts(m_services.library, workspaces, this);
    connect(m_tabs, &ReportTabs::textWanted, m_missingTexts,
            [this](const ReportId &id, bool again) {
                if (again)
                    m_missingTexts->wantNow(id);
                else
                    m_missingTexts->want(id);
            });
    connect(m_missingTexts, &MissingTexts::explained, m_tabs,
            [this](const ReportId &id, const QString &why) {
                if (ReportView *view = m_tabs->view(id))
                    view->explainMissingText(why);
            });
}

QFuture<Result<void>> MainWindow::settled(const ReportId &id)
{
    // A report whose text is still to come has nothing typed into it.
    const ReportView *view = m_tabs->view(id);
    const bool isHere = view && !view->isTextMissing();
    return m_missingTexts && !isHere ? m_missingTexts->fetch(id) : m_tabs->flush(id);
}

ReportViewServices MainWindow::ownServices(ReportViewServices services)
{
    services.isServerKnown = [this](const QUrl &web) {
        return !m_servers || m_servers->knows(web);
    };
    return services;
}

void MainWindow::openReport(const ReportId &id)
{
    m_tabs->open(id);
}

void MainWindow::offerDemo()
{
    m_demo->offerOnce();
}

void MainWindow::raiseToFront()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

} // namespace plotleaf
