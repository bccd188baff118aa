#pragma once

#include "core/services/service_tools.h"
#include "core/sync/workspaces.h"

#include <memory>

namespace plotleaf {

class SecretStore;

/// Opens workspaces of every kind that there is a service for. Panels know the server by its
/// workspace's name.
/// Errors of the opener: those of openClearml(); InvalidInput (a kind that this Plotleaf does not
/// know).
Workspaces::Opener serverOpener(std::shared_ptr<SecretStore> secrets,
                                std::shared_ptr<const Clock> clock,
                                ServiceTools tools = {});

} // namespace plotleaf
