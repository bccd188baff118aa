#pragma once

#include <QtGlobal>

namespace plotleaf::bench {

/// Memory of a process and all that it has started, in MB: each process's own pages and its share
/// of the pages it shares with others (PSS, from /proc/PID/smaps_rollup).
double processTreeMegabytes(qint64 processId);

} // namespace plotleaf::bench
