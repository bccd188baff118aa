#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace plotleaf {

/// How strongly a text is compressed: the journal is written several times a second, a revision
/// once and for good.
enum class Compression { Fast, Small };

/// A zstd frame with a checksum. With `reference`, what the text shares with it costs nothing; the
/// same reference is then needed to unpack. Thread-safe. Errors: Io when memory is short.
Result<QByteArray>
packText(const QByteArray &text, Compression compression, const QByteArray &reference = {});

/// The text in a frame of packText(). Errors: Damaged when frame, checksum or reference do not fit.
Result<QByteArray> unpackText(const QByteArray &frame, const QByteArray &reference = {});

/// The text in UTF-8 bytes, with a byte order mark kept (QString::fromUtf8() would drop it).
QString textFromUtf8(const QByteArray &bytes);

} // namespace plotleaf
