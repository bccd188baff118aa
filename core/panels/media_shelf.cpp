#include "core/panels/media_shelf.h"

#include <QCryptographicHash>

namespace plotleaf {

namespace {

QString mediaId(const QString &mimeType, const QByteArray &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(mimeType.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex().first(32));
}

} // namespace

MediaShelf::Shelved MediaShelf::put(const QString &mimeType, const QByteArray &bytes)
{
    const QString id = mediaId(mimeType, bytes);
    const QMutexLocker lock(&m_mutex);
    MediaPin pin = m_shelf.value(id).lock();
    if (!pin) {
        m_shelf.removeIf(
            [](const std::pair<const QString &, std::weak_ptr<const MediaBytes> &> &entry) {
                return entry.second.expired();
            });
        pin = std::make_shared<const MediaBytes>(MediaBytes{mimeType, bytes});
        m_shelf.insert(id, pin);
    }
    return {QStringLiteral("plotleaf://media/") + id, pin};
}

std::optional<MediaBytes> MediaShelf::find(const QString &path) const
{
    const QString id = path.startsWith(QLatin1Char('/')) ? path.mid(1) : path;
    const QMutexLocker lock(&m_mutex);
    const MediaPin pin = m_shelf.value(id).lock();
    return pin ? std::optional(*pin) : std::nullopt;
}

QString MediaPins::add(const QString &mimeType, const QByteArray &bytes)
{
    MediaShelf::Shelved shelved = m_shelf.put(mimeType, bytes);
    m_pins.push_back(std::move(shelved.pin));
    return shelved.address;
}

} // namespace plotleaf
