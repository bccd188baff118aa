#pragma once

#include "core/services/remote/image_freshness.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace plotleaf {

/// Pictures from elsewhere on the disk, each with what is known of its freshness, in a folder that
/// may be deleted at any time. Nothing here fails: what cannot be read is not there, and what
/// cannot be written costs another request. Files are small and local; one thread.
class RemoteImageCache
{
public:
    struct Entry
    {
        QByteArray bytes;
        ImageFreshness freshness;
    };

    /// `folder` is made when needed. It holds at most `largest` bytes; the pictures that were
    /// fetched first go first.
    RemoteImageCache(QString folder, qint64 largest);

    std::optional<Entry> find(const QUrl &url) const;
    void keep(const QUrl &url, const Entry &entry) const;
    /// The bytes that are there have been looked after.
    void setFreshness(const QUrl &url, const ImageFreshness &freshness) const;

private:
    QString path(const QUrl &url) const;
    void removeOldest() const;

    const QString m_folder;
    const qint64 m_largest;
};

} // namespace plotleaf
