#include "app/cli/report_change_command.h"

#include "app/cli/library_access.h"
#include "app/cli/sync_runner.h"
#include "app/cli/terminal.h"
#include "app/cli/wait_for.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportChangeTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportChangeCommand)
};

/// How the report stands with its server, as a sentence; empty where there is none to tell.
QString standingText(const SyncStatus &status, const Workspace &workspace)
{
    switch (status.state) {
    case SyncState::Local:
        return {};
    case SyncState::Clean:
        return ReportChangeTexts::tr("“%1” has it.").arg(workspace.name);
    case SyncState::Edited:
        return ReportChangeTexts::tr("Not sent yet: “plotleaf-cli sync %1”.").arg(workspace.name);
    case SyncState::MergeNeeded:
        return ReportChangeTexts::tr("It waits to be merged: it was changed here and on “%1” in "
                                     "the same lines.")
            .arg(workspace.name);
    case SyncState::Refused:
        return ReportChangeTexts::tr("“%1” refuses it: %2").arg(workspace.name, status.reason);
    }
    return {};
}

QString unsentDeletionText(const Workspace &workspace)
{
    return ReportChangeTexts::tr("Not deleted on the server yet: “plotleaf-cli sync %1”.")
        .arg(workspace.name);
}

bool isStuck(const SyncStatus &status)
{
    return status.state == SyncState::MergeNeeded || status.state == SyncState::Refused;
}

} // namespace

void ReportChangeCommand::describe(QCommandLineParser &parser) const
{
    addWorkspaceOption(parser,
                       ReportChangeTexts::tr("Look for the report in this workspace only."));
    parser.addOptions({
        {u"sync"_s, ReportChangeTexts::tr("Exchange changes with the report's server at once.")},
        {u"json"_s, ReportChangeTexts::tr("Print the report's fields as JSON.")},
    });
    if (asks())
        parser.addOption({u"yes"_s, ReportChangeTexts::tr("Do not ask.")});
    parser.addPositionalArgument(u"report"_s,
                                 ReportChangeTexts::tr("The report's id or name, or a link to it."),
                                 ReportChangeTexts::tr("REPORT"));
    describeChange(parser);
}

ExitCode ReportChangeCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != argumentCount())
        return misuse(
            context,
            ReportChangeTexts::tr("“plotleaf-cli help %1” tells its arguments.").arg(name()));
    const Result<NamedReport> named = openNamedReport(parser, context, arguments.first());
    if (!named)
        return fail(context, named.error());
    const Report &report = named->report;
    if (const Result<void> may = check(report); !may)
        return fail(context, may.error());
    if (asks() && !parser.isSet(u"yes"_s)) {
        if (!Terminal::canAsk())
            return misuse(context, ReportChangeTexts::tr("There is no terminal to ask on whether "
                                                         "this is meant: say --yes."));
        if (!Terminal::confirm(question(report)))
            return fail(context, ReportChangeTexts::tr("Nothing was done."));
    }
    const Scene scene{parser, context, *named->library, report};
    const Result<QString> done = change(scene);
    return done ? finish(scene, *done) : fail(context, done.error());
}

ExitCode ReportChangeCommand::finish(const Scene &scene, const QString &done) const
{
    const ReportSummary before = scene.report.summary;
    CommandContext &context = scene.context;
    const Result<Workspace> workspace = findWorkspace(scene.library, before.workspace);
    if (!workspace)
        return fail(context, workspace.error());
    const bool hasServer = workspace->id != "local"_L1;
    std::optional<SyncResult> round;
    if (hasServer && scene.parser.isSet(u"sync"_s))
        round = SyncRunner(scene.library, context).run(*workspace);
    const auto now = waitFor(scene.library.summary(before.id));
    const bool isDeleted = !now && now.error().code == ErrorCode::NotFound;
    if (!now && !isDeleted)
        return fail(context, now.error());
    // One that is deleted stands with nobody.
    const SyncStatus status = now ? now->sync : SyncStatus();
    if (scene.parser.isSet(u"json"_s)) {
        QJsonObject json =
            now ? reportJson(*now, serverId(scene.library, *now)) : reportJson(before);
        if (isDeleted)
            json.insert(u"deleted"_s, true);
        printJson(context, QJsonDocument(json));
    } else {
        const bool isUnsent = isDeleted && hasServer && (!round || round->problem());
        const QString standing =
            isUnsent ? unsentDeletionText(*workspace) : standingText(status, *workspace);
        context.out << done << (standing.isEmpty() ? QString() : u' ' + standing) << Qt::endl;
    }
    if (round && round->problem())
        return fail(context, *round->problem());
    return round && isStuck(status) ? ExitCode::Refused : ExitCode::Done;
}

} // namespace plotleaf
