#include "support/library_fixture.h"
#include "ui/library/filter_bar.h"
#include "ui/library/tag_filter.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

class FilterFixture : public LibraryFixture
{
public:
    FilterFixture()
    {
        QObject::connect(&bar, &FilterBar::queryChanged, &bar, [this](const ReportQuery &query) {
            told = query;
            ++changes;
        });
        bar.resize(1100, 60);
        bar.show();
        if (!QTest::qWaitForWindowExposed(&bar))
            qFatal("the bar does not come up");
    }
    template <typename Widget>
    Widget *child(const char *name)
    {
        return bar.findChild<Widget *>(QString::fromLatin1(name));
    }
    QToolButton *button(const char *name) { return child<QToolButton>(name); }
    /// Chooses in a button's menu by what stands there.
    void choose(const char *name, const QString &text)
    {
        emit button(name)->menu()->aboutToShow();
        for (QAction *action : button(name)->menu()->actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        qFatal("nothing is called %s", qPrintable(text));
    }
    QString checked(const char *name)
    {
        emit button(name)->menu()->aboutToShow();
        QStringList texts;
        for (const QAction *action : button(name)->menu()->actions()) {
            if (action->isChecked())
                texts.append(action->text());
        }
        return texts.join(u',');
    }
    QListWidget *openTags()
    {
        QTest::mouseClick(button("libraryTags"), Qt::LeftButton);
        auto *list = child<QListWidget>("tagFilterList");
        if (!QTest::qWaitFor([&] { return list->isVisible(); }, hangMs))
            qFatal("the tags do not open");
        return list;
    }

    SystemColorScheme system;
    Theme theme{system};
    FilterBar bar{*library, theme};
    ReportQuery told;
    int changes = 0;
};

} // namespace

/// What the bar asks the library for, and how it shows that it does.
class TestFilterBar : public QObject
{
    Q_OBJECT

private slots:
    void startsWithEverything();
    void searchIsAskedAtEachKey();
    void escapeClearsTheSearchOnly();
    void downAndEnterLeaveForTheCards();
    void everyOrderCanBeChosen_data();
    void everyOrderCanBeChosen();
    void statusIsChosenAndShown();
    void authorsComeFromTheLibrary();
    void tagsGoThroughThreeStates();
    void anyOrAllOfTheTags();
    void tagsAreFoundByTyping();
    void tagsByKeyboard();
    void chosenTagsAreShownAgain();
    void clearKeepsOrderProjectAndArchive();
    void projectIsToldOnce();
    void everyControlHasANameForScreenReaders();
};

void TestFilterBar::startsWithEverything()
{
    FilterFixture f;
    QVERIFY(!f.bar.isNarrowed());
    QVERIFY2(!f.button("libraryClearFilters")->isVisible(), "there is nothing to clear");
    QCOMPARE(f.checked("libraryStatus"), u"Drafts and published"_s);
    QCOMPARE(f.checked("libraryAuthor"), u"Everyone"_s);
    for (const char *name : {"libraryTags", "libraryStatus", "libraryAuthor"})
        QVERIFY2(!f.button(name)->isChecked(), name);
    f.bar.setCount(u"12 reports"_s);
    QCOMPARE(f.child<QLabel>("libraryCount")->text(), u"12 reports"_s);
}

void TestFilterBar::searchIsAskedAtEachKey()
{
    FilterFixture f;
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"los"_s);
    QCOMPARE(f.changes, 3);
    QCOMPARE(f.told.search, u"los"_s);
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u" "_s);
    QCOMPARE(f.told.search, u"los"_s);
    QVERIFY(f.bar.isNarrowed());
    QVERIFY(f.button("libraryClearFilters")->isVisible());
}

