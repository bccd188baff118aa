#include "ui/window/session.h"

#include "core/base/program.h"
#include "core/secrets/kept_secrets.h"
#include "core/secrets/keychain_store.h"
#include "core/services/open_server.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace plotleaf {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Session>> Session::open(const QString &workspace, const QString &preferences)
{
    auto clock = std::make_shared<SystemClock>();
    auto ids = std::make_unique<RandomIdSource>();
    Result<std::unique_ptr<Library>> library = Library::open(workspace, *clock, *ids);
    if (!library)
        return library.error();
    auto kept = preferences.isEmpty() ? std::make_unique<Preferences>()
                                      : std::make_unique<Preferences>(preferences);
    return std::unique_ptr<Session>(new Session(workspace, std::move(kept), std::move(clock),
                                                std::move(ids), std::move(library).value()));
}

Session::Session(const QString &workspace,
                 std::unique_ptr<Preferences> preferences,
                 std::shared_ptr<SystemClock> clock,
                 std::unique_ptr<RandomIdSource> ids,
                 std::unique_ptr<Library> library)
    : m_preferences(std::move(preferences))
    , m_clock(std::move(clock))
    , m_ids(std::move(ids))
    , m_library(std::move(library))
    , m_runCache(Cache::open(workspace + QStringLiteral("/cache.db"), *m_clock))
    , m_secrets(std::make_shared<KeptSecrets>(std::make_shared<KeychainStore>(u"Plotleaf"_s)))
    , m_cloudKeys(std::make_shared<CloudKeys>(
          *m_library, m_secrets, m_clock, QProcessEnvironment::systemEnvironment()))
    , m_cloudFiles(std::make_shared<CloudFiles>(m_cloudKeys, m_clock))
    , m_network(std::make_shared<NetworkUse>())
    , m_workspaces(*m_library,
                   *m_clock,
                   serverOpener(m_secrets, m_clock, {m_cloudFiles, m_network}),
                   m_network)
    , m_serverFiles(m_workspaces)
    , m_remoteImages(defaultCacheFolder() + QStringLiteral("/remote"), *m_clock)
    , m_remoteConsents(*m_library)
    , m_theme(m_colorScheme)
{
    registerServices(m_runSources, *m_clock, workspace,
                     [this](const QString &spec) { return m_workspaces.source(spec); },
                     {m_cloudFiles, m_network});
    // What could not be fetched is asked for once more.
    QObject::connect(m_cloudKeys.get(), &CloudKeys::changed, &m_runSources,
                     &RunSources::announceChange);
    QObject::connect(&m_workspaces, &Workspaces::sourcesChanged, &m_runSources,
                     &RunSources::announceChange);
    m_remoteImages.setNetworkUse(m_network);
    m_remoteImages.setOwner(
        [this](const QUrl &url) { return m_serverFiles.read(url, RemoteImages::largestImage); });
    m_remoteImages.setConsent([this](const QUrl &url) {
        return m_remoteConsents.hosts().contains(url.host(QUrl::FullyEncoded));
    });
    QObject::connect(&m_serverFiles, &ServerFiles::hostsChanged, &m_remoteConsents,
                     [this] { m_remoteConsents.setServerHosts(m_serverFiles.hosts()); });
    m_theme.apply();
    ReportViewServices services{*m_library, m_runSources, *m_clock, m_theme, workspace};
    services.remoteImages = &m_remoteImages;
    services.remoteConsents = &m_remoteConsents;
    services.runCache = &m_runCache;
    services.cloudKeys = m_cloudKeys.get();
    services.workspaces = &m_workspaces;
    services.frameCatalog = [this](const QString &address) {
        return m_workspaces.frameCatalog(address);
    };
    m_window = std::make_unique<MainWindow>(services, *m_preferences);
    m_window->useServers(m_workspaces, m_secrets);
}

Session::~Session() = default;

void Session::start(const QStringList &filesAndLinks)
{
    m_window->show();
    m_workspaces.start();
    const bool isAlone = filesAndLinks.isEmpty();
    m_window->restoreReports(isAlone ? MainWindow::Front::AsBefore : MainWindow::Front::Nothing);
    m_window->open(filesAndLinks);
    if (isAlone)
        m_window->offerDemo();
}

void Session::raise(const QStringList &filesAndLinks)
{
    m_window->raiseToFront();
    m_window->open(filesAndLinks);
}

void Session::showOpenProblem(const Error &error)
{
    QMessageBox box(QMessageBox::Critical,
                    QCoreApplication::translate("plotleaf::Session", "Plotleaf"), error.message);
    box.setTextFormat(Qt::PlainText);
    box.setDetailedText(error.detail);
    box.exec();
}

} // namespace plotleaf
