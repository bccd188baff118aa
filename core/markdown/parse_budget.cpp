#include "core/markdown/parse_budget.h"

namespace plotleaf {

namespace {

// What a build costs beside an optimised one.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int slowness = 10;
constexpr qint64 memoryUse = 8; // what is freed is kept back for a while, all has margins
#elif defined(NDEBUG)
constexpr int slowness = 1;
constexpr qint64 memoryUse = 1;
#else
constexpr int slowness = 3;
constexpr qint64 memoryUse = 1;
#endif

constexpr qint64 baseMemory = memoryUse * 112'000'000;
constexpr qint64 memoryPerByte = memoryUse * 128;

int scaledMilliseconds(int base, int perMegabyte, qsizetype bytes)
{
    return slowness * (base + int(qint64(perMegabyte) * bytes / 1'000'000));
}

helper::Limits limitsFor(int base, int perMegabyte, qsizetype bytes)
{
    return {scaledMilliseconds(base, perMegabyte, bytes), baseMemory + memoryPerByte * bytes};
}

} // namespace

ParseBudget::ParseBudget(qsizetype textBytes)
    : m_bytes(textBytes), m_totalMilliseconds(scaledMilliseconds(1200, 900, textBytes))
{
}

helper::Limits ParseBudget::whole() const
{
    return limitsFor(150, 300, m_bytes);
}

helper::Limits ParseBudget::part(qsizetype bytes) const
{
    return limitsFor(60, 150, bytes);
}

helper::Limits ParseBudget::rest() const
{
    return limitsFor(300, 400, m_bytes);
}

bool ParseBudget::maySearch() const
{
    return leftMilliseconds() > rest().cpuMilliseconds + whole().cpuMilliseconds;
}

bool ParseBudget::mayBisect() const
{
    return leftMilliseconds() > 2 * whole().cpuMilliseconds;
}

} // namespace plotleaf
