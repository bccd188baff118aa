#include "app/cli/workspace_test_command.h"

#include "app/cli/asking_secrets.h"
#include "app/cli/library_access.h"
#include "app/cli/server_check.h"
#include "app/cli/sync_runner.h"
#include "app/cli/wait_for.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct WorkspaceTestTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::WorkspaceTestCommand)
};

/// For people; JSON has the words themselves.
QString shownCheck(const QString &what)
{
    const QHash<QString, QString> names{{u"settings"_s, WorkspaceTestTexts::tr("Settings")},
                                        {u"certificates"_s, WorkspaceTestTexts::tr("Certificates")},
                                        {u"secret"_s, WorkspaceTestTexts::tr("Secret key")},
                                        {u"web"_s, WorkspaceTestTexts::tr("Web app")},
                                        {u"api"_s, WorkspaceTestTexts::tr("API")},
                                        {u"sign_in"_s, WorkspaceTestTexts::tr("Signing in")},
                                        {u"clock"_s, WorkspaceTestTexts::tr("Clock")},
                                        {u"reports"_s, WorkspaceTestTexts::tr("Reports")},
                                        {u"files"_s, WorkspaceTestTexts::tr("Files")}};
    return names.value(what, what);
}

QString outcomeText(const ServerCheck::Finding &finding)
{
    if (!finding.isTried)
        return u"-"_s;
    return finding.problem ? WorkspaceTestTexts::tr("FAILED") : WorkspaceTestTexts::tr("ok");
}

QJsonObject findingsJson(const Workspace &workspace, const QVector<ServerCheck::Finding> &findings)
{
    QJsonArray checks;
    bool works = true;
    for (const ServerCheck::Finding &finding : findings) {
        const QString outcome = !finding.isTried  ? u"not_tried"_s
                                : finding.problem ? u"failed"_s
                                                  : u"ok"_s;
        checks += QJsonObject{
            {u"check"_s, finding.what}, {u"outcome"_s, outcome}, {u"message"_s, finding.says}};
        works = works && outcome == "ok"_L1;
    }
    return {{u"name"_s, workspace.name},
            {u"id"_s, workspace.id},
            {u"address"_s, workspace.address},
            {u"works"_s, works},
            {u"checks"_s, checks}};
}

void printFindings(QTextStream &out,
                   const Workspace &workspace,
                   const QVector<ServerCheck::Finding> &findings)
{
    qsizetype names = 0;
    qsizetype outcomes = 0;
    for (const ServerCheck::Finding &finding : findings) {
        names = std::max(names, shownCheck(finding.what).size());
        outcomes = std::max(outcomes, outcomeText(finding).size());
    }
    out << workspace.name << u": "_s << workspace.address << u'\n';
    for (const ServerCheck::Finding &finding : findings)
        out << u"  "_s << shownCheck(finding.what).leftJustified(names + 2)
            << outcomeText(finding).leftJustified(outcomes + 2) << finding.says << u'\n';
}

} // namespace

QString WorkspaceTestCommand::name() const
{
    return u"workspace test"_s;
}

QString WorkspaceTestCommand::summary() const
{
    return WorkspaceTestTexts::tr("Say what works with a server and what does not");
}

void WorkspaceTestCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({u"json"_s, WorkspaceTestTexts::tr("Print JSON.")});
    parser.addPositionalArgument(u"workspace"_s, WorkspaceTestTexts::tr("The workspace's name."),
                                 WorkspaceTestTexts::tr("WORKSPACE"));
}

QString WorkspaceTestCommand::details() const
{
    return WorkspaceTestTexts::tr("Nothing is changed, neither here nor there. The exit status is "
                                  "that of what failed first.");
}

ExitCode WorkspaceTestCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    if (parser.positionalArguments().size() != 1)
        return misuse(context, WorkspaceTestTexts::tr("Name one workspace."));
    const auto library = openLibrary(context, false);
    if (!library)
        return fail(context, library.error());
    const Result<Workspace> workspace =
        findWorkspace(**library, parser.positionalArguments().first());
    if (!workspace)
        return fail(context, workspace.error());
    if (workspace->kind == "local"_L1)
        return misuse(context,
                      WorkspaceTestTexts::tr("This computer's own reports have no server."));
    ServerCheck check(*workspace, systemSecrets(), context.clock);
    const QVector<ServerCheck::Finding> findings = waitForTask(check.run());
    if (parser.isSet(u"json"_s))
        printJson(context, QJsonDocument(findingsJson(*workspace, findings)));
    else
        printFindings(context.out, *workspace, findings);
    context.out.flush();
    for (const ServerCheck::Finding &finding : findings) {
        if (finding.problem)
            return fail(context, withSignInHint(
                                     {finding.problem->code,
                                      shownCheck(finding.what) + u": "_s + finding.problem->message,
                                      {}}));
    }
    return ExitCode::Done;
}

} // namespace plotleaf
