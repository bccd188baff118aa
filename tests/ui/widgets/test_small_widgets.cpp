#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notification_bar.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/relative_time.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestSmallWidgets : public QObject
{
    Q_OBJECT

private slots:
    void relativeTimes_data();
    void relativeTimes();
    void noticesFoldAndOfferAnAction();
    void errorsOutliveNews();
    void whatIsNoLongerTrueIsWithdrawn();
    void preferencesSurviveAndForgiveDamage();
};

void TestSmallWidgets::relativeTimes_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QString>("text");
    QTest::newRow("future") << qint64(-500) << u"just now"_s;
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("59 s") << qint64(59) << u"just now"_s;
    QTest::newRow("1 min") << qint64(60) << u"1 min ago"_s;
    QTest::newRow("59 min") << qint64(3599) << u"59 min ago"_s;
    QTest::newRow("3 h") << qint64(3 * 3600) << u"3 h ago"_s;
    QTest::newRow("yesterday") << qint64(20 * 3600) << u"yesterday"_s;
    QTest::newRow("6 days") << qint64(6 * 86400) << u"6 days ago"_s;
    QTest::newRow("29 days") << qint64(29 * 86400) << u"29 days ago"_s;
}

void TestSmallWidgets::relativeTimes()
{
    QFETCH(qint64, secondsAgo);
    QFETCH(QString, text);
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), Qt::LocalTime);
    QCOMPARE(relativeTime(now.addSecs(-secondsAgo).toUTC(), now.toUTC()), text);
    QVERIFY(relativeTime(now.addDays(-400), now).contains(u"25"_s));
}

void TestSmallWidgets::noticesFoldAndOfferAnAction()
{
    SystemColorScheme system;
    Theme theme(system);
    Notifier notifier;
    NotificationBar bar(notifier, theme);
    QVERIFY(!bar.isVisible());
    int undone = 0;
    notifier.post(
        {Notice::Severity::Info, u"First"_s, u"Undo"_s, [&] { undone = 1; }, u"archived"_s});
    notifier.post(
        {Notice::Severity::Info, u"Second"_s, u"Undo"_s, [&] { undone = 2; }, u"archived"_s});
    QCOMPARE(bar.notices().size(), 1);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.findChild<QLabel *>(u"notificationText"_s)->text(), u"Second"_s);
    QTest::mouseClick(bar.findChild<QPushButton *>(u"notificationAction"_s), Qt::LeftButton);
    QCOMPARE(undone, 2);
    QVERIFY(!bar.isVisible());
}

void TestSmallWidgets::errorsOutliveNews()
{
    SystemColorScheme system;
    Theme theme(system);
    Notifier notifier;
    NotificationBar bar(notifier, theme);
    notifier.error(u"The disk is full."_s);
    notifier.error(u"The disk is full."_s);
    notifier.info(u"Copied"_s);
    QCOMPARE(bar.notices().size(), 2);
    bar.closeCurrent();
    QCOMPARE(bar.notices().first().text, u"The disk is full."_s);
    bar.closeCurrent();
    QVERIFY(!bar.isVisible());
}

void TestSmallWidgets::whatIsNoLongerTrueIsWithdrawn()
{
    SystemColorScheme system;
    Theme theme(system);
    Notifier notifier;
    NotificationBar bar(notifier, theme);
    notifier.post({Notice::Severity::Info, u"Copied"_s});
    notifier.post({Notice::Severity::Info, u"Drawing…"_s, {}, {}, u"export"_s});
    notifier.withdraw(u"another"_s);
    QCOMPARE(bar.findChild<QLabel *>(u"notificationText"_s)->text(), u"Drawing…"_s);
    notifier.withdraw(u"export"_s);
    QCOMPARE(bar.findChild<QLabel *>(u"notificationText"_s)->text(), u"Copied"_s);
    notifier.withdraw(u"Copied"_s);
    QVERIFY(!bar.isVisible());
}

void TestSmallWidgets::preferencesSurviveAndForgiveDamage()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"p.ini"_s);
    {
        Preferences preferences(file);
        QSignalSpy changed(&preferences, &Preferences::changed);
        preferences.setValue(Preference::Theme, 2);
        preferences.setValue(Preference::Theme, 2);
        QCOMPARE(changed.count(), 1);
        preferences.setValue(Preference::RecentReports, QStringList{u"a"_s, u"b"_s});
    }
    {
        const Preferences preferences(file);
        QCOMPARE(preferences.value(Preference::Theme).toInt(), 2);
        QCOMPARE(preferences.value(Preference::RecentReports).toStringList(),
                 QStringList({u"a"_s, u"b"_s}));
    }
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    // Not as long as before: QSettings reads a file again when its size or time differs.
    damaged.write("[appearance]\ntheme=bluish\nfontSize=@Invalid()\n");
    damaged.close();
    const Preferences preferences(file);
    QCOMPARE(preferences.value(Preference::Theme).toInt(), 0);
    QCOMPARE(preferences.value(Preference::BodyFontSize).toDouble(), 0.0);
}

QTEST_MAIN(TestSmallWidgets)

#include "test_small_widgets.moc"
