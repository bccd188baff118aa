#pragma once

#include <QCoroTask>
#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

#include <optional>

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

/// The same for a task. (QCoro::waitFor() wants a value that can be made from nothing.)
template <typename T>
T waitForTask(QCoro::Task<T> task)
{
    std::optional<T> result;
    QEventLoop loop;
    task.then([&](T value) {
        result.emplace(std::move(value));
        loop.quit();
    });
    // Quitting a loop that does not run yet would be forgotten.
    if (!result)
        loop.exec();
    return *std::move(result);
}

} // namespace plotleaf
