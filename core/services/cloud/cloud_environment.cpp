#include "core/services/cloud/cloud_environment.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

QString firstOf(const QProcessEnvironment &environment, const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString value = environment.value(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

/// The store of one's own that the variables name.
std::optional<CloudKey> ownS3(const QProcessEnvironment &environment)
{
    const QUrl url(firstOf(environment, {u"AWS_ENDPOINT_URL_S3"_s, u"AWS_ENDPOINT_URL"_s}));
    const bool isPlain = url.scheme() == "http"_L1;
    if (url.host().isEmpty() || (!isPlain && url.scheme() != "https"_L1))
        return std::nullopt;
    const QString host =
        url.host(QUrl::FullyEncoded) + u':' + QString::number(url.port(isPlain ? 80 : 443));
    const Result<CloudPlace> place = readCloudPlace(CloudProvider::OtherS3, host, {});
    if (!place)
        return std::nullopt;
    return CloudKey{*place, {}, {}, isPlain};
}

std::optional<CloudCredential> amazonKey(const QProcessEnvironment &environment,
                                         const CloudPlace &bucket)
{
    CloudKey key{{CloudProvider::Amazon, {}, {}}, {}, {}, false};
    if (bucket.provider == CloudProvider::OtherS3)
        key = ownS3(environment).value_or(key);
    if (cloudKeyFits(key.place, bucket) == 0)
        return std::nullopt;
    key.id = environment.value(u"AWS_ACCESS_KEY_ID"_s).trimmed();
    key.region = firstOf(environment, {u"AWS_REGION"_s, u"AWS_DEFAULT_REGION"_s});
    const CloudSecret secret{environment.value(u"AWS_SECRET_ACCESS_KEY"_s).trimmed(),
                             environment.value(u"AWS_SESSION_TOKEN"_s).trimmed()};
    if (key.id.isEmpty() || secret.secret.isEmpty())
        return std::nullopt;
    return CloudCredential{key, secret};
}

std::optional<CloudCredential> azureKey(const QProcessEnvironment &environment,
                                        const CloudPlace &container)
{
    const QString account = environment.value(u"AZURE_STORAGE_ACCOUNT"_s).trimmed();
    const QString secret =
        firstOf(environment, {u"AZURE_STORAGE_KEY"_s, u"AZURE_STORAGE_SAS_TOKEN"_s});
    if (account.isEmpty() || secret.isEmpty())
        return std::nullopt;
    const Result<CloudPlace> place =
        readCloudPlace(CloudProvider::Azure, account + u".blob.core.windows.net"_s, {});
    if (!place || cloudKeyFits(*place, container) == 0)
        return std::nullopt;
    const CloudKey key{*place, {}, isSasToken(secret) ? QString() : account, false};
    return CloudCredential{key, {secret, {}}};
}

} // namespace

std::optional<CloudCredential> cloudKeyOfEnvironment(const QProcessEnvironment &environment,
                                                     const CloudPlace &bucket)
{
    switch (bucket.provider) {
    case CloudProvider::Amazon:
    case CloudProvider::OtherS3:
        return amazonKey(environment, bucket);
    case CloudProvider::Azure:
        return azureKey(environment, bucket);
    case CloudProvider::Google:
        break;
    }
    return std::nullopt;
}

QCoro::Task<Result<CloudCredential>> EnvironmentKeyring::keyFor(CloudPlace bucket)
{
    const auto found = cloudKeyOfEnvironment(m_environment, bucket);
    co_return found ? Result<CloudCredential>(*found) : noCloudKey(bucket);
}

} // namespace plotleaf
