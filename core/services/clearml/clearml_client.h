#pragma once

#include "core/base/clock.h"
#include "core/base/network_use.h"
#include "core/base/result.h"
#include "core/services/clearml/clearml_servers.h"
#include "core/services/clearml/clearml_token.h"
#include "core/services/cloud/cloud_files.h"
#include "core/services/http/http_session.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <optional>

namespace plotleaf {

/// How often and after what pauses a read is tried again. Writes are never.
struct ClearmlRetries
{
    int attempts = 4;
    std::chrono::milliseconds firstPause{1'000}; ///< doubles each time
    std::chrono::milliseconds longestPause{20'000};
};

/// Whether a call changes something on the server.
enum class ClearmlEffect { Reads, Writes };

/// Calls of one ClearML server as one person. Signs in by itself, renews the token before it ends,
/// and signs in once more when the server does not accept it any more (clearml.md 1.3 to 1.6).
///
/// Reads are tried again where that can help; a write is never sent twice, unless the server said
/// 401, which means that it did nothing. Lives on one thread and never blocks it; made by
/// std::make_shared, tasks keep it alive.
class ClearmlClient final : public QObject, public std::enable_shared_from_this<ClearmlClient>
{
    Q_OBJECT

public:
    ClearmlClient(ClearmlServers servers,
                  ClearmlCredentials credentials,
                  std::shared_ptr<const Clock> clock,
                  HttpTransport transport = {},
                  ClearmlRetries retries = {});
    /// `clock` must outlive the client's tasks, or live until stop().
    ClearmlClient(ClearmlServers servers,
                  ClearmlCredentials credentials,
                  const Clock &clock,
                  HttpTransport transport = {},
                  ClearmlRetries retries = {});
    ~ClearmlClient() override;

    const ClearmlServers &servers() const { return m_servers; }

    /// The `data` of the answer to `POST <api>/<endpoint>`. `tenant`: the workspace that is asked,
    /// which hosted servers have several of (clearml.md 4.1); empty: one's own. Errors: those of
    /// readClearmlAnswer() and HttpSession::send().
    QCoro::Task<Result<QJsonObject>> call(QString endpoint,
                                          QJsonObject body,
                                          ClearmlEffect effect = ClearmlEffect::Reads,
                                          QString tenant = {});

    /// Who we are there; signs in when that has not happened yet.
    QCoro::Task<Result<ClearmlToken>> signIn();

    /// A request to the files server, or to anywhere else: the token goes only to the installation
    /// itself, and so does `tenant`. Redirections of GET are followed, never from https to http.
    /// A certificate that a person has accepted holds for the installation's hosts only.
    /// Errors: as call(); never NotSignedIn for what another host says.
    QCoro::Task<Result<HttpAnswer>>
    files(HttpRequest request, ClearmlEffect effect, QString tenant = {});

    /// How files of tasks are fetched that are in a cloud store; null: no key to any is known.
    void setCloudFiles(std::shared_ptr<CloudFiles> files) { m_cloudFiles = std::move(files); }
    /// A file in a cloud store, reached as everything here is. Errors: those of CloudFiles::read().
    QCoro::Task<Result<HttpAnswer>> cloudFile(CloudAddress address, qint64 mostBytes);

    /// Whether what nobody has asked for at this moment may be looked up; see mayLookUp(). Panels
    /// ask before each question, reports and what a person does need not.
    void setNetworkUse(NetworkUsePtr use) { m_use = std::move(use); }
    Result<void> mayLook() const { return mayLookUp(m_use); }

    /// How far the server's clock is ahead of ours, in seconds; 0 before signing in.
    qint64 clockSkewSeconds() const { return m_clockSkew; }
    /// Until when the server asked to be left alone; invalid: it did not.
    QDateTime retryAfter() const;

    /// Ends all that is under way with Cancelled; so does every later call. The clock is not asked
    /// any more.
    void stop() { m_http.stop(); }
    bool isStopped() const { return m_http.isStopped(); }

signals:
    void signInEnded();

private:
    using Signed = std::function<HttpRequest(const QByteArray &token)>;

    /// An answer and who gave it, after redirections.
    struct Arrived
    {
        HttpAnswer answer;
        QUrl from;
    };

    bool hasFreshToken() const;
    bool isOurs(const QUrl &url) const;
    bool isOurHost(const QUrl &url) const;
    HttpRequest apiRequest(const QString &endpoint, const QByteArray &authorization) const;
    QCoro::Task<std::optional<Error>> freshToken(QByteArray refused);
    QCoro::Task<std::optional<Error>> askForToken();
    QCoro::Task<Result<HttpAnswer>> signedSend(Signed request);
    QCoro::Task<Result<Arrived>> followed(HttpRequest request);
    void noteRetryAfter(const HttpAnswer &answer);

    const ClearmlServers m_servers;
    const ClearmlCredentials m_credentials;
    const std::shared_ptr<const Clock> m_clock;
    const ClearmlRetries m_retries;
    HttpSession m_http;
    std::shared_ptr<CloudFiles> m_cloudFiles;
    NetworkUsePtr m_use;

    std::optional<ClearmlToken> m_token;
    QDateTime m_tokenSince; ///< by our clock
    bool m_signingIn = false;
    std::optional<Error> m_signInError; ///< of the last attempt
    qint64 m_clockSkew = 0;
    QDateTime m_retryAfter;
};

} // namespace plotleaf
