#include "core/services/clearml/clearml_client.h"

#include "core/services/clearml/clearml_answer.h"

#include <QCoroSignal>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// The SDK renews with its shipped configuration when less than this is left (clearml.md 1.4).
constexpr qint64 renewBefore = 360; // seconds
constexpr int mostRedirections = 5;

QByteArray bearer(const QByteArray &token)
{
    return "Bearer " + token;
}

/// As the web app writes the workspace of a file behind its address (clearml.md 4.1).
QUrl withTenant(QUrl url, const QString &tenant)
{
    const QString argument = u"tenant="_s + QString::fromLatin1(QUrl::toPercentEncoding(tenant));
    const QString query = url.query(QUrl::FullyEncoded);
    url.setQuery(query.isEmpty() ? argument : query + u'&' + argument);
    return url;
}

bool mayWorkLater(const Result<QJsonObject> &answer)
{
    return !answer &&
           (answer.error().code == ErrorCode::Network || answer.error().code == ErrorCode::Timeout);
}

bool isRedirection(const HttpAnswer &answer)
{
    return answer.status >= 301 && answer.status <= 308 && answer.status != 304 &&
           !answer.header("Location").isEmpty();
}

bool isAtHostOf(const QUrl &url, const QUrl &base)
{
    return !base.isEmpty() && url.scheme() == base.scheme() && url.host() == base.host() &&
           portOf(url) == portOf(base);
}

bool isUnder(const QUrl &url, const QUrl &base)
{
    if (!isAtHostOf(url, base))
        return false;
    return base.path().isEmpty() || url.path() == base.path() ||
           url.path().startsWith(base.path() + u'/');
}

} // namespace

ClearmlClient::ClearmlClient(ClearmlServers servers,
                             ClearmlCredentials credentials,
                             std::shared_ptr<const Clock> clock,
                             HttpTransport transport,
                             ClearmlRetries retries)
    : m_servers(std::move(servers))
    , m_credentials(std::move(credentials))
    , m_clock(std::move(clock))
    , m_retries(retries)
    , m_http(std::move(transport))
{
}

ClearmlClient::ClearmlClient(ClearmlServers servers,
                             ClearmlCredentials credentials,
                             const Clock &clock,
                             HttpTransport transport,
                             ClearmlRetries retries)
    : ClearmlClient(std::move(servers),
                    std::move(credentials),
                    std::shared_ptr<const Clock>(std::shared_ptr<const Clock>(), &clock),
                    std::move(transport),
                    retries)
{
}

ClearmlClient::~ClearmlClient() = default;

bool ClearmlClient::isOurs(const QUrl &url) const
{
    return isUnder(url, m_servers.api) || isUnder(url, m_servers.files) ||
           isUnder(url, m_servers.web);
}

bool ClearmlClient::isOurHost(const QUrl &url) const
{
    return isAtHostOf(url, m_servers.api) || isAtHostOf(url, m_servers.files) ||
           isAtHostOf(url, m_servers.web);
}

/// The token's own times are the server's; ours may be wrong by hours. Only how long it holds and
/// how long we have it count.
bool ClearmlClient::hasFreshToken() const
{
    // Once stopped, the clock may be gone.
    if (!m_token || isStopped())
        return false;
    const qint64 lifetime = m_token->lifetimeSeconds();
    const qint64 margin = std::min(renewBefore, lifetime / 2);
    return lifetime == 0 || m_tokenSince.secsTo(m_clock->now()) < lifetime - margin;
}

HttpRequest ClearmlClient::apiRequest(const QString &endpoint,
                                      const QByteArray &authorization) const
{
    HttpRequest request;
    request.verb = "POST";
    request.url = QUrl(m_servers.api.toString(QUrl::StripTrailingSlash) + u'/' + endpoint);
    request.headers = {{"Authorization", authorization},
                       {"Content-Type", "application/json"},
                       {"X-Clearml-Client", "plotleaf-" PLOTLEAF_VERSION}};
    return request;
}

QCoro::Task<std::optional<Error>> ClearmlClient::askForToken()
{
    const QByteArray basic = (m_credentials.user + u':' + m_credentials.secret).toUtf8().toBase64();
    HttpRequest request = apiRequest(u"auth.login"_s, "Basic " + basic);
    request.body = "{}";
    const Result<HttpAnswer> answer = co_await m_http.send(std::move(request));
    if (!answer)
        co_return answer.error();
    noteRetryAfter(*answer);
    const Result<QJsonObject> data = readClearmlAnswer(u"auth.login"_s, *answer);
    if (!data)
        co_return data.error();
    const Result<ClearmlToken> token = readClearmlToken((*data)["token"_L1].toString().toLatin1());
    if (!token)
        co_return token.error();
    m_token = *token;
    m_tokenSince = m_clock->now();
    m_clockSkew = token->issued.isValid() ? m_tokenSince.secsTo(token->issued) : 0;
    co_return std::nullopt;
}

/// A token that holds and is not `refused`. Whoever comes while somebody signs in waits for that
/// one.
QCoro::Task<std::optional<Error>> ClearmlClient::freshToken(QByteArray refused)
{
    if (m_signingIn) {
        co_await qCoro(this, &ClearmlClient::signInEnded);
        co_return std::optional<Error>(m_signInError);
    }
    if (hasFreshToken() && m_token->text != refused)
        co_return std::nullopt;
    m_signingIn = true;
    m_signInError = co_await askForToken();
    m_signingIn = false;
    emit signInEnded();
    co_return std::optional<Error>(m_signInError);
}

