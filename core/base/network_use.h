#pragma once

#include "core/base/network_policy.h"
#include "core/base/result.h"

#include <memory>

namespace plotleaf {

/// What the person lets Plotleaf use the network for, shared by all who use it. One thread.
struct NetworkUse
{
    NetworkPolicy policy = NetworkPolicy::Online;
};

using NetworkUsePtr = std::shared_ptr<const NetworkUse>;

/// For what nobody has asked for at this moment: panels, pictures. Errors: Network, when the person
/// works offline. Null: nobody ever said.
Result<void> mayLookUp(const NetworkUsePtr &use);

} // namespace plotleaf
