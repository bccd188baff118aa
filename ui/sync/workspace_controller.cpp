#include "ui/sync/workspace_controller.h"

#include "core/base/when_done.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/store/library.h"
#include "core/store/library_sync.h"
#include "core/sync/workspaces.h"
#include "ui/sync/merge_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notifier.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

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
}

WorkspaceController::~WorkspaceController()
{
    for (const auto &[id, view] : m_merges)
        delete view.data();
}

QString WorkspaceController::workspaceName(const QString &id) const
{
    for (const Workspace &workspace : m_services.workspaces.list()) {
        if (workspace.id == id)
            return workspace.name;
    }
    return id;
}

void WorkspaceController::addServer()
{
    QStringList taken;
    for (const Workspace &workspace : m_services.workspaces.list())
        taken.append(workspace.name);
    auto *dialog = new AddWorkspaceDialog(m_services.theme, m_services.clock, taken, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { connectServer(dialog->name(), dialog->connection()); });
    dialog->open();
}

void WorkspaceController::connectServer(const QString &name,
                                        const AddWorkspaceDialog::Connection &connection)
{
    const ClearmlPlace place{connection.servers, connection.credentials.user,
                             connection.authorityFile, connection.transport.acceptedCertificate};
    keepSecret(clearmlSecretKey(place), connection.credentials.secret, [this, name, place] {
        whenDone(m_services.workspaces.add(clearmlWorkspace(name, place)), this,
                 [this, name](const Result<void> &added) {
                     if (added)
                         m_services.notifier.info(
                             tr("“%1” is connected. Its reports are on their way.").arg(name));
                     else
                         m_services.notifier.error(added.error().message);
                 });
    });
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
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove server"),
                                tr("Remove “%1” from Plotleaf?").arg(workspaceName(id)),
                                QMessageBox::NoButton, m_window);
    box->setObjectName(u"removeServerBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Its reports go from this computer and stay on the server. This "
                               "is refused while there are changes that the server does not "
                               "have."));
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(remove, &QPushButton::clicked, this, [this, id] {
        whenDone(m_services.workspaces.remove(id), this, [this](const Result<void> &removed) {
            if (!removed)
                m_services.notifier.error(removed.error().message);
        });
    });
    box->open();
}

void WorkspaceController::mergeAll(const QString &workspace)
{
    whenDone(LibrarySync(m_services.library).mergesNeeded(workspace), this,
             [this](const Result<QVector<ReportId>> &reports) {
                 if (!reports)
                     return m_services.notifier.error(reports.error().message);
                 for (const ReportId &id : *reports)
                     merge(id);
             });
}

void WorkspaceController::merge(const ReportId &id)
{
    if (const auto shown = m_merges.find(id); shown != m_merges.cend() && shown->second) {
        shown->second->raise();
        shown->second->activateWindow();
        return;
    }
    whenDone(m_services.library.summary(id), this, [this, id](const Result<ReportSummary> &found) {
        if (!found)
            return m_services.notifier.error(found.error().message);
        whenDone(LibrarySync(m_services.library).pendingMerge(id), this,
                 [this, report = *found](const Result<PendingMerge> &pending) {
                     if (pending)
                         showMerge(report, *pending);
                     else
                         m_services.notifier.error(pending.error().message);
                 });
    });
}

void WorkspaceController::showMerge(const ReportSummary &report, const PendingMerge &pending)
{
    const Result<TextMerge> merge = mergeTexts(pending.base, pending.mine, pending.theirs);
    if (!merge)
        return m_services.notifier.error(merge.error().message);
    // What is left of it was typed away since.
    if (merge->isClean())
        return finishMerge(report.id, pending, merge->text());
    auto *view =
        new MergeView(*merge, {report.name, pending.author, workspaceName(report.workspace)},
                      m_services.theme, m_window);
    m_merges[report.id] = view;
    connect(view, &MergeView::finished, this, [this, id = report.id, pending](const QString &text) {
        finishMerge(id, pending, text);
    });
    view->show();
}

void WorkspaceController::finishMerge(const ReportId &id,
                                      const PendingMerge &seen,
                                      const QString &text)
{
    whenDone(LibrarySync(m_services.library).resolveMerge(id, seen, text), this,
             [this](const Result<SyncTaken> &merged) {
                 if (merged)
                     m_services.notifier.info(
                         tr("Merged. The result is on its way to the server."));
                 else
                     m_services.notifier.error(merged.error().message);
             });
}

void WorkspaceController::tell(const QString &workspace, const SyncNotice &notice)
{
    using Kind = SyncNotice::Kind;
    const QString server = workspaceName(workspace);
    Notice told;
    told.severity = Notice::Severity::Warning;
    told.key = u"sync/"_s + notice.report.toString();
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
        told.text = tr("“%1”, which you deleted, was changed on %2 since. It is back.")
                        .arg(notice.name, server);
        break;
    case Kind::Refused:
        told.text =
            tr("%2 does not take your changes of “%1”: %3").arg(notice.name, server, notice.reason);
        break;
    }
    m_services.notifier.post(told);
}

} // namespace plotleaf
