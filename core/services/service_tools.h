#pragma once

#include "core/base/network_use.h"
#include "core/services/cloud/cloud_files.h"

#include <memory>

namespace plotleaf {

/// What the program hands to every service. Each may be null.
struct ServiceTools
{
    std::shared_ptr<CloudFiles> cloud; ///< fetches the files of tasks that are in cloud stores
    NetworkUsePtr network;
};

} // namespace plotleaf
