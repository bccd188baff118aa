#include "core/services/clearml/clearml_cloud_keys.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Numbers, too: a secret of digits is one for whoever reads it.
QString textOf(const QJsonObject &object, QLatin1StringView name)
{
    return object[name].toVariant().toString().trimmed();
}

/// As the SDK reads it: https unless the word is a clear no.
bool isNo(const QJsonObject &object, QLatin1StringView name)
{
    return object.contains(name) && textOf(object, name).toLower() == "false"_L1;
}

std::optional<CloudCredential> s3Key(const QJsonObject &object)
{
    const QString host = textOf(object, "host"_L1);
    const auto provider = host.isEmpty() ? CloudProvider::Amazon : CloudProvider::OtherS3;
    const Result<CloudPlace> place = readCloudPlace(provider, host, textOf(object, "bucket"_L1));
    if (!place)
        return std::nullopt;
    CloudCredential found;
    found.key = {*place, textOf(object, "region"_L1), textOf(object, "key"_L1),
                 !host.isEmpty() && isNo(object, "secure"_L1)};
    found.secret = {textOf(object, "secret"_L1), textOf(object, "token"_L1)};
    if (found.key.id.isEmpty() || found.secret.secret.isEmpty())
        return std::nullopt;
    return found;
}

std::optional<CloudCredential> azureKey(const QJsonObject &object)
{
    const QString account = textOf(object, "account_name"_L1);
    const QString secret = textOf(object, "account_key"_L1);
    const Result<CloudPlace> place =
        readCloudPlace(CloudProvider::Azure, account + u".blob.core.windows.net"_s,
                       textOf(object, "container_name"_L1));
    if (!place || account.isEmpty() || secret.isEmpty())
        return std::nullopt;
    return CloudCredential{{*place, {}, account, false}, {secret, {}}};
}

} // namespace

QVector<CloudCredential> clearmlCloudKeys(const QJsonObject &config)
{
    const QJsonObject sdk = config["sdk"_L1].toObject();
    const QJsonObject s3 = sdk["aws"_L1]["s3"_L1].toObject();
    QVector<CloudCredential> keys;
    const auto add = [&keys](const std::optional<CloudCredential> &key) {
        if (key)
            keys.append(*key);
    };
    QJsonObject general = s3;
    general.remove("host"_L1);
    general.remove("bucket"_L1);
    add(s3Key(general));
    const QJsonArray credentials = s3["credentials"_L1].toArray();
    for (const QJsonValue one : credentials)
        add(s3Key(one.toObject()));
    const QJsonArray containers = sdk["azure"_L1]["storage"_L1]["containers"_L1].toArray();
    for (const QJsonValue one : containers)
        add(azureKey(one.toObject()));
    return keys;
}

} // namespace plotleaf
