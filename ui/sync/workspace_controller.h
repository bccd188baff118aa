#pragma once

#include "core/report/report.h"
#include "core/secrets/secret_store.h"
#include "core/store/library_sync.h"
#include "ui/sync/add_workspace_dialog.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace plotleaf {

class Library;
class MergeView;
class Notifier;
class Theme;
class Workspaces;

/// What a person does with servers, and what servers have to tell: adding one, giving its secret,
/// merging a report, removing one. Lives on the GUI thread; shows its windows on `window`.
class WorkspaceController : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        Library &library;
        Workspaces &workspaces;
        std::shared_ptr<SecretStore> secrets;
        const Clock &clock;
        Theme &theme;
        Notifier &notifier;
    };

    /// Everything in `services` must outlive the controller.
    WorkspaceController(Services services, QWidget *window);
    ~WorkspaceController() override;

    Workspaces &workspaces() { return m_services.workspaces; }

    void addServer();
    /// Asks for the secret of a workspace that could not be opened without.
    void askSecret(const QString &id);
    /// Asks once, then removes the workspace with its reports here; the server keeps them.
    void removeServer(const QString &id);
    /// Opens the merge view of a report, or brings it to the front.
    void merge(const ReportId &id);
    void mergeAll(const QString &workspace);

signals:
    void openRequested(const plotleaf::ReportId &id);

private:
    void connectServer(const QString &name, const AddWorkspaceDialog::Connection &connection);
    void keepSecret(const QString &key, const QString &secret, const std::function<void()> &then);
    void showMerge(const ReportSummary &report, const PendingMerge &pending);
    void finishMerge(const ReportId &id, const PendingMerge &seen, const QString &text);
    void tell(const QString &workspace, const SyncNotice &notice);
    QString workspaceName(const QString &id) const;

    Services m_services;
    QPointer<QWidget> m_window;
    std::map<ReportId, QPointer<MergeView>> m_merges;
};

} // namespace plotleaf
