#include "ui/page/page_scheme_handler.h"

#include "core/base/when_done.h"
#include "ui/page/mime_types.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QUrlQuery>
#include <QWebEngineUrlRequestJob>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// The shell itself, and the first load of it, which nobody initiates. Opaque origins ("null") are
/// neither.
bool isFromShell(const QWebEngineUrlRequestJob &job)
{
    const QUrl initiator = job.initiator();
    if (initiator.isEmpty())
        return true;
    return initiator.scheme() == "plotleaf"_L1 && initiator.host() == "page"_L1;
}

void replyBytes(QWebEngineUrlRequestJob *job, const QByteArray &type, const QByteArray &bytes)
{
    auto *buffer = new QBuffer(job);
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    job->reply(type, buffer);
}

void replyMedia(QWebEngineUrlRequestJob *job, const std::optional<MediaBytes> &media)
{
    if (media && MimeTypes::isServable(media->mimeType))
        replyBytes(job, media->mimeType.toUtf8(), media->bytes);
    else
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

void replyFile(QWebEngineUrlRequestJob *job, const QByteArray &type, const QString &path)
{
    auto *file = new QFile(path, job);
    if (type.isEmpty() || !file->open(QIODevice::ReadOnly)) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    job->reply(type, file);
}

} // namespace

PageSchemeHandler::PageSchemeHandler(PageResources resources, QObject *parent)
    : QWebEngineUrlSchemeHandler(parent), m_resources(std::move(resources))
{
}

QString PageSchemeHandler::safePath(const QUrl &url)
{
    // Decoded once, then looked at: "%2e%2e%2f" and "..\" are as bad as "../".
    const QString path = url.path(QUrl::FullyDecoded).mid(1);
    if (path.startsWith(u'/') || path.contains(u'\\') || path.contains(QChar::Null))
        return {};
    const QStringList parts = path.split(u'/');
    return parts.contains(u".."_s) || parts.contains(u"."_s) ? QString() : path;
}

void PageSchemeHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    if (job->requestMethod() != "GET" || !isFromShell(*job)) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    const QUrl url = job->requestUrl();
    const QString host = url.host();
    if (host == "page"_L1)
        replyPage(job);
    else if (host == "asset"_L1)
        replyAsset(job, safePath(url));
    else if (host == "media"_L1)
        replyMedia(job, m_resources.media ? m_resources.media(safePath(url)) : std::nullopt);
    else if (host == "remote"_L1 && m_resources.remote)
        replyRemote(job, QUrl(QUrlQuery(url).queryItemValue(u"url"_s, QUrl::FullyDecoded)));
    else
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

void PageSchemeHandler::replyPage(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    QString name = safePath(url);
    if (name.isEmpty() && url.path() == "/"_L1)
        name = u"index.html"_s;
    replyFile(job, MimeTypes::ofPageFile(name), u":/web/"_s + name);
}

void PageSchemeHandler::replyAsset(QWebEngineUrlRequestJob *job, const QString &name)
{
    const QString path =
        name.isEmpty() || !m_resources.assetPath ? QString() : m_resources.assetPath(name);
    if (path.isEmpty())
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    else
        replyFile(job, MimeTypes::ofAsset(name), path);
}

void PageSchemeHandler::replyRemote(QWebEngineUrlRequestJob *job, const QUrl &url)
{
    whenDone(m_resources.remote(url), job, [job](const Result<RemoteImage> &image) {
        replyMedia(job,
                   image ? std::optional(MediaBytes{image->mimeType, image->bytes}) : std::nullopt);
    });
}

} // namespace plotleaf
