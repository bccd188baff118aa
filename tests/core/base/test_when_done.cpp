#include "core/base/when_done.h"

#include <QPromise>
#include <QTest>

#include <optional>
#include <thread>

using namespace plotleaf;

/// The continuation runs on the context's thread, and never without the context.
class WhenDoneTest : public QObject
{
    Q_OBJECT

private slots:
    void handsTheResultToTheContextsThread();
    void doesNothingWhenTheContextIsGone();
    void doesNothingWhenTheFutureIsCancelled();
};

void WhenDoneTest::handsTheResultToTheContextsThread()
{
    QObject context;
    QPromise<int> promise;
    std::optional<int> result;
    std::optional<std::thread::id> thread;
    whenDone(promise.future(), &context, [&](int value) {
        result = value;
        thread = std::this_thread::get_id();
    });
    std::thread([&] {
        promise.start();
        promise.addResult(42);
        promise.finish();
    }).join();
    QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
    QCOMPARE(*result, 42);
    QVERIFY(*thread == std::this_thread::get_id());
}

void WhenDoneTest::doesNothingWhenTheContextIsGone()
{
    auto context = std::make_unique<QObject>();
    QPromise<int> promise;
    bool wasCalled = false;
    bool otherWasCalled = false;
    QObject other;
    promise.start();
    whenDone(promise.future(), context.get(), [&](int) { wasCalled = true; });
    whenDone(promise.future(), &other, [&](int) { otherWasCalled = true; });
    context.reset();
    promise.addResult(1);
    promise.finish();
    QVERIFY(QTest::qWaitFor([&] { return otherWasCalled; }));
    QVERIFY(!wasCalled);
}

void WhenDoneTest::doesNothingWhenTheFutureIsCancelled()
{
    QObject context;
    bool wasCalled = false;
    QFuture<int> future;
    {
        QPromise<int> promise;
        promise.start();
        future = promise.future();
        whenDone(future, &context, [&](int) { wasCalled = true; });
    }
    QVERIFY(future.isCanceled());
    QVERIFY(QTest::qWaitFor([&] { return context.children().isEmpty(); }));
    QVERIFY(!wasCalled);
}

QTEST_GUILESS_MAIN(WhenDoneTest)
#include "test_when_done.moc"
