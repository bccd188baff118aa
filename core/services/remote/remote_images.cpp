#include "core/services/remote/remote_images.h"

#include "core/base/clock.h"
#include "core/base/when_done.h"
#include "core/services/remote/image_type.h"
#include "core/services/remote/local_network.h"

#include <QFile>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int transferTimeout = 30'000; // milliseconds without progress
constexpr int mostRedirects = 5;
constexpr int notModified = 304;

QNetworkRequest imageRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "image/*");
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Plotleaf"_s);
    request.setTransferTimeout(transferTimeout);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    return request;
}

bool isFetchable(const QUrl &url)
{
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty();
}

/// The reader allowed one host. Another may take its place (picture servers do that), but not one
/// that could be anybody's: without https a name proves nothing.
bool mayRedirect(const QUrl &from, const QUrl &to)
{
    if (!isFetchable(to) || (from.scheme() == "https"_L1 && to.scheme() != "https"_L1))
        return false;
    return to.host() == from.host() || to.scheme() == "https"_L1;
}

Result<RemoteImage> checkedImage(const QByteArray &bytes)
{
    const Result<QString> type = imageTypeOf(bytes, RemoteImages::mostPixels);
    if (!type)
        return type.error();
    return RemoteImage{*type, bytes};
}

Error networkError(const QNetworkReply &reply)
{
    const bool timedOut = reply.error() == QNetworkReply::OperationCanceledError ||
                          reply.error() == QNetworkReply::TimeoutError;
    return {timedOut ? ErrorCode::Timeout : ErrorCode::Network,
            RemoteImages::tr("The picture cannot be fetched from %1: %2")
                .arg(reply.url().host(), reply.errorString()),
            {}};
}

} // namespace

/// A picture and how long it is good.
struct RemoteImages::Fetched
{
    RemoteImage image;
    ImageFreshness freshness;
};

struct RemoteImages::Download
{
    /// One for each who asked: whoever takes the result out of a future takes it from its copies.
    std::vector<QPromise<Result<RemoteImage>>> promises;
    std::unique_ptr<QNetworkReply> reply; ///< null: its owner gets it
    std::optional<Fetched> kept;          ///< is on the disk
    bool isLate = false;                  ///< `kept` is shown meanwhile
    bool tooLarge = false;

    void answer(const Result<RemoteImage> &image)
    {
        for (auto &promise : promises) {
            promise.addResult(image);
            promise.finish();
        }
        promises.clear();
    }
};

RemoteImages::RemoteImages(QString cacheFolder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_cache(std::move(cacheFolder), largestCache)
    , m_clock(clock)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
}

RemoteImages::~RemoteImages()
{
    // Their replies would still want to tell us.
    for (const auto &download : std::as_const(m_downloads)) {
        if (download->reply)
            download->reply->disconnect(this);
    }
}

QFuture<Result<RemoteImage>> RemoteImages::fetch(const QUrl &url)
{
    if (!isFetchable(url)) {
        return QtFuture::makeReadyFuture<Result<RemoteImage>>(
            Error{ErrorCode::InvalidInput,
                  tr("“%1” is not the address of a picture on the web.").arg(url.toDisplayString()),
                  {}});
    }
    std::optional<Fetched> kept;
    if (const auto entry = m_cache.find(url)) {
        if (const Result<RemoteImage> image = checkedImage(entry->bytes))
            kept = Fetched{*image, entry->freshness};
    }
    std::shared_ptr<Download> download = m_downloads.value(url);
    const bool isLate = download && download->isLate;
    if (kept && (isLate || kept->freshness.isFresh(m_clock.now())))
        return QtFuture::makeReadyFuture(Result<RemoteImage>(kept->image));
    if (const Result<void> may = mayLookUp(m_use); !may && !download) {
        return QtFuture::makeReadyFuture(kept ? Result<RemoteImage>(kept->image)
                                              : Result<RemoteImage>(may.error()));
    }
    if (!download) {
        download = std::make_shared<Download>();
        download->kept = std::move(kept);
        m_downloads.insert(url, download);
        start(url, download);
    }
    download->promises.emplace_back();
    download->promises.back().start();
    return download->promises.back().future();
}

