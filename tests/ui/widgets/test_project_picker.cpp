#include "support/list_texts.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/project_picker.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class TestProjectPicker : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void chosenOneIsMarked();
    void unknownOneIsOfferedToBeMade();
    void knownOneIsNotOfferedTwice();
    void emptyPartsAreDropped();
    void clearingTakesBackWhatWasTyped();
    void unavailableOneCannotBeTaken();
    void manyProjectsAreNotAllListed();
    void projectsThatComeLaterKeepWhatWasTyped();
    void enterOnAChoiceAccepts();
    void choiceButtonIsAsWideAsItsText();

private:
    QLineEdit *search() const { return m_picker->findChild<QLineEdit *>(u"projectSearch"_s); }
    QListWidget *list() const { return m_picker->findChild<QListWidget *>(u"projectList"_s); }

    SystemColorScheme m_system;
    Theme m_theme{m_system};
    std::unique_ptr<ProjectPicker> m_picker;
};

void TestProjectPicker::init()
{
    m_picker = std::make_unique<ProjectPicker>(m_theme);
    m_picker->setProjects({u"speech"_s, u"vision"_s, u"vision/resnet"_s}, u"vision"_s);
    m_picker->show();
}

void TestProjectPicker::chosenOneIsMarked()
{
    QCOMPARE(m_picker->project(), u"vision"_s);
    QCOMPARE(list()->currentItem()->text(), u"vision"_s);
    QVERIFY(m_picker->isValid());
    QCOMPARE(shownTexts(list()),
             QStringList({u"No project"_s, u"speech"_s, u"vision"_s, u"vision/resnet"_s}));
}

void TestProjectPicker::unknownOneIsOfferedToBeMade()
{
    QSignalSpy changed(m_picker.get(), &ProjectPicker::changed);
    QTest::keyClicks(search(), u"vis"_s);
    QVERIFY(changed.count() >= 3);
    QCOMPARE(shownTexts(list()), QStringList({u"Create “vis”"_s, u"vision"_s, u"vision/resnet"_s}));
    QCOMPARE(m_picker->project(), u"vis"_s);
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(m_picker->project(), u"vision"_s);
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(m_picker->project(), u"vision/resnet"_s);
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(m_picker->project(), u"vision/resnet"_s);
}

void TestProjectPicker::knownOneIsNotOfferedTwice()
{
    QTest::keyClicks(search(), u"vision"_s);
    QCOMPARE(shownTexts(list()), QStringList({u"vision"_s, u"vision/resnet"_s}));
    QCOMPARE(m_picker->project(), u"vision"_s);
}

void TestProjectPicker::emptyPartsAreDropped()
{
    QTest::keyClicks(search(), u"/ a //b /"_s);
    QCOMPARE(m_picker->project(), u"a/b"_s);
    search()->setText(u" / "_s);
    QVERIFY(shownTexts(list()).contains(u"No project"_s));
}

void TestProjectPicker::clearingTakesBackWhatWasTyped()
{
    QTest::keyClicks(search(), u"new one"_s);
    search()->clear();
    QCOMPARE(shownTexts(list()).size(), 4);
    QCOMPARE(list()->currentItem()->text(), u"vision"_s);
    QCOMPARE(m_picker->project(), u"vision"_s);
}

void TestProjectPicker::unavailableOneCannotBeTaken()
{
    m_picker->setUnavailable(u"vision"_s);
    QVERIFY(!m_picker->isValid());
    QTest::keyClicks(search(), u"vision"_s);
    QCOMPARE(list()->currentItem()->text(), u"vision/resnet"_s);
    QCOMPARE(m_picker->project(), u"vision/resnet"_s);
    search()->setText(u"vision/resnet"_s);
    QVERIFY(m_picker->isValid());
    m_picker->setUnavailable(QString()); // it is in no project
    search()->clear();
    QVERIFY(!(list()->item(0)->flags() & Qt::ItemIsSelectable));
}

void TestProjectPicker::manyProjectsAreNotAllListed()
{
    QStringList many;
    for (int i = 0; i < 5000; ++i)
        many.append(u"project %1"_s.arg(i, 4, 10, QLatin1Char('0')));
    m_picker->setProjects(many, {});
    QVERIFY(list()->count() <= 200);
    QTest::keyClicks(search(), u"4999"_s);
    QVERIFY(shownTexts(list()).contains(u"project 4999"_s));
}

void TestProjectPicker::projectsThatComeLaterKeepWhatWasTyped()
{
    m_picker->setProjects({}, {});
    QTest::keyClicks(search(), u"speech"_s);
    QCOMPARE(shownTexts(list()), QStringList{u"Create “speech”"_s});
    m_picker->setProjects({u"speech"_s, u"vision"_s}, {});
    QCOMPARE(shownTexts(list()), QStringList{u"speech"_s});
    QCOMPARE(m_picker->project(), u"speech"_s);
}

void TestProjectPicker::enterOnAChoiceAccepts()
{
    QSignalSpy accepted(m_picker.get(), &ProjectPicker::accepted);
    list()->setFocus();
    list()->setCurrentRow(3);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(m_picker->project(), u"vision/resnet"_s);
}

void TestProjectPicker::choiceButtonIsAsWideAsItsText()
{
    ChoiceButton button(m_theme, u"b"_s, u"tag"_s, u"Tags"_s);
    const int withArrow = button.sizeHint().width();
    button.setArrowShown(false);
    QVERIFY(button.sizeHint().width() < withArrow);
    const int before = button.sizeHint().width();
    button.setText(u"Tags: 12345"_s);
    QVERIFY(button.sizeHint().width() > before);
    QCOMPARE(button.minimumSizeHint(), button.sizeHint());
    button.setText({});
    QVERIFY(button.sizeHint().width() < before);
    button.resize(button.sizeHint());
    const QImage enabled = button.grab().toImage();
    button.setEnabled(false);
    QVERIFY2(button.grab().toImage() != enabled, "looks as if it could be pressed");
}

QTEST_MAIN(TestProjectPicker)
#include "test_project_picker.moc"
