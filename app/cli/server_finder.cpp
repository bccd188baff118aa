#include "app/cli/server_finder.h"

#include "app/cli/edited_file.h"
#include "core/services/clearml/clearml_config.h"
#include "core/services/clearml/clearml_discovery.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ServerFinderTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ServerFinder)
};

/// A configuration and where it was.
struct GivenConfig
{
    ClearmlConfig config;
    QString place;
    SecretOrigin origin = SecretOrigin::Configuration;
};

Result<QString> configText(const QString &path)
{
    QFile file(path);
    const bool isOpen =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                     ServerFinderTexts::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                     {}};
    return readUnicode(file, path);
}

Result<GivenConfig> configOfFile(const QString &path, const QProcessEnvironment &environment)
{
    const Result<QString> text = configText(path);
    if (!text)
        return text.error();
    const Result<ClearmlConfig> config = readClearmlConfig(*text, environment);
    if (!config)
        return config.error();
    const QString place =
        path == "-"_L1 ? ServerFinderTexts::tr("standard input") : QDir::toNativeSeparators(path);
    return GivenConfig{*config, place};
}

/// As the SDK looks for it.
QString usualConfigFile(const QProcessEnvironment &environment)
{
    const QString named = environment.value(u"CLEARML_CONFIG_FILE"_s);
    return named.isEmpty() ? QDir::home().filePath(u"clearml.conf"_s) : named;
}

/// What says where the server is when no address was given.
Result<GivenConfig> configFor(const ServerWish &wish, const QProcessEnvironment &environment)
{
    if (!wish.configFile.isEmpty())
        return configOfFile(wish.configFile, environment);
    const Result<ClearmlConfig> variables = clearmlConfigFromEnvironment(environment);
    const bool namesServer =
        variables && !(variables->servers.api.isEmpty() && variables->servers.web.isEmpty());
    if (namesServer)
        return GivenConfig{*variables, ServerFinderTexts::tr("the environment"),
                           SecretOrigin::Environment};
    const QString usual = usualConfigFile(environment);
    if (QFile::exists(usual))
        return configOfFile(usual, environment);
    return Error{
        ErrorCode::InvalidInput,
        ServerFinderTexts::tr("Give the server's address: there is neither CLEARML_API_HOST "
                              "nor %1.")
            .arg(QDir::toNativeSeparators(usual)),
        {}};
}

void takeCredentials(FoundServer &found, const ClearmlCredentials &credentials, SecretOrigin origin)
{
    const bool isOther = !found.place.user.isEmpty() && found.place.user != credentials.user;
    if (credentials.isEmpty() || isOther || !found.secret.isEmpty())
        return;
    found.place.user = credentials.user;
    found.secret = credentials.secret;
    found.origin = origin;
}

/// Variables that name another server are not about this one.
void takeEnvironment(FoundServer &found, const QProcessEnvironment &environment)
{
    const Result<ClearmlConfig> variables = clearmlConfigFromEnvironment(environment);
    if (!variables)
        return;
    const QString host = variables->servers.api.host();
    if (host.isEmpty() || host == found.place.servers.api.host())
        takeCredentials(found, variables->credentials, SecretOrigin::Environment);
}

void takeConfig(FoundServer &found, const GivenConfig &given)
{
    takeCredentials(found, given.config.credentials, given.origin);
    found.notes += ServerFinderTexts::tr("Read from %1.").arg(given.place);
    if (given.config.wantsUnchecked)
        found.notes += ServerFinderTexts::tr("This configuration switches the check of "
                                             "certificates off; Plotleaf checks all the same.");
}

} // namespace

QCoro::Task<Result<FoundServer>> findServer(ServerWish wish, QProcessEnvironment environment)
{
    std::optional<GivenConfig> given;
    if (wish.address.isEmpty() || !wish.configFile.isEmpty()) {
        const Result<GivenConfig> config = configFor(wish, environment);
        if (!config)
            co_return config.error();
        given = *config;
    }
    FoundServer found;
    found.place.user = wish.user;
    found.place.acceptedCertificate = wish.acceptedCertificate;
    found.place.authorityFile =
        wish.authorityFile.isEmpty() && given ? given->config.authorityFile : wish.authorityFile;
    Result<HttpTransport> transport = clearmlTransport(found.place);
    if (!transport)
        co_return transport.error();
    if (given)
        takeConfig(found, *given);
    if (wish.address.isEmpty() && !given->config.servers.api.isEmpty()) {
        found.place.servers = completedClearmlServers(given->config.servers);
    } else {
        const QString address =
            wish.address.isEmpty() ? given->config.servers.web.toString() : wish.address;
        if (address.isEmpty())
            co_return Error{ErrorCode::InvalidInput,
                            ServerFinderTexts::tr("This configuration does not say where the "
                                                  "server is: give its address too."),
                            {}};
        auto looking =
            discoverClearml(std::make_shared<HttpSession>(std::move(*transport)), address);
        const Result<FoundClearml> answer = co_await looking;
        if (!answer)
            co_return answer.error();
        found.place.servers = answer->servers;
        found.hasPasswords = answer->hasPasswords;
        found.notes += answer->notes;
    }
    takeEnvironment(found, environment);
    co_return found;
}

} // namespace plotleaf
