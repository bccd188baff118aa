#include "ui/library/report_actions.h"

#include "ui/library/report_commands.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QMenu>

namespace plotleaf {

using namespace Qt::StringLiterals;

ReportActions::ReportActions(ReportCommands &commands, Theme &theme, QObject *parent)
    : QObject(parent), m_commands(commands), m_theme(theme)
{
    m_open = add(u"reportOpen"_s, u"book-open"_s, tr("&Open"),
                 [this](const ReportSummary &report) { emit openRequested(report.id); });
    m_rename =
        add(u"reportRename"_s, u"pencil"_s, tr("&Rename"), [this](const ReportSummary &report) {
            if (m_renamer)
                m_renamer(report);
            else
                m_commands.askName(report);
        });
    m_rename->setShortcut(Qt::Key_F2);
    m_tags = add(u"reportTags"_s, u"tag"_s, tr("Add &tag…"),
                 [this](const ReportSummary &report) { m_commands.editTags(report); });
    m_move = add(u"reportMove"_s, u"folder-input"_s, tr("&Move to…"),
                 [this](const ReportSummary &report) { m_commands.move(report); });
    m_duplicate = add(u"reportDuplicate"_s, u"copy"_s, tr("&Duplicate"),
                      [this](const ReportSummary &report) { m_commands.duplicate(report); });
    m_copyTo = add(u"reportCopyTo"_s, u"cloud"_s, tr("&Copy to…"),
                   [this](const ReportSummary &report) { m_commands.copyTo(report); });
    m_share = add(u"reportShare"_s, u"link"_s, tr("&Share: copy link"),
                  [this](const ReportSummary &report) { m_commands.share(report); });
    m_openOnServer = add(u"reportOpenOnServer"_s, u"external-link"_s, QString(),
                         [this](const ReportSummary &report) { m_commands.openOnServer(report); });
    m_images = add(u"reportImages"_s, u"image"_s, tr("Ima&ges…"),
                   [this](const ReportSummary &report) { m_commands.showImages(report); });
    m_versions = add(u"reportVersions"_s, u"history"_s, tr("&Versions…"),
                     [this](const ReportSummary &report) { m_commands.showVersions(report); });
    m_pdf = add(u"reportExportPdf"_s, u"file-output"_s, tr("Export as &PDF…"),
                [this](const ReportSummary &report) { emit exportPdfRequested(report); });
    m_pdf->setShortcut(QKeySequence(u"Ctrl+Shift+E"_s));
    m_html = add(u"reportExportHtml"_s, u"file-code"_s, tr("Export as &HTML…"),
                 [this](const ReportSummary &report) { emit exportHtmlRequested(report); });
    m_markdown = add(u"reportExportMarkdown"_s, u"file-text"_s, tr("Export as Mar&kdown…"),
                     [this](const ReportSummary &report) { m_commands.exportMarkdown(report); });
    m_print = add(u"reportPrint"_s, u"printer"_s, tr("Pr&int…"),
                  [this](const ReportSummary &report) { emit printRequested(report); });
    m_print->setShortcut(QKeySequence::Print);
    m_publish = add(u"reportPublish"_s, u"send"_s, tr("P&ublish…"),
                    [this](const ReportSummary &report) { m_commands.publish(report); });
    m_archive =
        add(u"reportArchive"_s, u"archive"_s, tr("&Archive"), [this](const ReportSummary &report) {
            m_commands.setArchived(report, !report.archived);
        });
    m_remove = add(u"reportDelete"_s, u"trash-2"_s, tr("D&elete…"),
                   [this](const ReportSummary &report) { m_commands.remove(report); });
    update();
}

QAction *ReportActions::add(const QString &name,
                            const QString &icon,
                            const QString &text,
                            const std::function<void(const ReportSummary &)> &run)
{
    auto *action = new QAction(m_theme.icon(icon), text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, run] {
        if (m_target)
            run(*m_target);
    });
    return action;
}

void ReportActions::setTarget(const std::optional<ReportSummary> &target)
{
    m_target = target;
    update();
}

void ReportActions::setOpenShown(bool shown)
{
    m_open->setVisible(shown);
}

void ReportActions::update()
{
    const bool any = m_target.has_value();
    for (QAction *action :
         {m_open, m_rename, m_tags, m_move, m_duplicate, m_copyTo, m_share, m_openOnServer,
          m_images, m_versions, m_pdf, m_html, m_markdown, m_print, m_publish, m_archive, m_remove})
        action->setEnabled(any);
    m_copyTo->setVisible(m_commands.hasServers());
    const QString server = any ? m_commands.serverKind(*m_target) : QString();
    m_openOnServer->setVisible(!server.isEmpty());
    m_openOnServer->setText(tr("Open i&n %1", "a server's web app").arg(server));
    const bool archived = any && m_target->archived;
    m_archive->setText(archived ? tr("Restore from &archive") : tr("&Archive"));
    m_archive->setIcon(m_theme.icon(archived ? u"archive-restore"_s : u"archive"_s));
    m_publish->setEnabled(any && m_target->status == ReportStatus::Draft);
    m_remove->setEnabled(archived);
    m_remove->setToolTip(archived ? QString() : tr("Only archived reports can be deleted"));
}

void ReportActions::fill(QMenu &menu) const
{
    menu.addActions({m_open, m_rename, m_tags, m_move, m_duplicate, m_copyTo, m_share,
                     m_openOnServer, m_images, m_versions});
    menu.addSeparator();
    menu.addActions({m_pdf, m_html, m_markdown, m_print});
    menu.addSeparator();
    menu.addActions({m_publish, m_archive, m_remove});
    menu.setToolTipsVisible(true);
}

} // namespace plotleaf
