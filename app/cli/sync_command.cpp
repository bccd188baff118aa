#include "app/cli/sync_command.h"

#include "app/cli/library_access.h"
#include "app/cli/sync_runner.h"
#include "app/cli/wait_for.h"
#include "core/store/library_sync.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct SyncTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::SyncCommand)
};

/// Those that are named; all servers when none is.
Result<QVector<Workspace>> workspacesToSync(Library &library, const QStringList &names)
{
    if (names.isEmpty())
        return waitFor(LibrarySync(library).workspaces());
    QVector<Workspace> found;
    for (const QString &name : names) {
        const Result<Workspace> workspace = findWorkspace(library, name);
        if (!workspace)
            return workspace.error();
        if (workspace->id == "local"_L1)
            return Error{ErrorCode::InvalidInput,
                         SyncTexts::tr("This computer's own reports have no server."),
                         {}};
        found += *workspace;
    }
    return found;
}

} // namespace

QString SyncCommand::name() const
{
    return u"sync"_s;
}

QString SyncCommand::summary() const
{
    return SyncTexts::tr("Exchange changes with the servers");
}

void SyncCommand::describe(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"accept-removals"_s,
         SyncTexts::tr("Reports that are not on the server any more go from here too, however "
                       "many; without this, many at once are not believed.")},
        {u"json"_s, SyncTexts::tr("Print JSON.")},
    });
    parser.addPositionalArgument(u"workspace"_s,
                                 SyncTexts::tr("Names of workspaces; all servers when left out."),
                                 SyncTexts::tr("[WORKSPACE]..."));
}

QString SyncCommand::details() const
{
    return SyncTexts::tr(
        "Reads what changed on the server, merges it, and sends what was changed here: one\n"
        "round, to its end. It may be run beside Plotleaf's window. Exit status 4 means that a\n"
        "report waits for a person: it is in conflict, or the server refuses it.\n\n"
        "The secret key comes from CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY where the\n"
        "first is the workspace's key, else from the system's key store, else it is asked for.");
}

ExitCode SyncCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    const auto library = openLibrary(context, false);
    if (!library)
        return fail(context, library.error());
    const auto workspaces = workspacesToSync(**library, parser.positionalArguments());
    if (!workspaces)
        return workspaces.error().code == ErrorCode::InvalidInput
                   ? misuse(context, workspaces.error().message)
                   : fail(context, workspaces.error());
    if (workspaces->isEmpty() && !parser.isSet(u"json"_s))
        context.err << SyncTexts::tr("There is no server yet; “plotleaf-cli workspace add” adds "
                                     "one.")
                    << Qt::endl;
    SyncRunner runner(**library, context);
    ExitCode code = ExitCode::Done;
    QJsonArray json;
    for (const Workspace &workspace : *workspaces) {
        const SyncResult result = runner.run(workspace, parser.isSet(u"accept-removals"_s));
        if (parser.isSet(u"json"_s))
            json += result.json();
        else
            result.print(context.out);
        context.out.flush();
        if (result.problem())
            fail(context, Error{result.problem()->code,
                                workspace.name + u": "_s + result.problem()->message,
                                {}});
        // A server that failed says more than one where a person has to decide.
        if (result.exitCode() != ExitCode::Done && (code == ExitCode::Done || result.problem()))
            code = result.exitCode();
    }
    if (parser.isSet(u"json"_s))
        printJson(context, QJsonDocument(json));
    return code;
}

} // namespace plotleaf
