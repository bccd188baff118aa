#include "support/wait.h"
#include "ui/window/single_instance.h"

#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// A second start: it waits for the answer of the first, so it runs beside it.
bool startAgain(const QString &workspace, const QStringList &files)
{
    bool taken = false;
    std::unique_ptr<QThread> second(
        QThread::create([&] { taken = SingleInstance(workspace).handOver(files); }));
    second->start();
    if (!QTest::qWaitFor([&] { return second->isFinished(); }, hangMs))
        qFatal("the second start hangs");
    return taken;
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void secondStartHandsOver();
    void anotherWorkspaceIsAnotherInstance();
    void nobodyThere();
};

void TestSingleInstance::secondStartHandsOver()
{
    QTemporaryDir workspace;
    SingleInstance first(workspace.path());
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
    first.listen();
    QVERIFY(!startAgain(two.path(), {}));
}

void TestSingleInstance::nobodyThere()
{
    QTemporaryDir workspace;
    QVERIFY(!startAgain(workspace.path(), {u"/tmp/a.md"_s}));
}

QTEST_GUILESS_MAIN(TestSingleInstance)

#include "test_single_instance.moc"
