#pragma once

#include "core/services/clearml/clearml_source_maker.h"
#include "core/sync/workspaces.h"

#include <memory>

namespace plotleaf {

class SecretStore;

/// Opens workspaces of every kind that there is a service for. `clock` must outlive what it opens.
/// `opened` is told every server, called as its workspace, for the panels that ask it.
/// Errors of the opener: those of openClearml(); InvalidInput (a kind that this Plotleaf does not
/// know).
Workspaces::Opener serverOpener(std::shared_ptr<SecretStore> secrets,
                                const Clock &clock,
                                std::function<void(NamedClearml)> opened = {});

} // namespace plotleaf
