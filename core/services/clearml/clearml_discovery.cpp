#include "core/services/clearml/clearml_discovery.h"

#include "core/services/clearml/clearml_answer.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct PortSet
{
    int web;
    int api;
    int files;
};

constexpr std::array usualPorts = {PortSet{8080, 8008, 8081}, PortSet{30080, 30008, 30081}};

/// Where the web app's proxy has the two others.
constexpr auto proxiedApi = "/api"_L1;
constexpr auto proxiedFiles = "/files"_L1;

QUrl withPort(QUrl url, int port)
{
    url.setPort(port);
    url.setPath({});
    return url;
}

QUrl withHostPrefix(QUrl url, const QString &from, const QString &to)
{
    if (!url.host().startsWith(from))
        return {};
    url.setHost(to + url.host().mid(from.size()));
    url.setPath({});
    return url;
}

QUrl below(const QUrl &base, const QString &path)
{
    return QUrl(base.toString(QUrl::StripTrailingSlash) + path);
}

/// The path in front of the web app's own pages.
QString pathBeforePages(const QString &path)
{
    QString result = path;
    for (const QString &page :
         {u"/reports"_s, u"/projects"_s, u"/dashboard"_s, u"/login"_s, u"/settings"_s,
          u"/widgets"_s, u"/compare-tasks"_s, u"/workers-and-queues"_s, u"/datasets"_s,
          u"/pipelines"_s, u"/endpoints"_s}) {
        const QString closed = result + u'/';
        const qsizetype at = closed.indexOf(page + u'/');
        if (at >= 0)
            result.truncate(at);
    }
    return result;
}

/// Addresses of the API and of the files go back to the web app's.
QUrl webOf(QUrl url)
{
    for (const PortSet &ports : usualPorts) {
        if (url.port() == ports.api || url.port() == ports.files)
            return withPort(url, ports.web);
    }
    for (const auto &[from, to] : {std::pair(u"api."_s, u"app."_s),
                                   {u"files."_s, u"app."_s},
                                   {u"demoapi."_s, u"demoapp."_s},
                                   {u"demofiles."_s, u"demoapp."_s}}) {
        QUrl web = withHostPrefix(url, from, to);
        if (!web.isEmpty())
            return web;
    }
    for (const auto &proxied : {proxiedApi, proxiedFiles}) {
        if (url.path().endsWith(proxied))
            url.setPath(url.path().chopped(proxied.size()));
    }
    return url;
}

QUrl withoutLastSlashes(QUrl url)
{
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

/// Addresses to be tried, and why others, which somebody configured, are not.
struct Candidates
{
    QVector<QUrl> urls;
    QVector<Error> refused;
};

void addCandidate(Candidates &list, const QUrl &address)
{
    const QUrl url = withoutLastSlashes(address);
    if (url.isEmpty() || url.host().isEmpty() || list.urls.contains(url))
        return;
    if (url.userInfo().isEmpty())
        list.urls.append(url);
    else
        list.refused.append(secretInClearmlAddress(url));
}

/// One of the two servers beside the web app, as it is configured and as it is usually found.
struct Neighbour
{
    QLatin1String configured; ///< key of the web app's configuration
    QLatin1String displayed;  ///< the same, below displayedServerUrls
    QString path;             ///< of the web app's proxy
    int PortSet::*port;
    QString host; ///< what stands instead of "app."
};

Candidates candidates(const QUrl &web, const QJsonObject &configuration, const Neighbour &neighbour)
{
    Candidates list;
    const QString configured = configuration[neighbour.configured].toString();
    if (!configured.isEmpty())
        addCandidate(list, below(web, u"/"_s).resolved(QUrl(configured)));
    addCandidate(list,
                 QUrl(configuration["displayedServerUrls"_L1][neighbour.displayed].toString()));
    addCandidate(list, below(web, neighbour.path));
    for (const PortSet &ports : usualPorts) {
        if (web.port() == ports.web)
            addCandidate(list, withPort(web, ports.*neighbour.port));
    }
    addCandidate(list, withHostPrefix(web, u"app."_s, neighbour.host + u'.'));
    addCandidate(list, withHostPrefix(web, u"demoapp."_s, u"demo"_s + neighbour.host + u'.'));
    return list;
}

Candidates apiCandidates(const QUrl &web, const QJsonObject &configuration)
{
    Candidates list = candidates(
        web, configuration, {"apiBaseUrl"_L1, "apiServer"_L1, proxiedApi, &PortSet::api, u"api"_s});
    addCandidate(list, withPort(web, usualPorts.front().api));
    addCandidate(list, web);
    return list;
}

Candidates fileCandidates(const QUrl &web, const QJsonObject &configuration)
{
    return candidates(
        web, configuration,
        {"fileBaseUrl"_L1, "filesServer"_L1, proxiedFiles, &PortSet::files, u"files"_s});
}

QCoro::Task<QJsonObject> webConfiguration(std::shared_ptr<HttpSession> session, QUrl web)
{
    const Result<HttpAnswer> answer =
        co_await session->send(clearmlProbe("GET", below(web, u"/configuration.json"_s)));
    const QJsonDocument document = answer ? QJsonDocument::fromJson(answer->body) : QJsonDocument();
    co_return document.object();
}

QCoro::Task<QUrl> findFiles(std::shared_ptr<HttpSession> session, QVector<QUrl> candidates)
{
    for (const QUrl &files : candidates) {
        const Result<HttpAnswer> answer =
            co_await session->send(clearmlProbe("GET", below(files, u"/"_s)));
        if (answer && answer->status == 200 && answer->body.trimmed() == "OK")
            co_return QUrl(files);
    }
    co_return QUrl();
}

QCoro::Task<Result<FoundClearml>> lookBehind(std::shared_ptr<HttpSession> session, QUrl web)
{
    const QJsonObject configuration = co_await webConfiguration(session, web);
    FoundClearml found;
    Error worst{ErrorCode::NotFound, {}, {}};
    const Candidates apis = apiCandidates(web, configuration);
    const Candidates fileServers = fileCandidates(web, configuration);
    for (const Error &refused : apis.refused + fileServers.refused)
        found.notes << refused.message;
    if (!apis.refused.isEmpty())
        worst = apis.refused.first();
    for (const QUrl &api : apis.urls) {
        const Result<QJsonObject> modes = co_await clearmlSignInModes(session, api);
        if (!modes) {
            found.notes << api.toString() + u": "_s + modes.error().message;
            if (modes.error().code == ErrorCode::NotTrusted)
                worst = modes.error();
            continue;
        }
        found.notes << QCoreApplication::translate("plotleaf::ClearmlDiscovery",
                                                   "%1: the API answers")
                           .arg(api.toString());
        found.hasPasswords = (*modes)["basic"_L1]["enabled"_L1].toBool();
        const QUrl files = co_await findFiles(session, fileServers.urls);
        found.servers = completedClearmlServers({api, web, files});
        co_return found;
    }
    if (worst.message.isEmpty())
        worst.message = QCoreApplication::translate("plotleaf::ClearmlDiscovery",
                                                    "No ClearML server was found at %1.")
                            .arg(web.toString());
    if (worst.detail.isEmpty())
        worst.detail = found.notes.join(u'\n');
    co_return worst;
}

} // namespace

