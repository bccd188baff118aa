#include "support/library_fixture.h"
#include "support/list_texts.h"
#include "ui/dialogs/move_dialog.h"
#include "ui/dialogs/tags_dialog.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// The dialogs that put a report somewhere: into a project, under tags.
class TestMoveAndTags : public QObject
{
    Q_OBJECT

private slots:
    void moveLeavesOutWhereItIs();
    void moveWithoutAChoiceIsImpossible();
    void doubleClickMoves();
    void moveNamesTheReport();
    void tagsAreChosenAndAdded();
    void tagsThatAreTakenAwayGo();
    void tagsAreNarrowedWhileOneTypes();
    void enterInTheFieldSavesWithWhatWasTyped();
    void addButtonKeepsTheDialogOpen();
    void escapeChangesNothing();

private:
    LibraryFixture m_fixture;
    SystemColorScheme m_system;
    Theme m_theme{m_system};
};

void TestMoveAndTags::moveLeavesOutWhereItIs()
{
    const ReportId id = m_fixture.add(u"Movable"_s, u"here/now"_s);
    m_fixture.add(u"Other"_s, u"there"_s);
    MoveDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    auto *projects = dialog.findChild<QListWidget *>(u"projectList"_s);
    auto *accept = dialog.findChild<QPushButton *>(u"acceptButton"_s);
    QVERIFY(QTest::qWaitFor([&] { return shownTexts(projects).contains(u"there"_s); }, hangMs));
    QVERIFY2(!accept->isEnabled(), "can be moved to where it is");
    dialog.findChild<QLineEdit *>(u"projectSearch"_s)->setText(u"there"_s);
    QVERIFY(accept->isEnabled());
    QCOMPARE(dialog.project(), u"there"_s);
    dialog.findChild<QLineEdit *>(u"projectSearch"_s)->setText(u"here/now"_s);
    QVERIFY2(!accept->isEnabled(), "can be moved to where it is");
    QVERIFY(shownTexts(projects).filter(u"there already"_s).size() == 1);
}

void TestMoveAndTags::moveWithoutAChoiceIsImpossible()
{
    const ReportId id = m_fixture.add(u"Movable"_s);
    MoveDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClick(dialog.findChild<QLineEdit *>(u"projectSearch"_s), Qt::Key_Return);
    QCOMPARE(accepted.count(), 0);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"projectSearch"_s), u"new"_s);
    QTest::keyClick(dialog.findChild<QLineEdit *>(u"projectSearch"_s), Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(dialog.project(), u"new"_s);
}

void TestMoveAndTags::doubleClickMoves()
{
    m_fixture.add(u"Other"_s, u"target"_s);
    const ReportId id = m_fixture.add(u"Movable"_s);
    MoveDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *projects = dialog.findChild<QListWidget *>(u"projectList"_s);
    QVERIFY(QTest::qWaitFor([&] { return shownTexts(projects).contains(u"target"_s); }, hangMs));
    const QListWidgetItem *item = projects->findItems(u"target"_s, Qt::MatchExactly).first();
    const QPoint place = projects->visualItemRect(item).center();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(projects->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(dialog.project(), u"target"_s);
}

void TestMoveAndTags::moveNamesTheReport()
{
    const ReportId id = m_fixture.add(u"R & D"_s);
    const MoveDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    QStringList labels;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        labels.append(label->text());
    QVERIFY2(!labels.filter(u"R && D"_s).isEmpty(), qPrintable(labels.join(u'|')));
}

void TestMoveAndTags::tagsAreChosenAndAdded()
{
    m_fixture.add(u"Tagged"_s, {}, {u"paper"_s, u"v2"_s});
    const ReportId id = m_fixture.add(u"Mine"_s, {}, {u"paper"_s});
    TagsDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *list = dialog.findChild<QListWidget *>(u"tagList"_s);
    QVERIFY(QTest::qWaitFor([&] { return shownTexts(list).contains(u"v2"_s); }, hangMs));
    QCOMPARE(dialog.tags(), QStringList{u"paper"_s});
    list->findItems(u"v2"_s, Qt::MatchExactly).first()->setCheckState(Qt::Checked);
    dialog.findChild<QLineEdit *>(u"tagField"_s)->setText(u" new one , another"_s);
    dialog.accept();
    QCOMPARE(dialog.tags(), QStringList({u"another"_s, u"new one"_s, u"paper"_s, u"v2"_s}));
}

void TestMoveAndTags::tagsThatAreTakenAwayGo()
{
    const ReportId id = m_fixture.add(u"Mine"_s, {}, {u"one"_s, u"two"_s});
    TagsDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    auto *list = dialog.findChild<QListWidget *>(u"tagList"_s);
    list->findItems(u"one"_s, Qt::MatchExactly).first()->setCheckState(Qt::Unchecked);
    QCOMPARE(dialog.tags(), QStringList{u"two"_s});
}

void TestMoveAndTags::tagsAreNarrowedWhileOneTypes()
{
    const ReportId id = m_fixture.add(u"Mine"_s, {}, {u"Paper"_s, u"two"_s});
    TagsDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    auto *list = dialog.findChild<QListWidget *>(u"tagList"_s);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"tagField"_s), u"pap"_s);
    QCOMPARE(shownTexts(list), QStringList{u"Paper"_s});
    QCOMPARE(dialog.tags(), QStringList({u"Paper"_s, u"two"_s}));
}

void TestMoveAndTags::enterInTheFieldSavesWithWhatWasTyped()
{
    const ReportId id = m_fixture.add(u"Mine"_s);
    TagsDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    auto *field = dialog.findChild<QLineEdit *>(u"tagField"_s);
    QTest::keyClicks(field, u"fresh"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(dialog.tags(), QStringList{u"fresh"_s});
}

void TestMoveAndTags::addButtonKeepsTheDialogOpen()
{
    const ReportId id = m_fixture.add(u"Mine"_s);
    TagsDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *field = dialog.findChild<QLineEdit *>(u"tagField"_s);
    QTest::keyClicks(field, u"fresh"_s);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"addTagButton"_s), Qt::LeftButton);
    QVERIFY(dialog.isVisible());
    QCOMPARE(field->text(), QString());
    QVERIFY(shownTexts(dialog.findChild<QListWidget *>(u"tagList"_s)).contains(u"fresh"_s));
    QCOMPARE(dialog.tags(), QStringList{u"fresh"_s});
}

void TestMoveAndTags::escapeChangesNothing()
{
    const ReportId id = m_fixture.add(u"Mine"_s);
    TagsDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"tagField"_s), u"fresh"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(accepted.count(), 0);
    QCOMPARE(m_fixture.summary(id).tags, QStringList());
}

QTEST_MAIN(TestMoveAndTags)
#include "test_move_and_tags.moc"
