#pragma once

#include "core/sync/workspaces.h"

#include <memory>

namespace plotleaf {

class CloudFiles;
class SecretStore;

/// Opens workspaces of every kind that there is a service for. Panels know the server by its
/// workspace's name. `cloud` fetches the files of tasks that are in cloud stores, and may be null.
/// Errors of the opener: those of openClearml(); InvalidInput (a kind that this Plotleaf does not
/// know).
Workspaces::Opener serverOpener(std::shared_ptr<SecretStore> secrets,
                                std::shared_ptr<const Clock> clock,
                                std::shared_ptr<CloudFiles> cloud = {});

} // namespace plotleaf
