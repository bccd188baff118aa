#include "ui/widgets/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void haveDefaults();
    void survive_data();
    void survive();
    void tellOnlyWhatBecameDifferent();
    void forgiveDamage();

private:
    QString file() const { return m_folder.filePath(u"p.ini"_s); }
    QTemporaryDir m_folder;
};

void TestPreferences::haveDefaults()
{
    const Preferences fresh(m_folder.filePath(u"fresh.ini"_s));
    QCOMPARE(fresh.value(Preference::Theme).toInt(), 0);
    QCOMPARE(fresh.value(Preference::ReportMode).toInt(), 1);
    QCOMPARE(fresh.value(Preference::LibraryLayout).toString(), u"list"_s);
    QCOMPARE(fresh.value(Preference::ReopenReports).toBool(), true);
    QCOMPARE(fresh.value(Preference::RecentReports).toStringList(), QStringList());
}

void TestPreferences::survive_data()
{
    QTest::addColumn<Preference>("preference");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("number") << Preference::Theme << QVariant(2);
    QTest::newRow("fraction") << Preference::EditorFontSize << QVariant(12.5);
    QTest::newRow("text") << Preference::LibraryLayout << QVariant(u"projects"_s);
    QTest::newRow("folder") << Preference::ExportFolder << QVariant(u"/tmp/größe, a;b=c"_s);
    QTest::newRow("switch") << Preference::ReopenReports << QVariant(false);
    QTest::newRow("list") << Preference::OpenReports << QVariant(QStringList{u"a"_s, u"b"_s});
    QTest::newRow("list of one") << Preference::RecentReports << QVariant(QStringList{u"a"_s});
    QTest::newRow("bytes") << Preference::WindowGeometry << QVariant(QByteArray("\x01\x00\xff", 3));
}

void TestPreferences::survive()
{
    QFETCH(Preference, preference);
    QFETCH(QVariant, value);
    Preferences(file()).setValue(preference, value);
    QVariant again = Preferences(file()).value(preference);
    QVERIFY(again.convert(value.metaType()));
    QCOMPARE(again, value);
}

void TestPreferences::tellOnlyWhatBecameDifferent()
{
    Preferences preferences(m_folder.filePath(u"changes.ini"_s));
    QSignalSpy changed(&preferences, &Preferences::changed);
    preferences.setValue(Preference::Theme, 0); // as it is by default
    QCOMPARE(changed.count(), 0);
    preferences.setValue(Preference::Theme, 2);
    preferences.setValue(Preference::Theme, 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<Preference>(), Preference::Theme);
}

void TestPreferences::forgiveDamage()
{
    QFile damaged(m_folder.filePath(u"damaged.ini"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("[appearance]\ntheme=bluish\nfontSize=@Invalid()\n"
                  "[editor]\nmode=3\n[library]\norder=-1\n");
    damaged.close();
    const Preferences preferences(damaged.fileName());
    QCOMPARE(preferences.value(Preference::Theme).toInt(), 0);
    QCOMPARE(preferences.value(Preference::BodyFontSize).toDouble(), 0.0);
    QCOMPARE(preferences.value(Preference::ReportMode).toInt(), 1);
    QCOMPARE(preferences.value(Preference::LibraryOrder).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "test_preferences.moc"
