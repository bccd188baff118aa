#include "app/cli/workspace_add_command.h"

#include "app/cli/asking_secrets.h"
#include "app/cli/library_access.h"
#include "app/cli/server_finder.h"
#include "app/cli/sync_runner.h"
#include "app/cli/terminal.h"
#include "app/cli/wait_for.h"
#include "core/store/library_sync.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int mostAttempts = 3;
constexpr qsizetype fingerprintBytes = 32;

struct WorkspaceAddTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::WorkspaceAddCommand)
};

QByteArray fingerprintOf(const QString &text)
{
    QString digits = text;
    return QByteArray::fromHex(digits.remove(u':').toLatin1());
}

ServerWish wishOf(const QCommandLineParser &parser)
{
    ServerWish wish;
    wish.address = parser.positionalArguments().value(0);
    wish.configFile = parser.value(u"config"_s);
    if (wish.address == "-"_L1)
        wish.configFile = std::exchange(wish.address, QString());
    wish.user = parser.value(u"user"_s);
    wish.authorityFile = parser.value(u"authorities"_s);
    wish.acceptedCertificate = fingerprintOf(parser.value(u"accept-certificate"_s));
    return wish;
}

/// Asks for what nobody has said yet. Errors: NotSignedIn.
Result<void> askForCredentials(FoundServer &server, CommandContext &context)
{
    if (!Terminal::canAsk())
        return Error{ErrorCode::NotSignedIn,
                     WorkspaceAddTexts::tr("Nobody has said what to sign in with."),
                     {}};
    if (server.place.user.isEmpty()) {
        if (!server.hasPasswords)
            context.err << WorkspaceAddTexts::tr("Make a key pair in the server's web app: "
                                                 "Settings, Workspace, Create new credentials.")
                        << Qt::endl;
        const auto user = Terminal::ask(server.hasPasswords ? WorkspaceAddTexts::tr("User name:")
                                                            : WorkspaceAddTexts::tr("Access key:"));
        server.place.user = user.value_or(QString()).trimmed();
    }
    const auto secret =
        server.place.user.isEmpty()
            ? std::nullopt
            : Terminal::askSecret(server.hasPasswords ? WorkspaceAddTexts::tr("Password:")
                                                      : WorkspaceAddTexts::tr("Secret key:"));
    if (!secret || secret->isEmpty())
        return Error{ErrorCode::NotSignedIn, WorkspaceAddTexts::tr("No secret key was given."), {}};
    server.secret = *secret;
    server.origin = SecretOrigin::Terminal;
    return {};
}

/// As often as the person gives another secret.
Result<ClearmlToken> signIn(FoundServer &server, CommandContext &context)
{
    const Result<HttpTransport> transport = clearmlTransport(server.place);
    if (!transport)
        return transport.error();
    for (int attempt = 1;; ++attempt) {
        if (server.secret.isEmpty()) {
            if (const auto asked = askForCredentials(server, context); !asked)
                return asked.error();
        }
        const auto client = std::make_shared<ClearmlClient>(
            server.place.servers, ClearmlCredentials{server.place.user, server.secret},
            context.clock, *transport);
        Result<ClearmlToken> token = waitForTask(client->signIn());
        const bool wasGiven =
            server.origin == SecretOrigin::Terminal || server.origin == SecretOrigin::KeyStore;
        const bool mayAsk = wasGiven && Terminal::canAsk() && attempt < mostAttempts;
        if (token || token.error().code != ErrorCode::NotSignedIn || !mayAsk)
            return token;
        context.err << token.error().message << Qt::endl;
        server.secret.clear();
    }
}

void takeKeptSecret(FoundServer &server, SecretStore &secrets)
{
    if (!server.secret.isEmpty() || server.place.user.isEmpty())
        return;
    const Result<QString> kept = waitForTask(secrets.read(clearmlSecretKey(server.place)));
    if (!kept)
        return;
    server.secret = *kept;
    server.origin = SecretOrigin::KeyStore;
}

