#pragma once

#include <QString>

namespace plotleaf {

class Clock;
class RunSources;

/// Makes every kind of run source known. One line per kind; each kind is a folder beside this file.
/// `baseFolder`: what relative folder names are relative to. `clock` must outlive `sources`.
void registerServices(RunSources &sources, const Clock &clock, const QString &baseFolder);

} // namespace plotleaf
