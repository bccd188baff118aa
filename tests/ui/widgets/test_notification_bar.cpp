#include "support/test_clock.h"
#include "support/wait.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notification_bar.h"

#include <QEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// Notices in their bar, with a clock that stands still until told.
class TestNotificationBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_bar.reset(); }
    void newsFoldAndOfferAnAction();
    void newestIsShownFirst();
    void errorsOutliveNews();
    void goesAwayWhenItsTimeIsOver();
    void errorsStay();
    void whatIsFoundNowhereElseStays();
    void waitsWhileThePointerRestsOnIt();
    void theNextOneHasItsFullTime();
    void whatIsNoLongerSoIsWithdrawn();
    void looksAsSevereAsItIs();
    void textIsPlain();
    void neverTakesTheKeyboard();

private:
    QString shown() const { return m_bar->findChild<QLabel *>(u"notificationText"_s)->text(); }
    QPushButton *action() const { return m_bar->findChild<QPushButton *>(u"notificationAction"_s); }
    /// Time passes and the bar looks at the clock.
    void pass(qint64 milliseconds)
    {
        m_clock.advance(milliseconds);
        m_bar->closeWhenDue();
    }

    TestClock m_clock;
    SystemColorScheme m_system;
    Theme m_theme{m_system};
    Notifier m_notifier;
    std::unique_ptr<NotificationBar> m_bar;
};

void TestNotificationBar::init()
{
    m_bar = std::make_unique<NotificationBar>(m_notifier, m_theme, m_clock);
    m_bar->move(400, 400); // not under the pointer
}

void TestNotificationBar::newsFoldAndOfferAnAction()
{
    QVERIFY(!m_bar->isVisible());
    int undone = 0;
    m_notifier.post(
        {Notice::Severity::Info, u"First"_s, u"Undo"_s, [&] { undone = 1; }, u"archived"_s});
    m_notifier.post(
        {Notice::Severity::Info, u"Second"_s, u"Undo"_s, [&] { undone = 2; }, u"archived"_s});
    QCOMPARE(m_bar->notices().size(), 1);
    QVERIFY(m_bar->isVisible());
    QCOMPARE(shown(), u"Second"_s);
    QCOMPARE(action()->text(), u"Undo"_s);
    QTest::mouseClick(action(), Qt::LeftButton);
    QCOMPARE(undone, 2);
    QVERIFY(!m_bar->isVisible());
    m_bar->runAction(); // nothing is shown, nothing happens
    QCOMPARE(undone, 2);
}

void TestNotificationBar::newestIsShownFirst()
{
    m_notifier.info(u"First"_s);
    m_notifier.info(u"Second"_s);
    m_notifier.info(u"First"_s); // said again: the newest once more
    QCOMPARE(m_bar->notices().size(), 2);
    QCOMPARE(shown(), u"First"_s);
    QVERIFY2(!action()->isVisible(), "a button without anything to do");
    QTest::mouseClick(m_bar->findChild<QToolButton *>(u"notificationClose"_s), Qt::LeftButton);
    QCOMPARE(shown(), u"Second"_s);
    QTest::mouseClick(m_bar->findChild<QToolButton *>(u"notificationClose"_s), Qt::LeftButton);
    QVERIFY(!m_bar->isVisible());
}

void TestNotificationBar::errorsOutliveNews()
{
    m_notifier.error(u"The disk is full."_s);
    m_notifier.error(u"The disk is full."_s);
    m_notifier.info(u"Copied"_s);
    QCOMPARE(m_bar->notices().size(), 2);
    pass(NotificationBar::shownMs);
    QCOMPARE(shown(), u"The disk is full."_s);
    m_bar->closeCurrent();
    QVERIFY(!m_bar->isVisible());
}

void TestNotificationBar::goesAwayWhenItsTimeIsOver()
{
    m_notifier.info(u"Copied"_s);
    pass(NotificationBar::shownMs - 1);
    QVERIFY(m_bar->isVisible());
    // Without anybody asking it to look.
    m_clock.advance(1);
    QVERIFY(QTest::qWaitFor([this] { return !m_bar->isVisible(); }, hangMs));
    QVERIFY(m_bar->notices().isEmpty());
}

