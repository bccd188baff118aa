#pragma once

namespace plotleaf {

/// What Plotleaf may use the network for.
enum class NetworkPolicy {
    Online,
    Expensive, ///< what the person does goes out and comes in; nothing is fetched ahead
    Offline,   ///< nothing
};

} // namespace plotleaf
