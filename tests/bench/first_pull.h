#pragma once

#include "bench/bench.h"
#include "core/store/library.h"

#include <utility>

namespace plotleaf::bench {

/// Times a first pull: `first` until the library tells of a report, `all` until `pull` returns.
template <typename Pull>
void timeFirstPull(Library &library, Samples &first, Samples &all, Pull pull)
{
    QElapsedTimer timer;
    bool isSeen = false;
    const auto connection =
        QObject::connect(&library, &Library::reportChanged, &library, [&](const ReportId &) {
            if (!std::exchange(isSeen, true))
                first.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        });
    timer.start();
    all.time(pull);
    QObject::disconnect(connection);
}

} // namespace plotleaf::bench
