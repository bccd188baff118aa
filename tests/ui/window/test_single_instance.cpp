#include "support/wait.h"
#include "ui/window/single_instance.h"

#include <QDir>
#include <QEventLoop>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <barrier>
#include <cstdio>
#include <memory>
#include <vector>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString holdArgument = u"--hold"_s;

/// A second start: it waits for the answer of the first, so it runs beside it. Whether its files
/// were taken.
bool startAgain(const QString &workspace, const QStringList &files)
{
    bool taken = false;
    std::unique_ptr<QThread> second(
        QThread::create([&] { taken = !SingleInstance(workspace).becomeFirst(files); }));
    second->start();
    if (!QTest::qWaitFor([&] { return second->isFinished(); }, hangMs))
        qFatal("the second start hangs");
    return taken;
}

/// Holds the workspace until it is killed.
int hold(const QString &workspace)
{
    SingleInstance instance(workspace);
    if (!instance.becomeFirst({}))
        return 1;
    instance.listen();
    std::fputs("first", stdout);
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void secondStartHandsOver();
    void anotherWorkspaceIsAnotherInstance();
    void nobodyThere();
    void ofManyStartsAtOnceOneIsTheFirst();
    void theNextOneWaitsForTheEndOfTheFirst();
    void aBusyOneIsAskedOnce();
    void aCrashLeavesNothing();
};

void TestSingleInstance::secondStartHandsOver()
{
    QTemporaryDir workspace;
    SingleInstance first(workspace.path());
    QVERIFY(first.becomeFirst({}));
    first.listen();
    QSignalSpy requested(&first, &SingleInstance::requested);
    const QStringList files = {u"/tmp/größe.md"_s, u"/tmp/b c.md"_s};
    QVERIFY(startAgain(workspace.path(), files));
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toStringList(), files);
    QVERIFY(startAgain(workspace.path() + u"/."_s, {}));
    QCOMPARE(requested.count(), 2);
}

void TestSingleInstance::anotherWorkspaceIsAnotherInstance()
{
    QTemporaryDir one;
    QTemporaryDir two;
    SingleInstance first(one.path());
    QVERIFY(first.becomeFirst({}));
    first.listen();
    QVERIFY(!startAgain(two.path(), {}));
}

void TestSingleInstance::nobodyThere()
{
    QTemporaryDir workspace;
    QVERIFY(!startAgain(workspace.path(), {u"/tmp/a.md"_s}));
}

void TestSingleInstance::ofManyStartsAtOnceOneIsTheFirst()
{
    constexpr int starts = 6;
    for (int round = 0; round < 5; ++round) {
        QTemporaryDir workspace;
        std::barrier together(starts);
        std::atomic_int firsts = 0;
        std::atomic_int taken = 0;
        const auto start = [&] {
            SingleInstance instance(workspace.path());
            together.arrive_and_wait();
            if (!instance.becomeFirst({u"/tmp/a.md"_s}))
                return;
            ++firsts;
            QEventLoop loop;
            connect(&instance, &SingleInstance::requested, &loop, [&] {
                if (++taken == starts - 1)
                    loop.quit();
            });
            instance.listen();
            loop.exec();
        };
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < starts; ++i) {
            threads.emplace_back(QThread::create(start));
            threads.back()->start();
        }
        for (const auto &thread : threads) {
            if (!thread->wait(hangMs))
                qFatal("%d first ones, %d handed over", int(firsts), int(taken));
        }
        QCOMPARE(int(firsts), 1);
        QCOMPARE(int(taken), starts - 1);
    }
}

void TestSingleInstance::aBusyOneIsAskedOnce()
{
    QTemporaryDir workspace;
    SingleInstance first(workspace.path());
    QVERIFY(first.becomeFirst({}));
    first.listen();
    QSignalSpy requested(&first, &SingleInstance::requested);
    // In this thread, so that the first one cannot answer.
    SingleInstance second(workspace.path());
    QVERIFY(!second.becomeFirst({u"/tmp/a.md"_s}, std::chrono::milliseconds(200)));
    QVERIFY(second.isUnanswered());
    second.listen(); // takes nothing away from the first
    QVERIFY(!requested.isEmpty() || requested.wait(hangMs));
    QVERIFY(startAgain(workspace.path(), {u"/tmp/b.md"_s}));
    QCOMPARE(requested.count(), 2);
}

/// It holds the workspace and does not answer any more.
void TestSingleInstance::theNextOneWaitsForTheEndOfTheFirst()
{
    QTemporaryDir workspace;
    auto first = std::make_unique<SingleInstance>(workspace.path());
    QVERIFY(first->becomeFirst({}));
    std::atomic_bool isFirst = false;
    std::unique_ptr<QThread> next(QThread::create(
        [&] { isFirst = SingleInstance(workspace.path()).becomeFirst({u"/tmp/a.md"_s}); }));
    next->start();
    first.reset();
    QVERIFY(next->wait(hangMs));
    QVERIFY(isFirst);
}

/// A process of its own becomes the first and is killed.
void TestSingleInstance::aCrashLeavesNothing()
{
    QTemporaryDir workspace;
    QProcess first;
    first.start(QCoreApplication::applicationFilePath(), {holdArgument, workspace.path()});
    QVERIFY(first.waitForReadyRead(hangMs));
    QCOMPARE(first.readAll(), "first"_ba);
    first.kill();
    QVERIFY(first.waitForFinished(hangMs));
    QCOMPARE(QDir(workspace.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(!startAgain(workspace.path(), {}));
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == holdArgument)
        return hold(arguments.value(2));
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_single_instance.moc"
