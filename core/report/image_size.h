#pragma once

#include <QByteArray>
#include <QSize>

namespace plotleaf {

/// Width and height in pixels of a PNG, JPEG, GIF, BMP or WebP file, read from its header; an empty
/// size when it is none of these or too short. Here because Qt's readers live in Gui. Formats:
/// PNG 1.2 §11.2.2, JPEG T.81 B.2.2, GIF89a §18, BITMAPINFOHEADER, RFC 9649 (WebP).
QSize imageSize(const QByteArray &bytes);

} // namespace plotleaf
