#pragma once

#include "core/panels/panel_feeds.h"

#include <QHash>
#include <QMutex>

#include <memory>
#include <vector>

namespace plotleaf {

using MediaPin = std::shared_ptr<const MediaBytes>;

/// The media files behind the addresses that figures hold. Keeps none alive itself: whoever shows a
/// figure holds its pins. Equal bytes have equal addresses, so a figure made again is equal.
/// Callable from any thread.
class MediaShelf
{
public:
    struct Shelved
    {
        QString address; ///< plotleaf://media/…
        MediaPin pin;
    };

    Shelved put(const QString &mimeType, const QByteArray &bytes);
    /// `path`: what follows the host in an address, with or without its slash.
    std::optional<MediaBytes> find(const QString &path) const;

private:
    mutable QMutex m_mutex;
    QHash<QString, std::weak_ptr<const MediaBytes>> m_shelf;
};

/// Collects what one figure refers to.
class MediaPins
{
public:
    explicit MediaPins(MediaShelf &shelf) : m_shelf(shelf) {}

    QString add(const QString &mimeType, const QByteArray &bytes);
    std::vector<MediaPin> take() { return std::move(m_pins); }

private:
    MediaShelf &m_shelf;
    std::vector<MediaPin> m_pins;
};

} // namespace plotleaf
