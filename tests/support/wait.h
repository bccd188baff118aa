#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QTestEventLoop>

namespace plotleaf::test {

/// How long anything may take before a test calls it hung. Not a measure of speed.
constexpr int hangMs = 60'000;

/// Runs the event loop until the future is finished and returns its result. A real event loop:
/// QTest::qWaitFor sleeps 10 ms between events, which makes the web engine, whose tasks are events,
/// ten times slower.
template <typename T>
T await(QFuture<T> future)
{
    QTestEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QTestEventLoop::exitLoop);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.enterLoopMSecs(hangMs);
    if (!future.isFinished())
        qFatal("a future did not finish");
    return future.takeResult();
}

} // namespace plotleaf::test
