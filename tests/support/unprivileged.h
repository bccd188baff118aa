#pragma once

#include <sys/types.h>
#include <unistd.h>

namespace plotleaf::test {

/// While it lives, permissions hold for this process on all its threads, also where the tests run
/// as root.
class Unprivileged
{
public:
    Unprivileged()
    {
        // The real one too: access() asks for it.
        if (m_wasRoot && setresuid(nobody, nobody, 0) != 0)
            m_wasRoot = false;
    }
    ~Unprivileged()
    {
        if (m_wasRoot)
            (void)!setresuid(0, 0, 0);
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    static constexpr uid_t nobody = 65'534;

    bool m_wasRoot = geteuid() == 0;
};

} // namespace plotleaf::test
