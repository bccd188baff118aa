#pragma once

#include <QString>

namespace plotleaf {

/// Name and version of the running program, as every front end needs them set before anything asks
/// for a folder. No organization: its name would become part of the folders, and all front ends
/// have to find the same library.
void nameProgram();

/// Where the local workspace lives unless someone says otherwise: `$XDG_DATA_HOME/plotleaf` and its
/// like elsewhere.
QString defaultLibraryFolder();

/// For what may be deleted at any time: `$XDG_CACHE_HOME/plotleaf` and its like elsewhere.
QString defaultCacheFolder();

} // namespace plotleaf
