#include "core/report/report_link.h"
#include "support/command_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// Each command on a report through its dialog, over a real library.
class TestReportCommands : public QObject
{
    Q_OBJECT

private slots:
    void actionsFitTheReport();
    void menuHasEveryAction();
    void everyActionHasIconAndName();
    void openIsLeftOutWhereItIsOpen();
    void newReportIsOpened();
    void renameByDialog();
    void shareCopiesALinkThatLeadsBack();
    void tagsAreAddedByDialog();
    void moveCreatesTheProjectAndCanBeUndone();
    void moveToNoProject();
    void archiveCanBeUndoneAndRestored();
    void deleteAsksOnceAndCancelKeeps();
    void duplicateHasWhatWasTypedJustNow();
    void publishWritesWhatWasTypedFirst();
    void failuresAreTold();
};

void TestReportCommands::actionsFitTheReport()
{
    CommandFixture f;
    const QStringList all = {u"reportOpen"_s,      u"reportRename"_s,     u"reportTags"_s,
                             u"reportMove"_s,      u"reportDuplicate"_s,  u"reportShare"_s,
                             u"reportExportPdf"_s, u"reportExportHtml"_s, u"reportExportMarkdown"_s,
                             u"reportPrint"_s,     u"reportPublish"_s,    u"reportArchive"_s,
                             u"reportDelete"_s};
    const auto disabled = [&] {
        QStringList names;
        for (const QString &name : all) {
            if (!f.actions.findChild<QAction *>(name)->isEnabled())
                names.append(name);
        }
        return names;
    };
    QCOMPARE(disabled(), all);
    const ReportId id = f.add(u"Alpha"_s);
    f.select(id);
    QCOMPARE(disabled(), QStringList{u"reportDelete"_s});
    QVERIFY2(!f.action("reportDelete")->toolTip().isEmpty(), "nothing says why it is grey");
    QVERIFY(await(f.library->publish(id)));
    f.select(id);
    QCOMPARE(disabled(), QStringList({u"reportPublish"_s, u"reportDelete"_s}));
    QVERIFY(await(f.library->setArchived(id, true)));
    f.select(id);
    QCOMPARE(disabled(), QStringList{u"reportPublish"_s});
    QVERIFY(f.action("reportArchive")->text().contains(u"Restore"_s));
    f.actions.setTarget(std::nullopt);
    QCOMPARE(disabled(), all);
    QVERIFY(!f.action("reportArchive")->text().contains(u"Restore"_s));
}

void TestReportCommands::menuHasEveryAction()
{
    CommandFixture f;
    QMenu menu;
    f.actions.fill(menu);
    for (QAction *action : f.actions.findChildren<QAction *>())
        QVERIFY2(menu.actions().contains(action), qPrintable(action->objectName()));
}

void TestReportCommands::everyActionHasIconAndName()
{
    CommandFixture f;
    QSet<QString> mnemonics;
    for (const QAction *action : f.actions.findChildren<QAction *>()) {
        QVERIFY2(!action->icon().isNull(), qPrintable(action->objectName()));
        const auto at = action->text().indexOf(u'&');
        QVERIFY2(at >= 0, qPrintable(action->text()));
        const QString letter = action->text().mid(at + 1, 1).toLower();
        QVERIFY2(!mnemonics.contains(letter), qPrintable(action->text()));
        mnemonics.insert(letter);
    }
}

void TestReportCommands::openIsLeftOutWhereItIsOpen()
{
    CommandFixture f;
    f.actions.setOpenShown(false);
    QVERIFY(!f.action("reportOpen")->isVisible());
    f.actions.setOpenShown(true);
    QVERIFY(f.action("reportOpen")->isVisible());
    QSignalSpy opened(&f.actions, &ReportActions::openRequested);
    const ReportId id = f.add(u"Alpha"_s);
    f.select(id);
    f.action("reportOpen")->trigger();
    QCOMPARE(opened.first().first().value<ReportId>(), id);
}

void TestReportCommands::newReportIsOpened()
{
    CommandFixture f;
    f.commands.newReport({u"vision"_s});
    QTest::keyClicks(f.child<QLineEdit>("reportName"), u"A new one"_s);
    QTest::mouseClick(f.accept(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return f.opened.size() == 1; }, hangMs));
    const ReportSummary made = f.summary(f.opened.first());
    QCOMPARE(made.name, u"A new one"_s);
    QCOMPARE(made.project, u"vision"_s);
}

void TestReportCommands::renameByDialog()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.commands.askName(f.summary(id));
    auto *name = f.child<QLineEdit>("renameName");
    QCOMPARE(name->text(), u"Alpha"_s);
    QCOMPARE(name->selectedText(), u"Alpha"_s);
    QTest::keyClicks(name, u"Be"_s);
    QTest::keyClick(name, Qt::Key_Return);
    auto *problem = f.child<QLabel>("problem");
    QVERIFY2(problem->isVisibleTo(problem->window()), "two characters were taken for a name");
    QTest::keyClicks(name, u"ta"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return f.summary(id).name == u"Beta"_s; }, hangMs));
}

void TestReportCommands::shareCopiesALinkThatLeadsBack()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.select(id);
    f.action("reportShare")->trigger();
    QCOMPARE(reportOfLink(QGuiApplication::clipboard()->text()), std::optional(id));
    QVERIFY(f.waitForNotice(u"Alpha"_s));
}

void TestReportCommands::tagsAreAddedByDialog()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s, {}, {u"paper"_s});
    f.select(id);
    f.action("reportTags")->trigger();
    QTest::keyClicks(f.child<QLineEdit>("tagField"), u"v2, paper"_s);
    QTest::keyClick(f.child<QLineEdit>("tagField"), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return f.summary(id).tags == QStringList({u"paper"_s, u"v2"_s});
        },
        hangMs));
}

