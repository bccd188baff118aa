#include "core/base/settings.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;

class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void declaresEachKeyOnceWithAFittingDefault();
    void findsARetiredKey();
    void refusesAnUnknownKey();
    void checksValuesByType();
};

void SettingsTest::declaresEachKeyOnceWithAFittingDefault()
{
    QSet<QString> keys;
    for (const SettingDeclaration &setting : declaredSettings()) {
        QVERIFY2(!keys.contains(setting.key), qPrintable(setting.key));
        keys.insert(setting.key);
        QVERIFY(setting.defaultValue.isEmpty() || isSettingValue(setting, setting.defaultValue));
        for (const QString &retired : retiredSettingKeys(setting.key))
            QCOMPARE(settingDeclaration(retired)->key, setting.key);
    }
}

void SettingsTest::findsARetiredKey()
{
    QCOMPARE(settingDeclaration(u"author"_s)->key, u"person.name"_s);
}

void SettingsTest::refusesAnUnknownKey()
{
    const auto found = settingDeclaration(u"no.such.key"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::InvalidInput);
    QVERIFY(found.error().message.contains(u"no.such.key"));
}

void SettingsTest::checksValuesByType()
{
    const SettingDeclaration number{u"n"_s, SettingType::Number, {}};
    QVERIFY(isSettingValue(number, u"0.25"_s));
    QVERIFY(!isSettingValue(number, u"wide"_s));
    const SettingDeclaration boolean{u"b"_s, SettingType::Boolean, {}};
    QVERIFY(isSettingValue(boolean, u"1"_s));
    QVERIFY(!isSettingValue(boolean, u"yes"_s));
    QVERIFY(isSettingValue({u"t"_s, SettingType::Text, {}}, u"anything"_s));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "test_settings.moc"
