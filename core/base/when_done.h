#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace plotleaf {

/// Calls `handler(result)` on the thread of `context` when `future` has its result; never, when
/// `context` is destroyed before or the future is cancelled.
///
/// To be preferred to `QFuture::then(context, …)`: Qt 6.4's reads the context from the thread that
/// finishes the future and asserts that it still lives, so closing a page with a query under way
/// would abort.
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             handler(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace plotleaf
