#include "core/services/cloud/s3_signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <utility>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct S3Words
{
    QByteArray algorithm;
    QByteArray parameter; ///< what names of parameters begin with
    QByteArray seed;
    QByteArray service;
    QByteArray end;
};

S3Words wordsOf(S3Signing::Kind kind)
{
    if (kind == S3Signing::Kind::Google)
        return {"GOOG4-HMAC-SHA256", "X-Goog-", "GOOG4", "storage", "goog4_request"};
    return {"AWS4-HMAC-SHA256", "X-Amz-", "AWS4", "s3", "aws4_request"};
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

QByteArray hostHeader(const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray name = host.contains(':') ? '[' + host + ']' : host;
    return url.port() < 0 ? name : name + ':' + QByteArray::number(url.port());
}

QByteArray signatureOf(const QByteArray &text,
                       const QList<QByteArray> &scope,
                       const QByteArray &seed,
                       const QString &secret)
{
    QByteArray key = seed + secret.toUtf8();
    for (const QByteArray &part : scope)
        key = hmac(key, part);
    return hmac(key, text).toHex();
}

} // namespace

QByteArray cloudPath(const QString &text)
{
    return QUrl::toPercentEncoding(text, "/");
}

QUrl signedS3Address(const QUrl &url, const S3Signing &signing)
{
    const S3Words words = wordsOf(signing.kind);
    const QDateTime utc = signing.time.toUTC();
    const QByteArray time = utc.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
    const QList<QByteArray> scope = {time.left(8), signing.region.toUtf8(), words.service,
                                     words.end};
    QList<std::pair<QByteArray, QByteArray>> parameters = {
        {"Algorithm", words.algorithm},
        {"Credential", signing.id.toUtf8() + '/' + scope.join('/')},
        {"Date", time},
        {"Expires", QByteArray::number(qint64(signing.lifetime.count()))}};
    if (!signing.session.isEmpty())
        parameters.emplaceBack("Security-Token", signing.session.toUtf8());
    parameters.emplaceBack("SignedHeaders", "host");
    // Sorted as they stand there.
    QByteArrayList query;
    for (const auto &[name, value] : parameters)
        query << words.parameter + name + '=' + value.toPercentEncoding();

    const QByteArray request = "GET\n" + url.path(QUrl::FullyEncoded).toLatin1() + '\n' +
                               query.join('&') + "\nhost:" + hostHeader(url) +
                               "\n\nhost\nUNSIGNED-PAYLOAD";
    const QByteArray text = words.algorithm + '\n' + time + '\n' + scope.join('/') + '\n' +
                            QCryptographicHash::hash(request, QCryptographicHash::Sha256).toHex();
    query << words.parameter + "Signature=" + signatureOf(text, scope, words.seed, signing.secret);
    QUrl signedUrl = url;
    signedUrl.setQuery(QString::fromLatin1(query.join('&')), QUrl::StrictMode);
    return signedUrl;
}

} // namespace plotleaf
