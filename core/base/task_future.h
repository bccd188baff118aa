#pragma once

#include <QCoroTask>
#include <QFuture>
#include <QPromise>

#include <memory>

namespace plotleaf {

/// The future of a task, which goes on whatever becomes of who waits.
template <typename T>
QFuture<T> futureOf(QCoro::Task<T> task)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    task.then([promise](T value) {
        promise->addResult(std::move(value));
        promise->finish();
    });
    return future;
}

} // namespace plotleaf
