#include "core/base/fault_injector.h"
#include "core/store/library.h"
#include "support/store_operations.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;

namespace {

/// What came of an operation in which some access failed.
struct Outcome
{
    bool succeeded = false;
    int accesses = 0;
    QString state;
};

Outcome runWithFailure(const test::StoreOperation &operation,
                       const QString &folder,
                       int failAt,
                       bool sticky)
{
    Outcome outcome;
    FaultInjector faults;
    {
        test::TestClock clock;
        clock.advance(1000);
        test::CountingIdSource ids;
        for (int i = 0; i < 100; ++i)
            ids.next();
        const auto library = Library::open(folder, clock, ids, &faults).value();
        // Waits for what the library does after opening, so that the count is the operation's
        // alone.
        (void)test::await(library->recovered({}));
        faults.failAt(failAt, sticky);
        outcome.succeeded = operation.run(*library).isOk();
        outcome.accesses = faults.count();
        faults.failAt(0);
    }
    outcome.state = test::storeState(folder);
    return outcome;
}

} // namespace

/// Every access to disk of every operation fails once: afterwards the library holds the old or the
/// new state.
class FailuresTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesOldOrNewState_data();
    void leavesOldOrNewState();

private:
    QTemporaryDir m_folder;
    QString m_original;
    QString m_work;
};

void FailuresTest::initTestCase()
{
    m_original = m_folder.path() + u"/original";
    m_work = m_folder.path() + u"/work";
    test::makeStoreForOperations(m_original);
}

void FailuresTest::leavesOldOrNewState_data()
{
    QTest::addColumn<qsizetype>("index");
    QTest::addColumn<bool>("sticky");
    for (qsizetype i = 0; i < test::storeOperations().size(); ++i) {
        const QByteArray name = test::storeOperations().at(i).name.toLatin1();
        QTest::newRow(name.constData()) << i << false;
        if (i % 2 == 0)
            QTest::newRow(QByteArray(name + ", and all later").constData()) << i << true;
    }
}

void FailuresTest::leavesOldOrNewState()
{
    QFETCH(qsizetype, index);
    QFETCH(bool, sticky);
    const test::StoreOperation &operation = test::storeOperations().at(index);
    const QString before = test::storeState(m_original);
    QVERIFY2(!before.startsWith(u"BROKEN"), qPrintable(before));
    test::copyStore(m_original, m_work);
    const Outcome clean = runWithFailure(operation, m_work, 0, false);
    QVERIFY(clean.succeeded);
    QVERIFY(clean.state != before);
    QVERIFY2(!clean.state.startsWith(u"BROKEN"), qPrintable(clean.state));
    QVERIFY(clean.accesses >= 3);
    int failures = 0;
    for (int access = 1; access <= clean.accesses; ++access) {
        test::copyStore(m_original, m_work);
        const Outcome outcome = runWithFailure(operation, m_work, access, sticky);
        const bool isOld = outcome.state == before;
        const bool isNew = outcome.state == clean.state;
        QVERIFY2(isOld || isNew, qPrintable(u"access %1:\n%2"_s.arg(access).arg(outcome.state)));
        // Who was told that it worked must find it so.
        QVERIFY2(isNew || !outcome.succeeded, qPrintable(u"access %1"_s.arg(access)));
        failures += outcome.succeeded ? 0 : 1;
    }
    QVERIFY(failures >= 2);
}

QTEST_GUILESS_MAIN(FailuresTest)
#include "test_failures.moc"
