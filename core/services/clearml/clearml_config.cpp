#include "core/services/clearml/clearml_config.h"

#include "core/services/clearml/hocon_reader.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

QUrl serverAddress(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    url.setPath(url.path() == "/"_L1 ? QString() : url.path());
    return url.adjusted(QUrl::StripTrailingSlash);
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

ClearmlConfig configOf(const QJsonObject &root)
{
    const QJsonObject api = root["api"_L1].toObject();
    const QJsonObject credentials = api["credentials"_L1].toObject();
    ClearmlConfig config;
    config.servers = {serverAddress(api["api_server"_L1].toString()),
                      serverAddress(api["web_server"_L1].toString()),
                      serverAddress(api["files_server"_L1].toString())};
    config.credentials = {credentials["access_key"_L1].toString(),
                          credentials["secret_key"_L1].toString()};
    readVerification(api["verify_certificate"_L1].toVariant().toString(), config);
    return config;
}

} // namespace

Result<ClearmlConfig> clearmlConfigFromEnvironment(const QProcessEnvironment &environment)
{
    const auto variable = [&environment](const QString &name) {
        return environment.value(u"CLEARML_"_s + name, environment.value(u"TRAINS_"_s + name));
    };
    ClearmlConfig config;
    config.servers = {serverAddress(variable(u"API_HOST"_s)),
                      serverAddress(variable(u"WEB_HOST"_s)),
                      serverAddress(variable(u"FILES_HOST"_s))};
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
    ClearmlConfig config = configOf(*root);
    if (!saysSomething(config))
        return nothingFound();
    return config;
}

} // namespace plotleaf
