#pragma once

#include "core/runs/run.h"

#include <QJsonObject>

#include <functional>

namespace plotleaf {

/// "image", "audio", "video", "text", "html"; as in `kind:` of a panel.
QString mediaKindName(MediaKind kind);
QStringList mediaKindNames();

/// Puts a file where the page finds it and tells its address, as MediaShelf::put().
using Shelve = std::function<QString(const QString &mimeType, const QByteArray &bytes)>;

/// A sample as a Media figure has it (figure.h). Of a long text only the beginning: the page gets
/// it as a whole with every change of the figure.
QJsonObject mediaItem(const MediaSample &sample, const QString &run, const Shelve &shelve);

} // namespace plotleaf
