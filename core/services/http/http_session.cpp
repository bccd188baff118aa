#include "core/services/http/http_session.h"

#include <QCoroSignal>
#include <QCryptographicHash>
#include <QIODevice>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimeZone>
#include <QTimer>

#include <cstring>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// A body that cannot be rewound. Qt 6.4 sends a POST again when its connection breaks before an
/// answer, although the server may have acted on it; from a device that is read once it cannot.
class OneTimeBody final : public QIODevice
{
public:
    explicit OneTimeBody(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_read == m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = qMin(most, qint64(m_bytes.size()) - m_read);
        if (size <= 0)
            return -1;
        std::memcpy(data, m_bytes.constData() + m_read, size_t(size));
        m_read += size;
        return size;
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

QNetworkRequest networkRequest(const HttpRequest &request, const HttpTransport &transport)
{
    QNetworkRequest result(request.url);
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    result.setHeader(QNetworkRequest::UserAgentHeader, u"Plotleaf"_s);
    if (!request.body.isEmpty() || request.verb == "POST")
        result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    result.setTransferTimeout(int(transport.timeout.count()));
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                        QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        result.setAttribute(attribute, QNetworkRequest::Manual);
    if (request.once)
        result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    if (!transport.authorities.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(transport.authorities);
        result.setSslConfiguration(tls);
    }
    return result;
}

HttpAnswer wholeAnswerOf(QNetworkReply &reply)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply.readAll();
    answer.headers = reply.rawHeaderPairs();
    return answer;
}

/// What became of a request beside its reply.
struct Watch
{
    QStringList tlsProblems;
    QByteArray certificate; ///< SHA-256
    bool tooLarge = false;
};

Error tlsError(const QUrl &url, const Watch &watch)
{
    return {ErrorCode::NotTrusted,
            HttpSession::tr("%1 cannot prove that it is the right server: %2. Nothing was sent.")
                .arg(url.host(), watch.tlsProblems.join(u"; "_s)),
            QString::fromLatin1(watch.certificate.toHex())};
}

Error transferError(const QNetworkReply &reply)
{
    const bool timedOut = reply.error() == QNetworkReply::OperationCanceledError ||
                          reply.error() == QNetworkReply::TimeoutError;
    const QString host = reply.url().host();
    return {timedOut ? ErrorCode::Timeout : ErrorCode::Network,
            timedOut ? HttpSession::tr("%1 does not answer.").arg(host)
                     : HttpSession::tr("%1 cannot be reached: %2").arg(host, reply.errorString()),
            reply.url().toDisplayString(QUrl::RemoveQuery)};
}

Error sessionStopped()
{
    return {ErrorCode::Cancelled, HttpSession::tr("The connection was closed."), {}};
}

/// A connection that broke in the middle of an answer has a status, but is no answer.
bool isWholeAnswer(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return false;
    default:
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    }
}

void watchReply(QNetworkReply *reply, const std::shared_ptr<Watch> &watch, qint64 largest)
{
    QObject::connect(
        reply, &QNetworkReply::sslErrors, reply, [reply, watch](const QList<QSslError> &errors) {
            const QSslCertificate certificate = reply->sslConfiguration().peerCertificate();
            if (!certificate.isNull())
                watch->certificate = certificate.digest(QCryptographicHash::Sha256);
            for (const QSslError &error : errors)
                watch->tlsProblems << error.errorString();
        });
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply,
                     [reply, watch, largest](qint64 received) {
                         if (received <= largest)
                             return;
                         watch->tooLarge = true;
                         reply->abort();
                     });
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QDateTime httpTime(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (time.isValid())
        time.setTimeZone(QTimeZone::utc());
    return time;
}

HttpSession::HttpSession(HttpTransport transport, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setProxy(m_transport.proxy);
}

HttpSession::~HttpSession() = default;

QNetworkReply *HttpSession::start(const HttpRequest &request)
{
    const QNetworkRequest prepared = networkRequest(request, m_transport);
    if (request.verb == "HEAD") // as a custom verb it would wait for a body
        return m_network->head(prepared);
    if (request.body.isEmpty())
        return m_network->sendCustomRequest(prepared, request.verb, QByteArray());
    if (!request.once)
        return m_network->sendCustomRequest(prepared, request.verb, request.body);
    auto *body = new OneTimeBody(request.body);
    QNetworkReply *reply = m_network->sendCustomRequest(prepared, request.verb, body);
    body->setParent(reply);
    return reply;
}

void HttpSession::believeOnlyAccepted(QNetworkReply *reply, const HttpRequest &request) const
{
    if (m_transport.acceptedCertificate.isEmpty() || request.isElsewhere)
        return;
    connect(reply, &QNetworkReply::sslErrors, reply, [this, reply] {
        const QSslCertificate certificate = reply->sslConfiguration().peerCertificate();
        if (certificate.digest(QCryptographicHash::Sha256) == m_transport.acceptedCertificate)
            reply->ignoreSslErrors();
    });
}

QCoro::Task<Result<HttpAnswer>> HttpSession::send(HttpRequest request)
{
    if (m_stopped)
        co_return sessionStopped();
    QNetworkReply *reply = start(request);
    const auto watch = std::make_shared<Watch>();
    watchReply(reply, watch, request.largestAnswer);
    believeOnlyAccepted(reply, request);
    m_underWay.append(reply);
    if (!reply->isFinished())
        co_await qCoro(reply, &QNetworkReply::finished);
    m_underWay.removeOne(reply);
    reply->deleteLater();
    if (m_stopped)
        co_return sessionStopped();
    if (watch->tooLarge) {
        co_return Error{ErrorCode::LimitExceeded,
                        tr("The answer of %1 is larger than %2 MB.")
                            .arg(request.url.host())
                            .arg(request.largestAnswer / (1024 * 1024)),
                        {}};
    }
    // Without a certificate nothing was to be believed: what answers there speaks no TLS.
    if (reply->error() == QNetworkReply::SslHandshakeFailedError && !watch->certificate.isEmpty())
        co_return tlsError(request.url, *watch);
    if (!isWholeAnswer(*reply))
        co_return transferError(*reply);
    co_return wholeAnswerOf(*reply);
}

QCoro::Task<> HttpSession::pause(std::chrono::milliseconds length)
{
    if (m_stopped)
        co_return;
    QTimer timer;
    timer.setSingleShot(true);
    connect(this, &HttpSession::stopped, &timer, [&timer] { timer.start(0); });
    timer.start(length);
    co_await qCoro(&timer, &QTimer::timeout);
}

void HttpSession::stop()
{
    if (m_stopped)
        return;
    m_stopped = true;
    emit stopped();
    const QList<QNetworkReply *> replies = m_underWay;
    for (QNetworkReply *reply : replies)
        reply->abort();
}

} // namespace plotleaf
