#include "core/services/folders/masked_crc32c.h"

#include <QtEndian>

#include <array>

namespace plotleaf {

namespace {

using Crc32cTables = std::array<std::array<quint32, 256>, 8>;

// Eight tables, so that eight bytes are taken at a time: reading is bound by this checksum.
constexpr Crc32cTables makeCrc32cTables()
{
    Crc32cTables tables{};
    for (quint32 byte = 0; byte < 256; ++byte) {
        quint32 crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0x82F63B78U : 0U);
        tables[0][byte] = crc;
    }
    for (size_t byte = 0; byte < 256; ++byte) {
        for (size_t k = 1; k < 8; ++k)
            tables[k][byte] = (tables[k - 1][byte] >> 8) ^ tables[0][tables[k - 1][byte] & 0xFFU];
    }
    return tables;
}

constexpr Crc32cTables crc32cTables = makeCrc32cTables();

} // namespace

quint32 maskedCrc32c(QByteArrayView data)
{
    const auto &t = crc32cTables;
    quint32 crc = 0xFFFFFFFFU;
    const char *p = data.data();
    qsizetype left = data.size();
    for (; left >= 8; left -= 8, p += 8) {
        const quint32 low = qFromLittleEndian<quint32>(p) ^ crc;
        const quint32 high = qFromLittleEndian<quint32>(p + 4);
        crc = t[7][low & 0xFFU] ^ t[6][(low >> 8) & 0xFFU] ^ t[5][(low >> 16) & 0xFFU] ^
              t[4][low >> 24] ^ t[3][high & 0xFFU] ^ t[2][(high >> 8) & 0xFFU] ^
              t[1][(high >> 16) & 0xFFU] ^ t[0][high >> 24];
    }
    for (; left > 0; --left, ++p)
        crc = (crc >> 8) ^ t[0][(crc ^ static_cast<quint8>(*p)) & 0xFFU];
    crc = ~crc;
    return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

} // namespace plotleaf
