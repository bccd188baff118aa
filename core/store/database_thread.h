#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace plotleaf {

/// A thread that owns a Database and runs jobs on it, in the order in which they were posted.
class DatabaseThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<Database>>()>;

    /// Starts the thread, opens the database on it and waits for that.
    static Result<std::unique_ptr<DatabaseThread>> start(const Opener &open);
    /// Runs what is still queued, then closes the database and ends the thread.
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

    /// Queues `job(Database &)`, which returns a Result. A future cancelled before its turn costs
    /// nothing. Callable from any thread.
    template <typename Job>
    auto post(Job job) -> QFuture<std::invoke_result_t<Job &, Database &>>
    {
        using Answer = std::invoke_result_t<Job &, Database &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        enqueue([promise, job = std::move(job)](Database &database) mutable {
            if (!promise->isCanceled())
                promise->addResult(job(database));
            promise->finish();
        });
        return promise->future();
    }

private:
    DatabaseThread() = default;
    void enqueue(std::function<void(Database &)> job);
    void work(const Opener &open, QPromise<Result<void>> opened);
    std::function<void(Database &)> next();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void(Database &)>> m_jobs;
    bool m_isClosing = false;
    std::thread m_thread;
};

} // namespace plotleaf
