#pragma once

#include <atomic>
#include <functional>
#include <utility>

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

    /// `watcher(n)` is called before the n-th access, on the thread that makes it; for tests that
    /// end the process there. To be set before anybody asks.
    void watch(std::function<void(int access)> watcher) { m_watcher = std::move(watcher); }

    /// Counts an access; false: the caller must behave as if the system had refused it.
    bool passes()
    {
        const int n = ++m_count;
        if (m_watcher)
            m_watcher(n);
        const int failAt = m_failAt;
        return failAt == 0 || !(m_sticky ? n >= failAt : n == failAt);
    }

    int count() const { return m_count; }

private:
    std::function<void(int access)> m_watcher;
    std::atomic<int> m_count = 0;
    std::atomic<int> m_failAt = 0;
    std::atomic<bool> m_sticky = false;
};

} // namespace plotleaf
