#pragma once

#include "core/runs/run_sources.h"

#include <QString>

#include <memory>

namespace plotleaf {

class Clock;
class CloudFiles;

/// Makes every kind of run source known. One line per kind; each kind is a folder beside this file.
/// `baseFolder`: what relative folder names are relative to. `clock` must outlive `sources`.
/// `servers`: makes the sources of servers that come and go while the program runs; asked before
/// the server that CLEARML_* variables name. Who changes what it knows tells
/// RunSources::announceChange(). `cloud` fetches files of tasks that are in cloud stores.
void registerServices(RunSources &sources,
                      const Clock &clock,
                      const QString &baseFolder,
                      const RunSources::Maker &servers = {},
                      const std::shared_ptr<CloudFiles> &cloud = {});

} // namespace plotleaf
