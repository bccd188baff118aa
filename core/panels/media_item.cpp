#include "core/panels/media_item.h"

namespace plotleaf {

namespace {

constexpr qsizetype mostTextBytes = 100 << 10;
/// A page that ends in the middle is no page: of tables that a run logs whole ones are usual.
constexpr qsizetype mostHtmlBytes = 1 << 20;

QString beginningOf(const QByteArray &bytes, qsizetype most)
{
    if (bytes.size() <= most)
        return QString::fromUtf8(bytes);
    qsizetype end = most;
    for (int back = 0; back < 3 && (uchar(bytes[end]) & 0xC0) == 0x80; ++back)
        --end; // within a character
    return QString::fromUtf8(QByteArrayView(bytes).first(end)) + u'…';
}

} // namespace

QString mediaKindName(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return QStringLiteral("image");
    case MediaKind::Audio:
        return QStringLiteral("audio");
    case MediaKind::Video:
        return QStringLiteral("video");
    case MediaKind::Html:
        return QStringLiteral("html");
    case MediaKind::Text:
        break;
    }
    return QStringLiteral("text");
}

QStringList mediaKindNames()
{
    QStringList names;
    for (const MediaKind kind :
         {MediaKind::Image, MediaKind::Audio, MediaKind::Video, MediaKind::Text, MediaKind::Html})
        names << mediaKindName(kind);
    return names;
}

QJsonObject mediaItem(const MediaSample &sample, const QString &run, const Shelve &shelve)
{
    const bool isHtml = sample.kind == MediaKind::Html;
    const bool isWords = isHtml || sample.kind == MediaKind::Text;
    return {
        {QStringLiteral("src"), isWords ? QString() : shelve(sample.mimeType, sample.bytes)},
        {QStringLiteral("kind"), mediaKindName(sample.kind)},
        {QStringLiteral("text"),
         isWords ? beginningOf(sample.bytes, isHtml ? mostHtmlBytes : mostTextBytes) : QString()},
        {QStringLiteral("caption"), sample.caption.isEmpty() ? sample.key : sample.caption},
        {QStringLiteral("step"), sample.step},
        {QStringLiteral("run"), run}};
}

} // namespace plotleaf
