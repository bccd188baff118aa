#pragma once

#include "core/panels/panel_feeds.h"
#include "core/services/remote/remote_consent.h"
#include "core/services/remote/remote_images.h"

#include <QFuture>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace plotleaf {

/// Answers what the page asks for by address. Called on the GUI thread.
struct PageResources
{
    /// Path of the file behind `asset:NAME` in this report; empty when there is none.
    std::function<QString(const QString &name)> assetPath;
    /// What is behind `plotleaf://media/PATH`.
    std::function<std::optional<MediaBytes>(const QString &path)> media;
    /// The picture at a remote address, when the reader consented and it has been fetched.
    /// Asked only for addresses that the reader allowed.
    std::function<QFuture<Result<RemoteImage>>(const QUrl &url)> remote = {};
};

} // namespace plotleaf
