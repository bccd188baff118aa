#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace plotleaf {

/// How a text becomes the next: `removed` bytes at `offset` are replaced by `inserted`.
struct TextSplice
{
    qint64 offset = 0;
    qint64 removed = 0;
    QByteArray inserted;
};

TextSplice spliceBetween(const QByteArray &before, const QByteArray &after);

/// Fails when the splice does not fit the text.
Result<QByteArray> applySplice(const QByteArray &text, const TextSplice &splice);

} // namespace plotleaf
