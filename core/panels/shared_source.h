#pragma once

#include "core/panels/run_data.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace plotleaf {

/// A run source as several feeds use it: each thing is asked for once until the source tells of a
/// change. Lives on the GUI thread. Its futures are never cancelled: a source that goes away
/// answers ErrorCode::Cancelled.
class SharedSource : public QObject
{
    Q_OBJECT

public:
    explicit SharedSource(std::shared_ptr<RunSource> source);
    ~SharedSource() override;

    QFuture<Result<QVector<Run>>> runs();
    QFuture<RunDataAnswer> ask(const RunDataRequest &request);
    QStringList warnings() const { return m_source->warnings(); }

    /// Counted: each feed that is on screen follows. Without followers nothing is kept, since
    /// nobody would tell when it is old.
    void follow();
    void unfollow();

signals:
    void changed();

private:
    void forget();
    QFuture<RunDataAnswer> fetch(const RunDataRequest &request);

    std::shared_ptr<RunSource> m_source;
    int m_followers = 0;
    std::optional<QFuture<Result<QVector<Run>>>> m_runs;
    QHash<RunDataRequest, QFuture<RunDataAnswer>> m_answers;
};

} // namespace plotleaf
