#include "core/services/cloud/cloud_address.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct CloudAddressTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::CloudAddress)
};

/// Keys have at most 1024 bytes in each of the stores.
constexpr qsizetype longestCloudKey = 1024;

Error wrongCloudAddress(const QString &why)
{
    return {
        ErrorCode::InvalidInput,
        CloudAddressTexts::tr("The file's address in the cloud store makes no sense: %1").arg(why),
        {}};
}

QString cloudScheme(CloudProvider provider)
{
    switch (provider) {
    case CloudProvider::Amazon:
    case CloudProvider::OtherS3:
        return u"s3"_s;
    case CloudProvider::Google:
        return u"gs"_s;
    case CloudProvider::Azure:
        break;
    }
    return u"azure"_s;
}

/// The host, with its port where one is named, in lower case. What ClearML takes for a store of
/// one's own always names one.
std::optional<QString> serverName(CloudProvider provider, const QString &text)
{
    static const QRegularExpression letters(u"^[A-Za-z0-9._:\\[\\]-]+$"_s);
    if (!letters.match(text).hasMatch())
        return std::nullopt;
    const QUrl url(u"https://"_s + text, QUrl::StrictMode);
    const bool needsPort = provider == CloudProvider::OtherS3;
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0 || (needsPort && url.port() < 0))
        return std::nullopt;
    return url.authority(QUrl::FullyEncoded).toLower();
}

/// Old buckets of S3 have long names with capitals and underscores.
bool isBucketName(CloudProvider provider, const QString &name)
{
    static const QRegularExpression bucket(u"^[A-Za-z0-9][A-Za-z0-9._-]{1,221}$"_s);
    static const QRegularExpression container(u"^[a-z0-9$][a-z0-9-]{1,62}$"_s);
    const bool isAzure = provider == CloudProvider::Azure;
    return (isAzure ? container : bucket).match(name).hasMatch() && !name.contains(".."_L1);
}

std::optional<QString> whatIsWrong(const QString &key)
{
    if (key.isEmpty())
        return CloudAddressTexts::tr("it names no file.");
    if (key.toUtf8().size() > longestCloudKey)
        return CloudAddressTexts::tr("it is too long.");
    if (std::any_of(key.cbegin(), key.cend(),
                    [](QChar letter) { return letter.category() == QChar::Other_Control; }))
        return CloudAddressTexts::tr("there are control characters in it.");
    // Some would take it for a way into another bucket.
    const QStringList parts = key.split(u'/');
    if (parts.contains(u"."_s) || parts.contains(u".."_s))
        return CloudAddressTexts::tr("it points out of its folder.");
    return std::nullopt;
}

std::optional<CloudProvider> providerOf(const QString &scheme, const QString &host)
{
    if (scheme == "s3"_L1)
        return host.contains(u':') ? CloudProvider::OtherS3 : CloudProvider::Amazon;
    if (scheme == "gs"_L1)
        return CloudProvider::Google;
    if (scheme == "azure"_L1)
        return CloudProvider::Azure;
    return std::nullopt;
}

bool hasServer(CloudProvider provider)
{
    return provider == CloudProvider::OtherS3 || provider == CloudProvider::Azure;
}

} // namespace

QString CloudPlace::text() const
{
    QString text = cloudScheme(provider) + u"://"_s + server;
    if (!server.isEmpty() && !bucket.isEmpty())
        text += u'/';
    return text + bucket;
}

QString CloudPlace::name() const
{
    if (bucket.isEmpty() && server.isEmpty())
        return CloudAddressTexts::tr("all buckets");
    if (bucket.isEmpty())
        return server;
    return server.isEmpty()
               ? bucket
               : CloudAddressTexts::tr("%1 at %2", "bucket, server").arg(bucket, server);
}

QString CloudAddress::text() const
{
    return place.text() + u'/' + key;
}

bool isCloudAddress(const QString &address)
{
    return providerOf(address.section(u"://"_s, 0, 0).toLower(), {}).has_value() &&
           address.contains("://"_L1);
}

Result<CloudPlace>
readCloudPlace(CloudProvider provider, const QString &server, const QString &bucket)
{
    CloudPlace place{provider, {}, bucket.trimmed()};
    if (server.contains(u'@'))
        return wrongCloudAddress(CloudAddressTexts::tr("there is a name or a password in it."));
    if (hasServer(provider)) {
        const std::optional<QString> name = serverName(provider, server.trimmed());
        if (!name)
            return wrongCloudAddress(
                CloudAddressTexts::tr("“%1” is no server with its port.").arg(server.trimmed()));
        place.server = *name;
    }
    if (!place.bucket.isEmpty() && !isBucketName(provider, place.bucket))
        return wrongCloudAddress(CloudAddressTexts::tr("“%1” is no bucket.").arg(place.bucket));
    return place;
}

Result<CloudAddress> readCloudAddress(const QString &address)
{
    const QString rest = address.section(u"://"_s, 1);
    const QString host = rest.section(u'/', 0, 0);
    const auto provider = providerOf(address.section(u"://"_s, 0, 0).toLower(), host);
    if (!provider)
        return wrongCloudAddress(CloudAddressTexts::tr("it is of no store that Plotleaf knows."));
    const int before = hasServer(*provider) ? 1 : 0;
    const QString bucket = rest.section(u'/', before, before);
    const Result<CloudPlace> place = readCloudPlace(*provider, host, bucket);
    if (!place)
        return place.error();
    if (bucket.isEmpty())
        return wrongCloudAddress(CloudAddressTexts::tr("it names no bucket."));
    const QString key = rest.section(u'/', before + 1);
    if (const auto wrong = whatIsWrong(key))
        return wrongCloudAddress(*wrong);
    return CloudAddress{*place, key};
}

} // namespace plotleaf