void TestFilterBar::escapeClearsTheSearchOnly()
{
    FilterFixture f;
    f.choose("libraryStatus", u"Drafts only"_s);
    auto *search = f.child<QLineEdit>("librarySearch");
    QTest::keyClicks(search, u"loss"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
    QCOMPARE(f.told.search, QString());
    QCOMPARE(f.told.status, std::optional(ReportStatus::Draft));
}

void TestFilterBar::downAndEnterLeaveForTheCards()
{
    FilterFixture f;
    QSignalSpy left(&f.bar, &FilterBar::leftDownwards);
    auto *search = f.child<QLineEdit>("librarySearch");
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(left.count(), 2);
    QTest::keyClick(search, Qt::Key_Left);
    QCOMPARE(left.count(), 2);
}

void TestFilterBar::everyOrderCanBeChosen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ReportOrder>("order");
    QTest::addColumn<QString>("shown");
    QTest::newRow("newest") << u"Recently updated"_s << ReportOrder::NewestFirst << u"Recent"_s;
    QTest::newRow("oldest") << u"Least recently updated"_s << ReportOrder::OldestFirst
                            << u"Oldest"_s;
    QTest::newRow("a to z") << u"Name, A to Z"_s << ReportOrder::NameAscending << u"Name"_s;
    QTest::newRow("z to a") << u"Name, Z to A"_s << ReportOrder::NameDescending << u"Name"_s;
}

void TestFilterBar::everyOrderCanBeChosen()
{
    QFETCH(QString, text);
    QFETCH(ReportOrder, order);
    QFETCH(QString, shown);
    FilterFixture f;
    f.choose("libraryOrder", text);
    QCOMPARE(f.told.order, order);
    QCOMPARE(f.button("libraryOrder")->text(), shown);
    QCOMPARE(f.checked("libraryOrder"), text);
    QVERIFY2(!f.bar.isNarrowed(), "an order leaves nothing out");
}

void TestFilterBar::statusIsChosenAndShown()
{
    FilterFixture f;
    f.choose("libraryStatus", u"Published only"_s);
    QCOMPARE(f.told.status, std::optional(ReportStatus::Published));
    QCOMPARE(f.button("libraryStatus")->text(), u"Published"_s);
    QVERIFY(f.button("libraryStatus")->isChecked());
    f.choose("libraryStatus", u"Drafts and published"_s);
    QVERIFY(!f.told.status);
    QVERIFY(!f.button("libraryStatus")->isChecked());
    QVERIFY(!f.bar.isNarrowed());
}

void TestFilterBar::authorsComeFromTheLibrary()
{
    FilterFixture f;
    const QString author = f.summary(f.add(u"Alpha"_s)).author;
    QVERIFY(!author.isEmpty());
    const auto offered = [&] {
        QStringList texts;
        for (const QAction *action : f.button("libraryAuthor")->menu()->actions())
            texts.append(action->text());
        return texts;
    };
    emit f.button("libraryAuthor")->menu()->aboutToShow();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return offered() == QStringList({u"Everyone"_s, author});
        },
        hangMs));
    f.button("libraryAuthor")->menu()->actions().last()->trigger();
    QCOMPARE(f.told.author, author);
    QCOMPARE(f.button("libraryAuthor")->text(), author);
    QVERIFY(f.button("libraryAuthor")->isChecked());
    f.button("libraryAuthor")->menu()->actions().first()->trigger();
    QCOMPARE(f.told.author, QString());
}

void TestFilterBar::tagsGoThroughThreeStates()
{
    FilterFixture f;
    f.add(u"Alpha"_s, {}, {u"paper"_s, u"v2"_s});
    QListWidget *list = f.openTags();
    QCOMPARE(list->count(), 2);
    const QRect place = list->visualItemRect(list->item(1));
    const auto click = [&] {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
    };
    click();
    QCOMPARE(f.told.includeTags, QStringList{u"v2"_s});
    QCOMPARE(f.told.excludeTags, QStringList());
    QCOMPARE(f.button("libraryTags")->text(), u"Tags: 1"_s);
    QVERIFY(f.button("libraryTags")->isChecked());
    QVERIFY(!list->item(1)->toolTip().isEmpty());
    click();
    QCOMPARE(f.told.includeTags, QStringList());
    QCOMPARE(f.told.excludeTags, QStringList{u"v2"_s});
    click();
    QCOMPARE(f.told.excludeTags, QStringList());
    QVERIFY(!f.bar.isNarrowed());
    QCOMPARE(f.button("libraryTags")->text(), u"Tags"_s);
}