Error withTrustHint(Error error)
{
    if (error.code == ErrorCode::NotTrusted && !error.detail.isEmpty())
        error.message +=
            u'\n' + WorkspaceAddTexts::tr("Only if whoever runs the server told you this very "
                                          "fingerprint, add: --accept-certificate %1")
                        .arg(std::exchange(error.detail, QString()));
    return error;
}

QString originWord(SecretOrigin origin)
{
    switch (origin) {
    case SecretOrigin::Configuration:
        return u"configuration"_s;
    case SecretOrigin::Environment:
        return u"environment"_s;
    case SecretOrigin::KeyStore:
        return u"key_store"_s;
    case SecretOrigin::Terminal:
        return u"terminal"_s;
    case SecretOrigin::Nowhere:
        break;
    }
    return {};
}

QJsonObject addedJson(const Workspace &workspace,
                      const FoundServer &server,
                      const ClearmlToken &token,
                      bool isKept)
{
    return {{u"id"_s, workspace.id},
            {u"name"_s, workspace.name},
            {u"kind"_s, workspace.kind},
            {u"address"_s, workspace.address},
            {u"api"_s, server.place.servers.api.toString()},
            {u"files"_s, server.place.servers.files.toString()},
            {u"user"_s, server.place.user},
            {u"signed_in_as"_s, token.userName},
            {u"company"_s, token.companyName},
            {u"server_version"_s, token.serverVersion},
            {u"secret_from"_s, originWord(server.origin)},
            {u"secret_kept"_s, isKept},
            {u"notes"_s, QJsonArray::fromStringList(server.notes)}};
}

/// Errors: AlreadyExists.
Result<void> checkName(Library &library, const QString &name)
{
    const auto workspaces = waitFor(LibrarySync(library).workspaces());
    if (!workspaces)
        return workspaces.error();
    for (const Workspace &workspace : *workspaces) {
        if (workspace.name.compare(name, Qt::CaseInsensitive) == 0)
            return Error{ErrorCode::AlreadyExists,
                         WorkspaceAddTexts::tr("There is already a workspace “%1”; --name gives "
                                               "the new one another name.")
                             .arg(name),
                         {}};
    }
    return {};
}

/// What was tried stands in the detail, one a line.
Error withTrials(Error error)
{
    const QStringList trials =
        std::exchange(error.detail, QString()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &trial : trials)
        error.message += u"\n  "_s + trial;
    return error;
}

void printFound(CommandContext &context, const FoundServer &server)
{
    for (const QString &note : server.notes)
        context.err << note << Qt::endl;
    const ClearmlServers &servers = server.place.servers;
    context.err << WorkspaceAddTexts::tr("Found: web %1, API %2, files %3")
                       .arg(servers.web.toString(), servers.api.toString(),
                            servers.files.toString())
                << Qt::endl;
}

} // namespace

QString WorkspaceAddCommand::name() const
{
    return u"workspace add"_s;
}

QString WorkspaceAddCommand::summary() const
{
    return WorkspaceAddTexts::tr("Add a ClearML server");
}

void WorkspaceAddCommand::describe(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"name"_s,
         WorkspaceAddTexts::tr("How it is called here; the server's host when left out."),
         WorkspaceAddTexts::tr("NAME")},
        {u"config"_s,
         WorkspaceAddTexts::tr("Read address and keys from this clearml.conf; - for standard "
                               "input."),
         WorkspaceAddTexts::tr("FILE")},
        {u"user"_s, WorkspaceAddTexts::tr("The access key, or the user's name."),
         WorkspaceAddTexts::tr("KEY")},
        {u"authorities"_s,
         WorkspaceAddTexts::tr("Certificates (PEM) that are believed for this server."),
         WorkspaceAddTexts::tr("FILE")},
        {u"accept-certificate"_s,
         WorkspaceAddTexts::tr("Accept this one certificate, whatever is wrong with it."),
         u"SHA256"_s},
        {u"json"_s, WorkspaceAddTexts::tr("Print JSON.")},
    });
    parser.addPositionalArgument(
        u"address"_s,
        WorkspaceAddTexts::tr("The server's web address is enough; - reads what the web app shows "
                              "when credentials are created from standard input."),
        WorkspaceAddTexts::tr("[ADDRESS]"));
}

