#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/preferences.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

/// Each setting is told at once, kept in the file, and shown when the dialog is opened again. What
/// they do is tested where it is done: ui.window.main_window, ui.theme.theme.
class TestSettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void choicesAreKept_data();
    void choicesAreKept();
    void fontSizesAreKept_data();
    void fontSizesAreKept();
    void fontFamilyIsKept();
    void reopeningIsKept();
    void nothingChangesByLooking();
    void typedNumbersCountWhenComplete();
    void showsWhereReportsAre();
    void closesWithEscapeAndButton();
    void everyFieldHasALabel();
    void aboutNamesTheVersions();

private:
    std::unique_ptr<SettingsDialog> open()
    {
        auto dialog = std::make_unique<SettingsDialog>(*m_preferences, m_theme, m_folder.path());
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        return dialog;
    }
    QString file() const { return m_folder.filePath(u"%1.ini"_s.arg(m_count)); }

    QTemporaryDir m_folder;
    SystemColorScheme m_system;
    Theme m_theme{m_system};
    std::unique_ptr<Preferences> m_preferences;
    int m_count = 0;
};

void TestSettingsDialog::init()
{
    ++m_count;
    m_preferences = std::make_unique<Preferences>(file());
}

void TestSettingsDialog::choicesAreKept_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Preference>("preference");
    QTest::addColumn<int>("first");
    QTest::newRow("theme") << u"themeField"_s << Preference::Theme << int(ThemeMode::System);
    QTest::newRow("mode") << u"reportModeField"_s << Preference::ReportMode << 1;
}

void TestSettingsDialog::choicesAreKept()
{
    QFETCH(QString, field);
    QFETCH(Preference, preference);
    QFETCH(int, first);
    QCOMPARE(open()->findChild<QComboBox *>(field)->currentIndex(), first);
    QSignalSpy changed(m_preferences.get(), &Preferences::changed);
    int last = first;
    for (const int choice : {2, 0, 1}) {
        open()->findChild<QComboBox *>(field)->setCurrentIndex(choice);
        QCOMPARE(m_preferences->value(preference).toInt(), choice);
        QCOMPARE(changed.count(), choice == last ? 0 : 1);
        changed.clear();
        last = choice;
        QCOMPARE(open()->findChild<QComboBox *>(field)->currentIndex(), choice);
    }
    m_preferences.reset();
    QCOMPARE(Preferences(file()).value(preference).toInt(), 1);
}

void TestSettingsDialog::fontSizesAreKept_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Preference>("preference");
    QTest::newRow("body") << u"fontSizeField"_s << Preference::BodyFontSize;
    QTest::newRow("editor") << u"editorFontSizeField"_s << Preference::EditorFontSize;
}

void TestSettingsDialog::fontSizesAreKept()
{
    QFETCH(QString, field);
    QFETCH(Preference, preference);
    const auto dialog = open();
    auto *size = dialog->findChild<QDoubleSpinBox *>(field);
    QCOMPARE(size->value(), m_theme.bodyPointSize());
    size->stepUp();
    QCOMPARE(m_preferences->value(preference).toDouble(), m_theme.bodyPointSize() + 0.5);
    size->setValue(1000);
    QVERIFY(m_preferences->value(preference).toDouble() < 100);
    size->setValue(0);
    QVERIFY(m_preferences->value(preference).toDouble() > 5);
}

void TestSettingsDialog::fontFamilyIsKept()
{
    const auto dialog = open();
    auto *family = dialog->findChild<QFontComboBox *>(u"editorFontField"_s);
    QVERIFY(family->count() > 0);
    family->setCurrentIndex(family->currentIndex() == 0 ? family->count() - 1 : 0);
    QCOMPARE(m_preferences->value(Preference::EditorFontFamily).toString(),
             family->currentFont().family());
}

void TestSettingsDialog::reopeningIsKept()
{
    QVERIFY(open()->findChild<QCheckBox *>(u"reopenField"_s)->isChecked());
    open()->findChild<QCheckBox *>(u"reopenField"_s)->click();
    QCOMPARE(m_preferences->value(Preference::ReopenReports).toBool(), false);
    QVERIFY(!open()->findChild<QCheckBox *>(u"reopenField"_s)->isChecked());
}

void TestSettingsDialog::nothingChangesByLooking()
{
    QSignalSpy changed(m_preferences.get(), &Preferences::changed);
    const auto dialog = open();
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    dialog->close();
    QCOMPARE(changed.count(), 0);
}

void TestSettingsDialog::typedNumbersCountWhenComplete()
{
    const auto dialog = open();
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    auto *size = dialog->findChild<QDoubleSpinBox *>(u"fontSizeField"_s);
    size->setFocus();
    size->selectAll();
    QSignalSpy changed(m_preferences.get(), &Preferences::changed);
    QTest::keyClicks(size, u"14"_s);
    QCOMPARE(changed.count(), 0); // not a size of 1 on the way
    QTest::keyClick(size, Qt::Key_Tab);
    QCOMPARE(m_preferences->value(Preference::BodyFontSize).toDouble(), 14.0);
}

void TestSettingsDialog::showsWhereReportsAre()
{
    const auto dialog = open();
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(QDir::toNativeSeparators(m_folder.path())));
    QVERIFY(dialog->findChild<QPushButton *>(u"showLibraryFolder"_s));
}

void TestSettingsDialog::closesWithEscapeAndButton()
{
    const auto dialog = open();
    dialog->show();
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    dialog->show();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"closeButton"_s), Qt::LeftButton);
    QVERIFY(!dialog->isVisible());
}

void TestSettingsDialog::everyFieldHasALabel()
{
    const auto dialog = open();
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->text().contains(u'&'))
            QVERIFY2(label->buddy(), qPrintable(label->text()));
    }
    QSet<QString> letters;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        const auto at = label->text().indexOf(u'&');
        if (at < 0)
            continue;
        const QString letter = label->text().mid(at + 1, 1).toLower();
        QVERIFY2(!letters.contains(letter), qPrintable(label->text()));
        letters.insert(letter);
    }
    QVERIFY(letters.size() >= 5);
}

void TestSettingsDialog::aboutNamesTheVersions()
{
    AboutDialog about(m_theme);
    about.setAttribute(Qt::WA_DeleteOnClose, false);
    about.show();
    const QString versions = about.findChild<QLabel *>(u"versions"_s)->text();
    QVERIFY(versions.contains(QLatin1String(qVersion())));
    QVERIFY(versions.contains(QStringLiteral(PLOTLEAF_VERSION)));
    about.findChild<QPushButton *>(u"copyVersions"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), versions);
    QTest::keyClick(&about, Qt::Key_Return);
    QVERIFY2(!about.isVisible(), "Enter does not close");
}

QTEST_MAIN(TestSettingsDialog)
#include "test_settings_dialog.moc"