HttpRequest clearmlProbe(const QByteArray &verb, const QUrl &url)
{
    HttpRequest request;
    request.verb = verb;
    request.url = url;
    request.largestAnswer = 1024 * 1024;
    if (verb == "POST") {
        request.headers = {{"Content-Type", "application/json"}};
        request.body = "{}";
    }
    return request;
}

QCoro::Task<Result<QJsonObject>> clearmlSignInModes(std::shared_ptr<HttpSession> session, QUrl api)
{
    const QString endpoint = u"login.supported_modes"_s;
    const Result<HttpAnswer> answer =
        co_await session->send(clearmlProbe("POST", below(api, u'/' + endpoint)));
    if (!answer)
        co_return answer.error();
    Result<QJsonObject> modes = readClearmlAnswer(endpoint, *answer);
    co_return modes;
}

Result<QVector<QUrl>> clearmlWebAddresses(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool hasScheme = trimmed.contains("://"_L1);
    Candidates addresses;
    // A name without scheme may be either; what can be trusted comes first.
    for (const QString &scheme :
         hasScheme ? QStringList{QString()} : QStringList{u"https://"_s, u"http://"_s}) {
        QUrl url(scheme + trimmed, QUrl::StrictMode);
        if (!url.userInfo().isEmpty())
            return secretInClearmlAddress(url);
        const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        if (!url.isValid() || url.host().isEmpty() || !isWeb) {
            return Error{ErrorCode::InvalidInput,
                         QCoreApplication::translate("plotleaf::ClearmlDiscovery",
                                                     "“%1” is not the address of a server.")
                             .arg(trimmed),
                         {}};
        }
        url.setQuery(QString());
        url.setFragment({});
        const QString path = pathBeforePages(url.path());
        url.setPath(path == "/"_L1 ? QString() : path);
        addCandidate(addresses, webOf(url.adjusted(QUrl::StripTrailingSlash)));
    }
    return addresses.urls;
}

ClearmlServers completedClearmlServers(ClearmlServers servers)
{
    if (servers.web.isEmpty() && !servers.api.isEmpty())
        servers.web = webOf(servers.api);
    if (servers.api.isEmpty() && !servers.web.isEmpty())
        servers.api = apiCandidates(servers.web, {}).urls.value(1);
    if (servers.files.isEmpty() && !servers.web.isEmpty()) {
        const QUrl byName = withHostPrefix(servers.web, u"app."_s, u"files."_s);
        if (servers.api == below(servers.web, proxiedApi))
            servers.files = below(servers.web, proxiedFiles);
        else
            servers.files =
                !byName.isEmpty() ? byName : withPort(servers.web, usualPorts.front().files);
    }
    return servers;
}

QCoro::Task<Result<FoundClearml>> discoverClearml(std::shared_ptr<HttpSession> session,
                                                  QString address)
{
    const Result<QVector<QUrl>> addresses = clearmlWebAddresses(address);
    if (!addresses)
        co_return addresses.error();
    Result<FoundClearml> found = Error{};
    for (const QUrl &web : *addresses) {
        found = co_await lookBehind(session, web);
        if (found || found.error().code == ErrorCode::NotTrusted)
            break;
    }
    co_return found;
}

} // namespace plotleaf
