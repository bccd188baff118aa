#include "support/library_page_fixture.h"
#include "ui/library/filter_bar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// What a person does on the library page, over a real library.
class TestLibraryPage : public QObject
{
    Q_OBJECT

private slots:
    void newestFirstAndByName();
    void searchShowsTheHit();
    void filtersByTagsStatusAndAuthor();
    void cardOpensOnClickAndEnter();
    void menuByButtonRightClickAndKeyboard();
    void renamesInPlace();
    void refusesAShortName();
    void archivesWithUndo();
    void deletesOnlyWhatIsArchivedAndAsksOnce();
    void publishAsksAndLocks();
    void projectViewGoesDownAndBackUp();
    void saysWhatToDoWhenThereIsNothing();
    void keepsTheReportThatWasLookedAt();

private:
    static QMenu *openMenu(LibraryPageFixture &f);
};

QMenu *TestLibraryPage::openMenu(LibraryPageFixture &f)
{
    QMenu *menu = nullptr;
    const bool opened = QTest::qWaitFor(
        [&] {
            menu = f.child<QMenu>("reportMenu");
            return menu && menu->isVisible();
        },
        hangMs);
    return opened ? menu : nullptr;
}

void TestLibraryPage::newestFirstAndByName()
{
    LibraryPageFixture f;
    f.add(u"Beta"_s);
    f.add(u"Alpha"_s);
    f.add(u"Gamma"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Gamma"_s, u"Alpha"_s, u"Beta"_s}));
    f.window.findChild<FilterBar *>()->setOrder(ReportOrder::NameAscending);
    QVERIFY(f.waitForNames({u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
    f.window.findChild<FilterBar *>()->setOrder(ReportOrder::OldestFirst);
    QVERIFY(f.waitForNames({u"Beta"_s, u"Alpha"_s, u"Gamma"_s}));
    QCOMPARE(f.preferences.value(Preference::LibraryOrder).toInt(), int(ReportOrder::OldestFirst));
}

void TestLibraryPage::searchShowsTheHit()
{
    LibraryPageFixture f;
    f.add(u"First"_s, {}, {}, u"the gradient explodes at step 12k"_s);
    f.add(u"Second"_s, {}, {}, u"nothing of the kind"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Second"_s, u"First"_s}));
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"expl"_s);
    QVERIFY(f.waitForNames({u"First"_s}));
    const auto hit = f.card(u"First"_s).data(ReportListModel::HitRole).value<ReportHit>();
    QVERIFY2(hit.snippet.contains(u'\x02'), qPrintable(hit.snippet));
    QTest::keyClick(f.child<QLineEdit>("librarySearch"), Qt::Key_Escape);
    QVERIFY(f.waitForNames({u"Second"_s, u"First"_s}));
}

void TestLibraryPage::filtersByTagsStatusAndAuthor()
{
    LibraryPageFixture f;
    f.add(u"Both"_s, {}, {u"paper"_s, u"v2"_s});
    f.add(u"Only paper"_s, {}, {u"paper"_s});
    const ReportId published = f.add(u"Published"_s);
    QVERIFY(await(f.library->publish(published)));
    f.show();
    QVERIFY(f.waitForNames({u"Published"_s, u"Only paper"_s, u"Both"_s}));

    QTest::mouseClick(f.child<QToolButton>("libraryTags"), Qt::LeftButton);
    auto *list = f.child<QListWidget>("tagFilterList");
    QVERIFY(QTest::qWaitFor([&] { return list->isVisible(); }, hangMs));
    QCOMPARE(list->item(0)->text(), u"paper"_s);
    emit list->itemClicked(list->item(0));
    QVERIFY(f.waitForNames({u"Only paper"_s, u"Both"_s}));
    emit list->itemClicked(list->item(1)); // v2: include
    emit list->itemClicked(list->item(1)); // v2: exclude
    QVERIFY(f.waitForNames({u"Only paper"_s}));
    list->window()->close();
    QTest::mouseClick(f.child<QToolButton>("libraryClearFilters"), Qt::LeftButton);
    QVERIFY(f.waitForNames({u"Published"_s, u"Only paper"_s, u"Both"_s}));

    f.child<QToolButton>("libraryStatus")->menu()->actions().at(2)->trigger();
    QVERIFY(f.waitForNames({u"Published"_s}));
    QVERIFY(f.child<QToolButton>("libraryClearFilters")->isVisible());
}

void TestLibraryPage::cardOpensOnClickAndEnter()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    QSignalSpy opened(&f.page, &LibraryPage::openRequested);
    const QRect card = f.cards()->visualRect(f.card(u"Alpha"_s));
    QTest::mouseClick(f.cards()->viewport(), Qt::LeftButton, {}, card.center());
    QCOMPARE(opened.count(), 1);
    f.cards()->setFocus();
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    QTest::keyClick(f.cards(), Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.last().first().value<ReportId>(), id);
}

void TestLibraryPage::menuByButtonRightClickAndKeyboard()
{
    LibraryPageFixture f;
    f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    CardGridView *cards = f.cards();
    const QRect card = cards->visualRect(f.card(u"Alpha"_s));
    const QRect button = qobject_cast<CardDelegate *>(cards->itemDelegate())->menuButtonRect(card);
    QSignalSpy opened(&f.page, &LibraryPage::openRequested);
    const auto closeMenu = [&] {
        QMenu *menu = openMenu(f);
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(f.action("reportArchive")));
        menu->close();
        QVERIFY(QTest::qWaitFor([&] { return !f.child<QMenu>("reportMenu"); }, hangMs));
    };
    QTest::mouseClick(cards->viewport(), Qt::LeftButton, {}, button.center());
    closeMenu();
    QContextMenuEvent rightClick(QContextMenuEvent::Mouse, card.center(),
                                 cards->viewport()->mapToGlobal(card.center()));
    QCoreApplication::sendEvent(cards->viewport(), &rightClick);
    closeMenu();
    cards->setFocus();
    cards->setCurrentIndex(f.card(u"Alpha"_s));
    QTest::keyClick(cards, Qt::Key_Menu);
    closeMenu();
    QTest::keyClick(cards, Qt::Key_F10, Qt::ShiftModifier);
    closeMenu();
    QCOMPARE(opened.count(), 0);
}

void TestLibraryPage::renamesInPlace()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.cards()->setFocus();
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    f.action("reportRename")->trigger();
    auto *field = f.child<QLineEdit>("renameField");
    QVERIFY(field);
    QCOMPARE(field->text(), u"Alpha"_s);
    field->selectAll();
    QTest::keyClicks(field, u"Alpha and omega"_s);
    f.add(u"Made meanwhile"_s); // the list changes under the editor
    QCOMPARE(field->text(), u"Alpha and omega"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return f.names().contains(u"Alpha and omega"_s); }, hangMs));
    QCOMPARE(f.names().size(), 2);
    QCOMPARE(f.summary(id).name, u"Alpha and omega"_s);
}

