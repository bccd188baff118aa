#pragma once

#include "core/services/clearml/clearml_client.h"
#include "fakes/clearml/fake_clearml.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QCoroTask>
#include <QTestEventLoop>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace plotleaf::test {

/// Runs the event loop until the task has ended and returns its result.
template <typename T>
T awaitTask(QCoro::Task<T> task)
{
    std::optional<T> result;
    QTestEventLoop loop;
    task.then([&](T value) {
        result.emplace(std::move(value));
        loop.exitLoop();
    });
    if (!result)
        loop.enterLoopMSecs(hangMs);
    if (!result)
        qFatal("a task did not end");
    return *std::move(result);
}

/// A ClearML server in memory and a client that knows how to sign in there and does not wait
/// between attempts.
struct ClearmlFixture
{
    FakeClearml server;
    TestClock clock;
    std::shared_ptr<ClearmlClient> client = makeClient();

    ClearmlServers servers() const
    {
        return {server.http.url(), server.http.url(),
                QUrl(server.http.url().toString() + QStringLiteral("/files"))};
    }
    std::shared_ptr<ClearmlClient> makeClient() const
    {
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        ClearmlRetries retries;
        retries.firstPause = std::chrono::milliseconds(0);
        return std::make_shared<ClearmlClient>(
            servers(), ClearmlCredentials{server.accessKey, server.secretKey}, clock,
            std::move(transport), retries);
    }
    /// Calls `work` when a request of `path` has arrived there and its answer is not back yet.
    void whileHeld(const QByteArray &path, const std::function<void()> &work)
    {
        server.http.add({FakeFault::Kind::Hold, path});
        QObject::connect(&m_holding, &QTimer::timeout, &m_holding, [this, work] {
            if (!server.http.isHolding())
                return;
            m_holding.stop();
            work();
            server.http.release();
        });
        m_holding.start(0);
    }
    template <typename T>
    T run(QCoro::Task<T> task)
    {
        return awaitTask(std::move(task));
    }

private:
    QTimer m_holding;
};

} // namespace plotleaf::test
