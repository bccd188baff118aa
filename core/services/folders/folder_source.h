#pragma once

#include "core/runs/run_source.h"
#include "core/services/folders/folder_follower.h"
#include "core/services/folders/folder_index.h"

#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace plotleaf {

class Clock;

/// The runs in a folder on disk, in any of the formats of RunFormats. Lives on the GUI thread and
/// reads on a pool of its own; a future that is not finished when the source is deleted is
/// cancelled. A search for runs ends when nobody follows and all futures that wait for it are
/// cancelled.
class FolderSource : public RunSource
{
    Q_OBJECT

public:
    /// `folder` is absolute and need not exist (yet). `clock` must outlive the source.
    FolderSource(QString name, QString folder, const Clock &clock, QObject *parent = nullptr);
    ~FolderSource() override;

    QString name() const override { return m_name; }
    QFuture<Result<QVector<Run>>> runs() override;
    QFuture<Result<SeriesPtr>> series(const RunId &run, const QString &metric) override;
    QFuture<Result<QVector<MediaSample>>>
    media(const RunId &run, const QString &key, const SampleSteps &steps) override;
    QFuture<Result<QVector<HistogramSample>>>
    histograms(const RunId &run, const QString &key, const SampleSteps &steps) override;
    QStringList warnings() const override;
    void setFollowed(bool followed) override;

private:
    struct Look
    {
        std::optional<quint64> seen; ///< what FolderIndex::refresh() told; nothing when it failed
        std::optional<Error> error;
        QVector<Run> runs;
        QStringList watchPaths;
        qint64 cost = 0; ///< ms
    };
    using RunsPromise = QPromise<Result<QVector<Run>>>;

    void look();
    void lookDone(const Look &result);
    void tellPromises(const Look &result);
    void stopUnwantedLook();
    template <typename Answer>
    auto onPool(Answer &&answer);

    const QString m_name;
    const Clock &m_clock;
    QThreadPool m_pool;
    std::shared_ptr<FolderIndex> m_index;
    FolderFollower m_follower;
    int m_followers = 0;

    bool m_looking = false;
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< of the look under way
    bool m_lookAgain = false;
    std::vector<RunsPromise> m_asked;              ///< wait for the next look
    std::vector<RunsPromise> m_waiting;            ///< wait for the one under way
    std::optional<std::optional<quint64>> m_shown; ///< what `changed` last spoke of
};

} // namespace plotleaf
