#include "support/library_fixture.h"
#include "support/list_texts.h"
#include "ui/dialogs/new_report_dialog.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

class NewReportFixture : public LibraryFixture
{
public:
    void open(const QString &project = {})
    {
        dialog = std::make_unique<NewReportDialog>(*library, theme, project);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        if (!QTest::qWaitForWindowActive(dialog.get()))
            qFatal("the dialog does not come up");
    }
    QLineEdit *name() { return dialog->findChild<QLineEdit *>(u"reportName"_s); }
    QLineEdit *search() { return dialog->findChild<QLineEdit *>(u"projectSearch"_s); }
    QListWidget *projects() { return dialog->findChild<QListWidget *>(u"projectList"_s); }
    QLabel *problem() { return dialog->findChild<QLabel *>(u"problem"_s); }
    QPushButton *accept() { return dialog->findChild<QPushButton *>(u"acceptButton"_s); }

    SystemColorScheme system;
    Theme theme{system};
    std::unique_ptr<NewReportDialog> dialog;
};

} // namespace

class TestNewReportDialog : public QObject
{
    Q_OBJECT

private slots:
    void needsAName();
    void shortNameIsToldWhenOneGoesOn();
    void namesOfSpacesAreNone();
    void enterCreatesAndEscapeDoesNot();
    void takesEverything();
    void offersToCreateAProject();
    void projectsAreSearched();
    void startsInTheProjectShown();
    void beginsWithATemplate();
    void keyboardReachesEveryField();
};

void TestNewReportDialog::needsAName()
{
    NewReportFixture f;
    f.open();
    QVERIFY(f.name()->hasFocus());
    QVERIFY(!f.accept()->isEnabled());
    QVERIFY2(!f.problem()->isVisible(), "scolds before anything was typed");
    QTest::keyClicks(f.name(), u"ab"_s);
    QVERIFY(!f.accept()->isEnabled());
    QVERIFY2(!f.problem()->isVisible(), "scolds while one types");
    f.dialog->accept();
    QVERIFY2(f.dialog->isVisible(), "a name of two characters was taken");
    QVERIFY(f.problem()->isVisible());
    QVERIFY(f.problem()->text().contains(u'3'));
    QTest::keyClicks(f.name(), u"c"_s);
    QVERIFY(f.accept()->isEnabled());
    QVERIFY(!f.problem()->isVisible());
    f.dialog->accept();
    QVERIFY(!f.dialog->isVisible());
    QCOMPARE(f.dialog->newReport().name, u"abc"_s);
}

void TestNewReportDialog::shortNameIsToldWhenOneGoesOn()
{
    NewReportFixture f;
    f.open();
    QTest::keyClicks(f.name(), u"ab"_s);
    QTest::keyClick(f.name(), Qt::Key_Tab);
    QVERIFY(f.problem()->isVisible());
    QVERIFY(f.name()->property("invalid").toBool());
    QTest::keyClicks(f.name(), u"c"_s);
    QVERIFY(!f.problem()->isVisible());
    QVERIFY(!f.name()->property("invalid").toBool());
}

void TestNewReportDialog::namesOfSpacesAreNone()
{
    NewReportFixture f;
    f.open();
    QTest::keyClicks(f.name(), u"     "_s);
    QVERIFY(!f.accept()->isEnabled());
    f.dialog->accept();
    QVERIFY(f.dialog->isVisible());
    QVERIFY(!f.problem()->text().isEmpty());
}

