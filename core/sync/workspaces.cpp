#include "core/sync/workspaces.h"

#include "core/base/when_done.h"
#include "core/store/library.h"

#include <algorithm>
#include <utility>

namespace plotleaf {

Workspaces::Workspaces(Library &library,
                       const Clock &clock,
                       Opener opener,
                       std::shared_ptr<NetworkUse> network,
                       QObject *parent)
    : QObject(parent)
    , m_store(library)
    , m_library(library)
    , m_clock(clock)
    , m_opener(std::move(opener))
    , m_network(std::move(network))
{
}

Workspaces::~Workspaces() = default;

void Workspaces::start()
{
    readList();
}

void Workspaces::readList()
{
    whenDone(m_library.workspaces(), this, [this](const Result<QVector<Workspace>> &workspaces) {
        if (!workspaces) {
            emit listFailed(workspaces.error());
            return;
        }
        m_list = *workspaces;
        emit listChanged();
        openMissing();
    });
}

void Workspaces::openMissing()
{
    const QVector<Workspace> all = m_list;
    for (const Workspace &workspace : all) {
        if (!sync(workspace.id) && !m_attempts.contains(workspace.id))
            open(workspace.id);
    }
}

const Workspace *Workspaces::find(const QString &id) const
{
    const auto found = std::find_if(m_list.cbegin(), m_list.cend(),
                                    [&](const Workspace &one) { return one.id == id; });
    return found == m_list.cend() ? nullptr : &*found;
}

WorkspaceSync *Workspaces::sync(const QString &id) const
{
    const auto found = m_servers.find(id);
    return found == m_servers.cend() ? nullptr : found->second.sync.get();
}

OpenedServer Workspaces::server(const QString &id) const
{
    const auto found = m_servers.find(id);
    return found == m_servers.cend() ? OpenedServer() : found->second.opened;
}

std::shared_ptr<RunSource> Workspaces::source(const QString &spec) const
{
    for (const Workspace &workspace : m_list) {
        const auto found = m_servers.find(workspace.id);
        if (found == m_servers.cend() || !found->second.opened.sources)
            continue;
        if (auto made = found->second.opened.sources(spec))
            return made;
    }
    return nullptr;
}

std::shared_ptr<RunCatalog> Workspaces::catalog(const QString &id) const
{
    const auto found = m_servers.find(id);
    return found == m_servers.cend() ? nullptr : found->second.opened.catalog;
}

std::shared_ptr<RunCatalog> Workspaces::frameCatalog(const QString &address) const
{
    // In the order in which source() asks them, or a frame would be changed with another server's
    // runs than it shows.
    for (const Workspace &workspace : m_list) {
        const std::shared_ptr<RunCatalog> runs = catalog(workspace.id);
        if (runs && runs->ownsFrame(address))
            return runs;
    }
    return nullptr;
}

std::optional<Error> Workspaces::problem(const QString &id) const
{
    const auto found = m_problems.find(id);
    return found == m_problems.cend() ? std::nullopt : std::optional(found->second);
}

QFuture<Result<void>> Workspaces::add(const Workspace &workspace)
{
    QFuture<Result<void>> added = m_library.addWorkspace(workspace);
    whenDone(added, this, [this](const Result<void> &result) {
        if (result)
            readList();
    });
    return added;
}

void Workspaces::open(const QString &id)
{
    const Workspace *workspace = find(id);
    if (!workspace)
        return;
    const Workspace wanted = *workspace;
    leave(id);
    const int attempt = ++m_lastAttempt;
    m_attempts.insert_or_assign(id, attempt);
    QCoro::connect(m_opener(wanted), this,
                   [this, wanted, attempt](const Result<OpenedServer> &opened) {
                       take(wanted, attempt, opened);
                   });
}

void Workspaces::take(const Workspace &workspace, int attempt, const Result<OpenedServer> &server)
{
    // It may have been removed, or opened by a later attempt, in the meantime.
    const auto latest = m_attempts.find(workspace.id);
    if (latest == m_attempts.end() || latest->second != attempt)
        return;
    m_attempts.erase(latest);
    if (!server) {
        m_problems.insert_or_assign(workspace.id, server.error());
        emit opened(workspace.id);
        return;
    }
    auto sync = std::make_unique<WorkspaceSync>(
        m_store, WorkspaceSync::Remote{server->reports, server->assets}, workspace, m_clock);
    connect(sync.get(), &WorkspaceSync::stateChanged, this,
            [this, id = workspace.id] { emit stateChanged(id); });
    connect(sync.get(), &WorkspaceSync::noticed, this,
            [this, id = workspace.id](const SyncNotice &notice) { emit noticed(id, notice); });
    WorkspaceSync *running = sync.get();
    m_servers.insert_or_assign(workspace.id, Server{std::move(sync), *server});
    emit opened(workspace.id);
    emit sourcesChanged();
    running->setPolicy(policy());
}

/// Whatever is open, being opened or known to be wrong of it is forgotten.
void Workspaces::leave(const QString &id)
{
    m_problems.erase(id);
    m_attempts.erase(id);
    if (m_servers.erase(id) > 0)
        emit sourcesChanged();
}

QFuture<Result<void>> Workspaces::remove(const QString &id)
{
    leave(id);
    QFuture<Result<void>> removed = m_library.removeWorkspace(id);
    whenDone(removed, this, [this](const Result<void> &) { readList(); });
    return removed;
}

void Workspaces::setPolicy(NetworkPolicy policy)
{
    const bool wasOffline = std::exchange(m_network->policy, policy) == NetworkPolicy::Offline;
    for (const auto &[id, server] : m_servers)
        server.sync->setPolicy(policy);
    emit policyChanged();
    if (wasOffline && policy != NetworkPolicy::Offline)
        emit sourcesChanged();
}

void Workspaces::syncAll()
{
    for (const auto &[id, server] : m_servers)
        server.sync->syncNow();
    openMissing();
}

} // namespace plotleaf
