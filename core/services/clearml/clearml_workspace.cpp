#include "core/services/clearml/clearml_workspace.h"

#include "core/services/clearml/clearml_config.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

QString workspaceText(const char *source)
{
    return QCoreApplication::translate("plotleaf::ClearmlWorkspace", source);
}

std::optional<QString> secretOfEnvironment(const ClearmlPlace &place,
                                           const QProcessEnvironment &environment)
{
    const Result<ClearmlConfig> config = clearmlConfigFromEnvironment(environment);
    if (!config || config->credentials.user != place.user || config->credentials.secret.isEmpty())
        return {};
    // One installation answers at several addresses: of its API, of its web app's proxy.
    const QString named = config->servers.api.host();
    if (!named.isEmpty() && named != place.servers.api.host())
        return {};
    return config->credentials.secret;
}

} // namespace

Workspace clearmlWorkspace(const QString &name, const ClearmlPlace &place)
{
    Workspace workspace;
    workspace.id = u"clearml/"_s + name;
    workspace.kind = u"clearml"_s;
    workspace.name = name;
    workspace.address = place.servers.web.toString();
    workspace.settings = {
        {u"api"_s, place.servers.api.toString()},
        {u"web"_s, place.servers.web.toString()},
        {u"files"_s, place.servers.files.toString()},
        {u"user"_s, place.user},
        {u"authorities"_s, place.authorityFile},
        {u"certificate"_s, QString::fromLatin1(place.acceptedCertificate.toHex())}};
    return workspace;
}

Result<ClearmlPlace> clearmlPlace(const Workspace &workspace)
{
    const auto value = [&](const QString &key) { return workspace.settings.value(key).toString(); };
    ClearmlPlace place{{QUrl(value(u"api"_s)), QUrl(value(u"web"_s)), QUrl(value(u"files"_s))},
                       value(u"user"_s),
                       value(u"authorities"_s),
                       QByteArray::fromHex(value(u"certificate"_s).toLatin1())};
    if (workspace.kind != u"clearml" || place.servers.api.host().isEmpty())
        return Error{
            ErrorCode::InvalidInput,
            workspaceText(QT_TRANSLATE_NOOP("plotleaf::ClearmlWorkspace",
                                            "“%1” is not a ClearML server that can be reached. "
                                            "Remove it and add it again."))
                .arg(workspace.name),
            {}};
    return place;
}

QString clearmlSecretKey(const ClearmlPlace &place)
{
    return place.user + u'@' + place.servers.api.toString();
}

Result<HttpTransport> clearmlTransport(const ClearmlPlace &place)
{
    HttpTransport transport;
    transport.acceptedCertificate = place.acceptedCertificate;
    if (place.authorityFile.isEmpty())
        return transport;
    QFile file(place.authorityFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io,
                     workspaceText(QT_TRANSLATE_NOOP("plotleaf::ClearmlWorkspace",
                                                     "The certificates in %1 cannot be read."))
                         .arg(place.authorityFile),
                     file.errorString()};
    transport.authorities = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (transport.authorities.isEmpty())
        return Error{ErrorCode::Damaged,
                     workspaceText(QT_TRANSLATE_NOOP("plotleaf::ClearmlWorkspace",
                                                     "There are no certificates (PEM) in %1."))
                         .arg(place.authorityFile),
                     {}};
    return transport;
}

QCoro::Task<Result<std::shared_ptr<ClearmlClient>>>
openClearml(Workspace workspace,
            std::shared_ptr<SecretStore> secrets,
            std::shared_ptr<const Clock> clock,
            QProcessEnvironment environment)
{
    const Result<ClearmlPlace> place = clearmlPlace(workspace);
    if (!place)
        co_return place.error();
    Result<HttpTransport> transport = clearmlTransport(*place);
    if (!transport)
        co_return transport.error();
    ClearmlCredentials credentials{place->user, {}};
    if (const auto secret = secretOfEnvironment(*place, environment)) {
        credentials.secret = *secret;
    } else {
        const Result<QString> kept = co_await secrets->read(clearmlSecretKey(*place));
        // A key store that cannot be used is as good as an empty one: the person is asked.
        if (!kept &&
            (kept.error().code == ErrorCode::NotFound || kept.error().code == ErrorCode::Io))
            co_return Error{ErrorCode::NotSignedIn,
                            workspaceText(QT_TRANSLATE_NOOP("plotleaf::ClearmlWorkspace",
                                                            "The secret key of “%1” is not in this "
                                                            "system's key store."))
                                .arg(workspace.name),
                            {}};
        if (!kept)
            co_return kept.error();
        credentials.secret = *kept;
    }
    co_return std::make_shared<ClearmlClient>(place->servers, credentials, std::move(clock),
                                              std::move(*transport));
}

} // namespace plotleaf
