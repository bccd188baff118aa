#include "app/cli/report_move_command.h"

#include "app/cli/wait_for.h"
#include "core/report/report_names.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportMoveTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportMoveCommand)
};

} // namespace

QString ReportMoveCommand::name() const
{
    return u"report move"_s;
}

QString ReportMoveCommand::summary() const
{
    return ReportMoveTexts::tr("Move a report to another project");
}

void ReportMoveCommand::describeChange(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"project"_s,
                                 ReportMoveTexts::tr("The project, such as vision/resnet, made "
                                                     "where it is missing; \"\" for none."),
                                 ReportMoveTexts::tr("PROJECT"));
}

Result<QString> ReportMoveCommand::change(const Scene &scene) const
{
    const ReportSummary &report = scene.report.summary;
    const QString project = normalisedProject(scene.parser.positionalArguments().at(1));
    const Result<void> done = waitFor(scene.library.move(report.id, project));
    if (!done)
        return done.error();
    return project.isEmpty()
               ? ReportMoveTexts::tr("“%1” is in no project now.").arg(report.name)
               : ReportMoveTexts::tr("“%1” is in “%2” now.").arg(report.name, project);
}

} // namespace plotleaf
