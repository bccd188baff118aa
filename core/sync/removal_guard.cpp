#include "core/sync/removal_guard.h"

namespace plotleaf {

namespace {

constexpr qsizetype mostBelieved = 10;
constexpr qsizetype believedPart = 5; // a fifth: 20 %

} // namespace

RemovalVerdict judgeRemovals(const QVector<RemoteId> &known,
                             const QHash<RemoteId, QDateTime> &stillThere,
                             const QSet<RemoteId> &confirmed)
{
    RemovalVerdict verdict;
    for (const RemoteId &id : known) {
        if (stillThere.contains(id))
            continue;
        (confirmed.contains(id) ? verdict.believed : verdict.doubtful).append(id);
    }
    const qsizetype vanished = verdict.doubtful.size();
    const bool isFew =
        vanished <= mostBelieved && (vanished <= 1 || vanished * believedPart <= known.size());
    if (isFew && !stillThere.isEmpty())
        verdict.believed += std::exchange(verdict.doubtful, {});
    return verdict;
}

} // namespace plotleaf
