#pragma once

#include "core/report/report.h"
#include "core/secrets/secret_store.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/store/library_sync.h"
#include "ui/library/report_commands.h"
#include "ui/sync/add_workspace_dialog.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace plotleaf {

class CloudKeys;
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
        CloudKeys *cloudKeys = nullptr; ///< null: none are kept
    };

    /// Everything in `services` must outlive the controller.
    WorkspaceController(Services services, QWidget *window);
    ~WorkspaceController() override;

    Workspaces &workspaces() { return m_services.workspaces; }

    /// `address`: what the person need not type; may be empty.
    void addServer(const QUrl &address);
    /// Whether there is a server with this web address.
    bool knows(const QUrl &web) const;
    /// Asks for the secret of a workspace that could not be opened without.
    void askSecret(const QString &id);
    /// Asks once, then removes the workspace with its reports here; the server keeps them.
    void removeServer(const QString &id);
    /// Opens the merge view of a report, or brings it to the front.
    void merge(const ReportId &id);
    /// One after the other.
    void mergeAll(const QString &workspace);
    /// Reports that the server refuses, the latest changed first; at most `limit`.
    QFuture<Result<QVector<ReportSummary>>> refusals(const QString &workspace, int limit);
    void open(const ReportId &id) { emit openRequested(id); }
    /// Has a report that the server refused sent once more.
    void tryAgain(const ReportSummary &report);
    /// The text that is being typed is to be in the library before it is merged.
    void setFlush(ReportCommands::Flush flush) { m_flush = std::move(flush); }
    /// Asks once, then takes reports from here that are not on the server any more.
    void believeRemovals(const QString &id);

signals:
    void openRequested(const plotleaf::ReportId &id);

private:
    void askToBelieve(const QString &id,
                      const QVector<RemoteId> &vanished,
                      const QVector<ReportSummary> &reports);
    void connectServer(const QString &name, const AddWorkspaceDialog::Connection &connection);
    void keepCloudKeys(const QVector<CloudCredential> &keys);
    void keepSecret(const QString &key, const QString &secret, const std::function<void()> &then);
    void readMerge(const ReportId &id);
    void showMerge(const ReportSummary &report, const PendingMerge &pending);
    void finishMerge(const ReportSummary &report, const PendingMerge &seen, const QString &text);
    void merged(const ReportSummary &report, const Result<SyncTaken> &taken);
    void mergeOnceMore(const ReportId &id);
    void keepDraft(const ReportId &id, const QString &text);
    void dropMerge(const ReportId &id);
    std::optional<ClearmlPlace> placeOf(const QString &id) const;
    void forgetSecret(const ClearmlPlace &place);
    void tell(const QString &workspace, const SyncNotice &notice);
    QString workspaceName(const QString &id) const;

    Services m_services;
    QPointer<QWidget> m_window;
    ReportCommands::Flush m_flush;
    std::map<ReportId, std::unique_ptr<MergeView>> m_merges;
    QString m_mergingAll; ///< the workspace whose merges are gone through
};

} // namespace plotleaf
