#include "support/library_page_fixture.h"
#include "ui/library/filter_bar.h"
#include "ui/library/library_card_delegate.h"
#include "ui/widgets/relative_time.h"

#include <QAction>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// The faces of the library page: views, archive, search, what stands in them and what is kept.
class TestLibraryViews : public QObject
{
    Q_OBJECT

private slots:
    void layoutAndOrderAreRemembered();
    void searchIsAboutReportsInEitherView();
    void searchFieldLeadsToTheCards();
    void archiveIsAPlaceOfItsOwn();
    void countsWhatIsShown();
    void newReportsBelongWhereOneIs();
    void moveIsUndoneFromTheNotice();
    void exactTimeIsInTheToolTip();
    void foundNamesAreMarked();
    void escapeLeavesTheNameAsItWas();
    void homeOfTheKeyboardIsTheCards();
};

void TestLibraryViews::layoutAndOrderAreRemembered()
{
    LibraryPageFixture f;
    f.add(u"Beta"_s, u"vision"_s);
    f.add(u"Alpha"_s, u"vision"_s);
    f.show();
    f.child<QToolButton>("projectLayoutButton")->click();
    f.window.findChild<FilterBar *>()->setOrder(ReportOrder::NameAscending);
    QVERIFY(f.child<QToolButton>("projectLayoutButton")->isChecked());
    LibraryPage again(f.commands, f.actions, f.theme, f.preferences, f.clock);
    QCOMPARE(again.cardLayout(), LibraryPage::Layout::Projects);
    QVERIFY(again.findChild<QToolButton *>(u"projectLayoutButton"_s)->isChecked());
    QVERIFY(!again.findChild<QToolButton *>(u"listLayoutButton"_s)->isChecked());
    QCOMPARE(again.findChild<FilterBar *>()->query().order, ReportOrder::NameAscending);
}

void TestLibraryViews::searchIsAboutReportsInEitherView()
{
    LibraryPageFixture f;
    f.add(u"Learning rate"_s, u"vision/resnet"_s);
    f.add(u"Tokenizer"_s, u"language"_s);
    f.page.setCardLayout(LibraryPage::Layout::Projects);
    f.show();
    auto *projects = f.child<CardGridView>("projectCards");
    QVERIFY(QTest::qWaitFor([&] { return projects->isVisible(); }, hangMs));
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"rate"_s);
    QVERIFY(f.waitForNames({u"Learning rate"_s}));
    QVERIFY(f.cards()->isVisible() && !projects->isVisible());
    QTest::keyClick(f.child<QLineEdit>("librarySearch"), Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return projects->isVisible(); }, hangMs));
}

void TestLibraryViews::searchFieldLeadsToTheCards()
{
    LibraryPageFixture f;
    f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.page.focusSearch();
    QVERIFY(f.child<QLineEdit>("librarySearch")->hasFocus());
    QTest::keyClick(f.child<QLineEdit>("librarySearch"), Qt::Key_Down);
    QVERIFY(f.cards()->hasFocus());
    QCOMPARE(f.cards()->currentIndex().row(), 0);
    QSignalSpy opened(&f.page, &LibraryPage::openRequested);
    QTest::keyClick(f.cards(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
}

void TestLibraryViews::archiveIsAPlaceOfItsOwn()
{
    LibraryPageFixture f;
    f.add(u"Alpha"_s, u"vision"_s);
    const ReportId old = f.add(u"Old"_s, u"vision"_s);
    QVERIFY(await(f.library->setArchived(old, true)));
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    QSignalSpy told(&f.page, &LibraryPage::archiveShownChanged);
    QTest::mouseClick(f.child<QToolButton>("archiveButton"), Qt::LeftButton);
    QVERIFY(f.waitForNames({u"Old"_s}));
    QCOMPARE(told.count(), 1);
    QVERIFY2(!f.child<QPushButton>("newReportButton")->isVisible(), "a new report, archived?");
    QVERIFY(!f.child<QToolButton>("projectLayoutButton")->isEnabled());
    QVERIFY(QTest::qWaitFor(
        [&] {
            auto *title = f.child<QLabel>("pathTitle");
            return title && title->text() == u"Archive"_s;
        },
        hangMs));
    QVERIFY(await(f.library->setArchived(old, false)));
    QVERIFY(QTest::qWaitFor([&] { return f.child<QPushButton>("leaveArchiveButton"); }, hangMs));
    QTest::mouseClick(f.child<QPushButton>("leaveArchiveButton"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return f.names().size() == 2; }, hangMs));
    QVERIFY(!f.child<QToolButton>("archiveButton")->isChecked());
    QVERIFY(f.child<QPushButton>("newReportButton")->isVisible());
}

void TestLibraryViews::countsWhatIsShown()
{
    LibraryPageFixture f;
    f.add(u"Alpha"_s, {}, {}, u"zebra"_s);
    f.add(u"Beta"_s);
    f.show();
    const auto says = [&](const QString &text) {
        return QTest::qWaitFor([&] { return f.child<QLabel>("libraryCount")->text() == text; },
                               hangMs);
    };
    QVERIFY(says(u"2 reports"_s));
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"zebra"_s);
    QVERIFY(says(u"1 report"_s));
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"s"_s);
    QVERIFY(says(QString()));
}

