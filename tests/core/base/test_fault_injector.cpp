#include "core/base/fault_injector.h"

#include <QTest>

class FaultInjectorTest : public QObject
{
    Q_OBJECT

private slots:
    void failsOnlyTheChosenAccess()
    {
        plotleaf::FaultInjector faults;
        faults.failAt(2);
        QVERIFY(faults.passes());
        QVERIFY(!faults.passes());
        QVERIFY(faults.passes());
        QCOMPARE(faults.count(), 3);
    }

    void stickyFailsEverythingFromThere()
    {
        plotleaf::FaultInjector faults;
        faults.failAt(2, true);
        QVERIFY(faults.passes());
        QVERIFY(!faults.passes());
        QVERIFY(!faults.passes());
    }
};

QTEST_GUILESS_MAIN(FaultInjectorTest)
#include "test_fault_injector.moc"
