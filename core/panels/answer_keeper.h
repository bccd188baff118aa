#pragma once

#include "core/panels/run_cache_door.h"
#include "core/panels/run_data.h"
#include "core/runs/run_cache.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace plotleaf {

class Clock;

/// Hands what a source answers to the cache: each thing at once when it is new, and while a run
/// writes on at most twice a minute, the rest when nobody looks any more. Answers that are errors
/// change nothing. Lives on the GUI thread; bytes are made on a pool.
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
    /// Saves what has waited for its turn.
    void flush();

private:
    using Encode = std::function<QByteArray()>;

    void offer(const QString &key, Encode encode);
    void save(const QString &key, const Encode &encode);

    const RunCacheDoorPtr m_door;
    const QString m_source;
    const Clock &m_clock;
    QHash<QString, QDateTime> m_saved; ///< when each key was last
    QHash<QString, Encode> m_waiting;
};

} // namespace plotleaf
