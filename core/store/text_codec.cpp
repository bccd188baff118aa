#include "core/store/text_codec.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <memory>

namespace plotleaf {

namespace {

// Levels of zstd: about 500 MB/s, and the library's default.
constexpr int fastLevel = 1;
constexpr int smallLevel = 3;
// A window that reaches over reference and text together; zstd's bounds for what it searches well.
constexpr int smallestWindowLog = 17;
constexpr int largestWindowLog = 30;

struct FreeCompressor
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

int windowLogFor(qsizetype bytes)
{
    const int log = std::bit_width(static_cast<size_t>(bytes));
    return std::clamp(log, smallestWindowLog, largestWindowLog);
}

Error damagedText(const char *reason)
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::TextCodec",
                                        "A kept text is damaged and cannot be read."),
            QStringLiteral("zstd: ") + QLatin1String(reason)};
}

} // namespace

Result<QByteArray>
packText(const QByteArray &text, Compression compression, const QByteArray &reference)
{
    const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel,
                           compression == Compression::Fast ? fastLevel : smallLevel);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    if (!reference.isEmpty()) {
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog,
                               windowLogFor(reference.size() + text.size()));
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_enableLongDistanceMatching, 1);
        ZSTD_CCtx_refPrefix(context.get(), reference.constData(),
                            static_cast<size_t>(reference.size()));
    }
    QByteArray frame(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(text.size()))),
                     Qt::Uninitialized);
    const size_t size =
        ZSTD_compress2(context.get(), frame.data(), static_cast<size_t>(frame.size()),
                       text.constData(), static_cast<size_t>(text.size()));
    if (ZSTD_isError(size))
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("plotleaf::TextCodec", "The text could not be compressed."),
            QLatin1String(ZSTD_getErrorName(size))};
    frame.truncate(static_cast<qsizetype>(size));
    frame.squeeze();
    return frame;
}

Result<QByteArray> unpackText(const QByteArray &frame, const QByteArray &reference)
{
    const auto length =
        ZSTD_getFrameContentSize(frame.constData(), static_cast<size_t>(frame.size()));
    // What a text could ever be; a damaged header may name any number.
    constexpr unsigned long long limit = 1ULL << largestWindowLog;
    if (length == ZSTD_CONTENTSIZE_ERROR || length == ZSTD_CONTENTSIZE_UNKNOWN || length > limit)
        return damagedText("frame header");
    const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, largestWindowLog);
    if (!reference.isEmpty())
        ZSTD_DCtx_refPrefix(context.get(), reference.constData(),
                            static_cast<size_t>(reference.size()));
    QByteArray text(static_cast<qsizetype>(length), Qt::Uninitialized);
    const size_t size =
        ZSTD_decompressDCtx(context.get(), text.data(), static_cast<size_t>(text.size()),
                            frame.constData(), static_cast<size_t>(frame.size()));
    if (ZSTD_isError(size))
        return damagedText(ZSTD_getErrorName(size));
    if (size != length)
        return damagedText("length");
    return text;
}

QString textFromUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

} // namespace plotleaf
