#include "app/cli/report_new_command.h"

#include "app/cli/library_access.h"
#include "app/cli/wait_for.h"
#include "core/report/markdown_file.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportNewTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportNewCommand)
};

/// What the file says, overridden by what the command line says.
Result<NewReport> newReport(const QCommandLineParser &parser)
{
    NewReport report;
    if (parser.isSet(u"file"_s)) {
        const Result<MarkdownFile> file = readMarkdownFile(parser.value(u"file"_s));
        if (!file)
            return file.error();
        const ReportSummary &summary = file->report.summary;
        report = {summary.project, summary.name, summary.description, summary.tags,
                  file->report.text};
    }
    if (!parser.positionalArguments().isEmpty())
        report.name = parser.positionalArguments().first();
    if (parser.isSet(u"project"_s))
        report.project = parser.value(u"project"_s);
    if (parser.isSet(u"description"_s))
        report.description = parser.value(u"description"_s);
    if (parser.isSet(u"tag"_s))
        report.tags = parser.values(u"tag"_s);
    return report;
}

} // namespace

QString ReportNewCommand::name() const
{
    return u"report new"_s;
}

QString ReportNewCommand::summary() const
{
    return ReportNewTexts::tr("Create a report and print its id");
}

void ReportNewCommand::describe(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"file"_s, ReportNewTexts::tr("Take text and fields from this Markdown file."),
         u"FILE.md"_s},
        {u"project"_s, ReportNewTexts::tr("The project, created if need be."),
         ReportNewTexts::tr("PROJECT")},
        {u"description"_s, ReportNewTexts::tr("A description."), ReportNewTexts::tr("TEXT")},
        {u"tag"_s, ReportNewTexts::tr("A tag; may be repeated."), ReportNewTexts::tr("TAG")},
        {u"json"_s, ReportNewTexts::tr("Print the new report's fields as JSON.")},
    });
    parser.addPositionalArgument(u"name"_s,
                                 ReportNewTexts::tr("Its name, at least 3 characters; may be left "
                                                    "out when the file has one."),
                                 ReportNewTexts::tr("[NAME]"));
}

ExitCode ReportNewCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    if (parser.positionalArguments().size() > 1)
        return misuse(context, ReportNewTexts::tr("Give one name; quote it if it has spaces."));
    const Result<NewReport> report = newReport(parser);
    if (!report)
        return fail(context, report.error());
    if (report->name.isEmpty())
        return misuse(context, ReportNewTexts::tr("Give the report a name."));
    const auto library = openLibrary(context, true);
    if (!library)
        return fail(context, library.error());
    const Result<ReportId> id = waitFor((*library)->create(*report));
    if (!id)
        return fail(context, id.error());
    if (!parser.isSet(u"json"_s)) {
        context.out << id->toString() << Qt::endl;
        return ExitCode::Done;
    }
    const Result<Report> created = waitFor((*library)->report(*id));
    if (!created)
        return fail(context, created.error());
    context.out << QString::fromUtf8(QJsonDocument(reportJson(created->summary)).toJson());
    return ExitCode::Done;
}

} // namespace plotleaf