QCoro::Task<Result<ClearmlToken>> ClearmlClient::signIn()
{
    const auto self = shared_from_this();
    const std::optional<Error> error = co_await freshToken({});
    if (error)
        co_return *error;
    // QCoro 0.8 moves out of what is returned, members too.
    co_return ClearmlToken(*m_token);
}

QCoro::Task<Result<HttpAnswer>> ClearmlClient::signedSend(Signed request)
{
    std::optional<Error> error = co_await freshToken({});
    if (error)
        co_return *error;
    const QByteArray token = m_token->text;
    Result<HttpAnswer> answer = co_await m_http.send(request(token));
    if (!answer || answer->status != 401)
        co_return answer;
    error = co_await freshToken(token);
    if (error)
        co_return *error;
    Result<HttpAnswer> second = co_await m_http.send(request(m_token->text));
    co_return second;
}

QCoro::Task<Result<QJsonObject>>
ClearmlClient::call(QString endpoint, QJsonObject body, ClearmlEffect effect, QString tenant)
{
    const auto self = shared_from_this();
    const auto request =
        [this, endpoint, effect, tenant,
         bytes = QJsonDocument(body).toJson(QJsonDocument::Compact)](const QByteArray &token) {
            HttpRequest made = apiRequest(endpoint, bearer(token));
            if (!tenant.isEmpty())
                made.headers.append({"X-Clearml-Tenant", tenant.toUtf8()});
            made.body = bytes;
            made.once = effect == ClearmlEffect::Writes;
            return made;
        };
    std::chrono::milliseconds wait = m_retries.firstPause;
    for (int attempt = 1;; ++attempt) {
        const Result<HttpAnswer> answer = co_await signedSend(request);
        Result<QJsonObject> data = answer ? readClearmlAnswer(endpoint, *answer) : answer.error();
        if (answer)
            noteRetryAfter(*answer);
        if (effect == ClearmlEffect::Writes || !mayWorkLater(data) ||
            attempt >= m_retries.attempts || retryAfter().isValid())
            co_return data;
        co_await m_http.pause(wait);
        wait = std::min(wait * 2, m_retries.longestPause);
    }
}

QCoro::Task<Result<ClearmlClient::Arrived>> ClearmlClient::followed(HttpRequest request)
{
    for (int left = mostRedirections;; --left) {
        const bool mayFollow = request.verb == "GET" && left > 0;
        Result<HttpAnswer> answer = Error{};
        if (isOurs(request.url)) {
            const auto withToken = [request](const QByteArray &token) {
                HttpRequest made = request;
                made.headers.append({"Authorization", bearer(token)});
                return made;
            };
            answer = co_await signedSend(withToken);
        } else {
            request.isElsewhere = !isOurHost(request.url);
            answer = co_await m_http.send(request);
        }
        if (!answer)
            co_return answer.error();
        if (!mayFollow || !isRedirection(*answer))
            co_return Arrived{*answer, request.url};
        const QUrl next = request.url.resolved(QUrl::fromEncoded(answer->header("Location")));
        const bool isWeb = next.scheme() == "https"_L1 || next.scheme() == "http"_L1;
        if (!isWeb || (request.url.scheme() == "https"_L1 && next.scheme() != "https"_L1))
            co_return Arrived{*answer, request.url};
        request.url = next;
    }
}

QCoro::Task<Result<HttpAnswer>>
ClearmlClient::files(HttpRequest request, ClearmlEffect effect, QString tenant)
{
    const auto self = shared_from_this();
    if (!tenant.isEmpty() && isOurs(request.url))
        request.url = withTenant(request.url, tenant);
    request.once = effect == ClearmlEffect::Writes;
    const QString place = QString::fromLatin1(request.verb) + u' ' + request.url.path();
    const Result<Arrived> arrived = co_await followed(std::move(request));
    if (!arrived)
        co_return arrived.error();
    const HttpAnswer &answer = arrived->answer;
    const bool isFromUs = isOurs(arrived->from);
    if (isFromUs)
        noteRetryAfter(answer);
    if (answer.status >= 200 && answer.status < 300)
        co_return HttpAnswer(answer);
    if (answer.status == 404)
        co_return Error{ErrorCode::NotFound, tr("The file is not on the server."), place};
    const QString words = QString::fromUtf8(answer.body.left(200)).simplified();
    Error error = clearmlError(place, {answer.status, 0, words});
    if (!isFromUs) {
        // Its refusals say nothing about our key or our rights on the server.
        error.message = tr("%1 refuses the file (%2)")
                            .arg(arrived->from.host(), QString::number(answer.status));
        if (error.code == ErrorCode::NotSignedIn)
            error.code = ErrorCode::NotAllowed;
    }
    co_return error;
}

QCoro::Task<Result<HttpAnswer>> ClearmlClient::cloudFile(CloudAddress address, qint64 mostBytes)
{
    const auto self = shared_from_this();
    if (!m_cloudFiles)
        co_return noCloudKey(address.place);
    auto reading = m_cloudFiles->read(m_http, address, mostBytes);
    Result<HttpAnswer> answer = co_await reading;
    co_return answer;
}

QDateTime ClearmlClient::retryAfter() const
{
    return m_retryAfter.isValid() && m_retryAfter > m_clock->now() ? m_retryAfter : QDateTime();
}

void ClearmlClient::noteRetryAfter(const HttpAnswer &answer)
{
    m_retryAfter = retryAfterOf(answer, m_clock->now());
}

} // namespace plotleaf
