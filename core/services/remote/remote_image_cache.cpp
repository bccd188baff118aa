#include "core/services/remote/remote_image_cache.h"

#include "core/base/durable_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plotleaf {

namespace {

const QLatin1String freshnessSuffix(".freshness");

} // namespace

RemoteImageCache::RemoteImageCache(QString folder, qint64 largest)
    : m_folder(std::move(folder)), m_largest(largest)
{
}

QString RemoteImageCache::path(const QUrl &url) const
{
    const QByteArray name =
        QCryptographicHash::hash(url.toEncoded(QUrl::RemoveFragment), QCryptographicHash::Sha256)
            .toHex();
    return QDir(m_folder).filePath(QString::fromLatin1(name));
}

std::optional<RemoteImageCache::Entry> RemoteImageCache::find(const QUrl &url) const
{
    QFile file(path(url));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Entry entry{file.readAll(), {}};
    if (QFile facts(path(url) + freshnessSuffix); facts.open(QIODevice::ReadOnly))
        entry.freshness = ImageFreshness::fromJson(facts.readAll());
    return entry;
}

void RemoteImageCache::keep(const QUrl &url, const Entry &entry) const
{
    // Facts of other bytes must not stay with these, whatever happens in between.
    QFile::remove(path(url) + freshnessSuffix);
    if (!QDir().mkpath(m_folder) || !writeDurably(path(url), entry.bytes))
        return;
    setFreshness(url, entry.freshness);
    removeOldest();
}

void RemoteImageCache::setFreshness(const QUrl &url, const ImageFreshness &freshness) const
{
    (void)writeDurably(path(url) + freshnessSuffix, freshness.toJson());
}

void RemoteImageCache::removeOldest() const
{
    const QDir folder(m_folder);
    qint64 total = 0;
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files, QDir::Time)) {
        if (file.fileName().endsWith(freshnessSuffix))
            continue;
        total += file.size();
        if (total <= m_largest)
            continue;
        QFile::remove(file.filePath());
        QFile::remove(file.filePath() + freshnessSuffix);
    }
}

} // namespace plotleaf
