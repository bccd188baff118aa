#pragma once

#include "core/base/network_policy.h"
#include "core/report/workspace.h"
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

/// All servers that the library has reports of, each with its synchronisation. Lives on the GUI
/// thread.
class Workspaces : public QObject
{
    Q_OBJECT

public:
    /// Makes a workspace's server reachable. Errors: NotSignedIn, when a person has to be asked for
    /// the secret first; any other that opening a server has.
    using Opener =
        std::function<QCoro::Task<Result<std::shared_ptr<RemoteReports>>>(Workspace workspace)>;

    /// `library` and `clock` must outlive this.
    Workspaces(Library &library, const Clock &clock, Opener opener, QObject *parent = nullptr);
    ~Workspaces() override;

    /// Reads which workspaces there are and opens each; opened() follows for each, ready() after
    /// the list is known.
    void start();

    /// In the order in which they were added, without the local one.
    const QVector<Workspace> &list() const { return m_list; }
    /// Null while it is not open.
    WorkspaceSync *sync(const QString &id) const;
    /// Why it could not be opened; nothing where it was, or is being opened.
    std::optional<Error> problem(const QString &id) const;

    /// Adds the workspace to the library and opens it. Errors: those of
    /// LibrarySync::addWorkspace().
    QFuture<Result<void>> add(const Workspace &workspace);
    /// Tries again to open it, after the person has given the secret.
    void open(const QString &id);
    /// Errors: those of LibrarySync::removeWorkspace().
    QFuture<Result<void>> remove(const QString &id);

    NetworkPolicy policy() const { return m_policy; }
    void setPolicy(NetworkPolicy policy);
    void syncAll();

signals:
    /// Another list of workspaces.
    void listChanged();
    /// It is open, or could not be opened.
    void opened(const QString &id);
    /// WorkspaceSync::stateChanged() of one of them.
    void stateChanged(const QString &id);
    void noticed(const QString &id, const plotleaf::SyncNotice &notice);

private:
    void take(const Workspace &workspace, const Result<std::shared_ptr<RemoteReports>> &remote);
    void readList(bool andOpen);
    const Workspace *find(const QString &id) const;

    Library &m_store;
    LibrarySync m_library;
    const Clock &m_clock;
    const Opener m_opener;
    QVector<Workspace> m_list;
    std::map<QString, std::unique_ptr<WorkspaceSync>> m_syncs;
    std::map<QString, Error> m_problems;
    NetworkPolicy m_policy = NetworkPolicy::Online;
};

} // namespace plotleaf
