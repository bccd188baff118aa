#pragma once

#include <atomic>

namespace plotleaf {

/// Makes the n-th access of the store fail, so that a test can sweep n to the end. Database
/// wrapper, file writer and asset store ask `passes()` before each access. Callable from any
/// thread.
class FaultInjector
{
public:
    /// The access with this number (from 1) fails, and all later ones too when `sticky`. 0: none
    /// fails.
    void failAt(int access, bool sticky = false)
    {
        m_failAt = access;
        m_sticky = sticky;
        m_count = 0;
    }

    /// Counts an access; false: the caller must behave as if the system had refused it.
    bool passes()
    {
        const int n = ++m_count;
        const int failAt = m_failAt;
        return failAt == 0 || !(m_sticky ? n >= failAt : n == failAt);
    }

    int count() const { return m_count; }

private:
    std::atomic<int> m_count = 0;
    std::atomic<int> m_failAt = 0;
    std::atomic<bool> m_sticky = false;
};

} // namespace plotleaf
