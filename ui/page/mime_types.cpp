#include "ui/page/mime_types.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace plotleaf {

namespace {

struct MimeEntry
{
    const char *suffix;
    const char *type;
};

constexpr std::array pageTypes{
    MimeEntry{"html", "text/html"}, MimeEntry{"css", "text/css"}, MimeEntry{"woff2", "font/woff2"},
    MimeEntry{"woff", "font/woff"}, MimeEntry{"ttf", "font/ttf"}, MimeEntry{"svg", "image/svg+xml"},
    MimeEntry{"png", "image/png"},
};

constexpr std::array assetTypes{
    MimeEntry{"png", "image/png"},   MimeEntry{"jpg", "image/jpeg"},
    MimeEntry{"jpeg", "image/jpeg"}, MimeEntry{"gif", "image/gif"},
    MimeEntry{"webp", "image/webp"}, MimeEntry{"avif", "image/avif"},
    MimeEntry{"bmp", "image/bmp"},   MimeEntry{"svg", "image/svg+xml"},
    MimeEntry{"wav", "audio/wav"},   MimeEntry{"mp3", "audio/mpeg"},
    MimeEntry{"ogg", "audio/ogg"},   MimeEntry{"flac", "audio/flac"},
    MimeEntry{"webm", "video/webm"}, MimeEntry{"mp4", "video/mp4"},
    MimeEntry{"ogv", "video/ogg"},
};

template <size_t size>
QByteArray typeOfSuffix(const std::array<MimeEntry, size> &entries, const QString &name)
{
    const QByteArray suffix = QFileInfo(name).suffix().toLower().toUtf8();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const MimeEntry &entry) { return suffix == entry.suffix; });
    return found == entries.end() ? QByteArray() : QByteArray(found->type);
}

} // namespace

QByteArray MimeTypes::ofPageFile(const QString &name)
{
    return typeOfSuffix(pageTypes, name);
}

QByteArray MimeTypes::ofAsset(const QString &name)
{
    return typeOfSuffix(assetTypes, name);
}

bool MimeTypes::isServable(const QString &mimeType)
{
    const QByteArray type = mimeType.toLower().toUtf8();
    return std::any_of(assetTypes.begin(), assetTypes.end(),
                       [&](const MimeEntry &entry) { return type == entry.type; });
}

} // namespace plotleaf
