#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace plotleaf {

/// The type of a picture, from its first bytes: PNG, JPEG, GIF, WebP, BMP, AVIF or SVG. Errors:
/// Damaged (none of these), LimitExceeded (more pixels than `mostPixels`; SVG has none).
Result<QString> imageTypeOf(const QByteArray &bytes, qint64 mostPixels);

} // namespace plotleaf
