#pragma once

#include <QByteArrayView>

namespace plotleaf {

/// The checksum of TFRecord files: CRC-32C (Castagnoli, reflected polynomial 0x82F63B78), then
/// rotated right by 15 and offset by 0xA282EAD8, so that a checksum of data that holds checksums
/// stays useful. Source: tensorflow/core/lib/hash/crc32c.h. Any thread.
quint32 maskedCrc32c(QByteArrayView data);

} // namespace plotleaf
