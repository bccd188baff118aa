#pragma once

#include "core/panels/media_shelf.h"
#include "core/panels/panel_feed.h"

#include <QUrl>

#include <memory>

namespace plotleaf {

/// A run source that can also show the frames in which its own web app embeds its data (ClearML's
/// widgets). Found through RunSources under `frame:` and the frame's address.
class FrameSource
{
public:
    FrameSource() = default;
    FrameSource(const FrameSource &) = delete;
    FrameSource &operator=(const FrameSource &) = delete;
    virtual ~FrameSource() = default;

    /// `address`: the frame's `src`. `shelf` takes the files that figures refer to. What is wrong
    /// with the address is a figure of the feed.
    virtual std::unique_ptr<PanelFeed> openFrame(const QString &address,
                                                 const std::shared_ptr<MediaShelf> &shelf) = 0;
};

/// The address of a frame as it is meant in a report on the server whose web app is at `web`: those
/// of old ("/widgets?type=…", clearml.md 5.1) name no host and are of that very server. As it is
/// where it names one, or where `web` is empty.
QString absoluteFrameAddress(const QString &address, const QUrl &web);

} // namespace plotleaf
