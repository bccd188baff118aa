#pragma once

#include <QFuture>
#include <QSignalSpy>
#include <QTest>

namespace plotleaf::test {

/// How long anything may take before a test calls it hung. Not a measure of speed.
constexpr int hangMs = 60'000;

/// Runs the event loop until the future is finished and returns its result.
template <typename T>
T await(QFuture<T> future)
{
    const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, hangMs);
    if (!finished)
        qFatal("a future did not finish");
    return future.takeResult();
}

} // namespace plotleaf::test
