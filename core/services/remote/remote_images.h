#pragma once

#include "core/base/network_use.h"
#include "core/base/result.h"
#include "core/services/remote/remote_image_cache.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace plotleaf {

class Clock;

/// A picture from elsewhere. The type is what the bytes are, whatever the server said.
struct RemoteImage
{
    QString mimeType;
    QByteArray bytes;
};

/// Fetches pictures from the network for reports whose reader allowed it, because the page itself
/// never has a network, and keeps them on disk. No cookies, no passwords, nothing but GET; at most
/// `largestImage` bytes and `mostPixels`; a redirection may not leave https, or leave the host
/// without it, or lead into the local network, see setConsent(). What belongs to a server that the
/// person added is read from there, see setOwner(). Lives on one thread and never blocks it (files
/// are small and local).
///
/// What is on the disk and no longer fresh (ImageFreshness) is asked for again, and is shown where
/// the answer fails or lets wait.
class RemoteImages : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestImage = 20LL * 1024 * 1024;
    static constexpr qint64 mostPixels = 100'000'000;
    /// What the folder may hold; the pictures that were fetched first go first.
    static constexpr qint64 largestCache = 200LL * 1024 * 1024;

    /// How long what is on the disk is held back for what may be newer.
    static constexpr std::chrono::milliseconds patience{1000};

    /// `cacheFolder` is made when needed and may be deleted at any time. `clock` must outlive this.
    RemoteImages(QString cacheFolder, const Clock &clock, QObject *parent = nullptr);
    ~RemoteImages() override;

    /// Asked for each address that is not on the disk or not fresh: the bytes of a file that
    /// somebody knows better how to get (with the right to read it); nothing: it is as any other on
    /// the web.
    using Owner = std::function<std::optional<QFuture<Result<QByteArray>>>(const QUrl &url)>;
    void setOwner(Owner owner) { m_owner = std::move(owner); }

    /// Whether the person allowed the very host of an address. Without it nobody's server may send
    /// us to one on this machine or in the network around it (isLocalNetwork()).
    using Consent = std::function<bool(const QUrl &url)>;
    void setConsent(Consent consent) { m_consent = std::move(consent); }

    /// While the person works offline only what is on the disk is shown.
    void setNetworkUse(NetworkUsePtr use) { m_use = std::move(use); }

    /// A picture in a file of ours. Errors: Io, LimitExceeded, Damaged.
    static Result<RemoteImage> read(const QString &path);

    /// From the disk where it is fresh, or else from the network; one request for all who ask for
    /// the same address. Errors: InvalidInput (no http or https address), Network, Timeout,
    /// LimitExceeded, Damaged (not a picture that can be shown).
    QFuture<Result<RemoteImage>> fetch(const QUrl &url);

private:
    struct Download;
    struct Fetched;

    void start(const QUrl &url, const std::shared_ptr<Download> &download);
    void get(const QUrl &url, const std::shared_ptr<Download> &download);
    void checkRedirection(QNetworkReply *reply, const QUrl &from, const QUrl &to);
    void finish(const QUrl &url, Download &download);
    void succeed(const QUrl &url, Download &download, const Fetched &fetched);
    void fail(const QUrl &url, Download &download, const Error &error);

    const RemoteImageCache m_cache;
    const Clock &m_clock;
    Owner m_owner;
    Consent m_consent;
    NetworkUsePtr m_use;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QHash<QUrl, std::shared_ptr<Download>> m_downloads;
};

} // namespace plotleaf
