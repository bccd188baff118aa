#include "core/sync/removal_guard.h"

#include <QTest>

using namespace plotleaf;

/// Which removals are believed.
class RemovalGuardTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void confirmedOnesAreBelieved();
};

namespace {

QVector<RemoteId> someIds(int count)
{
    QVector<RemoteId> ids;
    for (int i = 0; i < count; ++i)
        ids.append(RemoteId(QString::number(i)));
    return ids;
}

/// All but the first so many.
QHash<RemoteId, QDateTime> allBut(const QVector<RemoteId> &ids, int vanished)
{
    QHash<RemoteId, QDateTime> there;
    for (const RemoteId &id : ids.mid(vanished))
        there.insert(id, QDateTime());
    return there;
}

} // namespace

void RemovalGuardTest::judges_data()
{
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("vanished");
    QTest::addColumn<bool>("believed");
    QTest::newRow("none") << 5 << 0 << true;
    QTest::newRow("one of two") << 2 << 1 << true;
    QTest::newRow("the only one") << 1 << 1 << false;
    QTest::newRow("all") << 3 << 3 << false;
    QTest::newRow("two of nine") << 9 << 2 << false;
    QTest::newRow("two of ten, 20 %") << 10 << 2 << true;
    QTest::newRow("ten of a thousand") << 1000 << 10 << true;
    QTest::newRow("eleven of a thousand") << 1000 << 11 << false;
}

void RemovalGuardTest::judges()
{
    QFETCH(int, known);
    QFETCH(int, vanished);
    QFETCH(bool, believed);
    const QVector<RemoteId> ids = someIds(known);
    const RemovalVerdict verdict = judgeRemovals(ids, allBut(ids, vanished), {});
    const QVector<RemoteId> gone = ids.mid(0, vanished);
    QCOMPARE(verdict.believed, believed ? gone : QVector<RemoteId>());
    QCOMPARE(verdict.doubtful, believed ? QVector<RemoteId>() : gone);
}

void RemovalGuardTest::confirmedOnesAreBelieved()
{
    const QVector<RemoteId> ids = someIds(30);
    const QSet<RemoteId> confirmed(ids.cbegin(), ids.cbegin() + 12);
    // One more vanished since the person was asked.
    const RemovalVerdict verdict = judgeRemovals(ids, allBut(ids, 13), confirmed);
    QCOMPARE(verdict.believed.size(), 13);
    // A confirmed one that is there again is not touched.
    QVERIFY(judgeRemovals(ids, allBut(ids, 0), confirmed).believed.isEmpty());
    // Confirmation is for those that were asked about, not for whatever vanishes next.
    QCOMPARE(judgeRemovals(ids, allBut(ids, 25), confirmed).doubtful.size(), 13);
}

QTEST_GUILESS_MAIN(RemovalGuardTest)
#include "test_removal_guard.moc"
