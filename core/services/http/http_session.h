#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCoroTask>
#include <QDateTime>
#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

class QNetworkAccessManager;
class QNetworkReply;

namespace plotleaf {

/// How a server is reached and what it is believed.
struct HttpTransport
{
    QNetworkProxy proxy = QNetworkProxy(QNetworkProxy::DefaultProxy);
    /// Certificates of authorities that are believed beside the system's, for this server only.
    QList<QSslCertificate> authorities;
    /// SHA-256 of the one certificate that a person has looked at and accepted in spite of what is
    /// wrong with it; empty: none. Any other certificate is still refused, and so is this one where
    /// HttpRequest::isElsewhere.
    QByteArray acceptedCertificate;
    std::chrono::milliseconds timeout{60'000}; ///< without a byte of progress
};

struct HttpRequest
{
    QByteArray verb = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    /// The body travels once: where Qt would send it again on a new connection because the old one
    /// broke, the request fails instead.
    bool once = false;
    /// It goes to another server than the one whose certificate a person has accepted.
    bool isElsewhere = false;
    qint64 largestAnswer = 256LL * 1024 * 1024;
};

/// A whole answer, whatever its status.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    /// The first value of a header; names are compared without case.
    QByteArray header(const QByteArray &name) const;
};

/// A time as it stands in a header such as Date; invalid: it is none.
QDateTime httpTime(const QByteArray &text);

/// Requests to one server, and with its settings to others. No cookies are kept and no redirection
/// is followed: a token must not travel to where an answer points. Lives on one thread and never
/// blocks it; whoever awaits a task keeps the session alive until it has ended.
class HttpSession : public QObject
{
    Q_OBJECT

public:
    explicit HttpSession(HttpTransport transport, QObject *parent = nullptr);
    ~HttpSession() override;

    /// Errors: Network, Timeout (no whole answer), NotTrusted (TLS; `message` says what is wrong
    /// with the certificate, `detail` its SHA-256), LimitExceeded, Cancelled.
    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request);

    /// Over after this time, or at once when the session is stopped.
    QCoro::Task<> pause(std::chrono::milliseconds length);

    /// Ends requests and pauses that are under way; later requests answer Cancelled.
    void stop();
    bool isStopped() const { return m_stopped; }

signals:
    void stopped();

private:
    QNetworkReply *start(const HttpRequest &request);
    void believeOnlyAccepted(QNetworkReply *reply, const HttpRequest &request) const;

    const HttpTransport m_transport;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QList<QNetworkReply *> m_underWay;
    bool m_stopped = false;
};

} // namespace plotleaf
