#include "ui/library/report_commands.h"

#include "core/report/report_link.h"
#include "core/services/server_pages.h"
#include "core/store/library_sync.h"
#include "core/sync/workspaces.h"
#include "ui/dialogs/move_dialog.h"
#include "ui/dialogs/new_report_dialog.h"
#include "ui/dialogs/rename_dialog.h"
#include "ui/dialogs/report_images_dialog.h"
#include "ui/dialogs/tags_dialog.h"
#include "ui/dialogs/versions_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/question_box.h"
#include "ui/widgets/relative_time.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHash>
#include <QInputDialog>

namespace plotleaf {

using namespace Qt::StringLiterals;

ReportCommands::ReportCommands(Library &library,
                               Notifier &notifier,
                               Theme &theme,
                               Preferences &preferences,
                               QWidget *window,
                               QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_notifier(notifier)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_window(window)
{
}

void ReportCommands::flushed(const ReportId &id, const std::function<void()> &then)
{
    if (m_flush)
        afterwards(m_flush(id), then);
    else
        then();
}

void ReportCommands::newReport(const ReportPlace &place)
{
    auto *dialog = new NewReportDialog(m_library, m_theme, place.project, m_window);
    if (m_servers)
        dialog->offerWorkspaces(m_servers->list(), place.workspace);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        afterwards(m_library.create(dialog->newReport()),
                   [this](const ReportId &id) { emit openRequested(id); });
    });
    dialog->open();
}

void ReportCommands::rename(const ReportId &id, const QString &name)
{
    afterwards(m_library.rename(id, name), [] {});
}

void ReportCommands::askName(const ReportSummary &report)
{
    auto *dialog = new RenameDialog(m_theme, report, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id = report.id] { rename(id, dialog->name()); });
    dialog->open();
}

void ReportCommands::share(const ReportSummary &report)
{
    withRemote(
        report,
        [this, report](const Workspace &workspace, const RemoteId &remote) {
            const QUrl known = serverReportPage(workspace, remote);
            const auto ask = m_servers->server(workspace.id).reportPage;
            if (!ask || m_servers->policy() == NetworkPolicy::Offline)
                return copyLink(report, known.toString(QUrl::FullyEncoded));
            QCoro::connect(ask(remote), this, [this, report, known](const Result<QUrl> &page) {
                // Away from the network the address without the project leads there as well.
                copyLink(report, (page ? *page : known).toString(QUrl::FullyEncoded));
            });
        },
        [this, report] { copyLink(report, reportLink(report.id)); });
}

void ReportCommands::copyLink(const ReportSummary &report, const QString &link)
{
    QGuiApplication::clipboard()->setText(link);
    if (serverKind(report).isEmpty() || !reportOfLink(link))
        m_notifier.info(tr("The link to “%1” is on the clipboard.").arg(report.name));
    else
        m_notifier.info(tr("“%1” is not on its server yet. The link on the clipboard leads to it "
                           "on this computer only.")
                            .arg(report.name));
}

void ReportCommands::openOnServer(const ReportSummary &report)
{
    withRemote(
        report,
        [](const Workspace &workspace, const RemoteId &remote) {
            QDesktopServices::openUrl(serverReportPage(workspace, remote));
        },
        [this, report] { m_notifier.info(tr("“%1” is not on its server yet.").arg(report.name)); });
}

QString ReportCommands::serverKind(const ReportSummary &report) const
{
    const Workspace *workspace = m_servers ? m_servers->find(report.workspace) : nullptr;
    return workspace ? serverKindName(*workspace) : QString();
}

/// `then` with what the report's server calls it, or `otherwise` where no server has it.
void ReportCommands::withRemote(
    const ReportSummary &report,
    const std::function<void(const Workspace &, const RemoteId &)> &then,
    const std::function<void()> &otherwise)
{
    const Workspace *found = m_servers ? m_servers->find(report.workspace) : nullptr;
    if (!found)
        return otherwise();
    afterwards(LibrarySync(m_library).remote(report.id),
               [workspace = *found, then, otherwise](const std::optional<RemoteId> &remote) {
                   if (remote)
                       then(workspace, *remote);
                   else
                       otherwise();
               });
}

void ReportCommands::showImages(const ReportSummary &report)
{
    flushed(report.id, [this, report] {
        const auto assets = m_servers ? m_servers->server(report.workspace).assets : nullptr;
        (new ReportImagesDialog(m_library, m_theme, report, assets, m_window))->open();
    });
}

void ReportCommands::showVersions(const ReportSummary &report)
{
    flushed(report.id, [this, report] {
        afterwards(m_library.report(report.id), [this](const Report &now) {
            auto *dialog = new VersionsDialog(m_library, m_theme, now, m_window);
            connect(dialog, &VersionsDialog::restoreRequested, this,
                    [this, summary = now.summary](const QString &text, const QDateTime &saved) {
                        restoreText(summary, text, saved);
                    });
            dialog->open();
        });
    });
}

