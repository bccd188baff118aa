#include "ui/widgets/relative_time.h"

#include <QLocale>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestRelativeTime : public QObject
{
    Q_OBJECT

private slots:
    void saysHowLongAgo_data();
    void saysHowLongAgo();
    void countsLocalDaysNotHours();
    void longAgoIsADate();
    void exactTimesAreLocal();
};

void TestRelativeTime::saysHowLongAgo_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QString>("text");
    QTest::newRow("future") << qint64(-500) << u"just now"_s;
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("59 s") << qint64(59) << u"just now"_s;
    QTest::newRow("1 min") << qint64(60) << u"1 min ago"_s;
    QTest::newRow("59 min") << qint64(3599) << u"59 min ago"_s;
    QTest::newRow("1 h") << qint64(3600) << u"1 h ago"_s;
    QTest::newRow("3 h") << qint64(3 * 3600) << u"3 h ago"_s;
    QTest::newRow("yesterday") << qint64(20 * 3600) << u"yesterday"_s;
    QTest::newRow("2 days") << qint64(2 * 86400) << u"2 days ago"_s;
    QTest::newRow("29 days") << qint64(29 * 86400) << u"29 days ago"_s;
}

void TestRelativeTime::saysHowLongAgo()
{
    QFETCH(qint64, secondsAgo);
    QFETCH(QString, text);
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), Qt::LocalTime);
    QCOMPARE(relativeTime(now.addSecs(-secondsAgo).toUTC(), now.toUTC()), text);
}

void TestRelativeTime::countsLocalDaysNotHours()
{
    const QDateTime evening(QDate(2026, 11, 20), QTime(23, 30), Qt::LocalTime);
    QCOMPARE(relativeTime(evening, evening.addSecs(20 * 60)), u"20 min ago"_s);
    QCOMPARE(relativeTime(evening, evening.addSecs(2 * 3600)), u"yesterday"_s);
    QCOMPARE(relativeTime(evening, evening.addSecs(25 * 3600)), u"2 days ago"_s);
}

void TestRelativeTime::longAgoIsADate()
{
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), Qt::LocalTime);
    const QDateTime then = now.addDays(-400);
    QCOMPARE(relativeTime(then, now), QLocale().toString(then.date(), QLocale::ShortFormat));
    QVERIFY(!relativeTime(now.addDays(-30), now).contains(u"days"_s));
}

void TestRelativeTime::exactTimesAreLocal()
{
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 7), Qt::UTC);
    QCOMPARE(exactTime(time), QLocale().toString(time.toLocalTime(), QLocale::LongFormat));
    QVERIFY(exactTime(time).contains(u"2026"_s) && exactTime(time).contains(u":07"_s));
}

QTEST_GUILESS_MAIN(TestRelativeTime)
#include "test_relative_time.moc"
