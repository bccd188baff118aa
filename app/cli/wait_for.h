#pragma once

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace plotleaf {

/// Runs an event loop until the future is finished; for the command line, where nothing else goes
/// on.
template <typename T>
T waitFor(QFuture<T> future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.takeResult();
}

} // namespace plotleaf
