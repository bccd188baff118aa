#include "core/markdown/parse_budget.h"

namespace plotleaf {

namespace {

#ifdef NDEBUG
constexpr int slowness = 1;
#else
constexpr int slowness = 3; // of code that is not optimised
#endif

constexpr qint64 baseMemory = 112'000'000;
constexpr qint64 memoryPerByte = 128;

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
