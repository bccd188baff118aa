#pragma once

#include "core/base/network_use.h"
#include "core/report/remote_assets.h"
#include "core/report/workspace.h"
#include "core/runs/run_catalog.h"
#include "core/runs/run_sources.h"
#include "core/store/library_sync.h"
#include "core/sync/workspace_sync.h"

#include <QCoroTask>
#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace plotleaf {

class Clock;
class Library;

/// What is known of a server once it is reachable.
struct OpenedServer
{
    std::shared_ptr<RemoteReports> reports;
    /// For the panels that ask this server; may be empty.
    RunSources::Maker sources = {};
    /// For browsing its runs; may be null.
    std::shared_ptr<RunCatalog> catalog = nullptr;
    /// The files of its reports; null: it keeps none.
    std::shared_ptr<RemoteAssets> assets = {};
    /// The cards of the projects in one (path; empty: the top), as the server counts them; those of
    /// the reports that lie directly in it come under its own path. Empty: it does not count.
    using Projects = std::function<QCoro::Task<Result<QVector<ProjectSummary>>>(QString parent)>;
    Projects projects = {};
    /// The address of a report in its web app that people send each other. Empty: it has none.
    using ReportPage = std::function<QCoro::Task<Result<QUrl>>(RemoteId report)>;
    ReportPage reportPage = {};
};

/// All servers that the library has reports of, each with its synchronisation. Lives on the GUI
/// thread.
class Workspaces : public QObject
{
    Q_OBJECT

public:
    /// Makes a workspace's server reachable. Errors: NotSignedIn, when a person has to be asked for
    /// the secret first; any other that opening a server has.
    /// A task may end after the Workspaces are gone; nobody takes its server then.
    using Opener = std::function<QCoro::Task<Result<OpenedServer>>(Workspace workspace)>;

    /// `library` and `clock` must outlive this. `network`: where setPolicy() writes the policy for
    /// all who use the network.
    Workspaces(Library &library,
               const Clock &clock,
               Opener opener,
               std::shared_ptr<NetworkUse> network = std::make_shared<NetworkUse>(),
               QObject *parent = nullptr);
    ~Workspaces() override;

    /// Reads which workspaces there are and opens each: listChanged(), then opened() for each; or
    /// listFailed().
    void start();

    /// In the order in which they were added, without the local one.
    const QVector<Workspace> &list() const { return m_list; }
    /// Null while it is not open.
    WorkspaceSync *sync(const QString &id) const;
    /// Everything is empty while it is not open.
    OpenedServer server(const QString &id) const;
    /// Null where there is none with this id, as for this computer's own.
    const Workspace *find(const QString &id) const;
    /// Why it could not be opened; nothing where it was, or is being opened.
    std::optional<Error> problem(const QString &id) const;

    /// The source that `spec` names on the first open server that knows it; null: none does.
    std::shared_ptr<RunSource> source(const QString &spec) const;

    /// The runs of a workspace; null while it is not open, or where it has none. It lives on when
    /// the server is left, and then answers Cancelled.
    std::shared_ptr<RunCatalog> catalog(const QString &id) const;

    /// Of the server that the frame of this address belongs to; null: none that is open. An address
    /// that names no host (see absoluteFrameAddress()) is the first one's, as it is for source().
    std::shared_ptr<RunCatalog> frameCatalog(const QString &address) const;

    /// Adds the workspace to the library and opens it. Errors: those of
    /// LibrarySync::addWorkspace().
    QFuture<Result<void>> add(const Workspace &workspace);
    /// Opens it once more, after the person has given the secret; leaves what was open before.
    void open(const QString &id);
    /// Errors: those of LibrarySync::removeWorkspace().
    QFuture<Result<void>> remove(const QString &id);

    NetworkPolicy policy() const { return m_network->policy; }
    /// Panels look up again what they could not while offline: sourcesChanged().
    void setPolicy(NetworkPolicy policy);
    void syncAll();

signals:
    /// Another list of workspaces.
    void listChanged();
    /// Which workspaces there are could not be read; list() is the one from before.
    void listFailed(const plotleaf::Error &error);
    /// It is open, or could not be opened.
    void opened(const QString &id);
    /// source() and catalog() know a server more or less; sources of servers that were left have
    /// ended.
    void sourcesChanged();
    void policyChanged();
    /// WorkspaceSync::stateChanged() of one of them.
    void stateChanged(const QString &id);
    void noticed(const QString &id, const plotleaf::SyncNotice &notice);

private:
    /// A server that is open. The sync stops its client, also for the sources.
    struct Server
    {
        std::unique_ptr<WorkspaceSync> sync;
        OpenedServer opened;
    };

    void take(const Workspace &workspace, int attempt, const Result<OpenedServer> &server);
    void leave(const QString &id);
    void openMissing();
    void readList();

    Library &m_store;
    LibrarySync m_library;
    const Clock &m_clock;
    const Opener m_opener;
    const std::shared_ptr<NetworkUse> m_network;
    QVector<Workspace> m_list;
    std::map<QString, Server> m_servers;
    std::map<QString, int> m_attempts; ///< under way, by id; only the latest of each counts
    int m_lastAttempt = 0;
    std::map<QString, Error> m_problems;
};

} // namespace plotleaf