void TestLibraryPage::refusesAShortName()
{
    LibraryPageFixture f;
    f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    QSignalSpy refused(&f.page, &LibraryPage::nameRefused);
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    f.action("reportRename")->trigger();
    auto *field = f.child<QLineEdit>("renameField");
    QVERIFY(field);
    field->selectAll();
    QTest::keyClicks(field, u"ab"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return refused.count() == 1; }, hangMs));
    QCOMPARE(f.names(), QStringList{u"Alpha"_s});
}

void TestLibraryPage::archivesWithUndo()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.add(u"Beta"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Beta"_s, u"Alpha"_s}));
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    f.action("reportArchive")->trigger();
    QVERIFY(f.waitForNames({u"Beta"_s}));
    QVERIFY(QTest::qWaitFor([&] { return f.notices.isVisible(); }, hangMs));
    QTest::mouseClick(f.child<QPushButton>("notificationAction"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return f.names().size() == 2; }, hangMs));
    QVERIFY(!f.summary(id).archived);
}

void TestLibraryPage::deletesOnlyWhatIsArchivedAndAsksOnce()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    QVERIFY(!f.action("reportDelete")->isEnabled());
    f.commands.remove(f.summary(id));
    QVERIFY2(!f.child<QWidget>("deleteBox"), "asked about a report that cannot be deleted");

    QVERIFY(await(f.library->setArchived(id, true)));
    QVERIFY(f.waitForNames({}));
    f.page.setArchiveShown(true);
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    QVERIFY(f.action("reportDelete")->isEnabled());
    f.action("reportDelete")->trigger();
    QVERIFY(f.child<QWidget>("deleteBox"));
    QTest::mouseClick(f.child<QPushButton>("confirmButton"), Qt::LeftButton);
    QVERIFY(f.waitForNames({}));
    QVERIFY(!await(f.library->report(id)));
}

