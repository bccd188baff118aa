#include "app/cli/report_list_command.h"

#include "app/cli/library_access.h"
#include "app/cli/wait_for.h"
#include "core/report/report_names.h"
#include "core/store/library_sync.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportListTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportListCommand)
};

ReportQuery listQuery(const QCommandLineParser &parser, const QString &workspace)
{
    ReportQuery query;
    query.workspace = workspace;
    query.archived = parser.isSet(u"archived"_s);
    if (parser.isSet(u"project"_s))
        query.project = normalisedProject(parser.value(u"project"_s));
    query.includeTags = normalisedTags(parser.values(u"tag"_s));
    query.tagMatch = TagMatch::All;
    query.search = parser.value(u"search"_s);
    return query;
}

/// What servers are called, and what they call reports.
struct ServerKnowledge
{
    QHash<QString, QString> names; ///< of workspaces, by id
    QHash<ReportId, RemoteId> remotes;
};

Result<ServerKnowledge> serverKnowledge(Library &library, const QString &only)
{
    LibrarySync sync(library);
    const auto workspaces = waitFor(sync.workspaces());
    if (!workspaces)
        return workspaces.error();
    ServerKnowledge known;
    for (const Workspace &workspace : *workspaces) {
        known.names.insert(workspace.id, workspace.name);
        if (!only.isEmpty() && workspace.id != only)
            continue;
        const auto remotes = waitFor(sync.remoteIds(workspace.id));
        if (!remotes)
            return remotes.error();
        known.remotes.insert(*remotes);
    }
    return known;
}

std::optional<RemoteId> remoteOf(const ServerKnowledge &known, const ReportSummary &report)
{
    const auto found = known.remotes.constFind(report.id);
    return found == known.remotes.cend() ? std::nullopt : std::optional(*found);
}

/// What is worth to be said of it behind its name.
QStringList marksOf(const ReportSummary &summary)
{
    const SyncStatus &status = summary.sync;
    QStringList marks;
    if (summary.status == ReportStatus::Published)
        marks += ReportListTexts::tr("published");
    if (status.state == SyncState::Edited)
        marks += ReportListTexts::tr("not sent");
    if (status.state == SyncState::MergeNeeded)
        marks += ReportListTexts::tr("conflict");
    if (status.state == SyncState::Refused)
        marks += ReportListTexts::tr("refused");
    return marks;
}

void printLine(QTextStream &out, const ReportSummary &summary, const ServerKnowledge &known)
{
    const QString server = known.names.value(summary.workspace);
    const QString path =
        summary.project.isEmpty() ? summary.name : summary.project + u'/' + summary.name;
    const QStringList marks = marksOf(summary);
    out << summary.id.toString() << u"  "_s
        << summary.updated.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) << u"  "_s
        << (server.isEmpty() ? QString() : server + u": "_s) << path
        << (marks.isEmpty() ? QString() : u"  ("_s + marks.join(u", "_s) + u')') << u'\n';
}

} // namespace

QString ReportListCommand::name() const
{
    return u"report list"_s;
}

QString ReportListCommand::summary() const
{
    return ReportListTexts::tr("List reports, of this computer and of the servers");
}

void ReportListCommand::describe(QCommandLineParser &parser) const
{
    addWorkspaceOption(parser, ReportListTexts::tr("Only of this workspace; “local” is this "
                                                   "computer's own."));
    parser.addOptions({
        {u"project"_s, ReportListTexts::tr("Only of this project and those below it."),
         ReportListTexts::tr("PROJECT")},
        {u"tag"_s, ReportListTexts::tr("Only with this tag; may be repeated."),
         ReportListTexts::tr("TAG")},
        {u"search"_s, ReportListTexts::tr("Only with these words."), ReportListTexts::tr("WORDS")},
        {u"archived"_s, ReportListTexts::tr("The archive instead of the library.")},
        {u"json"_s, ReportListTexts::tr("Print JSON.")},
    });
}

ExitCode ReportListCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    if (!parser.positionalArguments().isEmpty())
        return misuse(context, ReportListTexts::tr("This command takes no arguments."));
    const auto library = openLibrary(context, false);
    if (!library)
        return fail(context, library.error());
    const Result<QString> workspace = workspaceOption(parser, **library);
    if (!workspace)
        return fail(context, workspace.error());
    const auto reports = allReports(**library, listQuery(parser, *workspace));
    if (!reports)
        return fail(context, reports.error());
    const auto known = serverKnowledge(**library, *workspace);
    if (!known)
        return fail(context, known.error());
    QJsonArray json;
    for (const ReportSummary &report : *reports) {
        if (parser.isSet(u"json"_s))
            json += reportJson(report, remoteOf(*known, report));
        else
            printLine(context.out, report, *known);
    }
    if (parser.isSet(u"json"_s))
        printJson(context, QJsonDocument(json));
    return ExitCode::Done;
}

} // namespace plotleaf
