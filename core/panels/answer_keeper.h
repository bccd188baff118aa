#pragma once

#include "core/panels/run_cache_door.h"
#include "core/panels/run_data.h"
#include "core/runs/run_cache.h"

#include <QFuture>
#include <QObject>

namespace plotleaf {

class Clock;

/// Hands what a source answers to the cache: each thing at once when it is new, and while somebody
/// follows a run that writes on at most twice a minute, the rest when nobody looks any more.
/// Answers that are errors change nothing. Lives on the GUI thread; bytes are made by the cache.
class AnswerKeeper final : public QObject
{
    Q_OBJECT

public:
    /// `clock` must live as long as the door is open.
    AnswerKeeper(RunCacheDoorPtr door,
                 QString source,
                 const Clock &clock,
                 QObject *parent = nullptr);

    void keepRuns(const QFuture<Result<QVector<Run>>> &runs);
    void keep(const RunDataRequest &request, const QFuture<RunDataAnswer> &answer);
    /// False at first. When nobody follows any more, what has waited for its turn is saved, and
    /// what still comes waits for none.
    void setFollowed(bool followed);

private:
    using Encode = RunCache::Encode;

    void offer(const QString &key, const Encode &encode);
    void save(const QString &key, const Encode &encode);

    const RunCacheDoorPtr m_door;
    const QString m_source;
    const Clock &m_clock;
    bool m_followed = false;
    QHash<QString, QDateTime> m_saved; ///< when each key was last
    QHash<QString, Encode> m_waiting;
};

} // namespace plotleaf