void TestLibraryPage::publishAsksAndLocks()
{
    LibraryPageFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    f.action("reportPublish")->trigger();
    QVERIFY(f.child<QWidget>("publishBox"));
    QTest::mouseClick(f.child<QPushButton>("cancelButton"), Qt::LeftButton);
    QCOMPARE(f.summary(id).status, ReportStatus::Draft);
    QVERIFY(QTest::qWaitFor([&] { return !f.child<QWidget>("publishBox"); }, hangMs));
    f.action("reportPublish")->trigger();
    QTest::mouseClick(f.child<QPushButton>("confirmButton"), Qt::LeftButton);
    QVERIFY(
        QTest::qWaitFor([&] { return f.summary(id).status == ReportStatus::Published; }, hangMs));
    QVERIFY(QTest::qWaitFor([&] { return !f.action("reportPublish")->isEnabled(); }, hangMs));
}

void TestLibraryPage::projectViewGoesDownAndBackUp()
{
    LibraryPageFixture f;
    f.add(u"In resnet"_s, u"vision/resnet"_s);
    f.add(u"In vision"_s, u"vision"_s);
    f.add(u"In speech"_s, u"speech"_s);
    f.page.setCardLayout(LibraryPage::Layout::Projects);
    f.show();
    auto *projects = f.child<CardGridView>("projectCards");
    const auto shown = [&] {
        QStringList names;
        for (int row = 0; row < projects->model()->rowCount(); ++row)
            names.append(projects->model()->index(row, 0).data().toString());
        return names;
    };
    QVERIFY(QTest::qWaitFor(
        [&] {
            return shown() == QStringList({u"speech"_s, u"vision"_s});
        },
        hangMs));
    QVERIFY(projects->isVisible());
    emit projects->opened(projects->model()->index(1, 0));
    QVERIFY(QTest::qWaitFor(
        [&] {
            return shown() == QStringList({u"All of vision"_s, u"resnet"_s});
        },
        hangMs));
    emit projects->opened(projects->model()->index(0, 0));
    QVERIFY(f.waitForNames({u"In vision"_s, u"In resnet"_s}));
    QVERIFY(f.cards()->isVisible());
    QCOMPARE(f.page.project(), u"vision"_s);
    QTest::mouseClick(f.child<QToolButton>("pathPart"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return projects->isVisible(); }, hangMs));
    QCOMPARE(f.page.project(), QString());
}

void TestLibraryPage::saysWhatToDoWhenThereIsNothing()
{
    LibraryPageFixture f;
    f.show();
    QVERIFY(
        QTest::qWaitFor([&] { return f.child<QPushButton>("welcomeButton") != nullptr; }, hangMs));
    QSignalSpy welcome(&f.page, &LibraryPage::welcomeRequested);
    QTest::mouseClick(f.child<QPushButton>("welcomeButton"), Qt::LeftButton);
    QCOMPARE(welcome.count(), 1);

    f.add(u"Alpha"_s);
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"zebra"_s);
    QVERIFY(QTest::qWaitFor([&] { return f.child<QPushButton>("clearFiltersButton") != nullptr; },
                            hangMs));
    QTest::mouseClick(f.child<QPushButton>("clearFiltersButton"), Qt::LeftButton);
    QVERIFY(f.waitForNames({u"Alpha"_s}));
    QVERIFY(QTest::qWaitFor([&] { return f.cards()->isVisible(); }, hangMs));
}

void TestLibraryPage::keepsTheReportThatWasLookedAt()
{
    LibraryPageFixture f;
    const ReportId alpha = f.add(u"Alpha"_s);
    f.add(u"Beta"_s);
    f.show();
    QVERIFY(f.waitForNames({u"Beta"_s, u"Alpha"_s}));
    f.cards()->setCurrentIndex(f.card(u"Alpha"_s));
    f.add(u"Gamma"_s);
    QVERIFY(f.waitForNames({u"Gamma"_s, u"Beta"_s, u"Alpha"_s}));
    QVERIFY(QTest::qWaitFor(
        [&] { return f.page.currentReport() && f.page.currentReport()->id == alpha; }, hangMs));
}

QTEST_MAIN(TestLibraryPage)

#include "test_library_page.moc"