void TestNotificationBar::errorsStay()
{
    m_notifier.error(u"The disk is full."_s);
    pass(1000LL * NotificationBar::shownMs);
    QVERIFY(m_bar->isVisible());
}

void TestNotificationBar::whatIsFoundNowhereElseStays()
{
    m_notifier.post({Notice::Severity::Warning, u"Theirs was: x"_s, {}, {}, {}, true});
    pass(1000LL * NotificationBar::shownMs);
    QVERIFY(m_bar->isVisible());
    m_bar->closeCurrent();
    QVERIFY(!m_bar->isVisible());
}

void TestNotificationBar::waitsWhileThePointerRestsOnIt()
{
    m_notifier.info(u"Copied"_s);
    pass(NotificationBar::shownMs / 2);
    QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
    QCoreApplication::sendEvent(m_bar.get(), &enter);
    pass(10LL * NotificationBar::shownMs);
    QVERIFY2(m_bar->isVisible(), "went away under the pointer");
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_bar.get(), &leave);
    pass(NotificationBar::shownMs - 1);
    QVERIFY2(m_bar->isVisible(), "went away at once when the pointer left");
    pass(1);
    QVERIFY(!m_bar->isVisible());
}

void TestNotificationBar::theNextOneHasItsFullTime()
{
    m_notifier.info(u"First"_s);
    pass(NotificationBar::shownMs - 1);
    m_notifier.info(u"Second"_s);
    pass(NotificationBar::shownMs);
    QCOMPARE(shown(), u"First"_s);
    pass(NotificationBar::shownMs - 1);
    QCOMPARE(shown(), u"First"_s);
    pass(1);
    QVERIFY(!m_bar->isVisible());
}

void TestNotificationBar::whatIsNoLongerSoIsWithdrawn()
{
    m_notifier.post({Notice::Severity::Info, u"Drawing…"_s, {}, {}, u"export"_s});
    m_notifier.withdraw(u"other"_s);
    QVERIFY(m_bar->isVisible());
    m_notifier.info(u"Something else"_s);
    m_notifier.withdraw(u"export"_s);
    QCOMPARE(m_bar->notices().size(), 1);
    QCOMPARE(shown(), u"Something else"_s);
    m_notifier.withdraw(u"Something else"_s); // the text is the key where there is none
    QVERIFY(!m_bar->isVisible());
}

void TestNotificationBar::looksAsSevereAsItIs()
{
    QStringList looks;
    for (const auto severity :
         {Notice::Severity::Info, Notice::Severity::Warning, Notice::Severity::Error}) {
        m_notifier.post({severity, u"Text"_s});
        looks.append(m_bar->property("look").toString());
    }
    QCOMPARE(looks, QStringList({u"notice"_s, u"warning"_s, u"error"_s}));
    QVERIFY(qApp->styleSheet().isEmpty());
    m_theme.apply();
    for (const QString &look : std::as_const(looks))
        QVERIFY2(qApp->styleSheet().contains(u"QFrame[look=\"%1\"]"_s.arg(look)), qPrintable(look));
}

void TestNotificationBar::textIsPlain()
{
    m_notifier.info(u"“<b>Bold</b> &amp; <img src='x'>” is in the archive now."_s);
    QCOMPARE(m_bar->findChild<QLabel *>(u"notificationText"_s)->textFormat(), Qt::PlainText);
}

void TestNotificationBar::neverTakesTheKeyboard()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *field = new QLineEdit(&window);
    column->addWidget(field);
    column->addWidget(m_bar.get());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field->setFocus();
    m_notifier.post({Notice::Severity::Error, u"Failed"_s, u"Try again"_s, [] {}});
    QVERIFY(m_bar->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"abc"_s);
    QCOMPARE(field->text(), u"abc"_s);
    m_bar->setParent(nullptr);
}

QTEST_MAIN(TestNotificationBar)
#include "test_notification_bar.moc"