void TestReportCommands::moveCreatesTheProjectAndCanBeUndone()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s, u"here"_s);
    f.select(id);
    f.action("reportMove")->trigger();
    QTest::keyClicks(f.child<QLineEdit>("projectSearch"), u"brand/new"_s);
    QTest::keyClick(f.child<QLineEdit>("projectSearch"), Qt::Key_Return);
    QVERIFY(f.waitForNotice(u"brand/new"_s));
    QCOMPARE(f.summary(id).project, u"brand/new"_s);
    QVERIFY(await(f.library->projectPaths()).value().contains(u"brand/new"_s));
    QCOMPARE(f.told.last().actionText, u"Undo"_s);
    f.told.last().action();
    QVERIFY(QTest::qWaitFor([&] { return f.summary(id).project == u"here"_s; }, hangMs));
    QVERIFY(f.waitForNotice(u"here"_s));
    QVERIFY2(f.told.last().actionText.isEmpty(), "taking back offers to take back");
}

void TestReportCommands::moveToNoProject()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s, u"here"_s);
    f.select(id);
    f.action("reportMove")->trigger();
    auto *projects = f.child<QListWidget>("projectList");
    QVERIFY(QTest::qWaitFor([&] { return projects->count() == 2; }, hangMs));
    projects->setCurrentRow(0);
    QVERIFY(f.accept()->isEnabled());
    f.accept()->click();
    QVERIFY(f.waitForNotice(u"no project"_s));
    QCOMPARE(f.summary(id).project, QString());
}

void TestReportCommands::archiveCanBeUndoneAndRestored()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.select(id);
    f.action("reportArchive")->trigger();
    QVERIFY(f.waitForNotice(u"in the archive"_s));
    QVERIFY(f.summary(id).archived);
    f.told.last().action();
    QVERIFY(f.waitForNotice(u"back from the archive"_s));
    QVERIFY(!f.summary(id).archived);
    QVERIFY(await(f.library->setArchived(id, true)));
    f.select(id);
    f.action("reportArchive")->trigger();
    QVERIFY(QTest::qWaitFor([&] { return !f.summary(id).archived; }, hangMs));
}

void TestReportCommands::deleteAsksOnceAndCancelKeeps()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    QVERIFY(await(f.library->setArchived(id, true)));
    f.select(id);
    f.action("reportDelete")->trigger();
    auto *box = f.child<QMessageBox>("deleteBox");
    QVERIFY(box->text().contains(u"Alpha"_s));
    QVERIFY(box->textFormat() == Qt::PlainText);
    QCOMPARE(box->defaultButton(), f.child<QPushButton>("cancelButton"));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return !f.child<QMessageBox>("deleteBox"); }, hangMs));
    QVERIFY(await(f.library->report(id)));
    f.select(
        id); // the library, from which it went into the archive, has another current report by now
    f.action("reportDelete")->trigger();
    QTest::mouseClick(f.child<QPushButton>("confirmButton"), Qt::LeftButton);
    QVERIFY(f.waitForNotice(u"deleted"_s));
    QVERIFY(!await(f.library->report(id)));
}

void TestReportCommands::duplicateHasWhatWasTypedJustNow()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s, u"here"_s, {u"v2"_s}, u"old"_s);
    f.commands.setFlush(
        [&f](const ReportId &report) { return f.library->save(report, u"typed just now"_s); });
    f.select(id);
    f.action("reportDuplicate")->trigger();
    QVERIFY(QTest::qWaitFor([&] { return f.opened.size() == 1; }, hangMs));
    const Report copy = await(f.library->report(f.opened.first())).value();
    QVERIFY(copy.summary.id != id);
    QCOMPARE(copy.text, u"typed just now"_s);
    QCOMPARE(copy.summary.name, u"Alpha (copy)"_s);
    QCOMPARE(copy.summary.project, u"here"_s);
    QCOMPARE(copy.summary.tags, QStringList{u"v2"_s});
}

void TestReportCommands::publishWritesWhatWasTypedFirst()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s, {}, {}, u"old"_s);
    f.commands.setFlush(
        [&f](const ReportId &report) { return f.library->save(report, u"typed just now"_s); });
    f.select(id);
    f.action("reportPublish")->trigger();
    auto *box = f.child<QMessageBox>("publishBox");
    QCOMPARE(box->defaultButton(), f.child<QPushButton>("cancelButton"));
    QTest::mouseClick(f.child<QPushButton>("confirmButton"), Qt::LeftButton);
    QVERIFY(f.waitForNotice(u"published"_s));
    QCOMPARE(f.summary(id).status, ReportStatus::Published);
    QCOMPARE(await(f.library->report(id)).value().text, u"typed just now"_s);
}

void TestReportCommands::failuresAreTold()
{
    CommandFixture f;
    ReportSummary gone;
    gone.id = ReportId(u"nothing"_s);
    gone.name = u"Gone"_s;
    f.commands.setArchived(gone, true);
    QVERIFY(QTest::qWaitFor([&] { return f.told.size() == 1; }, hangMs));
    QCOMPARE(f.told.last().severity, Notice::Severity::Error);
    f.commands.rename(gone.id, u"Other"_s);
    f.commands.duplicate(gone);
    QVERIFY(QTest::qWaitFor([&] { return f.told.size() == 3; }, hangMs));
    QVERIFY(f.opened.isEmpty());
}

QTEST_MAIN(TestReportCommands)
#include "test_report_commands.moc"
