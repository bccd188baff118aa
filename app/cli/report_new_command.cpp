#include "app/cli/report_new_command.h"

#include "app/cli/library_access.h"
#include "app/cli/sync_runner.h"
#include "app/cli/wait_for.h"
#include "core/exports/markdown_import.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportNewTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportNewCommand)
};

/// What the file says, overridden by what the command line says.
Result<MarkdownBundle> newReport(const QCommandLineParser &parser)
{
    MarkdownBundle bundle;
    if (parser.isSet(u"file"_s)) {
        Result<MarkdownBundle> read = readMarkdownBundle(parser.value(u"file"_s));
        if (!read)
            return read.error();
        bundle = std::move(*read);
    }
    NewReport &report = bundle.report;
    if (!parser.positionalArguments().isEmpty())
        report.name = parser.positionalArguments().first();
    if (parser.isSet(u"project"_s))
        report.project = parser.value(u"project"_s);
    if (parser.isSet(u"description"_s))
        report.description = parser.value(u"description"_s);
    if (parser.isSet(u"tag"_s))
        report.tags = parser.values(u"tag"_s);
    return bundle;
}

Result<Workspace> workspaceOfNew(const QCommandLineParser &parser, Library &library)
{
    const QString name = parser.value(u"workspace"_s);
    return findWorkspace(library, name.isEmpty() ? u"local"_s : name);
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
    addWorkspaceOption(parser, ReportNewTexts::tr("In this workspace; this computer's own when "
                                                  "left out."));
    parser.addOptions({
        {u"sync"_s, ReportNewTexts::tr("Create it on the server at once.")},
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
    Result<MarkdownBundle> bundle = newReport(parser);
    if (!bundle)
        return fail(context, bundle.error());
    if (bundle->report.name.isEmpty())
        return misuse(context, ReportNewTexts::tr("Give the report a name."));
    const auto library = openLibrary(context, true);
    if (!library)
        return fail(context, library.error());
    const auto workspace = workspaceOfNew(parser, **library);
    if (!workspace)
        return fail(context, workspace.error());
    bundle->report.workspace = workspace->id;
    MarkdownImport import(**library, *bundle);
    const Result<MarkdownImport::Imported> made = waitFor(import.start());
    if (!made)
        return fail(context, made.error());
    for (const MissingPicture &missing : made->missing)
        context.err << ReportNewTexts::tr("The picture “%1” is not in the report: %2")
                           .arg(missing.address, missing.reason)
                    << Qt::endl;
    std::optional<SyncResult> round;
    if (parser.isSet(u"sync"_s) && workspace->kind != "local"_L1)
        round = SyncRunner(**library, context).run(*workspace);
    const auto created = waitFor((*library)->summary(made->id));
    if (!created)
        return fail(context, created.error());
    if (parser.isSet(u"json"_s))
        printJson(context, QJsonDocument(reportJson(*created, serverId(**library, *created))));
    else
        context.out << made->id.toString() << Qt::endl;
    if (round && round->problem())
        return fail(context, *round->problem());
    if (round && created->sync.state == SyncState::Refused)
        return fail(context, Error{ErrorCode::NotAllowed, created->sync.reason, {}});
    return ExitCode::Done;
}

} // namespace plotleaf
