#include "core/store/database_thread.h"

namespace plotleaf {

Result<std::unique_ptr<DatabaseThread>> DatabaseThread::start(const Opener &open)
{
    std::unique_ptr<DatabaseThread> thread(new DatabaseThread);
    QPromise<Result<void>> opened;
    QFuture<Result<void>> answer = opened.future();
    opened.start();
    thread->m_thread =
        std::thread([self = thread.get(), open, promise = std::move(opened)]() mutable {
            self->work(open, std::move(promise));
        });
    answer.waitForFinished();
    if (const auto result = answer.takeResult(); !result)
        return result.error();
    return thread;
}

DatabaseThread::~DatabaseThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void DatabaseThread::enqueue(std::function<void(Database &)> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void DatabaseThread::work(const Opener &open, QPromise<Result<void>> opened)
{
    auto database = open();
    opened.addResult(database ? Result<void>() : Result<void>(database.error()));
    opened.finish();
    if (!database)
        return;
    while (auto job = next())
        job(**database);
}

/// The next job, waiting for one; an empty function when the thread is to end.
std::function<void(Database &)> DatabaseThread::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isClosing || !m_jobs.empty(); });
    if (m_jobs.empty())
        return {};
    auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

} // namespace plotleaf
