#include "app/cli/report_delete_command.h"

#include "app/cli/wait_for.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportDeleteTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportDeleteCommand)
};

} // namespace

QString ReportDeleteCommand::name() const
{
    return u"report delete"_s;
}

QString ReportDeleteCommand::summary() const
{
    return ReportDeleteTexts::tr("Delete an archived report for good");
}

QString ReportDeleteCommand::details() const
{
    return ReportDeleteTexts::tr(
        "Only a report in the archive can be deleted (“plotleaf-cli report archive”). Asks\n"
        "once, unless --yes. A report of a server is deleted there by the next sync, unless\n"
        "somebody has changed it there since: then it comes back.");
}

Result<void> ReportDeleteCommand::check(const Report &report) const
{
    if (report.summary.archived)
        return {};
    return Error{ErrorCode::NotAllowed,
                 ReportDeleteTexts::tr("“%1” is not in the archive. Archive it first: "
                                       "“plotleaf-cli report archive”.")
                     .arg(report.summary.name),
                 {}};
}

QString ReportDeleteCommand::question(const Report &report) const
{
    return ReportDeleteTexts::tr("Delete “%1” with all its versions? This cannot be undone.")
        .arg(report.summary.name);
}

Result<QString> ReportDeleteCommand::change(const Scene &scene) const
{
    const ReportSummary &report = scene.report.summary;
    const Result<void> done = waitFor(scene.library.remove(report.id));
    if (!done)
        return done.error();
    return ReportDeleteTexts::tr("“%1” is deleted.").arg(report.name);
}

} // namespace plotleaf
