#include "core/services/remote/remote_images.h"

#include "core/base/durable_file.h"
#include "core/base/when_done.h"
#include "core/services/remote/image_type.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>

#include <vector>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int transferTimeout = 30'000; // milliseconds without progress
constexpr int mostRedirects = 5;

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

struct RemoteImages::Download
{
    /// One for each who asked: whoever takes the result out of a future takes it from its copies.
    std::vector<QPromise<Result<RemoteImage>>> promises;
    std::unique_ptr<QNetworkReply> reply; ///< null: its owner gets it
    bool tooLarge = false;
};

RemoteImages::RemoteImages(QString cacheFolder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(cacheFolder))
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

QString RemoteImages::cachePath(const QUrl &url) const
{
    const QByteArray name =
        QCryptographicHash::hash(url.toEncoded(QUrl::RemoveFragment), QCryptographicHash::Sha256)
            .toHex();
    return QDir(m_folder).filePath(QString::fromLatin1(name));
}

QFuture<Result<RemoteImage>> RemoteImages::fetch(const QUrl &url)
{
    if (!isFetchable(url)) {
        return QtFuture::makeReadyFuture<Result<RemoteImage>>(
            Error{ErrorCode::InvalidInput,
                  tr("“%1” is not the address of a picture on the web.").arg(url.toDisplayString()),
                  {}});
    }
    QFile file(cachePath(url));
    if (file.open(QIODevice::ReadOnly)) {
        if (Result<RemoteImage> image = checkedImage(file.readAll()))
            return QtFuture::makeReadyFuture(image);
    }
    auto &download = m_downloads[url];
    if (!download) {
        download = std::make_shared<Download>();
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
    const auto owned = m_owner ? m_owner(url) : std::nullopt;
    if (!owned)
        return get(url, download);
    whenDone(*owned, this, [this, url](const Result<QByteArray> &bytes) {
        if (const auto finished = m_downloads.take(url))
            answer(url, *finished, bytes ? checkedImage(*bytes) : bytes.error());
    });
}

void RemoteImages::get(const QUrl &url, const std::shared_ptr<Download> &download)
{
    download->reply.reset(m_network->get(imageRequest(url)));
    QNetworkReply *reply = download->reply.get();
    connect(reply, &QNetworkReply::redirected, this, [reply, url](const QUrl &target) {
        if (mayRedirect(url, target))
            emit reply->redirectAllowed();
        else
            reply->abort();
    });
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

void RemoteImages::finish(const QUrl &url, Download &download)
{
    // We are inside a signal of it.
    QNetworkReply &reply = *download.reply.release();
    reply.deleteLater();
    const auto image = [&]() -> Result<RemoteImage> {
        if (download.tooLarge) {
            return Error{ErrorCode::LimitExceeded,
                         tr("The picture is larger than %1 MB.").arg(largestImage / 1024 / 1024),
                         {}};
        }
        if (reply.error() != QNetworkReply::NoError)
            return networkError(reply);
        return checkedImage(reply.readAll());
    }();
    answer(url, download, image);
}

void RemoteImages::answer(const QUrl &url, Download &download, const Result<RemoteImage> &image)
{
    if (image)
        keep(url, *image);
    for (auto &promise : download.promises) {
        promise.addResult(image);
        promise.finish();
    }
}

void RemoteImages::keep(const QUrl &url, const RemoteImage &image)
{
    // A cache that cannot be written costs another request, nothing else.
    if (QDir().mkpath(m_folder) && writeDurably(cachePath(url), image.bytes))
        removeOldest();
}

void RemoteImages::removeOldest() const
{
    const QDir folder(m_folder);
    qint64 total = 0;
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files, QDir::Time)) {
        total += file.size();
        if (total > largestCache)
            QFile::remove(file.filePath());
    }
}

} // namespace plotleaf
