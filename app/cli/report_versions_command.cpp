#include "app/cli/report_versions_command.h"

#include "app/cli/library_access.h"
#include "app/cli/wait_for.h"
#include "core/report/revision_reason.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportVersionsTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportVersionsCommand)
};

QJsonObject versionJson(const Revision &version)
{
    return {{u"id"_s, version.id.toString()},
            {u"saved"_s, version.saved.toString(Qt::ISODateWithMs)},
            {u"reason"_s, version.reason},
            {u"bytes"_s, version.bytes}};
}

void printLine(QTextStream &out, const Revision &version)
{
    out << version.id.toString() << u"  "_s
        << version.saved.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) << u"  "_s
        << QString::number(version.bytes).rightJustified(9) << u"  "_s
        << revisionReason(version.reason) << u'\n';
}

} // namespace

QString ReportVersionsCommand::name() const
{
    return u"report versions"_s;
}

QString ReportVersionsCommand::summary() const
{
    return ReportVersionsTexts::tr("List the kept versions of a report's text");
}

void ReportVersionsCommand::describe(QCommandLineParser &parser) const
{
    addWorkspaceOption(parser,
                       ReportVersionsTexts::tr("Look for the report in this workspace only."));
    parser.addOption({u"json"_s, ReportVersionsTexts::tr("Print JSON.")});
    parser.addPositionalArgument(
        u"report"_s, ReportVersionsTexts::tr("The report's id or name, or a link to it."),
        ReportVersionsTexts::tr("REPORT"));
}

ExitCode ReportVersionsCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return misuse(context, ReportVersionsTexts::tr("Name one report."));
    const Result<NamedReport> named = openNamedReport(parser, context, names.first());
    if (!named)
        return fail(context, named.error());
    const auto versions = waitFor(named->library->revisions(named->report.summary.id));
    if (!versions)
        return fail(context, versions.error());
    QJsonArray json;
    for (const Revision &version : *versions) {
        if (parser.isSet(u"json"_s))
            json += versionJson(version);
        else
            printLine(context.out, version);
    }
    if (parser.isSet(u"json"_s))
        printJson(context, QJsonDocument(json));
    return ExitCode::Done;
}

} // namespace plotleaf