void TestLibraryViews::newReportsBelongWhereOneIs()
{
    LibraryPageFixture f;
    f.add(u"Alpha"_s, u"vision"_s);
    f.show();
    f.page.openProject(u"vision"_s);
    QTest::mouseClick(f.child<QPushButton>("newReportButton"), Qt::LeftButton);
    QTest::keyClicks(f.child<QLineEdit>("reportName"), u"A new one"_s);
    QTest::mouseClick(f.child<QPushButton>("acceptButton"), Qt::LeftButton);
    QVERIFY(f.waitForNames({u"A new one"_s, u"Alpha"_s}));
    f.page.openProject(u"nothing/here"_s);
    QVERIFY(QTest::qWaitFor(
        [&] { return f.child<QLabel>("messageText")->text().contains(u"nothing/here"_s); },
        hangMs));
    QVERIFY2(!f.child<QPushButton>("welcomeButton"), "the welcome report is not in this project");
}

void TestLibraryViews::moveIsUndoneFromTheNotice()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s, u"here"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    f.action("reportMove")->trigger();
    QTest::keyClicks(f.child<QLineEdit>("projectSearch"), u"brand/new"_s);
    QTest::mouseClick(f.child<QPushButton>("acceptButton"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return f.notices.isVisible(); }, hangMs));
    QCOMPARE(f.summary(id).project, u"brand/new"_s);
    QTest::mouseClick(f.child<QPushButton>("notificationAction"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return f.summary(id).project == u"here"_s; }, hangMs));
}

void TestLibraryViews::exactTimeIsInTheToolTip()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    const QRect card = f.cards()->visualRect(f.card(u"Alpha"_s));
    const QPoint place = LibraryCardGeometry::of(card, f.theme).footer.topLeft() + QPoint(10, 5);
    QHelpEvent help(QEvent::ToolTip, place, f.cards()->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(f.cards()->viewport(), &help);
    QVERIFY2(QToolTip::text().contains(exactTime(f.summary(id).updated).toHtmlEscaped()),
             qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestLibraryViews::foundNamesAreMarked()
{
    LibraryPageFixture f;
    f.add(u"Learning rate"_s, {}, {}, u"rates of all kinds"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Learning rate"_s}));
    const auto marked = [&] {
        return f.cards()->model()->index(0, 0).data(ReportListModel::MarkedNameRole).toString();
    };
    QCOMPARE(marked(), u"Learning rate"_s);
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"rat"_s);
    QVERIFY(QTest::qWaitFor([&] { return marked() == u"Learning \x02rate\x03"_s; }, hangMs));
    // Who renames gets the name, not the marks.
    QCOMPARE(f.card(u"Learning rate"_s).data(Qt::EditRole).toString(), u"Learning rate"_s);
}

void TestLibraryViews::escapeLeavesTheNameAsItWas()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    f.action("reportRename")->trigger();
    auto *field = f.child<QLineEdit>("renameField");
    QVERIFY(f.cards()->viewport()->rect().contains(field->geometry()));
    QTest::keyClicks(field, u"Something else"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return !f.child<QLineEdit>("renameField"); }, hangMs));
    QCOMPARE(f.summary(id).name, u"Alpha"_s);
}

void TestLibraryViews::homeOfTheKeyboardIsTheCards()
{
    LibraryPageFixture f;
    f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.page.setFocus();
    QVERIFY(f.cards()->hasFocus());
    // Tab reaches every control of the page.
    QSet<QWidget *> reached;
    for (int i = 0; i < 30; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char *name : {"librarySearch", "libraryOrder", "libraryTags", "libraryStatus",
                             "libraryAuthor", "archiveButton", "newReportButton",
                             "listLayoutButton", "projectLayoutButton", "reportCards"})
        QVERIFY2(reached.contains(f.child<QWidget>(name)), name);
}

QTEST_MAIN(TestLibraryViews)

#include "test_library_views.moc"
