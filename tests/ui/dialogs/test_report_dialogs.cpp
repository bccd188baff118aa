#include "support/library_fixture.h"
#include "ui/dialogs/move_dialog.h"
#include "ui/dialogs/new_report_dialog.h"
#include "ui/dialogs/report_template.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/tags_dialog.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/preferences.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QListWidget *list)
{
    QStringList found;
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden())
            found.append(list->item(row)->text());
    }
    return found;
}

} // namespace

class TestReportDialogs : public QObject
{
    Q_OBJECT

private slots:
    void newReportNeedsAName();
    void newReportTakesEverything();
    void newReportOffersToCreateAProject();
    void moveLeavesOutWhereItIs();
    void tagsAreChosenAndAdded();
    void settingsTakeEffectAtOnce();
    void templatesAreReadFromFolders();

private:
    LibraryFixture m_fixture;
    SystemColorScheme m_system;
    Theme m_theme{m_system};
};

void TestReportDialogs::newReportNeedsAName()
{
    NewReportDialog dialog(*m_fixture.library, m_theme, {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>(u"reportName"_s);
    auto *problem = dialog.findChild<QLabel *>(u"problem"_s);
    auto *accept = dialog.findChild<QPushButton *>(u"acceptButton"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY2(!problem->isVisible(), "scolds before anything was typed");
    QTest::keyClicks(name, u"ab"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY2(!problem->isVisible(), "scolds while one types");
    dialog.accept();
    QVERIFY2(dialog.isVisible(), "a name of two characters was taken");
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u'3'));
    QTest::keyClicks(name, u"c"_s);
    QVERIFY(accept->isEnabled());
    QVERIFY(!problem->isVisible());
    dialog.accept();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.newReport().name, u"abc"_s);
}

void TestReportDialogs::newReportTakesEverything()
{
    m_fixture.add(u"Known"_s, u"vision/resnet"_s);
    NewReportDialog dialog(*m_fixture.library, m_theme, u"vision/resnet"_s);
    auto *projects = dialog.findChild<QListWidget *>(u"projectList"_s);
    QVERIFY(QTest::qWaitFor([&] { return texts(projects).contains(u"vision/resnet"_s); }, hangMs));
    dialog.findChild<QLineEdit *>(u"reportName"_s)->setText(u"  My report "_s);
    dialog.findChild<QPlainTextEdit *>(u"reportDescription"_s)->setPlainText(u"What it says\n"_s);
    const NewReport report = dialog.newReport();
    QCOMPARE(report.name, u"My report"_s);
    QCOMPARE(report.project, u"vision/resnet"_s);
    QCOMPARE(report.description, u"What it says"_s);
    QCOMPARE(report.text, QString());
}

void TestReportDialogs::newReportOffersToCreateAProject()
{
    NewReportDialog dialog(*m_fixture.library, m_theme, {});
    auto *search = dialog.findChild<QLineEdit *>(u"projectSearch"_s);
    auto *projects = dialog.findChild<QListWidget *>(u"projectList"_s);
    search->setText(u" speech / asr //"_s);
    QVERIFY2(texts(projects).first().contains(u"speech/asr"_s),
             qPrintable(texts(projects).join(u',')));
    QCOMPARE(dialog.newReport().project, u"speech/asr"_s);
    search->clear();
    QTest::keyClick(search, Qt::Key_Home);
    QVERIFY(texts(projects).contains(u"No project"_s));
}

void TestReportDialogs::moveLeavesOutWhereItIs()
{
    const ReportId id = m_fixture.add(u"Movable"_s, u"here/now"_s);
    m_fixture.add(u"Other"_s, u"there"_s);
    MoveDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    auto *projects = dialog.findChild<QListWidget *>(u"projectList"_s);
    auto *accept = dialog.findChild<QPushButton *>(u"acceptButton"_s);
    QVERIFY(QTest::qWaitFor([&] { return texts(projects).contains(u"there"_s); }, hangMs));
    QVERIFY2(!accept->isEnabled(), "can be moved to where it is");
    dialog.findChild<QLineEdit *>(u"projectSearch"_s)->setText(u"there"_s);
    QVERIFY(accept->isEnabled());
    QCOMPARE(dialog.project(), u"there"_s);
    dialog.findChild<QLineEdit *>(u"projectSearch"_s)->setText(u"here/now"_s);
    QVERIFY2(!accept->isEnabled(), "can be moved to where it is");
}

void TestReportDialogs::tagsAreChosenAndAdded()
{
    m_fixture.add(u"Tagged"_s, {}, {u"paper"_s, u"v2"_s});
    const ReportId id = m_fixture.add(u"Mine"_s, {}, {u"paper"_s});
    TagsDialog dialog(*m_fixture.library, m_theme, m_fixture.summary(id));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *list = dialog.findChild<QListWidget *>(u"tagList"_s);
    QVERIFY(QTest::qWaitFor([&] { return texts(list).contains(u"v2"_s); }, hangMs));
    QCOMPARE(dialog.tags(), QStringList{u"paper"_s});
    list->findItems(u"v2"_s, Qt::MatchExactly).first()->setCheckState(Qt::Checked);
    dialog.findChild<QLineEdit *>(u"tagField"_s)->setText(u" new one , another"_s);
    dialog.accept();
    QCOMPARE(dialog.tags(), QStringList({u"another"_s, u"new one"_s, u"paper"_s, u"v2"_s}));
}

void TestReportDialogs::settingsTakeEffectAtOnce()
{
    Preferences preferences(m_fixture.folder.filePath(u"settings.ini"_s));
    SettingsDialog dialog(preferences, m_theme, m_fixture.folder.path());
    QSignalSpy changed(&preferences, &Preferences::changed);
    dialog.findChild<QComboBox *>(u"themeField"_s)->setCurrentIndex(2);
    QCOMPARE(preferences.value(Preference::Theme).toInt(), int(ThemeMode::Dark));
    QCOMPARE(changed.count(), 1);
    dialog.findChild<QComboBox *>(u"reportModeField"_s)->setCurrentIndex(0);
    const Preferences again(m_fixture.folder.filePath(u"settings.ini"_s));
    QCOMPARE(preferences.value(Preference::ReportMode).toInt(), 0);
}

void TestReportDialogs::templatesAreReadFromFolders()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"weekly-update.md"_s, "# Week\n");
    write(u"empty.md"_s, "\n");
    write(u"notes.txt"_s, "no template");
    const QVector<ReportTemplate> templates =
        reportTemplates({folder.path(), {}, u"/no/such/folder"_s});
    QCOMPARE(templates.size(), 2);
    QCOMPARE(templates.first().text, QString());
    QCOMPARE(templates.last().name, u"Weekly update"_s);
    QCOMPARE(templates.last().text, u"# Week\n"_s);
}

QTEST_MAIN(TestReportDialogs)

#include "test_report_dialogs.moc"
