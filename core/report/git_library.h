#pragma once

#include <git2.h>

namespace plotleaf {

/// Has libgit2 ready for the rest of the process; to be called before anything of it is used, from
/// any thread. The first call takes milliseconds, so nobody shuts it down in between.
inline void useGitLibrary()
{
    static const struct GitLibrary
    {
        GitLibrary() { git_libgit2_init(); }
        ~GitLibrary() { git_libgit2_shutdown(); }
        GitLibrary(const GitLibrary &) = delete;
        GitLibrary &operator=(const GitLibrary &) = delete;
    } library;
}

} // namespace plotleaf
