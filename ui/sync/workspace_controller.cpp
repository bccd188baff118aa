#include "ui/sync/workspace_controller.h"

#include "core/base/when_done.h"
#include "core/services/clearml/clearml_discovery.h"
#include "core/services/clearml/clearml_servers.h"
#include "core/services/cloud/cloud_keys.h"
#include "core/store/library.h"
#include "core/store/library_sync.h"
#include "core/sync/workspaces.h"
#include "ui/sync/merge_regions.h"
#include "ui/sync/merge_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/names_in_words.h"
#include "ui/widgets/notifier.h"
#include "ui/widgets/question_box.h"

#include <QInputDialog>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

QString lostFields(const QVector<FieldConflict> &conflicts)
{
    QStringList lost;
    for (const FieldConflict &conflict : conflicts)
        lost.append(u"“"_s + conflict.lost + u"”"_s);
    return lost.join(u", "_s);
}

} // namespace

WorkspaceController::WorkspaceController(Services services, QWidget *window)
    : QObject(window), m_services(std::move(services)), m_window(window)
{
    connect(&m_services.workspaces, &Workspaces::noticed, this, &WorkspaceController::tell);
    connect(&m_services.workspaces, &Workspaces::listFailed, this, [this](const Error &error) {
        m_services.notifier.error(
            tr("Which servers there are could not be read. %1").arg(error.message));
    });
}

// What was decided in a merge that is not finished is kept among the report's versions.
WorkspaceController::~WorkspaceController()
{
    for (const auto &[id, view] : m_merges) {
        if (view->isTouched())
            (void)LibrarySync(m_services.library).keepMergeDraft(id, view->regions().text());
    }
}

QString WorkspaceController::workspaceName(const QString &id) const
{
    for (const Workspace &workspace : m_services.workspaces.list()) {
        if (workspace.id == id)
            return workspace.name;
    }
    return id;
}

bool WorkspaceController::knows(const QUrl &web) const
{
    for (const Workspace &workspace : m_services.workspaces.list()) {
        const Result<ClearmlPlace> place = clearmlPlace(workspace);
        const QUrl known = place ? completedClearmlServers(place->servers).web : QUrl();
        if (isSameClearmlWeb(known, web))
            return true;
    }
    return false;
}

void WorkspaceController::addServer(const QUrl &address)
{
    QStringList taken;
    for (const Workspace &workspace : m_services.workspaces.list())
        taken.append(workspace.name);
    auto *dialog = new AddWorkspaceDialog(m_services.theme, m_services.clock, taken, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        connectServer(dialog->name(), dialog->connection());
        keepCloudKeys(dialog->cloudKeys());
    });
    if (!address.isEmpty())
        dialog->setPlace(address.toString());
    dialog->open();
}

void WorkspaceController::connectServer(const QString &name,
                                        const AddWorkspaceDialog::Connection &connection)
{
    const ClearmlPlace place{connection.servers, connection.credentials.user,
                             connection.authorityFile, connection.transport.acceptedCertificate};
    keepSecret(clearmlSecretKey(place), connection.credentials.secret, [this, name, place] {
        whenDone(m_services.workspaces.add(clearmlWorkspace(name, place)), this,
                 [this, name, place](const Result<void> &added) {
                     if (added)
                         return m_services.notifier.info(
                             tr("“%1” is connected. Its reports are on their way.").arg(name));
                     m_services.notifier.error(added.error().message);
                     forgetSecret(place);
                 });
    });
}

void WorkspaceController::keepCloudKeys(const QVector<CloudCredential> &keys)
{
    if (!m_services.cloudKeys)
        return;
    for (const CloudCredential &one : keys) {
        QCoro::connect(m_services.cloudKeys->keep(one), this, [this](const Result<void> &kept) {
            if (!kept)
                m_services.notifier.error(kept.error().message);
        });
    }
}

void WorkspaceController::keepSecret(const QString &key,
                                     const QString &secret,
                                     const std::function<void()> &then)
{
    QCoro::connect(m_services.secrets->write(key, secret), this,
                   [this, then](const Result<void> &written) {
                       if (!written)
                           return m_services.notifier.error(written.error().message);
                       if (!m_services.secrets->isLasting())
                           m_services.notifier.info(
                               tr("This system has no key store that Plotleaf can use. You will "
                                  "be asked for the secret key at the next start."));
                       then();
                   });
}

void WorkspaceController::askSecret(const QString &id)
{
    for (const Workspace &workspace : m_services.workspaces.list()) {
        const Result<ClearmlPlace> place = clearmlPlace(workspace);
        if (workspace.id != id || !place)
            continue;
        auto *dialog = new QInputDialog(m_window);
        dialog->setObjectName(u"secretDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Sign in to “%1”").arg(workspace.name));
        dialog->setLabelText(tr("Secret key, or password, of %1:").arg(place->user));
        dialog->setTextEchoMode(QLineEdit::Password);
        connect(dialog, &QInputDialog::textValueSelected, this,
                [this, id, key = clearmlSecretKey(*place)](const QString &secret) {
                    if (!secret.isEmpty())
                        keepSecret(key, secret, [this, id] { m_services.workspaces.open(id); });
                });
        dialog->open();
        return;
    }
}

