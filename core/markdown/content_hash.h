#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace plotleaf {

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). The same on every machine. Tells
/// blocks apart; it is no protection against somebody who wants two blocks to be taken for one, who
/// could only fool their own preview.
constexpr quint64 contentHash(QByteArrayView bytes)
{
    quint64 hash = 0xcbf29ce484222325;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

} // namespace plotleaf
