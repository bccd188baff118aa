#include "core/services/cloud/cloud_request.h"

#include "core/services/cloud/azure_signature.h"
#include "core/services/cloud/s3_signature.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct CloudRequestTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::CloudRequest)
};

/// A bucket that is a part of the host's name as the provider's certificate has it.
bool isHostName(const QString &bucket)
{
    static const QRegularExpression name(u"^[a-z0-9]([a-z0-9-]{1,61}[a-z0-9])$"_s);
    return name.match(bucket).hasMatch();
}

QString amazonHost(const QString &region)
{
    return u"s3."_s + region +
           (region.startsWith("cn-"_L1) ? u".amazonaws.com.cn"_s : u".amazonaws.com"_s);
}

QUrl fileUrl(const QString &scheme, const QString &server, const QString &path)
{
    const QByteArray address =
        scheme.toLatin1() + "://" + server.toLatin1() + '/' + cloudPath(path);
    QUrl url = QUrl::fromEncoded(address, QUrl::StrictMode);
    // What is left out is neither sent as the host nor signed.
    if (url.port() == (scheme == "https"_L1 ? 443 : 80))
        url.setPort(-1);
    return url;
}

QUrl fileUrl(const CloudAddress &address, const CloudKey &key, const QString &region)
{
    const CloudPlace &place = address.place;
    const QString path = place.bucket + u'/' + address.key;
    const bool isPlain = key.isPlain && place.provider == CloudProvider::OtherS3;
    switch (place.provider) {
    case CloudProvider::Amazon:
        if (isHostName(place.bucket))
            return fileUrl(u"https"_s, place.bucket + u'.' + amazonHost(region), address.key);
        return fileUrl(u"https"_s, amazonHost(region), path);
    case CloudProvider::Google:
        return fileUrl(u"https"_s, u"storage.googleapis.com"_s, path);
    case CloudProvider::OtherS3:
    case CloudProvider::Azure:
        break;
    }
    return fileUrl(isPlain ? u"http"_s : u"https"_s, place.server, path);
}

QUrl withSas(QUrl url, QString token)
{
    if (token.startsWith(u'?'))
        token.remove(0, 1);
    url.setQuery(token);
    return url;
}

Result<HttpRequest>
azureRequest(const QUrl &url, const CloudCredential &credential, const QDateTime &now)
{
    HttpRequest request;
    request.url = url;
    request.isElsewhere = true;
    const QString &secret = credential.secret.secret;
    if (isSasToken(secret)) {
        request.url = withSas(url, secret);
        return request;
    }
    const auto key =
        QByteArray::fromBase64Encoding(secret.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!key || (*key).isEmpty())
        return Error{ErrorCode::InvalidInput,
                     CloudRequestTexts::tr("What is kept for %1 is neither an account key nor a "
                                           "SAS token.")
                         .arg(credential.key.place.text()),
                     {}};
    request.headers = azureSharedKeyHeaders(url, credential.key.id, secret, now);
    return request;
}

} // namespace

bool isCloudRegion(const QString &text)
{
    static const QRegularExpression region(u"^[a-z0-9-]{1,40}$"_s);
    return region.match(text).hasMatch();
}

QString cloudRegion(const CloudKey &key)
{
    if (key.place.provider == CloudProvider::Google)
        return u"auto"_s;
    return key.region.isEmpty() ? u"us-east-1"_s : key.region;
}

Result<HttpRequest> cloudRequest(const CloudAddress &address,
                                 const CloudCredential &credential,
                                 const QDateTime &now,
                                 const QString &region)
{
    const QString asked = region.isEmpty() ? cloudRegion(credential.key) : region;
    if (!isCloudRegion(asked))
        return Error{
            ErrorCode::InvalidInput, CloudRequestTexts::tr("“%1” is no region.").arg(asked), {}};
    const QUrl url = fileUrl(address, credential.key, asked);
    if (address.place.provider == CloudProvider::Azure)
        return azureRequest(url, credential, now);
    S3Signing signing;
    signing.id = credential.key.id;
    signing.secret = credential.secret.secret;
    signing.session = credential.secret.session;
    signing.region = asked;
    signing.time = now;
    if (address.place.provider == CloudProvider::Google)
        signing.kind = S3Signing::Kind::Google;
    HttpRequest request;
    request.isElsewhere = true;
    request.url = signedS3Address(url, signing);
    return request;
}

} // namespace plotleaf
