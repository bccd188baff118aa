#include "core/services/cloud/cloud_key.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct CloudKeyTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::CloudKey)
};

constexpr std::array providerNames = {
    std::pair{CloudProvider::Amazon, "s3"_L1}, std::pair{CloudProvider::OtherS3, "other-s3"_L1},
    std::pair{CloudProvider::Google, "gs"_L1}, std::pair{CloudProvider::Azure, "azure"_L1}};

} // namespace

bool isSasToken(const QString &secret)
{
    // An account key is Base64 and may end in "sig=", too.
    static const QRegularExpression signature(u"(^|[?&])sig=."_s);
    return signature.match(secret).hasMatch();
}

int cloudKeyFits(const CloudPlace &key, const CloudPlace &bucket)
{
    if (key.provider != bucket.provider || key.server != bucket.server)
        return 0;
    if (key.bucket.isEmpty())
        return 1;
    return key.bucket == bucket.bucket ? 2 : 0;
}

QString cloudSecretName(const CloudKey &key)
{
    return key.id + u'@' + key.place.text();
}

// Neither part has a space in it.
QString cloudSecretText(const CloudSecret &secret)
{
    return secret.session.isEmpty() ? secret.secret : secret.secret + u' ' + secret.session;
}

CloudSecret readCloudSecret(const QString &text)
{
    return {text.section(u' ', 0, 0), text.section(u' ', 1)};
}

QJsonObject cloudKeyJson(const CloudKey &key)
{
    QString provider;
    for (const auto &[value, name] : providerNames) {
        if (value == key.place.provider)
            provider = name;
    }
    return {{u"provider"_s, provider},
            {u"server"_s, key.place.server},
            {u"bucket"_s, key.place.bucket},
            {u"region"_s, key.region},
            {u"id"_s, key.id},
            {u"plain"_s, key.isPlain}};
}

Result<CloudKey> readCloudKey(const QJsonObject &json)
{
    for (const auto &[value, name] : providerNames) {
        if (json["provider"_L1].toString() != name)
            continue;
        const Result<CloudPlace> place =
            readCloudPlace(value, json["server"_L1].toString(), json["bucket"_L1].toString());
        if (!place)
            return place.error();
        return CloudKey{*place, json["region"_L1].toString(), json["id"_L1].toString(),
                        value == CloudProvider::OtherS3 && json["plain"_L1].toBool()};
    }
    return Error{ErrorCode::InvalidInput,
                 CloudKeyTexts::tr("This version of Plotleaf does not know this cloud store."),
                 {}};
}

Error noCloudKey(const CloudPlace &bucket)
{
    return {ErrorCode::NotAllowed,
            CloudKeyTexts::tr("The file is in a cloud store, and Plotleaf has no key for %1. Give "
                              "it one: Settings > Cloud storage.")
                .arg(bucket.text()),
            bucket.text()};
}

} // namespace plotleaf