QString WorkspaceAddCommand::details() const
{
    return WorkspaceAddTexts::tr(
        "Without an address, CLEARML_API_HOST and its like say which server is meant, else\n"
        "~/clearml.conf (or the file that CLEARML_CONFIG_FILE names).\n\n"
        "The secret key is never an option, because others could see it. It comes from the\n"
        "configuration, from CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY, from the\n"
        "system's key store, or is asked for on the terminal. It is kept in the key store,\n"
        "where there is one, and nowhere else.\n\n"
        "  plotleaf-cli workspace add https://app.clear.ml --name prod\n"
        "  plotleaf-cli workspace add --config ~/clearml.conf\n"
        "  xclip -o | plotleaf-cli workspace add -");
}

ExitCode WorkspaceAddCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    if (parser.positionalArguments().size() > 1)
        return misuse(context, WorkspaceAddTexts::tr("Give one address."));
    const ServerWish wish = wishOf(parser);
    if (parser.isSet(u"accept-certificate"_s) &&
        wish.acceptedCertificate.size() != fingerprintBytes)
        return misuse(context, WorkspaceAddTexts::tr("A SHA-256 fingerprint has 64 hexadecimal "
                                                     "digits."));
    const auto library = openLibrary(context, true);
    if (!library)
        return fail(context, library.error());
    if (parser.isSet(u"name"_s)) {
        if (const auto free = checkName(**library, parser.value(u"name"_s)); !free)
            return fail(context, free.error());
    }
    Result<FoundServer> server =
        waitForTask(findServer(wish, QProcessEnvironment::systemEnvironment()));
    if (!server && server.error().code == ErrorCode::InvalidInput)
        return misuse(context, server.error().message);
    if (!server) {
        fail(context, withTrials(withTrustHint(server.error())));
        // What is not found at an address is a server.
        const bool isAddress = !wish.address.isEmpty() && wish.configFile.isEmpty();
        return isAddress && server.error().code == ErrorCode::NotFound ? ExitCode::NoServer
                                                                       : exitCodeOf(server.error());
    }
    if (!parser.isSet(u"json"_s))
        printFound(context, *server);
    const QString name =
        parser.isSet(u"name"_s) ? parser.value(u"name"_s) : server->place.servers.web.host();
    if (const auto free = checkName(**library, name); !free)
        return fail(context, free.error());
    const auto secrets = systemKeyStore();
    takeKeptSecret(*server, *secrets);
    const Result<ClearmlToken> token = signIn(*server, context);
    if (!token)
        return fail(context, withTrustHint(withSignInHint(token.error())));
    const Workspace workspace = clearmlWorkspace(name, server->place);
    const Result<void> added = waitFor(LibrarySync(**library).addWorkspace(workspace));
    if (!added)
        return fail(context, added.error());
    const Result<void> kept =
        waitForTask(secrets->write(clearmlSecretKey(server->place), server->secret));
    if (!kept && server->origin != SecretOrigin::Environment)
        context.err << kept.error().message << u' '
                    << WorkspaceAddTexts::tr("The secret key has to be given each time: asked for, "
                                             "or in CLEARML_API_ACCESS_KEY and "
                                             "CLEARML_API_SECRET_KEY.")
                    << Qt::endl;
    if (parser.isSet(u"json"_s))
        printJson(context, QJsonDocument(addedJson(workspace, *server, *token, kept.isOk())));
    else
        context.out << WorkspaceAddTexts::tr("“%1” is added, signed in as %2. “plotleaf-cli sync "
                                             "%1” reads its reports.")
                           .arg(name, token->userName)
                    << Qt::endl;
    return ExitCode::Done;
}

} // namespace plotleaf
