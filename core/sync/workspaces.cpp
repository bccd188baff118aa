#include "core/sync/workspaces.h"

#include "core/base/when_done.h"
#include "core/report/remote_reports.h"
#include "core/store/library.h"

#include <algorithm>

namespace plotleaf {

Workspaces::Workspaces(Library &library, const Clock &clock, Opener opener, QObject *parent)
    : QObject(parent)
    , m_store(library)
    , m_library(library)
    , m_clock(clock)
    , m_opener(std::move(opener))
{
}

Workspaces::~Workspaces() = default;

void Workspaces::start()
{
    readList(true);
}

void Workspaces::readList(bool andOpen)
{
    whenDone(m_library.workspaces(), this,
             [this, andOpen](const Result<QVector<Workspace>> &workspaces) {
                 if (!workspaces)
                     return;
                 m_list = *workspaces;
                 emit listChanged();
                 for (const Workspace &workspace : std::as_const(m_list)) {
                     if (andOpen && !sync(workspace.id))
                         open(workspace.id);
                 }
             });
}

const Workspace *Workspaces::find(const QString &id) const
{
    const auto found = std::find_if(m_list.cbegin(), m_list.cend(),
                                    [&](const Workspace &one) { return one.id == id; });
    return found == m_list.cend() ? nullptr : &*found;
}

WorkspaceSync *Workspaces::sync(const QString &id) const
{
    const auto found = m_syncs.find(id);
    return found == m_syncs.cend() ? nullptr : found->second.get();
}

std::optional<Error> Workspaces::problem(const QString &id) const
{
    const auto found = m_problems.find(id);
    return found == m_problems.cend() ? std::nullopt : std::optional(found->second);
}

QFuture<Result<void>> Workspaces::add(const Workspace &workspace)
{
    const QFuture<Result<void>> added = m_library.addWorkspace(workspace);
    whenDone(added, this, [this](const Result<void> &result) {
        if (result)
            readList(true);
    });
    return added;
}

void Workspaces::open(const QString &id)
{
    const Workspace *workspace = find(id);
    if (!workspace || sync(id))
        return;
    m_problems.erase(id);
    QCoro::connect(
        m_opener(*workspace), this,
        [this, wanted = *workspace](const Result<std::shared_ptr<RemoteReports>> &remote) {
            take(wanted, remote);
        });
}

void Workspaces::take(const Workspace &workspace,
                      const Result<std::shared_ptr<RemoteReports>> &remote)
{
    // It may have been removed, or opened by a second attempt, in the meantime.
    if (!find(workspace.id) || sync(workspace.id))
        return;
    if (!remote) {
        m_problems.insert_or_assign(workspace.id, remote.error());
        emit opened(workspace.id);
        return;
    }
    auto sync = std::make_unique<WorkspaceSync>(m_store, *remote, workspace, m_clock);
    connect(sync.get(), &WorkspaceSync::stateChanged, this,
            [this, id = workspace.id] { emit stateChanged(id); });
    connect(sync.get(), &WorkspaceSync::noticed, this,
            [this, id = workspace.id](const SyncNotice &notice) { emit noticed(id, notice); });
    WorkspaceSync *running = m_syncs.emplace(workspace.id, std::move(sync)).first->second.get();
    emit opened(workspace.id);
    running->setPolicy(m_policy);
}

QFuture<Result<void>> Workspaces::remove(const QString &id)
{
    m_syncs.erase(id);
    m_problems.erase(id);
    const QFuture<Result<void>> removed = m_library.removeWorkspace(id);
    whenDone(removed, this, [this](const Result<void> &) { readList(true); });
    return removed;
}

void Workspaces::setPolicy(NetworkPolicy policy)
{
    m_policy = policy;
    for (const auto &[id, sync] : m_syncs)
        sync->setPolicy(policy);
}

void Workspaces::syncAll()
{
    for (const auto &[id, sync] : m_syncs)
        sync->syncNow();
    for (const Workspace &workspace : std::as_const(m_list)) {
        if (!sync(workspace.id))
            open(workspace.id);
    }
}

} // namespace plotleaf