void TestNewReportDialog::enterCreatesAndEscapeDoesNot()
{
    NewReportFixture f;
    f.open();
    QSignalSpy accepted(f.dialog.get(), &QDialog::accepted);
    QTest::keyClick(f.name(), Qt::Key_Return);
    QVERIFY2(f.dialog->isVisible(), "Enter created a report without a name");
    QTest::keyClicks(f.name(), u"A name"_s);
    QVERIFY(f.accept()->isDefault());
    QTest::keyClick(f.name(), Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    f.open();
    QSignalSpy again(f.dialog.get(), &QDialog::accepted);
    QTest::keyClicks(f.name(), u"A name"_s);
    QTest::keyClick(f.dialog.get(), Qt::Key_Escape);
    QVERIFY(!f.dialog->isVisible());
    QCOMPARE(again.count(), 0);
}

void TestNewReportDialog::takesEverything()
{
    NewReportFixture f;
    f.add(u"Known"_s, u"vision/resnet"_s);
    f.open(u"vision/resnet"_s);
    QVERIFY(QTest::qWaitFor([&] { return shownTexts(f.projects()).contains(u"vision/resnet"_s); },
                            hangMs));
    QTest::keyClicks(f.name(), u"  My report "_s);
    f.dialog->findChild<QPlainTextEdit *>(u"reportDescription"_s)
        ->setPlainText(u"What it says\n"_s);
    const NewReport report = f.dialog->newReport();
    QCOMPARE(report.name, u"My report"_s);
    QCOMPARE(report.project, u"vision/resnet"_s);
    QCOMPARE(report.description, u"What it says"_s);
    QCOMPARE(report.text, QString());
    QCOMPARE(report.tags, QStringList());
}

void TestNewReportDialog::offersToCreateAProject()
{
    NewReportFixture f;
    f.open();
    QTest::keyClicks(f.search(), u" speech / asr //"_s);
    QVERIFY2(shownTexts(f.projects()).first().contains(u"speech/asr"_s),
             qPrintable(shownTexts(f.projects()).join(u',')));
    QCOMPARE(f.dialog->newReport().project, u"speech/asr"_s);
    f.search()->clear();
    QVERIFY(shownTexts(f.projects()).contains(u"No project"_s));
}

void TestNewReportDialog::projectsAreSearched()
{
    NewReportFixture f;
    f.add(u"One"_s, u"vision/resnet"_s);
    f.add(u"Two"_s, u"vision/vit"_s);
    f.add(u"Three"_s, u"speech"_s);
    f.open();
    QVERIFY(QTest::qWaitFor([&] { return f.projects()->count() >= 4; }, hangMs));
    QTest::keyClicks(f.search(), u"VI"_s);
    QVERIFY(!shownTexts(f.projects()).contains(u"speech"_s));
    QVERIFY(shownTexts(f.projects()).contains(u"vision/vit"_s));
    // What was typed is offered first; the arrows go on to the projects that there are.
    QCOMPARE(f.dialog->newReport().project, u"VI"_s);
    QTest::keyClick(f.search(), Qt::Key_Down);
    QVERIFY(f.dialog->newReport().project.startsWith(u"vision"_s));
}

void TestNewReportDialog::startsInTheProjectShown()
{
    NewReportFixture f;
    f.add(u"One"_s, u"vision/resnet"_s);
    f.open(u"vision/resnet"_s);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const QListWidgetItem *current = f.projects()->currentItem();
            return current && current->text() == u"vision/resnet"_s;
        },
        hangMs));
    f.open();
    QCOMPARE(f.dialog->newReport().project, QString());
    QCOMPARE(f.projects()->currentItem()->text(), u"No project"_s);
}

void TestNewReportDialog::beginsWithATemplate()
{
    NewReportFixture f;
    f.open();
    auto *choice = f.dialog->findChild<QComboBox *>(u"reportTemplate"_s);
    QCOMPARE(choice->currentText(), u"Blank"_s);
    QVERIFY(choice->count() >= 5);
    choice->setCurrentText(u"Model card"_s);
    QCOMPARE(choice->currentText(), u"Model card"_s);
    const QString text = f.dialog->newReport().text;
    QVERIFY2(text.startsWith(u"# Model card"_s), qPrintable(text.left(60)));
    QVERIFY2(!text.contains(u"title: Model card"_s), "the front matter is in the report");
}

void TestNewReportDialog::keyboardReachesEveryField()
{
    NewReportFixture f;
    f.open();
    QTest::keyClicks(f.name(), u"A name"_s); // or the button could not be reached
    QSet<QWidget *> reached;
    for (int i = 0; i < 20; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QWidget *field :
         {static_cast<QWidget *>(f.name()), static_cast<QWidget *>(f.search()),
          f.dialog->findChild<QWidget *>(u"reportDescription"_s),
          f.dialog->findChild<QWidget *>(u"reportTemplate"_s), static_cast<QWidget *>(f.accept()),
          f.dialog->findChild<QWidget *>(u"cancelButton"_s)}) {
        QVERIFY2(reached.contains(field), qPrintable(field->objectName()));
        QVERIFY2(!field->accessibleName().isEmpty() || qobject_cast<QPushButton *>(field),
                 qPrintable(field->objectName()));
    }
}

QTEST_MAIN(TestNewReportDialog)
#include "test_new_report_dialog.moc"
