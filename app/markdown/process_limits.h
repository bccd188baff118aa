#pragma once

#include "core/markdown/helper_protocol.h"

namespace plotleaf {

/// Keeps this process within limits: the system ends it when it uses more processor time or address
/// space. Where the system has no such limits (Windows), the host's own deadline is what is left.
class ProcessLimits
{
public:
    /// Remembers how much address space a process of ours has before it does anything.
    ProcessLimits();

    /// Holds until the next call. No limit on time when `cpuMilliseconds` is 0, on memory when
    /// `memoryBytes` is.
    void apply(const helper::Limits &limits) const;

private:
    qint64 m_baseline = 0; ///< bytes
};

} // namespace plotleaf
