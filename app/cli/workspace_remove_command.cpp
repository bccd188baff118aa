#include "app/cli/workspace_remove_command.h"

#include "app/cli/asking_secrets.h"
#include "app/cli/library_access.h"
#include "app/cli/terminal.h"
#include "app/cli/wait_for.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/store/library_sync.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct WorkspaceRemoveTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::WorkspaceRemoveCommand)
};

/// Another workspace may sign in with the same key.
bool isKeyUsed(Library &library, const QString &key)
{
    const auto workspaces = waitFor(LibrarySync(library).workspaces());
    if (!workspaces)
        return true;
    for (const Workspace &workspace : *workspaces) {
        const Result<ClearmlPlace> place = clearmlPlace(workspace);
        if (place && clearmlSecretKey(*place) == key)
            return true;
    }
    return false;
}

/// A system without a key store holds nothing that could stay.
void forgetSecret(Library &library, const Workspace &workspace)
{
    const Result<ClearmlPlace> place = clearmlPlace(workspace);
    if (place && !isKeyUsed(library, clearmlSecretKey(*place)))
        (void)waitForTask(systemKeyStore()->remove(clearmlSecretKey(*place)));
}

} // namespace

QString WorkspaceRemoveCommand::name() const
{
    return u"workspace remove"_s;
}

QString WorkspaceRemoveCommand::summary() const
{
    return WorkspaceRemoveTexts::tr("Take a server and its reports from this computer");
}

void WorkspaceRemoveCommand::describe(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"yes"_s, WorkspaceRemoveTexts::tr("Do not ask.")},
        {u"json"_s, WorkspaceRemoveTexts::tr("Print JSON.")},
    });
    parser.addPositionalArgument(u"workspace"_s, WorkspaceRemoveTexts::tr("The workspace's name."),
                                 WorkspaceRemoveTexts::tr("WORKSPACE"));
}

QString WorkspaceRemoveCommand::details() const
{
    return WorkspaceRemoveTexts::tr(
        "The reports stay on the server. Asks once, unless --yes, and is refused (exit status\n"
        "4) while there are changes that the server does not have. The secret key goes from\n"
        "the system's key store, unless another workspace uses it.");
}

ExitCode WorkspaceRemoveCommand::run(const QCommandLineParser &parser,
                                     CommandContext &context) const
{
    if (parser.positionalArguments().size() != 1)
        return misuse(context, WorkspaceRemoveTexts::tr("Name one workspace."));
    const auto library = openLibrary(context, false);
    if (!library)
        return fail(context, library.error());
    const Result<Workspace> workspace =
        findWorkspace(**library, parser.positionalArguments().first());
    if (!workspace)
        return fail(context, workspace.error());
    if (workspace->kind == "local"_L1)
        return misuse(context, WorkspaceRemoveTexts::tr("This computer's own reports stay."));
    if (!parser.isSet(u"yes"_s)) {
        if (!Terminal::canAsk())
            return misuse(context, WorkspaceRemoveTexts::tr("There is no terminal to ask on "
                                                            "whether this is meant: say --yes."));
        if (!Terminal::confirm(WorkspaceRemoveTexts::tr("Take “%1” and its reports from this "
                                                        "computer? The server keeps them.")
                                   .arg(workspace->name)))
            return fail(context, WorkspaceRemoveTexts::tr("Nothing was done."));
    }
    const Result<void> removed = waitFor(LibrarySync(**library).removeWorkspace(workspace->id));
    if (!removed)
        return fail(context, removed.error());
    forgetSecret(**library, *workspace);
    if (parser.isSet(u"json"_s))
        printJson(context, QJsonDocument(QJsonObject{{u"id"_s, workspace->id},
                                                     {u"name"_s, workspace->name},
                                                     {u"removed"_s, true}}));
    else
        context.out << WorkspaceRemoveTexts::tr("“%1” is removed; its reports are on the server.")
                           .arg(workspace->name)
                    << Qt::endl;
    return ExitCode::Done;
}

} // namespace plotleaf
