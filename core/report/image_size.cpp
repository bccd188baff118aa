#include "core/report/image_size.h"

#include <QtEndian>

#include <cstdlib>

namespace plotleaf {

namespace {

/// Bytes of a header that are read past its end as 0.
class HeaderBytes
{
public:
    explicit HeaderBytes(const QByteArray &bytes) : m_bytes(bytes) {}

    bool has(qsizetype at, QByteArrayView expected) const
    {
        return m_bytes.size() >= at + expected.size() &&
               QByteArrayView(m_bytes).sliced(at, expected.size()) == expected;
    }
    qsizetype size() const { return m_bytes.size(); }
    int byte(qsizetype at) const
    {
        return at < m_bytes.size() ? static_cast<uchar>(m_bytes[at]) : 0;
    }
    int little16(qsizetype at) const { return byte(at) | byte(at + 1) << 8; }
    int little24(qsizetype at) const { return little16(at) | byte(at + 2) << 16; }
    int big16(qsizetype at) const { return byte(at) << 8 | byte(at + 1); }
    qint32 little32(qsizetype at) const { return read32(at, qFromLittleEndian<qint32>); }
    qint32 big32(qsizetype at) const { return read32(at, qFromBigEndian<qint32>); }

private:
    qint32 read32(qsizetype at, qint32 (*convert)(const void *)) const
    {
        return m_bytes.size() >= at + 4 ? convert(m_bytes.constData() + at) : 0;
    }

    const QByteArray &m_bytes;
};

/// Walks the segments to the frame header: markers C0 to CF but C4, C8 and CC, which are tables.
QSize jpegSize(const HeaderBytes &bytes)
{
    qsizetype at = 2;
    while (at + 9 < bytes.size() && bytes.byte(at) == 0xff) {
        const int marker = bytes.byte(at + 1);
        const bool isFrame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame)
            return {bytes.big16(at + 7), bytes.big16(at + 5)};
        const bool isFill = marker == 0xff;
        at += isFill ? 1 : 2 + bytes.big16(at + 2);
    }
    return {};
}

QSize webpSize(const HeaderBytes &bytes)
{
    if (bytes.has(12, "VP8 "))
        return {bytes.little16(26) & 0x3fff, bytes.little16(28) & 0x3fff};
    if (bytes.has(12, "VP8L")) {
        const qint32 packed = bytes.little32(21);
        return {(packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1};
    }
    if (bytes.has(12, "VP8X"))
        return {bytes.little24(24) + 1, bytes.little24(27) + 1};
    return {};
}

QSize headerSize(const HeaderBytes &bytes)
{
    if (bytes.has(0, "\x89PNG\r\n\x1a\n") && bytes.has(12, "IHDR"))
        return {bytes.big32(16), bytes.big32(20)};
    if (bytes.has(0, "\xff\xd8"))
        return jpegSize(bytes);
    if (bytes.has(0, "GIF8"))
        return {bytes.little16(6), bytes.little16(8)};
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP"))
        return webpSize(bytes);
    if (bytes.has(0, "BM")) {
        // A negative height says that the rows go from top to bottom.
        const qint32 height = bytes.little32(22);
        return {bytes.little32(18), height < 0 && height != INT32_MIN ? -height : height};
    }
    return {};
}

} // namespace

QSize imageSize(const QByteArray &bytes)
{
    const QSize size = headerSize(HeaderBytes(bytes));
    return size.width() > 0 && size.height() > 0 ? size : QSize(0, 0);
}

} // namespace plotleaf
