#include "core/services/clearml/clearml_config.h"

#include "core/services/clearml/clearml_cloud_keys.h"
#include "core/services/clearml/hocon_reader.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Empty where it is none.
Result<QUrl> serverAddress(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return QUrl();
    if (!url.userInfo().isEmpty())
        return secretInClearmlAddress(url);
    url.setPath(url.path() == "/"_L1 ? QString() : url.path());
    return url.adjusted(QUrl::StripTrailingSlash);
}

Result<ClearmlServers> serverAddresses(const QString &api, const QString &web, const QString &files)
{
    QVector<QUrl> urls;
    for (const QString &text : {api, web, files}) {
        const Result<QUrl> url = serverAddress(text);
        if (!url)
            return url.error();
        urls.append(*url);
    }
    return ClearmlServers{urls[0], urls[1], urls[2]};
}

Error nothingFound()
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("plotleaf::ClearmlConfig",
                                        "Nothing in this text speaks of a ClearML server."),
            {}};
}

bool saysSomething(const ClearmlConfig &config)
{
    return !config.servers.api.isEmpty() || !config.servers.web.isEmpty() ||
           !config.servers.files.isEmpty() || !config.credentials.isEmpty();
}

/// A file that the SDK would trust, or whether it would check at all.
void readVerification(const QString &text, ClearmlConfig &config)
{
    const QString lower = text.trimmed().toLower();
    if (lower == "false"_L1 || lower == "0"_L1 || lower == "no"_L1)
        config.wantsUnchecked = true;
    else if (!lower.isEmpty() && lower != "true"_L1 && lower != "1"_L1 && lower != "yes"_L1)
        config.authorityFile = text.trimmed();
}

/// `export NAME="value"`, `%env NAME=value`, `set NAME=value`, `NAME=value`
QProcessEnvironment variablesIn(const QString &text)
{
    static const QRegularExpression line(
        u"^\\s*(?:export\\s+|%env\\s+|set\\s+|\\$env:)?((?:CLEARML|TRAINS)_[A-Z_]+)\\s*=\\s*"
        "(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|([^\\s\"']*))\\s*$"_s,
        QRegularExpression::MultilineOption);
    QProcessEnvironment variables;
    auto matches = line.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        variables.insert(match.captured(1),
                         match.captured(2) + match.captured(3) + match.captured(4));
    }
    return variables;
}

Result<ClearmlConfig> configOf(const QJsonObject &root)
{
    const QJsonObject api = root["api"_L1].toObject();
    const QJsonObject credentials = api["credentials"_L1].toObject();
    const Result<ClearmlServers> servers =
        serverAddresses(api["api_server"_L1].toString(), api["web_server"_L1].toString(),
                        api["files_server"_L1].toString());
    if (!servers)
        return servers.error();
    ClearmlConfig config;
    config.servers = *servers;
    config.credentials = {credentials["access_key"_L1].toString(),
                          credentials["secret_key"_L1].toString()};
    readVerification(api["verify_certificate"_L1].toVariant().toString(), config);
    config.cloudKeys = clearmlCloudKeys(root);
    return config;
}

} // namespace

Result<ClearmlConfig> clearmlConfigFromEnvironment(const QProcessEnvironment &environment)
{
    const auto variable = [&environment](const QString &name) {
        return environment.value(u"CLEARML_"_s + name, environment.value(u"TRAINS_"_s + name));
    };
    const Result<ClearmlServers> servers = serverAddresses(
        variable(u"API_HOST"_s), variable(u"WEB_HOST"_s), variable(u"FILES_HOST"_s));
    if (!servers)
        return servers.error();
    ClearmlConfig config;
    config.servers = *servers;
    config.credentials = {variable(u"API_ACCESS_KEY"_s), variable(u"API_SECRET_KEY"_s)};
    readVerification(variable(u"API_HOST_VERIFY_CERT"_s), config);
    if (!saysSomething(config))
        return nothingFound();
    return config;
}

Result<ClearmlConfig> readClearmlConfig(const QString &text, const QProcessEnvironment &environment)
{
    const QProcessEnvironment variables = variablesIn(text);
    if (!variables.isEmpty())
        return clearmlConfigFromEnvironment(variables);
    const Result<QJsonObject> root = readHocon(text, [&environment](const QString &name) {
        return environment.contains(name) ? environment.value(name, u""_s) : QString();
    });
    if (!root)
        return root.error();
    Result<ClearmlConfig> config = configOf(*root);
    if (config && !saysSomething(*config))
        return nothingFound();
    return config;
}

} // namespace plotleaf
