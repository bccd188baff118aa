#pragma once

#include "core/services/clearml/clearml_source_maker.h"

#include <QString>

namespace plotleaf {

class Clock;
class RunSources;

/// No server yet; who adds one tells RunSources::announceChange().
inline KnownServers noServers()
{
    return std::make_shared<ClearmlClients>();
}

/// Makes every kind of run source known. One line per kind; each kind is a folder beside this file.
/// `baseFolder`: what relative folder names are relative to. `clock` must outlive `sources`.
/// `servers`: those that panels may ask, beside the one that CLEARML_* variables name.
void registerServices(RunSources &sources,
                      const Clock &clock,
                      const QString &baseFolder,
                      const KnownServers &servers = noServers());

} // namespace plotleaf