void WorkspaceController::removeServer(const QString &id)
{
    const QString name = workspaceName(id);
    ask({u"removeServerBox"_s, tr("Remove “%1” from Plotleaf?").arg(name),
         tr("Its reports go from this computer and stay on the server. This is refused while "
            "there are changes that the server does not have."),
         tr("Remove")},
        m_services.theme, m_window, this, [this, id] {
            const auto place = placeOf(id);
            whenDone(m_services.workspaces.remove(id), this,
                     [this, place](const Result<void> &removed) {
                         if (!removed)
                             m_services.notifier.error(removed.error().message);
                         else if (place)
                             forgetSecret(*place);
                     });
        });
}

std::optional<ClearmlPlace> WorkspaceController::placeOf(const QString &id) const
{
    for (const Workspace &workspace : m_services.workspaces.list()) {
        if (workspace.id != id)
            continue;
        const Result<ClearmlPlace> place = clearmlPlace(workspace);
        return place ? std::optional(*place) : std::nullopt;
    }
    return {};
}

// Another workspace may sign in with the same key.
void WorkspaceController::forgetSecret(const ClearmlPlace &place)
{
    const QString key = clearmlSecretKey(place);
    for (const Workspace &workspace : m_services.workspaces.list()) {
        const Result<ClearmlPlace> other = clearmlPlace(workspace);
        if (other && !(*other == place) && clearmlSecretKey(*other) == key)
            return;
    }
    QCoro::connect(m_services.secrets->remove(key), this, [this](const Result<void> &removed) {
        if (!removed)
            m_services.notifier.error(removed.error().message);
    });
}

void WorkspaceController::believeRemovals(const QString &id)
{
    WorkspaceSync *sync = m_services.workspaces.sync(id);
    if (!sync)
        return;
    const QVector<RemoteId> vanished = sync->vanished();
    whenDone(LibrarySync(m_services.library).summaries(id, vanished), this,
             [this, id, vanished](const Result<QVector<ReportSummary>> &reports) {
                 if (reports)
                     askToBelieve(id, vanished, *reports);
                 else
                     m_services.notifier.error(reports.error().message);
             });
}

void WorkspaceController::askToBelieve(const QString &id,
                                       const QVector<RemoteId> &vanished,
                                       const QVector<ReportSummary> &reports)
{
    QStringList names;
    for (const ReportSummary &report : reports)
        names.append(u"“"_s + report.name + u"”"_s);
    ask({u"believeRemovalsBox"_s,
         tr("Take %n report(s) of “%1” from this computer too?", nullptr, int(reports.size()))
             .arg(workspaceName(id)),
         tr("The server does not have them any more: %1. Do this only when you know that they "
            "were deleted there.")
             .arg(namesInWords(names)),
         tr("Take them from here")},
        m_services.theme, m_window, this, [this, id, vanished] {
            if (WorkspaceSync *still = m_services.workspaces.sync(id))
                still->believeRemovals(vanished);
        });
}

QFuture<Result<QVector<ReportSummary>>> WorkspaceController::refusals(const QString &workspace,
                                                                      int limit)
{
    return LibrarySync(m_services.library).refusals(workspace, limit);
}

void WorkspaceController::tryAgain(const ReportSummary &report)
{
    whenDone(LibrarySync(m_services.library).retryRefused(report.id), this,
             [this, workspace = report.workspace](const Result<SyncTaken> &noted) {
                 if (!noted)
                     m_services.notifier.error(noted.error().message);
                 else if (WorkspaceSync *sync = m_services.workspaces.sync(workspace))
                     sync->syncNow();
             });
}

void WorkspaceController::tell(const QString &workspace, const SyncNotice &notice)
{
    using Kind = SyncNotice::Kind;
    const QString server = workspaceName(workspace);
    Notice told;
    told.severity = Notice::Severity::Warning;
    told.key = u"sync/%1/%2"_s.arg(int(notice.kind)).arg(notice.report.toString());
    told.staysUntilClosed = notice.kind != Kind::Waits;
    const auto offerDraft = [&] {
        told.actionText = tr("Open your draft");
        told.action = [this, id = notice.kept] { emit openRequested(id); };
    };
    switch (notice.kind) {
    case Kind::MergeNeeded:
        told.text =
            tr("“%1” was changed here and on %2 in the same lines.").arg(notice.name, server);
        told.actionText = tr("Merge…");
        told.action = [this, id = notice.report] { merge(id); };
        break;
    case Kind::FieldsDiffered:
        told.text = tr("Name, description or project of “%1” were changed here and on %2. What "
                       "you chose was kept; theirs was: %3")
                        .arg(notice.name, server, lostFields(notice.conflicts));
        break;
    case Kind::PublishedMeanwhile:
        told.text = tr("“%1” was published on %2 while you changed it. Your text was kept as a "
                       "new draft.")
                        .arg(notice.name, server);
        offerDraft();
        break;
    case Kind::DeletedMeanwhile:
        told.text = tr("“%1” was deleted on %2 while you changed it. Your text was kept as a new "
                       "draft.")
                        .arg(notice.name, server);
        offerDraft();
        break;
    case Kind::Restored:
        told.text = notice.reason.isEmpty()
                        ? tr("“%1”, which you deleted, was changed on %2 since. It is back.")
                              .arg(notice.name, server)
                        : tr("%2 does not let “%1” be deleted: %3 It is back.")
                              .arg(notice.name, server, notice.reason);
        break;
    case Kind::Waits:
        told.text = tr("“%1” is not on %2 yet: %3 It is tried again.")
                        .arg(notice.name, server, notice.reason);
        break;
    case Kind::Refused:
        told.text =
            tr("%2 does not take your changes of “%1”: %3").arg(notice.name, server, notice.reason);
        break;
    }
    m_services.notifier.post(told);
}

} // namespace plotleaf
