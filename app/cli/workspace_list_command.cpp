#include "app/cli/workspace_list_command.h"

#include "app/cli/library_access.h"
#include "app/cli/wait_for.h"
#include "core/store/library_sync.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct WorkspaceListTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::WorkspaceListCommand)
};

struct ListedWorkspace
{
    Workspace workspace;
    SyncCounts counts;
};

Result<int> localReports(Library &library)
{
    int count = 0;
    for (const bool archived : {false, true}) {
        ReportQuery query;
        query.workspace = u"local"_s;
        query.archived = archived;
        query.limit = 1;
        const Result<ReportHits> hits = waitFor(library.find(query));
        if (!hits)
            return hits.error();
        count += hits->total;
    }
    return count;
}

Result<QVector<ListedWorkspace>> listedWorkspaces(Library &library)
{
    const Result<Workspace> local = findWorkspace(library, u"local"_s);
    const Result<int> reports = localReports(library);
    if (!local || !reports)
        return local ? reports.error() : local.error();
    SyncCounts own;
    own.reports = *reports;
    QVector<ListedWorkspace> listed;
    listed.append(ListedWorkspace{*local, own});
    LibrarySync sync(library);
    const auto workspaces = waitFor(sync.workspaces());
    if (!workspaces)
        return workspaces.error();
    for (const Workspace &workspace : *workspaces) {
        const auto counts = waitFor(sync.counts(workspace.id));
        if (!counts)
            return counts.error();
        listed.append(ListedWorkspace{workspace, *counts});
    }
    return listed;
}

QJsonObject listedJson(const ListedWorkspace &listed)
{
    const SyncCounts &counts = listed.counts;
    return {{u"id"_s, listed.workspace.id},
            {u"name"_s, listed.workspace.name},
            {u"kind"_s, listed.workspace.kind},
            {u"address"_s, listed.workspace.address},
            {u"reports"_s, counts.reports},
            {u"unread"_s, counts.wanted},
            {u"unsent"_s, counts.edited + counts.deleted},
            {u"conflicts"_s, counts.mergeNeeded},
            {u"refused"_s, counts.refused}};
}

QString standing(const SyncCounts &counts)
{
    QStringList parts{WorkspaceListTexts::tr("%n report(s)", nullptr, counts.reports)};
    if (counts.wanted > 0)
        parts += WorkspaceListTexts::tr("%n not read yet", nullptr, counts.wanted);
    if (const int unsent = counts.edited + counts.deleted; unsent > 0)
        parts += WorkspaceListTexts::tr("%n unsent", nullptr, unsent);
    if (counts.mergeNeeded > 0)
        parts += WorkspaceListTexts::tr("%n in conflict", nullptr, counts.mergeNeeded);
    if (counts.refused > 0)
        parts += WorkspaceListTexts::tr("%n refused", nullptr, counts.refused);
    return parts.join(u", "_s);
}

/// As `--workspace` takes it.
QString shownName(const Workspace &workspace)
{
    return workspace.kind == "local"_L1 ? workspace.id : workspace.name;
}

} // namespace

QString WorkspaceListCommand::name() const
{
    return u"workspace list"_s;
}

QString WorkspaceListCommand::summary() const
{
    return WorkspaceListTexts::tr("List this computer's workspace and the servers");
}

void WorkspaceListCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({u"json"_s, WorkspaceListTexts::tr("Print JSON.")});
}

ExitCode WorkspaceListCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    if (!parser.positionalArguments().isEmpty())
        return misuse(context, WorkspaceListTexts::tr("This command takes no arguments."));
    const auto library = openLibrary(context, false);
    if (!library)
        return fail(context, library.error());
    const auto listed = listedWorkspaces(**library);
    if (!listed)
        return fail(context, listed.error());
    if (parser.isSet(u"json"_s)) {
        QJsonArray json;
        for (const ListedWorkspace &one : *listed)
            json += listedJson(one);
        printJson(context, QJsonDocument(json));
        return ExitCode::Done;
    }
    qsizetype width = 0;
    for (const ListedWorkspace &one : *listed)
        width = std::max(width, shownName(one.workspace).size());
    for (const ListedWorkspace &one : *listed) {
        const QString where =
            one.workspace.kind == "local"_L1 ? one.workspace.name : one.workspace.address;
        context.out << shownName(one.workspace).leftJustified(width + 2) << where << u"  ("_s
                    << standing(one.counts) << u')' << Qt::endl;
    }
    return ExitCode::Done;
}

} // namespace plotleaf
