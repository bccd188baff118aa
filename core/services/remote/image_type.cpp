#include "core/services/remote/image_type.h"

#include "core/report/image_size.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ImageSignature
{
    qsizetype at;
    QByteArrayView bytes;
    const char *type;
};

constexpr std::array signatures{
    ImageSignature{0, "\x89PNG\r\n\x1a\n", "image/png"},
    ImageSignature{0, "\xff\xd8\xff", "image/jpeg"},
    ImageSignature{0, "GIF8", "image/gif"},
    ImageSignature{8, "WEBP", "image/webp"},
    ImageSignature{0, "BM", "image/bmp"},
    ImageSignature{4, "ftypavif", "image/avif"},
};

/// Text whose first element is `svg`, behind declarations and comments.
bool isSvg(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096).trimmed();
    if (head.startsWith("<svg"))
        return true;
    return (head.startsWith("<?xml") || head.startsWith("<!--") ||
            head.startsWith("<!DOCTYPE svg")) &&
           head.contains("<svg");
}

QString signatureType(const QByteArray &bytes)
{
    for (const auto &[at, expected, type] : signatures) {
        if (bytes.size() >= at + expected.size() &&
            QByteArrayView(bytes).sliced(at, expected.size()) == expected)
            return QString::fromLatin1(type);
    }
    return isSvg(bytes) ? u"image/svg+xml"_s : QString();
}

} // namespace

Result<QString> imageTypeOf(const QByteArray &bytes, qint64 mostPixels)
{
    QString type = signatureType(bytes);
    if (type.isEmpty()) {
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate("plotleaf::ImageType",
                                                 "What came is not a picture that can be shown."),
                     {}};
    }
    const QSize size = imageSize(bytes);
    if (qint64{size.width()} * size.height() > mostPixels) {
        return Error{ErrorCode::LimitExceeded,
                     QCoreApplication::translate("plotleaf::ImageType",
                                                 "The picture has too many pixels (%1 × %2).")
                         .arg(size.width())
                         .arg(size.height()),
                     {}};
    }
    return type;
}

} // namespace plotleaf
