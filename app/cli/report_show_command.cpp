#include "app/cli/report_show_command.h"

#include "app/cli/library_access.h"
#include "app/cli/wait_for.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportShowTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportShowCommand)
};

/// The text of one of the report's own versions. Errors: NotFound.
Result<QString> versionText(Library &library, const ReportId &report, const QString &id)
{
    const auto versions = waitFor(library.revisions(report));
    if (!versions)
        return versions.error();
    for (const Revision &version : *versions) {
        if (version.id.toString() == id)
            return waitFor(library.revisionText(version.id));
    }
    return Error{ErrorCode::NotFound, ReportShowTexts::tr("This report has no version %1.").arg(id),
                 id};
}

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
    parser.addOptions(
        {{u"json"_s, ReportShowTexts::tr("Print its fields, too, all of it as JSON.")},
         {u"version"_s, ReportShowTexts::tr("The text of this version; see “report versions”."),
          ReportShowTexts::tr("VERSION")}});
    parser.addPositionalArgument(u"report"_s,
                                 ReportShowTexts::tr("The report's id or name, or a link to it."),
                                 ReportShowTexts::tr("REPORT"));
}

ExitCode ReportShowCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return misuse(context, ReportShowTexts::tr("Name one report."));
    Result<NamedReport> named = openNamedReport(parser, context, names.first());
    if (!named)
        return fail(context, named.error());
    Library &library = *named->library;
    Report &report = named->report;
    if (parser.isSet(u"version"_s)) {
        const Result<QString> text =
            versionText(library, report.summary.id, parser.value(u"version"_s));
        if (!text)
            return fail(context, text.error());
        report.text = *text;
    }
    if (parser.isSet(u"json"_s)) {
        QJsonObject json = reportJson(report.summary, serverId(library, report.summary));
        json.insert(u"text"_s, report.text);
        printJson(context, QJsonDocument(json));
    } else {
        context.out << report.text;
    }
    return ExitCode::Done;
}

} // namespace plotleaf
