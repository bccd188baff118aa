#include "fakes/cloud/fake_bucket.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

using Parameters = QMap<QByteArray, QByteArray>;

/// As they stand on the wire, sorted.
Parameters parametersOf(const QByteArray &query)
{
    Parameters result;
    for (const QByteArray &part : query.split('&'))
        result.insert(part.split('=').value(0), part.mid(part.indexOf('=') + 1));
    return result;
}

FakeAnswer refusal(int status, const QByteArray &code, const QByteArray &more = {})
{
    return {status, "application/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code +
                "</Code><Message>No.</Message>" + more + "</Error>"};
}

QByteArray keyed(const QByteArray &key, const QByteArray &message)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    code.addData(message);
    return code.result();
}

} // namespace

FakeBucket::FakeBucket(const Clock &clock, std::unique_ptr<QTcpServer> server)
    : http([this](const FakeRequest &request) { return answer(request); }, std::move(server))
    , m_clock(clock)
{
}

QString FakeBucket::server() const
{
    return http.url().authority();
}

QString FakeBucket::address(const QString &key) const
{
    return u"s3://"_s + server() + u'/' + bucket + u'/' + key;
}

QByteArray FakeBucket::signature(const FakeRequest &request) const
{
    Parameters parameters = parametersOf(request.query);
    parameters.remove("X-Amz-Signature");
    QByteArray query;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
        query += (query.isEmpty() ? "" : "&") + it.key() + '=' + it.value();
    const QByteArray time = parameters["X-Amz-Date"];
    const QByteArray day = time.left(8);
    const QByteArray canonical = request.method + '\n' + request.path + '\n' + query +
                                 "\nhost:" + request.headers["host"] + "\n\nhost\nUNSIGNED-PAYLOAD";
    const QByteArray text = "AWS4-HMAC-SHA256\n" + time + '\n' + day + '/' + region.toUtf8() +
                            "/s3/aws4_request\n" +
                            QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
    const QByteArray dayKey = keyed("AWS4" + secretKey.toUtf8(), day);
    return keyed(keyed(keyed(keyed(dayKey, region.toUtf8()), "s3"), "aws4_request"), text).toHex();
}

FakeAnswer FakeBucket::answer(const FakeRequest &request) const
{
    const Parameters parameters = parametersOf(request.query);
    const QByteArray credential = QByteArray::fromPercentEncoding(parameters["X-Amz-Credential"]);
    const QList<QByteArray> scope = credential.split('/');
    QDateTime signedAt = QDateTime::fromString(QString::fromLatin1(parameters["X-Amz-Date"]),
                                               u"yyyyMMdd'T'HHmmss'Z'"_s);
    signedAt.setTimeSpec(Qt::UTC);
    if (request.method != "GET" || parameters["X-Amz-Algorithm"] != "AWS4-HMAC-SHA256")
        return refusal(403, "AccessDenied");
    if (scope.value(0) != accessKey.toUtf8())
        return refusal(403, "InvalidAccessKeyId");
    if (scope.value(2) != region.toUtf8())
        return refusal(400, "AuthorizationQueryParametersError",
                       "<Region>" + region.toUtf8() + "</Region>");
    if (QByteArray::fromPercentEncoding(parameters["X-Amz-Security-Token"]) != session.toUtf8())
        return refusal(400, "InvalidToken");
    if (signedAt.secsTo(m_clock.now()) > parameters["X-Amz-Expires"].toInt())
        return refusal(403, "AccessDenied");
    if (parameters["X-Amz-Signature"] != signature(request))
        return refusal(403, "SignatureDoesNotMatch");
    return file(QByteArray::fromPercentEncoding(request.path));
}

FakeAnswer FakeBucket::file(const QByteArray &path) const
{
    const QByteArray folder = '/' + bucket.toUtf8() + '/';
    if (!path.startsWith(folder))
        return refusal(404, "NoSuchBucket");
    const auto found = files.constFind(path.mid(folder.size()));
    if (found == files.constEnd())
        return refusal(404, "NoSuchKey");
    return {200, "image/png", *found};
}

} // namespace plotleaf::test