// An ordinary change of the text, which can be taken back like one; nothing is lost by it.
void ReportCommands::restoreText(const ReportSummary &report,
                                 const QString &text,
                                 const QDateTime &saved)
{
    flushed(report.id, [this, report, text, saved] {
        afterwards(m_library.report(report.id), [this, report, text, saved](const Report &before) {
            afterwards(m_library.save(report.id, text, before.text), [this, report, text, saved,
                                                                      before](const SavedText &) {
                Notice notice{
                    Notice::Severity::Info,
                    tr("“%1” is as it was saved on %2.").arg(report.name, exactTime(saved))};
                notice.actionText = tr("Undo");
                notice.action = [this, report, text, before] {
                    afterwards(m_library.save(report.id, before.text, text),
                               [](const SavedText &) {});
                };
                m_notifier.post(notice);
            });
        });
    });
}

void ReportCommands::editTags(const ReportSummary &report)
{
    auto *dialog = new TagsDialog(m_library, m_theme, report, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = report.id] {
        afterwards(m_library.setTags(id, dialog->tags()), [] {});
    });
    dialog->open();
}

void ReportCommands::move(const ReportSummary &report)
{
    auto *dialog = new MoveDialog(m_library, m_theme, report, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, report] { moveTo(report, dialog->project(), true); });
    dialog->open();
}

void ReportCommands::moveTo(const ReportSummary &report, const QString &project, bool offerUndo)
{
    afterwards(m_library.move(report.id, project), [this, report, project, offerUndo] {
        Notice notice;
        notice.text = project.isEmpty() ? tr("“%1” is in no project now.").arg(report.name)
                                        : tr("“%1” is in %2 now.").arg(report.name, project);
        notice.key = u"moved"_s;
        if (offerUndo) {
            notice.actionText = tr("Undo");
            notice.action = [this, report] { moveTo(report, report.project, false); };
        }
        m_notifier.post(notice);
    });
}

void ReportCommands::setArchived(const ReportSummary &report, bool archived)
{
    archive(report, archived, true);
}

void ReportCommands::archive(const ReportSummary &report, bool archived, bool offerUndo)
{
    afterwards(m_library.setArchived(report.id, archived), [this, report, archived, offerUndo] {
        Notice notice;
        notice.text = archived ? tr("“%1” is in the archive now.").arg(report.name)
                               : tr("“%1” is back from the archive.").arg(report.name);
        notice.key = u"archived"_s;
        if (offerUndo) {
            notice.actionText = tr("Undo");
            notice.action = [this, report, archived] { archive(report, !archived, false); };
        }
        m_notifier.post(notice);
    });
}

void ReportCommands::remove(const ReportSummary &report)
{
    if (!report.archived) {
        m_notifier.post(
            {Notice::Severity::Warning,
             tr("Only archived reports can be deleted. Archive “%1” first.").arg(report.name)});
        return;
    }
    ask({u"deleteBox"_s, tr("Delete “%1” for good?").arg(report.name),
         tr("The report, its images and all its earlier versions are deleted. This cannot be "
            "undone."),
         tr("Delete for good")},
        m_theme, m_window, this, [this, report] {
            afterwards(m_library.remove(report.id), [this, report] {
                m_notifier.info(tr("“%1” has been deleted.").arg(report.name));
            });
        });
}

void ReportCommands::duplicate(const ReportSummary &report)
{
    flushed(report.id, [this, report] {
        afterwards(m_library.duplicate(report.id, tr("%1 (copy)").arg(report.name)),
                   [this](const ReportId &id) { emit openRequested(id); });
    });
}

bool ReportCommands::hasServers() const
{
    return m_servers && !m_servers->list().isEmpty();
}

void ReportCommands::copyTo(const ReportSummary &report)
{
    QHash<QString, QString> workspaces; // ids by what people call them
    if (report.workspace != u"local"_s)
        workspaces.insert(tr("This computer"), u"local"_s);
    for (const Workspace &server : m_servers->list()) {
        if (server.id != report.workspace)
            workspaces.insert(server.name, server.id);
    }
    QStringList names = workspaces.keys();
    names.sort();
    auto *dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"copyToDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Copy report"));
    dialog->setLabelText(tr("Copy “%1” with its images to:").arg(report.name));
    dialog->setOkButtonText(tr("Copy"));
    dialog->setComboBoxItems(names);
    dialog->setTextValue(names.first());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, report, workspaces](const QString &name) {
                flushed(report.id, [this, report, name, workspace = workspaces.value(name)] {
                    afterwards(LibrarySync(m_library).copyTo(report.id, workspace),
                               [this, report, name](const ReportId &id) {
                                   Notice notice;
                                   notice.text =
                                       tr("A copy of “%1” is on %2 now.", "report, server")
                                           .arg(report.name, name);
                                   notice.actionText = tr("Open");
                                   notice.action = [this, id] { emit openRequested(id); };
                                   m_notifier.post(notice);
                               });
                });
            });
    dialog->open();
}

void ReportCommands::publish(const ReportSummary &report)
{
    ask({u"publishBox"_s, tr("Publish “%1”?").arg(report.name),
         tr("A published report is locked: its text can no longer be edited, and there is no "
            "way back. Name, "
            "description, tags and project can still be changed, and a copy can be made to go "
            "on writing."),
         tr("Publish")},
        m_theme, m_window, this, [this, report] {
            flushed(report.id, [this, report] {
                afterwards(m_library.publish(report.id), [this, report] {
                    m_notifier.info(tr("“%1” is published.").arg(report.name));
                });
            });
        });
}

} // namespace plotleaf
