#include "app/markdown/process_limits.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QFile>

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>
#endif

namespace plotleaf {

#ifdef Q_OS_UNIX

ProcessLimits::ProcessLimits()
{
    // A parser that aborts is expected; a file of its memory on the user's disk is not wanted.
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (statm.open(QIODevice::ReadOnly))
        m_baseline = statm.readAll().split(' ').value(0).toLongLong() * sysconf(_SC_PAGESIZE);
}

void ProcessLimits::apply(const helper::Limits &limits) const
{
    itimerval timer{};
    timer.it_value.tv_sec = limits.cpuMilliseconds / 1000;
    timer.it_value.tv_usec = (limits.cpuMilliseconds % 1000) * 1000;
    setitimer(ITIMER_PROF, &timer, nullptr); // SIGPROF ends the process

    if (m_baseline <= 0)
        return;
    rlimit memory{};
    getrlimit(RLIMIT_AS, &memory);
    memory.rlim_cur =
        limits.memoryBytes > 0 ? rlim_t(m_baseline + limits.memoryBytes) : memory.rlim_max;
    setrlimit(RLIMIT_AS, &memory);
}

#else

ProcessLimits::ProcessLimits() = default;

void ProcessLimits::apply(const helper::Limits &) const
{
}

#endif

} // namespace plotleaf
