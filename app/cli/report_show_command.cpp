#include "app/cli/report_show_command.h"

#include "app/cli/library_access.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportShowTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportShowCommand)
};

} // namespace

QString ReportShowCommand::name() const
{
    return u"report show"_s;
}

QString ReportShowCommand::summary() const
{
    return ReportShowTexts::tr("Print the text of a report");
}

void ReportShowCommand::describe(QCommandLineParser &parser) const
{
    addWorkspaceOption(parser, ReportShowTexts::tr("Look for the report in this workspace only."));
    parser.addOption({u"json"_s, ReportShowTexts::tr("Print its fields, too, all of it as JSON.")});
    parser.addPositionalArgument(u"report"_s,
                                 ReportShowTexts::tr("The report's id or name, or a link to it."),
                                 ReportShowTexts::tr("REPORT"));
}

ExitCode ReportShowCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return misuse(context, ReportShowTexts::tr("Name one report."));
    const auto library = openLibrary(context, false);
    if (!library)
        return fail(context, library.error());
    const Result<QString> workspace = workspaceOption(parser, **library);
    if (!workspace)
        return fail(context, workspace.error());
    const Result<Report> report = findReport(**library, names.first(), *workspace);
    if (!report)
        return fail(context, report.error());
    if (parser.isSet(u"json"_s)) {
        QJsonObject json = reportJson(report->summary, serverId(**library, report->summary));
        json.insert(u"text"_s, report->text);
        printJson(context, QJsonDocument(json));
    } else {
        context.out << report->text;
    }
    return ExitCode::Done;
}

} // namespace plotleaf
