#pragma once

#include "core/runs/run_sources.h"
#include "core/services/service_tools.h"

#include <QString>

#include <memory>

namespace plotleaf {

class Clock;

/// Makes every kind of run source known. One line per kind; each kind is a folder beside this file.
/// `baseFolder`: what relative folder names are relative to. `clock` must outlive `sources`.
/// `servers`: makes the sources of servers that come and go while the program runs; asked before
/// the server that CLEARML_* variables name. Who changes what it knows tells
/// RunSources::announceChange().
void registerServices(RunSources &sources,
                      const Clock &clock,
                      const QString &baseFolder,
                      const RunSources::Maker &servers = {},
                      const ServiceTools &tools = {});

} // namespace plotleaf
