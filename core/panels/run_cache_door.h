#pragma once

#include <memory>

namespace plotleaf {

class RunCache;

/// The way of panels to the cache. A query under way may outlive the feeds, and with them the cache
/// and the clock: PanelFeeds closes the door when it goes, and whoever comes later finds no cache
/// and keeps nothing. GUI thread.
struct RunCacheDoor
{
    RunCache *cache = nullptr; ///< null: there is none, or none any more
};

using RunCacheDoorPtr = std::shared_ptr<RunCacheDoor>;

} // namespace plotleaf
