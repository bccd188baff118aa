#include "app/cli/report_publish_command.h"

#include "app/cli/wait_for.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportPublishTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportPublishCommand)
};

} // namespace

QString ReportPublishCommand::name() const
{
    return u"report publish"_s;
}

QString ReportPublishCommand::summary() const
{
    return ReportPublishTexts::tr("Publish a report; its text is locked from then on");
}

QString ReportPublishCommand::details() const
{
    return ReportPublishTexts::tr("Asks once, unless --yes: publishing cannot be undone.");
}

Result<void> ReportPublishCommand::check(const Report &report) const
{
    if (report.summary.status == ReportStatus::Draft)
        return {};
    return Error{ErrorCode::NotAllowed,
                 ReportPublishTexts::tr("“%1” is published already.").arg(report.summary.name),
                 {}};
}

QString ReportPublishCommand::question(const Report &report) const
{
    return ReportPublishTexts::tr("Publish “%1”? Its text will be locked for good.")
        .arg(report.summary.name);
}

Result<QString> ReportPublishCommand::change(const Scene &scene) const
{
    const ReportSummary &report = scene.report.summary;
    const Result<void> done = waitFor(scene.library.publish(report.id));
    if (!done)
        return done.error();
    return ReportPublishTexts::tr("“%1” is published.").arg(report.name);
}

} // namespace plotleaf