Result<RemoteImage> RemoteImages::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, tr("The picture cannot be read."), file.errorString()};
    return checkedImage(file.readAll());
}

void RemoteImages::start(const QUrl &url, const std::shared_ptr<Download> &download)
{
    if (download->kept) {
        QTimer::singleShot(patience, this, [late = std::weak_ptr<Download>(download)] {
            const auto waiting = late.lock();
            if (!waiting)
                return;
            waiting->isLate = true;
            waiting->answer(waiting->kept->image);
        });
    }
    const auto owned = m_owner ? m_owner(url) : std::nullopt;
    if (!owned)
        return get(url, download);
    whenDone(*owned, this, [this, url](const Result<QByteArray> &bytes) {
        const auto finished = m_downloads.take(url);
        if (!finished)
            return;
        const Result<RemoteImage> image = bytes ? checkedImage(*bytes) : bytes.error();
        if (image)
            succeed(url, *finished, {*image, ImageFreshness(m_clock.now())});
        else
            fail(url, *finished, image.error());
    });
}

void RemoteImages::get(const QUrl &url, const std::shared_ptr<Download> &download)
{
    QNetworkRequest request = imageRequest(url);
    if (download->kept)
        download->kept->freshness.askForChanges(request);
    download->reply.reset(m_network->get(request));
    QNetworkReply *reply = download->reply.get();
    connect(reply, &QNetworkReply::redirected, this,
            [this, reply, url](const QUrl &target) { checkRedirection(reply, url, target); });
    connect(reply, &QNetworkReply::downloadProgress, this,
            [reply, download = download.get()](qint64 received, qint64 total) {
                if (std::max(received, total) <= largestImage)
                    return;
                download->tooLarge = true;
                reply->abort();
            });
    connect(reply, &QNetworkReply::finished, this, [this, url] {
        if (const auto finished = m_downloads.take(url))
            finish(url, *finished);
    });
}

void RemoteImages::checkRedirection(QNetworkReply *reply, const QUrl &from, const QUrl &to)
{
    if (!mayRedirect(from, to))
        return reply->abort();
    if (to.host() == from.host() || (m_consent && m_consent(to))) {
        emit reply->redirectAllowed();
        return;
    }
    // A name can lead here as well as an address. It cannot lead elsewhere a moment later: with
    // https a server has to prove its name.
    QHostInfo::lookupHost(to.host(), reply, [reply](const QHostInfo &host) {
        const QList<QHostAddress> addresses = host.addresses();
        if (std::ranges::any_of(addresses, isLocalNetwork))
            reply->abort();
        else
            emit reply->redirectAllowed();
    });
}

void RemoteImages::finish(const QUrl &url, Download &download)
{
    // We are inside a signal of it.
    QNetworkReply &reply = *download.reply.release();
    reply.deleteLater();
    if (download.tooLarge) {
        return fail(url, download,
                    {ErrorCode::LimitExceeded,
                     tr("The picture is larger than %1 MB.").arg(largestImage / 1024 / 1024),
                     {}});
    }
    if (reply.error() != QNetworkReply::NoError)
        return fail(url, download, networkError(reply));
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == notModified && download.kept) {
        m_cache.setFreshness(url, download.kept->freshness.renewed(reply, m_clock.now()));
        return download.answer(download.kept->image);
    }
    if (const Result<RemoteImage> image = checkedImage(reply.readAll()))
        succeed(url, download, {*image, ImageFreshness(reply, m_clock.now())});
    else
        fail(url, download, image.error());
}

void RemoteImages::succeed(const QUrl &url, Download &download, const Fetched &fetched)
{
    m_cache.keep(url, {fetched.image.bytes, fetched.freshness});
    download.answer(fetched.image);
}

/// A picture that was there once is better than none.
void RemoteImages::fail(const QUrl &url, Download &download, const Error &error)
{
    if (!download.kept)
        return download.answer(error);
    m_cache.setFreshness(url, download.kept->freshness.putOff(m_clock.now()));
    download.answer(download.kept->image);
}

} // namespace plotleaf