void TestFilterBar::anyOrAllOfTheTags()
{
    FilterFixture f;
    f.add(u"Alpha"_s, {}, {u"paper"_s, u"v2"_s});
    QListWidget *list = f.openTags();
    auto *filter = f.bar.findChild<TagFilter *>();
    const auto choices = filter->findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 2);
    QVERIFY(choices.first()->isChecked());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(list->item(0)).center());
    QCOMPARE(f.told.tagMatch, TagMatch::Any);
    choices.last()->click();
    QCOMPARE(f.told.tagMatch, TagMatch::All);
    QCOMPARE(f.told.includeTags, QStringList{u"paper"_s});
    choices.first()->click();
    QCOMPARE(f.told.tagMatch, TagMatch::Any);
}

void TestFilterBar::tagsAreFoundByTyping()
{
    FilterFixture f;
    f.add(u"Alpha"_s, {}, {u"paper"_s, u"v2"_s, u"vision"_s});
    QListWidget *list = f.openTags();
    QTest::keyClicks(f.child<QLineEdit>("tagFilterSearch"), u"V"_s);
    QVERIFY(list->item(0)->isHidden());
    QVERIFY(!list->item(1)->isHidden() && !list->item(2)->isHidden());
    QCOMPARE(f.changes, 0); // looking for a tag is not yet choosing one
}

void TestFilterBar::tagsByKeyboard()
{
    FilterFixture f;
    f.add(u"Alpha"_s, {}, {u"paper"_s, u"v2"_s, u"vision"_s});
    QListWidget *list = f.openTags();
    auto *search = f.child<QLineEdit>("tagFilterSearch");
    QTest::keyClicks(search, u"v"_s);
    // Enter takes the first one that is left, the arrows go on to others.
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(f.told.includeTags, QStringList{u"v2"_s});
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(f.told.includeTags, QStringList({u"v2"_s, u"vision"_s}));
    QTest::keyClick(search, Qt::Key_Up);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(f.told.excludeTags, QStringList{u"v2"_s});
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!list->isVisible());
}

void TestFilterBar::chosenTagsAreShownAgain()
{
    FilterFixture f;
    f.add(u"Alpha"_s, {}, {u"paper"_s, u"v2"_s});
    QListWidget *list = f.openTags();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(list->item(1)).center());
    const QString tip = list->item(1)->toolTip();
    f.bar.findChild<TagFilter *>()->close();
    list = f.openTags();
    QCOMPARE(list->item(1)->toolTip(), tip);
    QCOMPARE(list->item(0)->toolTip(), QString());
    QCOMPARE(f.child<QLineEdit>("tagFilterSearch")->text(), QString());
}

void TestFilterBar::clearKeepsOrderProjectAndArchive()
{
    FilterFixture f;
    f.bar.setProject(u"vision"_s);
    f.bar.setArchived(true);
    f.choose("libraryOrder", u"Name, A to Z"_s);
    f.choose("libraryStatus", u"Drafts only"_s);
    QTest::keyClicks(f.child<QLineEdit>("librarySearch"), u"loss"_s);
    const int before = f.changes;
    QTest::mouseClick(f.button("libraryClearFilters"), Qt::LeftButton);
    QCOMPARE(f.changes, before + 1);
    QVERIFY(!f.bar.isNarrowed());
    QCOMPARE(f.told.search, QString());
    QVERIFY(!f.told.status);
    QCOMPARE(f.told.order, ReportOrder::NameAscending);
    QCOMPARE(f.told.project, std::optional(u"vision"_s));
    QVERIFY(f.told.archived);
    QCOMPARE(f.child<QLineEdit>("librarySearch")->text(), QString());
}

void TestFilterBar::projectIsToldOnce()
{
    FilterFixture f;
    f.bar.setProject(u"vision"_s);
    f.bar.setProject(u"vision"_s);
    QCOMPARE(f.changes, 1);
    f.bar.setProject(std::nullopt);
    QCOMPARE(f.changes, 2);
    QVERIFY(!f.told.project);
}

void TestFilterBar::everyControlHasANameForScreenReaders()
{
    FilterFixture f;
    for (const QToolButton *button : f.bar.findChildren<QToolButton *>()) {
        const bool isOurs = button->objectName().startsWith(u"library"_s);
        QVERIFY2(!isOurs || !button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
    for (const char *name : {"librarySearch", "tagFilterSearch"})
        QVERIFY2(!f.child<QLineEdit>(name)->accessibleName().isEmpty(), name);
}

QTEST_MAIN(TestFilterBar)
#include "test_filter_bar.moc"
