#include "ui/window/run_browsing.h"

#include "core/panels/source_catalog.h"
#include "core/runs/run_sources.h"
#include "core/sync/workspaces.h"
#include "ui/runs/run_browser.h"
#include "ui/widgets/preferences.h"
#include "ui/window/report_tabs.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>

namespace plotleaf {

using namespace Qt::StringLiterals;

RunBrowsing::RunBrowsing(const ReportViewServices &services,
                         Workspaces &workspaces,
                         ReportTabs &tabs,
                         Preferences &preferences,
                         QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_workspaces(workspaces)
    , m_tabs(tabs)
    , m_preferences(preferences)
    , m_window(window)
{
    for (const auto signal :
         {&Workspaces::listChanged, &Workspaces::sourcesChanged, &Workspaces::policyChanged})
        connect(&workspaces, signal, this, &RunBrowsing::updatePlaces);
    connect(&workspaces, &Workspaces::opened, this, &RunBrowsing::updatePlaces);
}

RunBrowsing::~RunBrowsing()
{
    if (!m_browser)
        return;
    m_preferences.setValue(Preference::RunBrowserGeometry, m_browser->saveGeometry());
    m_preferences.setValue(Preference::RunBrowserLayout, m_browser->saveLayout());
    // It refers to services that end with the window.
    delete m_browser;
}

void RunBrowsing::open()
{
    if (!m_browser) {
        m_browser = new RunBrowser(m_services, m_window);
        m_browser->setWindowFlag(Qt::Window);
        m_browser->restoreGeometry(
            m_preferences.value(Preference::RunBrowserGeometry).toByteArray());
        m_browser->restoreLayout(m_preferences.value(Preference::RunBrowserLayout).toByteArray());
        connect(m_browser, &RunBrowser::insertWanted, this, &RunBrowsing::insert);
        connect(m_browser, &RunBrowser::folderWanted, this, &RunBrowsing::askFolder);
        connect(m_browser, &RunBrowser::addServerWanted, this, &RunBrowsing::addServerWanted);
        updatePlaces();
    }
    m_browser->show();
    m_browser->raise();
    m_browser->activateWindow();
}

RunPlace RunBrowsing::folderPlace(const QString &folder, const QString &title)
{
    RunPlace place;
    place.id = u"folder:"_s + folder;
    place.title = title;
    if (!m_folderCatalogs.contains(folder)) {
        if (const auto source = m_services.runSources.source(place.id))
            m_folderCatalogs[folder] = std::make_shared<SourceCatalog>(*source);
        else
            place.problem = source.error().message;
    }
    place.catalog = m_folderCatalogs.value(folder);
    return place;
}

void RunBrowsing::askFolder()
{
    auto *dialog = new QFileDialog(m_browser, tr("Folder with runs"), m_services.baseFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        if (!m_folders.contains(folder))
            m_folders.append(folder);
        updatePlaces();
        m_browser->choosePlace(u"folder:"_s + folder);
    });
    dialog->open();
}

QVector<RunPlace> RunBrowsing::places()
{
    QVector<RunPlace> places;
    for (const Workspace &workspace : m_workspaces.list()) {
        RunPlace place;
        place.id = workspace.id;
        place.title = workspace.name;
        place.catalog = m_workspaces.catalog(workspace.id);
        if (const std::optional<Error> problem = m_workspaces.problem(workspace.id))
            place.problem = problem->message;
        if (m_workspaces.policy() == NetworkPolicy::Offline) {
            place.catalog = nullptr;
            place.problem = tr("You are working offline. Runs are on the server; go online to "
                               "look through them.");
        }
        places.append(place);
    }
    places.append(folderPlace(m_services.baseFolder, tr("Run folders here")));
    for (const QString &folder : std::as_const(m_folders))
        places.append(folderPlace(folder, QDir(folder).dirName()));
    return places;
}

void RunBrowsing::updatePlaces()
{
    if (m_browser)
        m_browser->setPlaces(places());
}

void RunBrowsing::insert(const QString &code)
{
    ReportView *view = m_tabs.currentView();
    if (view && view->insertCode(code)) {
        m_browser->tell(tr("Inserted into “%1”.").arg(view->title()));
        return;
    }
    QApplication::clipboard()->setText(code);
    m_browser->tell(view ? tr("“%1” is published and takes no changes. The code is on the "
                              "clipboard instead.")
                               .arg(view->title())
                         : tr("No report is open. The code is on the clipboard instead."));
}

} // namespace plotleaf
