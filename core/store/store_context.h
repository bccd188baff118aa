#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"

#include <QString>

namespace plotleaf {

class FaultInjector;

/// What the parts of the store share. Used on the writer thread.
struct StoreContext
{
    const Clock &clock;
    IdSource &ids;
    QString folder;
    /// Names this run of Plotleaf in the journal, so that two at once do not clear each other's
    /// rows.
    QString session;
    FaultInjector *faults = nullptr;

    /// Milliseconds since 1970, UTC; how times are stored.
    qint64 now() const { return clock.now().toMSecsSinceEpoch(); }
};

} // namespace plotleaf
