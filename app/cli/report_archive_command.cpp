#include "app/cli/report_archive_command.h"

#include "app/cli/wait_for.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportArchiveTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportArchiveCommand)
};

} // namespace

QString ReportArchiveCommand::name() const
{
    return m_direction == Direction::IntoArchive ? u"report archive"_s : u"report restore"_s;
}

QString ReportArchiveCommand::summary() const
{
    return m_direction == Direction::IntoArchive
               ? ReportArchiveTexts::tr("Put a report into the archive")
               : ReportArchiveTexts::tr("Take a report out of the archive");
}

Result<QString> ReportArchiveCommand::change(const Scene &scene) const
{
    const ReportSummary &report = scene.report.summary;
    const bool archived = m_direction == Direction::IntoArchive;
    const Result<void> done = waitFor(scene.library.setArchived(report.id, archived));
    if (!done)
        return done.error();
    return archived ? ReportArchiveTexts::tr("“%1” is in the archive.").arg(report.name)
                    : ReportArchiveTexts::tr("“%1” is out of the archive.").arg(report.name);
}

} // namespace plotleaf
