#pragma once

#include "core/panels/answer_keeper.h"
#include "core/panels/answer_source.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace plotleaf {

/// A run source as several feeds use it: each thing is asked for once until the source tells of a
/// change. Lives on the GUI thread. Its futures are never cancelled: a source that goes away
/// answers ErrorCode::Cancelled.
class SharedSource : public QObject, public AnswerSource
{
    Q_OBJECT

public:
    /// `keeper` is told all answers; null: nothing is kept.
    explicit SharedSource(std::shared_ptr<RunSource> source,
                          std::unique_ptr<AnswerKeeper> keeper = nullptr);
    ~SharedSource() override;

    QFuture<Result<QVector<Run>>> runs() override;
    QFuture<RunDataAnswer> ask(const RunDataRequest &request) override;
    QStringList warnings() const override { return m_source->warnings(); }
    bool isEnded() const { return m_source->isEnded(); }
    /// Somebody has followed it.
    bool isUsed() const { return m_isUsed; }

    /// Counted: each feed that is on screen follows. Without followers nothing is kept, since
    /// nobody would tell when it is old, and a search for runs that goes on is given up.
    void follow();
    void unfollow();

signals:
    void changed();

private:
    void forget();
    QFuture<RunDataAnswer> fetch(const RunDataRequest &request);

    std::shared_ptr<RunSource> m_source;
    std::unique_ptr<AnswerKeeper> m_keeper;
    int m_followers = 0;
    bool m_isUsed = false;
    std::optional<QFuture<Result<QVector<Run>>>> m_search; ///< the source's own of `m_runs`
    std::optional<QFuture<Result<QVector<Run>>>> m_runs;
    QHash<RunDataRequest, QFuture<RunDataAnswer>> m_answers;
};

} // namespace plotleaf
