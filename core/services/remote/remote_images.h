#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace plotleaf {

/// A picture from elsewhere. The type is what the bytes are, whatever the server said.
struct RemoteImage
{
    QString mimeType;
    QByteArray bytes;
};

/// Fetches pictures from the network for reports whose reader allowed it, because the page itself
/// never has a network, and keeps them on disk. No cookies, no passwords, nothing but GET; at most
/// `largestImage` bytes and `mostPixels`; a redirection may not leave https, or leave the host
/// without it. What belongs to a server that the person added is read from there, see setOwner().
/// Lives on one thread and never blocks it (files are small and local).
class RemoteImages : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestImage = 20LL * 1024 * 1024;
    static constexpr qint64 mostPixels = 100'000'000;
    /// What the folder may hold; the pictures that were fetched first go first.
    static constexpr qint64 largestCache = 200LL * 1024 * 1024;

    /// `cacheFolder` is made when needed and may be deleted at any time.
    explicit RemoteImages(QString cacheFolder, QObject *parent = nullptr);
    ~RemoteImages() override;

    /// Asked for each address that is not on the disk: the bytes of a file that somebody knows
    /// better how to get (with the right to read it); nothing: it is as any other on the web.
    using Owner = std::function<std::optional<QFuture<Result<QByteArray>>>(const QUrl &url)>;
    void setOwner(Owner owner) { m_owner = std::move(owner); }

    /// A picture in a file of ours. Errors: Io, LimitExceeded, Damaged.
    static Result<RemoteImage> read(const QString &path);

    /// From the disk, or else from the network; one request for all who ask for the same address.
    /// Errors: InvalidInput (no http or https address), Network, Timeout, LimitExceeded, Damaged
    /// (not a picture that can be shown).
    QFuture<Result<RemoteImage>> fetch(const QUrl &url);

private:
    struct Download;

    QString cachePath(const QUrl &url) const;
    void start(const QUrl &url, const std::shared_ptr<Download> &download);
    void get(const QUrl &url, const std::shared_ptr<Download> &download);
    void finish(const QUrl &url, Download &download);
    void answer(const QUrl &url, Download &download, const Result<RemoteImage> &image);
    void keep(const QUrl &url, const RemoteImage &image);
    void removeOldest() const;

    QString m_folder;
    Owner m_owner;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QHash<QUrl, std::shared_ptr<Download>> m_downloads;
};

} // namespace plotleaf
