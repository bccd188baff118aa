#include "core/services/folders/folder_source.h"
#include "core/base/when_done.h"

#include "core/base/clock.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>

namespace plotleaf {

FolderSource::FolderSource(QString name, QString folder, const Clock &clock, QObject *parent)
    : RunSource(parent)
    , m_name(std::move(name))
    , m_clock(clock)
    , m_index(std::make_shared<FolderIndex>(std::move(folder), m_pool))
{
    connect(&m_follower, &FolderFollower::maybeChanged, this, &FolderSource::look);
}

FolderSource::~FolderSource()
{
    m_index->cancel();
    if (m_cancelled)
        *m_cancelled = true;
    m_pool.clear();
    m_pool.waitForDone();
}

QFuture<Result<QVector<Run>>> FolderSource::runs()
{
    RunsPromise promise;
    promise.start();
    QFuture<Result<QVector<Run>>> future = promise.future();
    auto *watcher = new QFutureWatcher<Result<QVector<Run>>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, &FolderSource::stopUnwantedLook);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    m_asked.push_back(std::move(promise));
    look();
    return future;
}

template <typename Answer>
auto FolderSource::onPool(Answer &&answer)
{
    return QtConcurrent::run(&m_pool, [index = m_index, answer = std::forward<Answer>(answer)] {
        return answer(*index);
    });
}

QFuture<Result<SeriesPtr>> FolderSource::series(const RunId &run, const QString &metric)
{
    return onPool([run, metric](FolderIndex &index) { return index.series(run, metric); });
}

QFuture<Result<QVector<MediaSample>>>
FolderSource::media(const RunId &run, const QString &key, const SampleSteps &steps)
{
    return onPool([run, key, steps](FolderIndex &index) { return index.media(run, key, steps); });
}

QFuture<Result<QVector<HistogramSample>>>
FolderSource::histograms(const RunId &run, const QString &key, const SampleSteps &steps)
{
    return onPool(
        [run, key, steps](FolderIndex &index) { return index.histograms(run, key, steps); });
}

QStringList FolderSource::warnings() const
{
    return m_index->warnings();
}

void FolderSource::setFollowed(bool followed)
{
    m_followers += followed ? 1 : -1;
    Q_ASSERT(m_followers >= 0);
    if (m_followers > 0 && !m_follower.isActive()) {
        m_follower.start();
        look();
    } else if (m_followers == 0) {
        m_follower.stop();
        stopUnwantedLook();
    }
}

void FolderSource::stopUnwantedLook()
{
    const auto isUnwanted = [](const RunsPromise &promise) { return promise.isCanceled(); };
    // A look that nobody ever waited for is one that followers began.
    if (m_looking && m_followers == 0 && std::ranges::all_of(m_waiting, isUnwanted) &&
        std::ranges::all_of(m_asked, isUnwanted))
        *m_cancelled = true;
}

void FolderSource::look()
{
    // One look at a time: all who ask meanwhile share the next one.
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_follower.lookBegins();
    m_waiting = std::move(m_asked);
    m_asked.clear();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    const auto work = [index = m_index, &clock = m_clock, cancelled = m_cancelled] {
        QElapsedTimer timer;
        timer.start();
        const QDateTime now = clock.now();
        const Result<quint64> seen = index->refresh(now, *cancelled);
        Look result;
        if (seen) {
            result.seen = *seen;
            result.runs = index->runs(now);
            result.watchPaths = index->watchPaths(FolderFollower::maxPaths);
        } else {
            result.error = seen.error();
        }
        result.cost = timer.elapsed();
        return result;
    };
    whenDone(QtConcurrent::run(&m_pool, work), this,
             [this](const Look &result) { lookDone(result); });
}

void FolderSource::tellPromises(const Look &result)
{
    for (RunsPromise &promise : m_waiting) {
        promise.addResult(result.error ? Result<QVector<Run>>(*result.error)
                                       : Result<QVector<Run>>(result.runs));
        promise.finish();
    }
    m_waiting.clear();
}

void FolderSource::lookDone(const Look &result)
{
    m_looking = false;
    // The first one reads everything; those that follow only what is new.
    m_follower.lookEnds(m_shown ? result.cost : 0);
    if (*m_cancelled) {
        // Whoever asked too late to keep it going waits for another one.
        std::ranges::move(m_waiting, std::back_inserter(m_asked));
        m_waiting.clear();
        std::erase_if(m_asked, [](const RunsPromise &promise) { return promise.isCanceled(); });
        m_lookAgain = false;
        if (m_followers > 0 || !m_asked.empty())
            look();
        return;
    }
    tellPromises(result);
    if (m_follower.isActive())
        m_follower.setPaths(result.watchPaths);
    const bool differs = m_shown && *m_shown != result.seen;
    m_shown = result.seen;
    if (std::exchange(m_lookAgain, false))
        look();
    if (differs)
        emit changed();
}

} // namespace plotleaf
