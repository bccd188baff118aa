#include "support/opened_report.h"
#include "ui/report/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// What a person sees and keeps when the disk refuses, when a report is published, and after
/// saving.
class ReportSavingTest : public QObject
{
    Q_OBJECT

private slots:
    void aDiskThatRefusesIsToldAndTriedAgain();
    void textTypedWhileTheDiskRefusesIsNotLost();
    void undoGoesBackBeyondASave();
    void publishingWhileOpenLocksAndSaysWhy();
    void aClosedBarStaysClosed();
    void textOnDiskComesBackAfterAKill();
};

void ReportSavingTest::aDiskThatRefusesIsToldAndTriedAgain()
{
    FaultInjector faults;
    OpenedReport r(u"one"_s, {.faults = &faults});
    auto *bar = r.child<NoticeBar>(u"notSavedNotice"_s);
    auto *saved = r.child<QLabel>(u"savedState"_s);
    QVERIFY(!bar->isVisible());
    faults.failAt(1, true);
    r.editor->moveCursor(QTextCursor::End);
    r.type(u" two"_s);
    waitUntil([&] { return bar->isVisible(); }, u"the bar"_s);
    QCOMPARE(r.view->saveState(), OpenReport::State::Failed);
    QVERIFY2(bar->text().contains(u"cannot be saved"_s), qPrintable(bar->text()));
    QCOMPARE(saved->text(), u"Not saved"_s);
    QCOMPARE(r.editor->text(), u"one two"_s);
    // The button, while the disk still refuses: nothing changes.
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(!await(r.view->saveNow()));
    QVERIFY(bar->isVisible());
    faults.failAt(0);
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Saved; }, u"the save"_s);
    QVERIFY(!bar->isVisible());
    QCOMPARE(saved->text(), u"Saved"_s);
    QCOMPARE(r.storedText(), u"one two"_s);
}

void ReportSavingTest::textTypedWhileTheDiskRefusesIsNotLost()
{
    FaultInjector faults;
    OpenedReport r(u"one"_s, {.faults = &faults});
    faults.failAt(1, true);
    r.editor->moveCursor(QTextCursor::End);
    r.type(u" two"_s);
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Failed; });
    r.type(u" three"_s);
    faults.failAt(0);
    r.type(u" four"_s); // with the next change it is tried again, nobody has to ask
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Saved; }, u"the save"_s);
    QCOMPARE(r.storedText(), u"one two three four"_s);
    r.action(u"undo"_s)->trigger();
    QVERIFY(r.editor->text() != r.storedText());
}

void ReportSavingTest::undoGoesBackBeyondASave()
{
    OpenedReport r(u"- one"_s);
    r.editor->moveCursor(QTextCursor::End);
    r.type(u"\ntwo"_s);
    QVERIFY(await(r.view->saveNow()));
    r.action(u"bold"_s)->trigger();
    QVERIFY(await(r.view->saveNow()));
    QCOMPARE(r.storedText(), u"- one\n- **two**"_s);
    while (r.action(u"undo"_s)->isEnabled())
        r.action(u"undo"_s)->trigger();
    QCOMPARE(r.editor->text(), u"- one"_s);
    QVERIFY(await(r.view->saveNow()));
    while (r.action(u"redo"_s)->isEnabled())
        r.action(u"redo"_s)->trigger();
    QCOMPARE(r.editor->text(), u"- one\n- **two**"_s);
}

void ReportSavingTest::publishingWhileOpenLocksAndSaysWhy()
{
    OpenedReport r(u"Final"_s);
    QVERIFY(!r.view->isLocked());
    QVERIFY(await(r.library->publish(r.id)));
    auto *bar = r.child<NoticeBar>(u"lockedNotice"_s);
    waitUntil([&] { return r.view->isLocked() && bar->isVisible(); }, u"the lock"_s);
    QVERIFY(bar->text().contains(u"published"_s) && bar->text().contains(u"Duplicate"_s));
    r.type(u"x"_s);
    r.editor->paste();
    QCOMPARE(r.editor->text(), u"Final"_s);
    QVERIFY(!r.action(u"bold"_s)->isEnabled());
    QVERIFY(!r.action(u"replace"_s)->isEnabled());
    // It can still be read, searched and copied.
    QVERIFY(r.action(u"find"_s)->isEnabled());
    r.editor->selectAll();
    r.editor->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Final"_s);
}

void ReportSavingTest::aClosedBarStaysClosed()
{
    OpenedReport r(u"Final"_s, {.published = true});
    auto *bar = r.child<NoticeBar>(u"lockedNotice"_s);
    QVERIFY(bar->isVisible());
    for (auto *button : bar->findChildren<QToolButton *>())
        QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!bar->isVisible());
    // Something else of the report changes: that is no reason to say it again.
    QSignalSpy titles(r.view.get(), &ReportView::titleChanged);
    QVERIFY(await(r.library->setDescription(r.id, u"New"_s)));
    waitUntil([&] { return !titles.isEmpty(); });
    QVERIFY(!bar->isVisible());
}

void ReportSavingTest::textOnDiskComesBackAfterAKill()
{
    OpenedReport r(u"one"_s);
    // As the journal leaves it when Plotleaf is killed before the pause that saves.
    QVERIFY(await(r.library->journal(r.id, u"one and more"_s)));
    QPointer<ReportView> old = r.view.get();
    r.reopen();
    QVERIFY(old.isNull());
    QCOMPARE(r.editor->text(), u"one and more"_s);
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Saved; }, u"the save"_s);
    QCOMPARE(r.storedText(), u"one and more"_s);
}

int main(int argc, char *argv[])
{
    return runPageTest<ReportSavingTest>(argc, argv);
}
#include "test_report_saving.moc"
