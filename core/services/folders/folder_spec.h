#pragma once

#include "core/runs/run_sources.h"

#include <optional>

namespace plotleaf {

class Clock;

/// The absolute folder that a panel's `source:` names: `folder:PATH`, `folders:PATH`, an absolute
/// path, one that begins with ./, ../ or ~/, or a relative one that exists below `baseFolder`.
/// Nothing for anything else.
std::optional<QString> folderOfSpec(const QString &spec, const QString &baseFolder);

/// Makes a FolderSource for each spec that names a folder. `clock` must outlive what is made.
RunSources::Maker folderSourceMaker(const Clock &clock, const QString &baseFolder);

} // namespace plotleaf
